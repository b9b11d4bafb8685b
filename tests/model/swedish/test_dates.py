"""A date can be typed in any of the ways that people write one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import ModelError
from model.swedish.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    UnreadableDate,
    add_months,
    iso,
    long_date,
    parse_date,
    short_date,
)

TODAY = date(2024, 4, 23)
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
THIS_CENTURY = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "2024-09-30",
        "2024/9/30",
        "20240930",
        "240930",
        "24-09-30",
        "30/9",
        "30 / 9",
        "30/9 2024",
        "30/9-24",
        "30/9/2024",
        "30.9.2024",
        "30 sep",
        "30sep",
        "30 SEPT.",
        "30 september 2024",
        "den 30 september 2024",
        "30:e september",
        "30 sep 24",
        "30 sep -24",
        "30 sep '24",
        "  30\u00a0september  ",
        "2024\u201109\u201130",
        "30/9\u201324",
    ],
)
def test_the_last_of_september_can_be_typed_in_many_ways(typed: str) -> None:
    assert parse_date(typed, near=TODAY) == date(2024, 9, 30)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("idag", TODAY),
        ("I dag", TODAY),
        ("imorgon", date(2024, 4, 24)),
        ("i morgon", date(2024, 4, 24)),
        ("i övermorgon", date(2024, 4, 25)),
        ("igår", date(2024, 4, 22)),
        ("i ga\u030ar", date(2024, 4, 22)),
        ("+14", date(2024, 5, 7)),
        ("+14 dagar", date(2024, 5, 7)),
        ("+1v", date(2024, 4, 30)),
        ("+2 veckor", date(2024, 5, 7)),
        ("+1m", date(2024, 5, 23)),
        ("+1 månad", date(2024, 5, 23)),
        ("+1å", date(2025, 4, 23)),
        ("-3d", date(2024, 4, 20)),
        ("\u22123", date(2024, 4, 20)),
        ("+0", TODAY),
    ],
)
def test_words_and_steps_count_from_today(typed: str, meant: date) -> None:
    assert parse_date(typed, near=TODAY) == meant


def test_a_day_without_a_year_is_in_the_year_of_today_or_of_the_plan() -> None:
    assert parse_date("30/9", near=TODAY) == date(2024, 9, 30)
    assert parse_date("30/9", near=TODAY, year=2025) == date(2025, 9, 30)
    assert parse_date("30/9-23", near=TODAY, year=2025) == date(2023, 9, 30)
    assert parse_date("idag", near=TODAY, year=2025) == TODAY


@pytest.mark.parametrize("months", range(12))
def test_every_month_can_be_shortened_to_three_letters_or_more(months: int) -> None:
    day = add_months(date(2024, 1, 5), months)
    name = long_date(day).split()[1]
    for length in range(3, len(name) + 1):
        assert parse_date(f"5 {name[:length]}", near=TODAY) == day


@pytest.mark.parametrize(
    ("typed", "nearest", "said"),
    [
        ("31/9", date(2024, 9, 30), "september har 30 dagar. Sista dagen är 2024-09-30."),
        ("30 feb", date(2024, 2, 29), "februari 2024 har 29 dagar. Sista dagen är 2024-02-29."),
        ("29/2 2023", date(2023, 2, 28), "februari 2023 har 28 dagar"),
        ("2024-01-32", date(2024, 1, 31), "januari har 31 dagar"),
    ],
)
def test_a_day_too_many_names_the_last_day_of_the_month(
    typed: str, nearest: date, said: str
) -> None:
    with pytest.raises(UnreadableDate) as refused:
        parse_date(typed, near=TODAY)
    assert refused.value.nearest == nearest
    assert refused.value.typed == typed
    assert f"”{typed}” är inget datum: {said}" in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Datum saknas. Skriv till exempel 2024-09-30, 30/9, 30 sep, idag eller +14."),
        ("snart", "”snart” går inte att läsa som ett datum. Skriv till exempel 2024-09-30"),
        ("30 xyz", "går inte att läsa"),
        ("30 se", "går inte att läsa"),
        ("maj", "går inte att läsa"),
        ("2024-09", "går inte att läsa"),
        ("2024-09/30", "går inte att läsa"),
        ("1e3", "går inte att läsa"),
        ("٣٠/٩", "går inte att läsa"),
        ("9/30", "månad 30 finns inte. Skriv dagen före månaden: 30/9."),
        ("2024-13-01", "månad 13 finns inte"),
        ("0/9", "dag 0 finns inte"),
        ("0/0", "månad 0 finns inte. Skriv till exempel 2024-09-30"),
        ("0204-09-30", "hamnar utanför åren 1900–2199"),
        ("+9999å", "hamnar utanför åren"),
        ("-9999å", "hamnar utanför åren"),
        ("\x1b[2J", "”␛[2J” går inte att läsa"),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_write_instead(typed: str, said: str) -> None:
    with pytest.raises(UnreadableDate) as refused:
        parse_date(typed, near=TODAY)
    assert said in str(refused.value)
    assert refused.value.nearest is None


def test_a_long_text_pasted_by_mistake_is_not_quoted_whole() -> None:
    with pytest.raises(UnreadableDate) as refused:
        parse_date("x" * 10_000, near=TODAY)
    assert len(str(refused.value)) < 200


@given(st.text(max_size=40) | st.text("0123456789/-+. dmvåsep", max_size=10), DAYS)
def test_any_text_is_a_date_or_is_refused_in_swedish(text: str, near: date) -> None:
    said = ""
    try:
        assert FIRST_YEAR <= parse_date(text, near=near).year <= LAST_YEAR
    except ModelError as refused:
        said = str(refused)
    assert not said or "Skriv " in said or "Sista dagen" in said


@given(DAYS, DAYS)
def test_what_the_program_writes_it_can_read(day: date, near: date) -> None:
    assert parse_date(iso(day), near=near) == day
    assert parse_date(long_date(day), near=near) == day
    assert parse_date(short_date(day, year=None), near=near) == day
    assert parse_date(short_date(day, year=near.year), near=near) == day


@given(THIS_CENTURY, DAYS)
def test_two_digits_of_a_year_are_of_this_century(day: date, near: date) -> None:
    assert parse_date(f"{day:%y%m%d}", near=near) == day
    assert parse_date(f"{day.day}/{day.month}-{day:%y}", near=near) == day


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 9999))
def test_steps_forth_and_back_lead_home(day: date, steps: int) -> None:
    there = parse_date(f"+{steps}", near=day)
    assert there == day + timedelta(days=steps)
    assert parse_date(f"-{steps}", near=there) == day


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 8, 31), 1, date(2024, 9, 30)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 1, 1), -1, date(2023, 12, 1)),
    ],
)
def test_a_month_later_is_at_the_latest_that_months_last_day(
    day: date, months: int, later: date
) -> None:
    assert add_months(day, months) == later


@given(DAYS, st.integers(-1200, 1200))
def test_months_are_counted_whole(day: date, months: int) -> None:
    later = add_months(day, months)
    assert later.year * 12 + later.month == day.year * 12 + day.month + months
    assert later.day <= day.day
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_months_beyond_the_calendar_are_an_overflow_as_days_are() -> None:
    with pytest.raises(OverflowError):
        add_months(date.max, 1)
    with pytest.raises(OverflowError):
        add_months(date.min, -1)
