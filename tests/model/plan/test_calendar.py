"""The municipal year in tertials."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.plan.calendar import (
    GRACE_DAYS,
    Tertial,
    current_tertial,
    tertial_from,
    tertial_of,
)
from tests.model.building import T1, T2, T3, T3_2023, day

YEARS = st.integers(1900, 2199)
TERTIALS = st.builds(Tertial, YEARS, st.integers(1, 3))
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("tertial", "first", "last"),
    [
        (T1, "2024-01-01", "2024-04-30"),
        (T2, "2024-05-01", "2024-08-31"),
        (T3, "2024-09-01", "2024-12-31"),
    ],
)
def test_a_tertial_closes_at_the_end_of_april_august_and_december(
    tertial: Tertial, first: str, last: str
) -> None:
    """«Sista april, sista augusti och sista december» (R14)."""
    assert (tertial.first_day, tertial.as_of) == (day(first), day(last))


def test_a_leap_year_s_first_tertial_is_a_day_longer() -> None:
    """29 February belongs to T1."""
    assert (T1.as_of - T1.first_day).days + 1 == 121
    assert (Tertial(2023, 1).as_of - Tertial(2023, 1).first_day).days + 1 == 120
    assert day("2024-02-29") in T1


def test_it_is_written_one_way_for_files_and_one_for_people() -> None:
    """`2024-T1` sorts; `T1 2024` reads."""
    assert str(T1) == "2024-T1"
    assert T1.swedish == "T1 2024"


@given(DAYS)
def test_every_day_is_in_exactly_one_tertial(any_day: date) -> None:
    """There is no gap and no overlap, whatever the year."""
    tertial = tertial_of(any_day)
    assert any_day in tertial
    assert any_day not in tertial.previous
    assert any_day not in tertial.following


@given(TERTIALS)
def test_one_tertial_follows_on_another(tertial: Tertial) -> None:
    """The next begins the day after, also across the turn of the year."""
    assert tertial.following.first_day == tertial.as_of + timedelta(days=1)
    assert tertial.following.previous == tertial
    assert tertial.previous < tertial < tertial.following


@given(TERTIALS, TERTIALS)
def test_tertials_sort_by_time(one: Tertial, other: Tertial) -> None:
    """The order of tertials is that of their days."""
    assert (one < other) == (one.as_of < other.as_of)


@given(TERTIALS)
def test_what_a_tertial_is_called_can_be_read_back(tertial: Tertial) -> None:
    """Both ways of writing it, whatever the year in which it is read."""
    assert tertial_from(str(tertial), year=1999) == tertial
    assert tertial_from(tertial.swedish, year=1999) == tertial


@pytest.mark.parametrize(
    "typed", ["2024-T1", "T1 2024", " t1 ", "1", "2024/1", "2024 t1", "t1-2024", "2024T1"]
)
def test_a_tertial_may_be_typed_in_many_ways(typed: str) -> None:
    """A missing year is the one given."""
    assert tertial_from(typed, year=2024) == T1


@pytest.mark.parametrize(
    "typed", ["", "T4", "0", "2024", "T", "2023-T1-2024", "0000-T1", "T1 0000", "hösten", "1.5"]
)
def test_what_is_no_tertial_is_not_guessed(typed: str) -> None:
    """Better to ask than to report the wrong period; the year 0 has no days."""
    assert tertial_from(typed, year=2024) is None


@pytest.mark.parametrize(
    "written", ['{"year":2024,"number":4}', '{"year":2024,"number":0}', '{"year":0,"number":1}']
)
def test_a_tertial_that_has_no_days_is_refused_where_data_comes_in(written: str) -> None:
    """A broken line of another device must not stop a screen later."""
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(written, type=Tertial)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2024-01-01", T3_2023),
        ("2024-01-31", T3_2023),
        ("2024-02-01", T1),
        ("2024-04-23", T1),
        ("2024-04-30", T1),
        ("2024-05-01", T1),
        ("2024-05-31", T1),
        ("2024-06-01", T2),
        ("2024-08-31", T2),
        ("2024-10-01", T2),
        ("2024-10-02", T3),
        ("2024-12-31", T3),
    ],
)
def test_people_report_the_closed_tertial_for_another_month(today: str, expected: Tertial) -> None:
    """31 days after its close the running tertial takes over; its last day is still its own."""
    assert current_tertial(day(today)) == expected


def test_a_locked_tertial_is_left_at_once() -> None:
    """When the centre has locked T1 on 10 May, people report T2."""
    assert current_tertial(day("2024-05-10"), frozenset({T1})) == T2


def test_another_tertial_s_lock_changes_nothing() -> None:
    """Last year's lock does not end this tertial's month."""
    assert current_tertial(day("2024-05-10"), frozenset({T3_2023})) == T1


@given(DAYS, st.frozensets(TERTIALS, max_size=3))
def test_the_current_tertial_is_the_running_one_or_the_one_before(
    today: date, locked: frozenset[Tertial]
) -> None:
    """Never a later one, and never one closed for longer than the month of grace."""
    tertial = current_tertial(today, locked)
    assert tertial in {tertial_of(today), tertial_of(today).previous}
    assert today <= tertial.as_of + timedelta(days=GRACE_DAYS)
