"""Dates as they are typed by hand, read into a `date`.

How dates are written is in `date_text`; its functions can be imported from here as well.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

from model.errors import ModelError
from model.swedish.date_text import (
    MONTHS,
    day_and_month,
    days_left_text,
    iso,
    long_date,
    short_date,
    time_text,
)
from model.swedish.visible import visible

__all__ = [
    "UnreadableDate",
    "add_months",
    "day_and_month",
    "days_left_text",
    "iso",
    "long_date",
    "parse_date",
    "short_date",
    "time_text",
]

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years outside these are taken for slips of the finger."""

_EXAMPLES = "2024-09-30, 30/9, 30 sep, idag eller +14"
_SHOWN = 40


class UnreadableDate(ModelError):
    """What was typed is not a date; the message is Swedish and says how to write one.

    `typed` is the text as given; `nearest` the month's last day where only the day was too high.
    """

    def __init__(self, typed: str, reason: str, nearest: date | None = None) -> None:
        super().__init__(reason)
        self.typed = typed
        self.nearest = nearest


def add_months(day: date, months: int) -> date:
    """The same day so many months later (or earlier), or the month's last day if it is shorter.

    Raises `OverflowError` outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= MAXYEAR:
        raise OverflowError("date value out of range")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def parse_date(text: str, *, near: date, year: int | None = None) -> date:
    """The day that a person means by `30/9`, `30 sep 2024`, `240930`, `imorgon`, `+1v` and so on.

    `near` is the day that `idag` and steps such as `+14`, `+1v`, `+1m` and `-3d` count from. A day
    without a year is in `year`, else in the year of `near`; two digits of a year are 2000 to 2099.
    Raises `UnreadableDate`.
    """
    composed = unicodedata.normalize("NFC", text)
    typed = " ".join(composed.translate(_DASHES).casefold().split())
    if not typed:
        raise UnreadableDate(text, f"Datum saknas. Skriv till exempel {_EXAMPLES}.")
    if typed in _DAY_WORDS:
        return near + timedelta(days=_DAY_WORDS[typed])
    if match := _STEP.fullmatch(typed):
        return _step(text, match, near)
    for pattern in _CALENDAR_DAYS:
        if match := pattern.fullmatch(typed):
            parts = match.groupdict()
            month = _month_number(parts["month"])
            if month is None:
                break
            full_year = _full_year(parts["year"], near.year if year is None else year)
            return _existing_day(text, full_year, month, int(parts["day"]))
    raise UnreadableDate(
        text, f"{_quoted(text)} går inte att läsa som ett datum. Skriv till exempel {_EXAMPLES}."
    )


_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_DAY_WORDS = {
    "i förrgår": -2,
    "igår": -1,
    "i går": -1,
    "idag": 0,
    "i dag": 0,
    "imorgon": 1,
    "i morgon": 1,
    "i övermorgon": 2,
}
_STEP = re.compile(
    r"(?P<sign>[+-]) ?(?P<number>[0-9]{1,4})"
    r" ?(?:(?P<weeks>v|veckor|vecka)|(?P<months>m|mån|månad|månader)|(?P<years>å|år)|d|dag|dagar)?"
)
_DAY = r"(?P<day>[0-9]{1,2})"
_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2})"
_CALENDAR_DAYS = (
    re.compile(r"(?P<year>[0-9]{4})([-/.])(?P<month>[0-9]{1,2})\2" + _DAY),
    re.compile(_YEAR + r"-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
    re.compile(_YEAR + r"(?P<month>[0-9]{2})(?P<day>[0-9]{2})"),
    re.compile(_DAY + r" ?[/.] ?(?P<month>[0-9]{1,2})(?:(?: ?[-/.] ?| )'?" + _YEAR + r")?"),
    re.compile(
        r"(?:den )?" + _DAY + r"(?::?[ae])? ?(?P<month>[a-z]{3,})\.?(?: ?[-,]? ?'?" + _YEAR + r")?"
    ),
)


def _quoted(text: str) -> str:
    shown = visible(text.strip())
    return f"”{shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + '…'}”"


def _full_year(typed: str | None, default: int) -> int:
    if typed is None:
        return default
    return int(typed) + (2000 if len(typed) == 2 else 0)


def _month_number(typed: str) -> int | None:
    """1 to 12 for a name or its beginning (three letters or more); digits as they stand."""
    if typed.isdigit():
        return int(typed)
    return next((n for n, name in enumerate(MONTHS, 1) if name.startswith(typed)), None)


def _check_year(text: str, year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        reason = f"{_quoted(text)} hamnar utanför åren {FIRST_YEAR}–{LAST_YEAR}."
        raise UnreadableDate(text, f"{reason} Skriv till exempel {_EXAMPLES}.")


def _existing_day(text: str, year: int, month: int, day: int) -> date:
    """The day if it exists; else the error that says which day would."""
    _check_year(text, year)
    if not 1 <= month <= 12:
        reason = f"{_quoted(text)} är inget datum: månad {month} finns inte."
        if "/" in text and 1 <= day <= 12 < month <= 31:
            raise UnreadableDate(text, f"{reason} Skriv dagen före månaden: {month}/{day}.")
        raise UnreadableDate(text, f"{reason} Skriv till exempel {_EXAMPLES}.")
    last = monthrange(year, month)[1]
    if day > last:
        name = f"{MONTHS[month - 1]} {year}" if month == 2 else MONTHS[month - 1]
        nearest = date(year, month, last)
        reason = f"{_quoted(text)} är inget datum: {name} har {last} dagar."
        raise UnreadableDate(text, f"{reason} Sista dagen är {iso(nearest)}.", nearest)
    if day == 0:
        reason = f"{_quoted(text)} är inget datum: dag 0 finns inte."
        raise UnreadableDate(text, f"{reason} Skriv till exempel {_EXAMPLES}.")
    return date(year, month, day)


def _step(text: str, match: re.Match[str], near: date) -> date:
    """So many days, weeks, months or years from `near`."""
    number = int(match["sign"] + match["number"])
    try:
        if match["months"] or match["years"]:
            day = add_months(near, number * (12 if match["years"] else 1))
        else:
            day = near + timedelta(days=number * (7 if match["weeks"] else 1))
    except OverflowError:
        day = date.min
    _check_year(text, day.year)
    return day
