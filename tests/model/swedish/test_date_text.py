"""Dates and moments read as people say them."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.swedish.date_text import (
    day_and_month,
    days_left_text,
    iso,
    long_date,
    short_date,
    time_text,
)

TODAY = date(2024, 4, 23)
SUMMER_TIME = timezone(timedelta(hours=2))
NOW = datetime(2024, 4, 23, 14, 32, tzinfo=SUMMER_TIME)


def test_lists_have_short_dates_and_name_the_year_only_when_it_is_another() -> None:
    assert short_date(date(2024, 9, 30), year=2024) == "30 sep"
    assert short_date(date(2025, 9, 30), year=2024) == "30 sep 2025"
    assert short_date(date(2024, 9, 30), year=None) == "30 sep 2024"


def test_short_months_stay_short_and_the_shortest_stay_whole() -> None:
    months = [short_date(date(2024, month, 1), year=2024)[2:] for month in range(1, 13)]
    assert " ".join(months) == "jan feb mars apr maj juni juli aug sep okt nov dec"


def test_forms_and_documents_have_ordinary_hyphens() -> None:
    assert iso(date(2024, 9, 30)) == "2024-09-30"


def test_sentences_have_whole_months() -> None:
    assert day_and_month(date(2024, 4, 30)) == "30 april"
    assert long_date(date(2024, 8, 1)) == "1 augusti 2024"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2024, 4, 30), "7 dagar kvar"),
        (date(2024, 4, 24), "1 dag kvar"),
        (date(2024, 4, 23), "sista dagen"),
        (date(2024, 4, 22), "1 dag sedan"),
        (date(2024, 4, 1), "22 dagar sedan"),
    ],
)
def test_days_left_are_counted(day: date, said: str) -> None:
    assert days_left_text(day, today=TODAY) == said


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(0), "i dag 14:32"),
        (timedelta(hours=5, minutes=20), "i dag 09:12"),
        (timedelta(hours=15), "i går"),
        (timedelta(days=1), "i går"),
        (timedelta(days=2), "2 dagar sedan"),
        (timedelta(days=6), "6 dagar sedan"),
        (timedelta(days=7), "16 apr"),
        (timedelta(days=200), "6 okt 2023"),
        (timedelta(hours=-2), "i dag 16:32"),
        (timedelta(days=-2), "25 apr 14:32"),
    ],
)
def test_a_moment_is_told_as_people_say_it(ago: timedelta, said: str) -> None:
    assert time_text(NOW - ago, now=NOW) == said


def test_a_moment_stored_in_another_time_zone_is_told_in_the_readers() -> None:
    assert time_text(datetime(2024, 4, 22, 22, 5, tzinfo=UTC), now=NOW) == "i dag 00:05"


def test_a_moment_without_time_zone_is_compared_with_one_without_only() -> None:
    naive = NOW.replace(tzinfo=None)
    assert time_text(naive, now=naive) == "i dag 14:32"
    with pytest.raises(TypeError):
        time_text(naive, now=NOW)


@given(st.timezones(), st.integers(0, 4_000_000_000))
def test_now_is_always_today(zone: tzinfo, seconds: int) -> None:
    now = datetime.fromtimestamp(seconds, zone)
    assert time_text(datetime.fromtimestamp(seconds, UTC), now=now) == f"i dag {now:%H:%M}"
