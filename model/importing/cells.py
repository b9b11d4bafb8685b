"""A cell's value, and how each kind of value is read from what people write in it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

import msgspec

from model.plan.calendar import Tertial, tertial_from
from model.plan.rules import RuleError
from model.swedish.dates import UnreadableDate, parse_date
from model.swedish.letters import fold
from model.swedish.search import nearest
from model.swedish.visible import visible

E = TypeVar("E", bound=StrEnum)


class Unusable(msgspec.Struct, frozen=True):
    """A cell that holds no value: a formula that was never calculated, or an error."""

    reason: str


Cell = str | date | Decimal | bool | Unusable
"""What a cell holds; an empty one is left out of its row."""

_SERIAL_ZERO = date(1899, 12, 30)
_SERIAL_LENGTH = 5
"""Digits of Excel's number for a day from 1927 to 2173; six digits are a day as people type it."""
_YES = frozenset({"ja", "j", "x", "sant", "true", "1", "yes"})
_NO = frozenset({"nej", "n", "falskt", "false", "0", "no", ""})
_SHOWN = 60


class CellRefused(RuleError):
    """A cell cannot be read as what its column holds; the message is the reason alone."""


def quoted(text: str) -> str:
    """A text as it can stand in a message: on one line, not too long, in quotes."""
    line = visible(" ".join(text.split()))
    return f"”{line if len(line) <= _SHOWN else line[: _SHOWN - 1] + '…'}”"


def text_of(cell: Cell | None) -> str:
    """The text that a cell shows; numbers as they are, days in ISO form. Raises `CellRefused`."""
    if cell is None:
        return ""
    if isinstance(cell, Unusable):
        raise CellRefused(cell.reason)
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:f}" if isinstance(cell, Decimal) else cell


def day_of(cell: Cell | None, *, near: date, year: int) -> date | None:
    """A day from a date cell, Excel's number for it, or any way that people type it.

    A day without a year is in `year`. None for an empty cell. Raises `CellRefused`.
    """
    if isinstance(cell, date):
        return cell
    text = text_of(cell).strip()
    if not text:
        return None
    number = text.removesuffix(".0")
    if len(number) == _SERIAL_LENGTH and number.isascii() and number.isdigit():
        return _SERIAL_ZERO + timedelta(days=int(number))
    try:
        return parse_date(text, near=near, year=year)
    except UnreadableDate as error:
        raise CellRefused(str(error)) from error


def choice_of(cell: Cell | None, choices: dict[str, E], what: str) -> E | None:
    """One of a few words; None for an empty cell. `what` is "status", "orsak" and so on.

    Signs around the words, such as the documents' symbols, do not count. Raises `CellRefused`
    with the nearest word.
    """
    text = text_of(cell).strip()
    if not text:
        return None
    known = {plain(word): value for word, value in choices.items()}
    if (found := known.get(plain(text))) is not None:
        return found
    words = [word for word, value in choices.items() if word != str(value)]
    near = nearest(text, words, limit=1)
    hint = f"Menade du {quoted(near[0])}?" if near else f"Skriv {_listed(words)}."
    raise CellRefused(f"{quoted(text)} är ingen {what}. {hint}")


def yes_of(cell: Cell | None, what: str) -> bool | None:
    """Yes or no; None for an empty cell. Raises `CellRefused`."""
    text = plain(text_of(cell))
    if not text:
        return None
    if text in _YES or text in _NO:
        return text in _YES
    raise CellRefused(f"{quoted(text)} under {what} ska vara ja eller nej.")


def tertial_of_cell(cell: Cell | None, *, year: int) -> Tertial | None:
    """A tertial such as `T1` or `2024-T1`; None for an empty cell. Raises `CellRefused`."""
    text = text_of(cell).strip()
    if not text:
        return None
    if (found := tertial_from(text, year=year)) is None:
        raise CellRefused(f"{quoted(text)} är inget tertial. Skriv till exempel {year}-T1.")
    return found


def year_of_cell(cell: Cell | None) -> int | None:
    """A year; None for an empty cell. Raises `CellRefused`."""
    text = text_of(cell).strip().removesuffix(".0")
    if not text:
        return None
    if not (len(text) == 4 and text.isascii() and text.isdigit() and text[0] != "0"):
        raise CellRefused(f"{quoted(text)} är inget år. Skriv till exempel 2024.")
    return int(text)


def plain(text: str) -> str:
    """A text for comparing: folded, its words alone, without signs at either end."""
    folded = " ".join(fold(text).split())
    return folded.strip(" .,;:!?()[]{}*•–—-○●◐▼◌✔✓✕✅❌\"'”’“")


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} eller {words[-1]}"
