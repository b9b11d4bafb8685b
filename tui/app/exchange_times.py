"""When the app exchanges: soon after start and after edits, at intervals, rarely where it fails."""

from __future__ import annotations

import random
from collections.abc import Callable

QUIET_SECONDS = 30.0
"""How long nothing has been written before what was written is sent."""
INTERVAL_SECONDS = 300.0
"""Between two exchanges, when nothing is written here."""
FIRST_AGAIN_SECONDS = 30.0
LONGEST_AGAIN_SECONDS = 1800.0
"""After a failure the pause grows from the first to the longest, each twice the one before."""
SPREAD = 0.2
"""By what part a pause is shorter or longer, so that not all devices come at once."""


class ExchangeTimes:
    """Knows when the next exchange is due, in seconds of a clock that only goes forward."""

    def __init__(self, chance: Callable[[], float] = random.random) -> None:
        """Due at once; `chance` gives numbers from 0 to 1."""
        self._chance = chance
        self._failures = 0
        self._regular = float("-inf")
        self._after_edit: float | None = None

    def is_due(self, now: float) -> bool:
        """Whether it is time."""
        if now >= self._regular:
            return True
        return self._after_edit is not None and not self._failures and now >= self._after_edit

    def edited(self, now: float) -> None:
        """Something was written that waits to be sent; more may follow at once."""
        self._after_edit = now + QUIET_SECONDS

    def soon(self, now: float) -> None:
        """Something was written that somebody waits for."""
        self._regular = now

    def began(self) -> None:
        """An exchange takes up everything that was written by now."""
        self._after_edit = None

    def ended(self, now: float, *, is_well: bool) -> None:
        """It ended; where it went wrong, the pause grows."""
        self._failures = 0 if is_well else self._failures + 1
        pause = INTERVAL_SECONDS
        if self._failures:
            pause = min(
                FIRST_AGAIN_SECONDS * 2 ** min(self._failures - 1, 20), LONGEST_AGAIN_SECONDS
            )
        self._regular = now + pause * (1 + SPREAD * (2 * self._chance() - 1))
