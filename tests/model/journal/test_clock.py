"""The clock of a device: it always rises, and only orders what people see."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.journal.clock import START, HybridClock, machine_now, moment

NOW = datetime(2024, 4, 23, 8, tzinfo=UTC)
SHIFTS = st.lists(
    st.timedeltas(min_value=timedelta(days=-4000), max_value=timedelta(days=4000)), max_size=30
)


class Machine:
    """A machine's clock that can be set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@given(SHIFTS)
def test_times_always_rise(shifts: list[timedelta]) -> None:
    """Also when the machine's clock is set back, or stands still."""
    machine = Machine()
    clock = HybridClock(now=machine)
    times = []
    for shift in shifts:
        machine.now = NOW + shift
        times += [clock.tick(), clock.tick()]
    assert times == sorted(set(times))


def test_a_time_says_when_it_was() -> None:
    """The machine's own time, in UTC, to the millisecond."""
    clock = HybridClock(now=lambda: NOW.replace(microsecond=123_999))
    assert clock.tick() == "2024-04-23T08:00:00.123Z-0000"
    assert clock.tick() == "2024-04-23T08:00:00.123Z-0001"
    assert moment(clock.last) == NOW.replace(microsecond=123_000)


def test_more_than_ten_thousand_times_in_a_millisecond_still_rise() -> None:
    """A large import on a fast machine."""
    clock = HybridClock(now=lambda: NOW)
    times = [clock.tick() for _ in range(20_002)]
    assert times == sorted(set(times))


def test_a_clock_that_was_ten_years_ahead_goes_on_from_there() -> None:
    """Nothing is refused; what is written after the clock was mended still comes after."""
    machine = Machine()
    clock = HybridClock(now=machine)
    machine.now = NOW + timedelta(days=3653)
    ahead = clock.tick()
    machine.now = NOW
    assert clock.tick() > ahead


def test_a_start_takes_up_where_the_last_program_was() -> None:
    """The clock was set back between two starts."""
    last = HybridClock(now=lambda: NOW + timedelta(hours=1)).tick()
    assert HybridClock(last, now=lambda: NOW).tick() > last


def test_another_devices_time_pulls_this_one_along() -> None:
    """So that an answer is shown after what it answers, if their clocks differ a little."""
    clock = HybridClock(now=lambda: NOW)
    theirs = HybridClock(now=lambda: NOW + timedelta(minutes=4, seconds=59)).tick()
    clock.observe(theirs)
    assert clock.tick() > theirs


def test_a_time_far_ahead_does_not_pull_this_one_along() -> None:
    """One wrong clock must not spread."""
    clock = HybridClock(now=lambda: NOW)
    before = clock.tick()
    clock.observe(HybridClock(now=lambda: NOW + timedelta(minutes=5, seconds=1)).tick())
    assert clock.last == before


@pytest.mark.parametrize(
    "time",
    [
        "",
        "zzz",
        "2024-04-23",
        "2024-04-23T08:00:00.000Z-x",
        "2024-04-23T08:00:00.000Z-00001",
        "2024-13-45T08:00:00.000Z-0000",
        "٢٠٢٤-04-23T08:00:00.000Z-0000",
        "2024-04-23T08:00:00.000Z-0000\n",
    ],
)
def test_what_is_no_time_is_not_taken_note_of(time: str) -> None:
    """Somebody else's program may write anything."""
    clock = HybridClock(now=lambda: NOW)
    before = clock.tick()
    clock.observe(time)
    clock.resume(time)
    assert clock.last == before
    assert clock.tick() > before
    assert HybridClock(time).last == START
    assert moment(time).year == 1970


def test_the_machines_time_has_a_zone() -> None:
    """Times of devices in different zones, or before and after summer time, compare."""
    assert machine_now().tzinfo is UTC
