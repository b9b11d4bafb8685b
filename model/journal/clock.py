"""The hybrid logical clock of one local database.

Times are text that sorts: `2026-11-20T18:20:18.123Z-0000`. They order concurrent changes for
display only. A clock that is wrong is never a reason to refuse data, and another device's
clock may pull this one forward by at most five minutes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

TOLERANCE = timedelta(minutes=5)
START = "1970-01-01T00:00:00.000Z-0000"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3})Z-([0-9]{4})")


def machine_now() -> datetime:
    """The machine's own time, with zone."""
    return datetime.now(UTC)


def _parts(time: str) -> tuple[datetime, int] | None:
    """The wall-clock part and the counter of a hybrid time; None when it is malformed."""
    match = _TIME.fullmatch(time)
    if match is None:
        return None
    try:
        return datetime.fromisoformat(match[1]).replace(tzinfo=UTC), int(match[2])
    except ValueError:
        return None


def moment(time: str) -> datetime:
    """The wall-clock part of a hybrid time; a malformed one reads as the start of time."""
    parts = _parts(time)
    return parts[0] if parts is not None else _EPOCH


def text_of(at: datetime, counter: int = 0) -> str:
    """The hybrid time of a moment."""
    wall = at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds")
    return f"{wall}Z-{counter:04d}"


class HybridClock:
    """Hands out times that always rise, even when the machine's clock is set back."""

    def __init__(self, last: str = START, now: Callable[[], datetime] = machine_now) -> None:
        self.last = START
        self._now = now
        self.resume(last)

    def tick(self) -> str:
        """The next time: the machine's, or the last one given plus one when that is later."""
        own = text_of(self._now(), 0)
        if own > self.last:
            self.last = own
        else:
            base, counter = _parts(self.last) or (_EPOCH, 0)
            if counter == 9999:
                self.last = text_of(base + timedelta(milliseconds=1), 0)
            else:
                self.last = text_of(base, counter + 1)
        return self.last

    def resume(self, time: str) -> None:
        """Go on from a time that this database has given before, whatever the machine says."""
        if time > self.last and _parts(time) is not None:
            self.last = time

    def observe(self, time: str) -> None:
        """Take note of another device's time, unless it is more than five minutes ahead."""
        if self.last < time <= text_of(self._now() + TOLERANCE, 9999):
            self.resume(time)
