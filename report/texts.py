"""The fixed texts of the documents: our wording, or the municipality's own, filled with facts.

A text's braces are read once, in the text itself; braces in what it is filled with stay braces.
"""

from __future__ import annotations

import re
import string
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

import msgspec

from report.content import Day, Inline, Runs, Text, plain
from report.errors import BrokenPlaceholder, TextError, UnknownPlaceholder, UnknownTextKey
from report.free_text import one_line

_BLANKS = re.compile(r"[ \t]+")


class FixedText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text that documents have from the start, and the names that it may be filled with."""

    text: str
    placeholders: tuple[str, ...] = ()


@cache
def fixed_texts() -> Mapping[str, FixedText]:
    """Every fixed text by key, such as `unit_report.purpose`, in the order of the documents."""
    source = resources.files("report").joinpath("texts.toml").read_text(encoding="utf-8")
    rooms: dict[str, dict[str, Any]] = tomllib.loads(source)
    return {
        f"{room}.{name}": msgspec.convert(row, FixedText)
        for room, rows in rooms.items()
        for name, row in rows.items()
    }


class Texts:
    """The texts that a municipality's documents use; `own` replaces the defaults by key.

    An own text that is blank has not arrived, so the default stands. Keys that no document
    knows are passed over here; `faulty_texts` tells of them.
    """

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        self._own = own or {}

    def line(self, key: str, **values: str) -> str:
        """A text for a heading or a column, on one line. Raises `TextError`."""
        return one_line("".join(str(piece) for piece in self._filled(key, values)))

    def paragraphs(self, key: str, **values: str | Day) -> tuple[Runs, ...]:
        """A running text, one paragraph for each of its lines. Raises `TextError`."""
        lines: list[list[Inline]] = [[]]
        for piece in self._filled(key, values):
            if not isinstance(piece, str):
                lines[-1].append(piece)
                continue
            first, *more = _BLANKS.sub(" ", piece.replace("\r\n", "\n")).split("\n")
            lines[-1].append(Text(first))
            lines.extend([Text(line)] for line in more)
        return tuple(tuple(line) for line in lines if plain(line).strip())

    def _filled(self, key: str, values: Mapping[str, str | Day]) -> Iterator[str | Inline]:
        """The text itself as strings, what it is filled with as content."""
        known = fixed_texts()[key]
        own = self._own.get(key, "")
        for literal, name in _pieces(key, own if own.strip() else known.text, known.placeholders):
            if literal:
                yield literal
            if name is not None:
                value = values[name]
                yield value if isinstance(value, Day) else Text(one_line(value))


def faulty_texts(own: Mapping[str, str]) -> list[TextError]:
    """Everything that is wrong with a municipality's own texts, in order of key."""
    known = fixed_texts()
    faults: list[TextError] = []
    for key, text in sorted(own.items()):
        if key not in known:
            faults.append(UnknownTextKey(key, known))
            continue
        try:
            list(_pieces(key, text, known[key].placeholders))
        except TextError as fault:
            faults.append(fault)
    return faults


def _pieces(key: str, template: str, allowed: tuple[str, ...]) -> Iterator[tuple[str, str | None]]:
    """Stretches of text, each followed by the name of what to fill in or by None."""
    try:
        parsed = list(string.Formatter().parse(unicodedata.normalize("NFC", template)))
    except ValueError:
        raise BrokenPlaceholder(key, allowed) from None
    for literal, field, detail, conversion in parsed:
        name = None if field is None else field.strip().casefold()
        if name == "" or detail or conversion:
            raise BrokenPlaceholder(key, allowed)
        if name is not None and name not in allowed:
            raise UnknownPlaceholder(key, name, allowed)
        yield literal, name
