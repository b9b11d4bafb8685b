"""Dates and moments as they are written: `30 sep` in lists, ISO in forms and documents."""

from __future__ import annotations

from datetime import date, datetime

from model.swedish.numbers import counted

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_SHORT_MONTHS = tuple(
    name if name in {"mars", "maj", "juni", "juli"} else name[:3] for name in MONTHS
)
_DAYS_COUNTED_BACK = 6


def iso(day: date) -> str:
    """`2024-09-30` with ordinary hyphens."""
    return day.isoformat()


def short_date(day: date, *, year: int | None) -> str:
    """`30 sep`, with its year (`30 sep 2025`) when that is another than `year`.

    `year` is the year that the reader takes for granted; with None the year is always written.
    """
    text = f"{day.day} {_SHORT_MONTHS[day.month - 1]}"
    return text if day.year == year else f"{text} {day.year}"


def day_and_month(day: date) -> str:
    """`30 september`, for a sentence in which the year is known."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def long_date(day: date) -> str:
    """`30 september 2024`."""
    return f"{day_and_month(day)} {day.year}"


def days_left_text(day: date, *, today: date) -> str:
    """How far off a last day is: `7 dagar kvar`, `sista dagen`, `1 dag sedan`."""
    left = (day - today).days
    if left == 0:
        return "sista dagen"
    return f"{counted(abs(left), 'dag', 'dagar')} {'kvar' if left > 0 else 'sedan'}"


def time_text(moment: datetime, *, now: datetime) -> str:
    """When something happened, as people say it: `i dag 09:12`, `i går`, `3 dagar sedan`, `2 apr`.

    Both are aware or both naive (else `TypeError`); an aware moment is read in the time zone of
    `now`. What lies on a later day than `now` (another machine's clock) has its date and time.
    """
    if (moment.utcoffset() is None) != (now.utcoffset() is None):
        raise TypeError("moment and now must both have a time zone, or neither")
    local = moment if moment.tzinfo is None else moment.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    if days == 0:
        return f"i dag {local:%H:%M}"
    if days == 1:
        return "i går"
    if 1 < days <= _DAYS_COUNTED_BACK:
        return f"{days} dagar sedan"
    text = short_date(local.date(), year=now.year)
    return text if days > 0 else f"{text} {local:%H:%M}"
