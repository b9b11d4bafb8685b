"""When the app synchronises: soon, not all the time, and more rarely where it fails."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.app.exchange_times import (
    INTERVAL_SECONDS,
    LONGEST_AGAIN_SECONDS,
    QUIET_SECONDS,
    SPREAD,
    ExchangeTimes,
)


def after_one() -> ExchangeTimes:
    """An exchange went well at the time 0; no chance is involved."""
    times = ExchangeTimes(lambda: 0.5)
    assert times.is_due(0), "at the start"
    times.began()
    times.ended(0, is_well=True)
    return times


def test_at_intervals() -> None:
    """Also when nothing is written here: others may have written."""
    times = after_one()
    assert not times.is_due(INTERVAL_SECONDS - 1)
    assert times.is_due(INTERVAL_SECONDS)


def test_what_is_written_is_sent_when_it_has_been_quiet() -> None:
    """Not between two key presses, and not later than at the interval."""
    times = after_one()
    times.edited(10)
    times.edited(35)
    assert not times.is_due(10 + QUIET_SECONDS)
    assert times.is_due(35 + QUIET_SECONDS)
    for second in range(40, int(INTERVAL_SECONDS)):
        times.edited(second)
    assert times.is_due(INTERVAL_SECONDS)


def test_what_is_written_during_an_exchange_is_not_forgotten() -> None:
    """It may have come too late for that one."""
    times = after_one()
    times.began()
    times.edited(100)
    times.ended(101, is_well=True)
    assert times.is_due(100 + QUIET_SECONDS)


def test_what_others_wait_for_is_sent_at_once() -> None:
    """Also where the last try failed."""
    times = after_one()
    times.ended(5, is_well=False)
    times.soon(6)
    assert times.is_due(6)


@given(st.integers(1, 40), st.floats(0, 1))
def test_where_it_fails_it_is_tried_more_and_more_rarely(failures: int, chance: float) -> None:
    """Edits change nothing in that; and once it goes well all is as before."""
    times = ExchangeTimes(lambda: chance)
    for _ in range(failures):
        times.began()
        times.ended(0, is_well=False)
    times.edited(-QUIET_SECONDS)
    pause = min(30 * 2 ** (failures - 1), LONGEST_AGAIN_SECONDS)
    assert not times.is_due(pause * (1 - SPREAD) - 1)
    assert times.is_due(pause * (1 + SPREAD))
    times.ended(0, is_well=True)
    assert times.is_due(INTERVAL_SECONDS * (1 + SPREAD))
