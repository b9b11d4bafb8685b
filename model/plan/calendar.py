"""The municipal year in tertials: T1 to April, T2 to August, T3 to December.

A tertial has three dates that are not the same thing (domain A4): the as-of date that it
reports, the entry deadline by which units should be done, and the lock by the centre.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Annotated

import msgspec

GRACE_DAYS = 31
"""Days after its as-of date during which a closed, unlocked tertial is still the current one."""

_LAST_DAYS = {1: (4, 30), 2: (8, 31), 3: (12, 31)}
_PATTERN = re.compile(
    r"^\s*(?:([1-9]\d{3})\s*[-/ ]?\s*)?[tT]?\s*([1-3])(?:\s*[-/ ]?\s*([1-9]\d{3}))?\s*$"
)


class Tertial(msgspec.Struct, frozen=True, order=True):
    """One third of a calendar year; orders by time.

    The bounds are kept where one is read from a journal or file, so that no day fails to exist.
    """

    year: Annotated[int, msgspec.Meta(ge=1, le=9999)]
    number: Annotated[int, msgspec.Meta(ge=1, le=3)]

    def __str__(self) -> str:
        """The key used in files and on the command line: `2024-T1`."""
        return f"{self.year}-T{self.number}"

    @property
    def swedish(self) -> str:
        """The tertial as a user reads it: `T1 2024`."""
        return f"T{self.number} {self.year}"

    @property
    def first_day(self) -> date:
        """1 January, 1 May or 1 September."""
        return date(self.year, 4 * self.number - 3, 1)

    @property
    def as_of(self) -> date:
        """The last day, whose state is reported (R14): 30 April, 31 August or 31 December."""
        return date(self.year, *_LAST_DAYS[self.number])

    @property
    def previous(self) -> Tertial:
        """The tertial before, across the turn of the year."""
        return (
            Tertial(self.year - 1, 3) if self.number == 1 else Tertial(self.year, self.number - 1)
        )

    @property
    def following(self) -> Tertial:
        """The tertial after, across the turn of the year."""
        return (
            Tertial(self.year + 1, 1) if self.number == 3 else Tertial(self.year, self.number + 1)
        )

    def __contains__(self, day: date) -> bool:
        """Whether a day falls within the tertial."""
        return self.first_day <= day <= self.as_of


def tertial_of(day: date) -> Tertial:
    """The tertial that a day falls in."""
    return Tertial(day.year, (day.month + 3) // 4)


def tertial_from(text: str, *, year: int) -> Tertial | None:
    """Read `2024-T1`, `T1 2024`, `t1` or `1`; a missing year is `year`. None if unreadable."""
    match = _PATTERN.match(text)
    if match is None or (match[1] and match[3]):
        return None
    return Tertial(int(match[1] or match[3] or year), int(match[2]))


def current_tertial(today: date, locked: frozenset[Tertial] = frozenset()) -> Tertial:
    """The tertial that people report now.

    The one last closed until it is locked, or until 31 days after its as-of date; then the
    running one. The as-of date itself still belongs to the running tertial.
    """
    running = tertial_of(today)
    closed = running.previous
    if closed not in locked and today <= closed.as_of + timedelta(days=GRACE_DAYS):
        return closed
    return running
