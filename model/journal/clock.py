"""The hybrid logical clock of one local database.

Times are text that sorts: `2026-11-20T18:20:18.123Z-0000`. They order concurrent changes for
display only. A clock that is wrong is never a reason to refuse data, and another device's
clock may pull this one forward by at most five minutes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

TOLERANCE = timedelta(minutes=5)
START = "1970-01-01T00:00:00.000Z-0000"


def machine_now() -> datetime:
    """The machine's own time, with zone."""
    return datetime.now(UTC)


def moment(time: str) -> datetime:
    """The wall-clock part of a hybrid time; a malformed one reads as the start of time."""
    try:
        return datetime.fromisoformat(time[:23]).replace(tzinfo=UTC)
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)


def _text(at: datetime, counter: int) -> str:
    seconds = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    return f"{seconds}.{at.microsecond // 1000:03d}Z-{counter:04d}"


class HybridClock:
    """Hands out times that always rise, even when the machine's clock is set back."""

    def __init__(self, last: str = START, now: Callable[[], datetime] = machine_now) -> None:
        self.last = last
        self._now = now

    def tick(self) -> str:
        """The next time: the machine's, or the last one given plus one when that is later."""
        own = _text(self._now(), 0)
        if own > self.last:
            self.last = own
        else:
            counter = int(self.last[-4:]) + 1
            base = moment(self.last)
            if counter > 9999:
                base, counter = base + timedelta(milliseconds=1), 0
            self.last = _text(base, counter)
        return self.last

    def observe(self, time: str) -> None:
        """Take note of another device's time, unless it is more than five minutes ahead."""
        if self.last < time <= _text(self._now() + TOLERANCE, 9999):
            self.last = time
