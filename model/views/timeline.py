"""A text timeline of one year: when an activity starts and ends, and where today is."""

from __future__ import annotations

from calendar import isleap
from datetime import date

import msgspec

from model.plan.entities import Period

_LINE, _BAR, _START, _END, _REVISED, _TODAY = "─", "━", "●", "○", "◇", "┃"
_BEFORE, _AFTER = "◂", "▸"
_WORDS = {_START: "start", _END: "slut", _REVISED: "nytt slut", _TODAY: "i dag"}


class Timeline(msgspec.Struct, frozen=True):
    """One line of exactly the width asked for, and what its marks mean."""

    line: str
    legend: str
    words: str
    """The same said in words, for those who do not see the line."""


def timeline(
    period: Period | None, year: int, today: date, *, width: int, revised_end: date | None = None
) -> Timeline:
    """The year as a line from `jan` to `dec`; `width` in cells, at least 20.

    What reaches outside the year ends in an arrow.
    """
    inner = max(width, 20) - 8
    cells = [_LINE] * inner
    end = revised_end or (period.end if period else None)
    if period is not None and end is not None:
        first, last = _cell(period.start, year, inner), _cell(end, year, inner)
        for place in range(max(first, 0), min(last, inner - 1) + 1):
            cells[place] = _BAR
        _mark(cells, first, _START)
        _mark(cells, last, _REVISED if revised_end else _END)
        if revised_end and revised_end != period.end and period.end.year == year:
            _mark(cells, _cell(period.end, year, inner), _END)
    if today.year == year:
        _mark(cells, _cell(today, year, inner), _TODAY)
    line = f"jan {''.join(cells)} dec"
    return Timeline(line, _legend(line), _words(period, revised_end))


def _cell(day: date, year: int, width: int) -> int:
    """The cell of a day; below zero before the year, `width` after it."""
    if day.year < year:
        return -1
    if day.year > year:
        return width
    days = 366 if isleap(year) else 365
    return (day.timetuple().tm_yday - 1) * width // days


def _mark(cells: list[str], place: int, mark: str) -> None:
    """Set a mark, or an arrow at the side on which it lies outside the year."""
    if place < 0:
        cells[0] = _BEFORE
    elif place >= len(cells):
        cells[-1] = _AFTER
    else:
        cells[place] = mark


def _legend(line: str) -> str:
    """What the marks that are on the line mean."""
    return "   ".join(f"{mark} {words}" for mark, words in _WORDS.items() if mark in line)


def _words(period: Period | None, revised_end: date | None) -> str:
    if period is None:
        return "Datum saknas."
    text = f"Från {period.start} till {period.end}"
    return f"{text}, nytt slut {revised_end}." if revised_end else f"{text}."
