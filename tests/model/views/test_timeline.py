"""The year as a line: start, end, new end and today."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.plan.entities import Period
from model.views.timeline import timeline
from tests.model.building import day

TODAY = day("2024-04-23")
YEAR = Period(day("2024-01-01"), day("2024-09-30"))
ANY_DAY = st.dates(date(2022, 1, 1), date(2026, 12, 31))


def line(start: str, end: str, *, today: str = "2023-06-01", width: int = 32) -> str:
    """The line alone, by default without today on it."""
    return timeline(Period(day(start), day(end)), 2024, day(today), width=width).line


def test_start_end_and_today_stand_where_they_are_in_the_year() -> None:
    """One cell is half a month here."""
    assert line("2024-03-01", "2024-09-30") == "jan ───●━━━━━━━━━━━━━○────── dec"
    drawn = line("2024-03-01", "2024-09-30", today="2024-06-15")
    inner = drawn[4:-4]
    assert (inner.index("●"), inner.index("┃"), inner.index("○")) == (3, 10, 17)


def test_the_new_end_and_the_planned_one_are_both_seen() -> None:
    """The bar reaches to the one that holds."""
    drawn = timeline(YEAR, 2024, TODAY, width=32, revised_end=day("2024-11-30"))
    inner = drawn.line[4:-4]
    assert inner.index("○") < inner.index("◇")
    assert "━" in inner[inner.index("○") : inner.index("◇")]
    assert drawn.words == "Från 2024-01-01 till 2024-09-30, nytt slut 2024-11-30."


@pytest.mark.parametrize(
    ("start", "end", "marks"),
    [
        ("2023-10-02", "2024-12-16", "◂○"),
        ("2024-03-01", "2025-06-30", "●▸"),
        ("2022-02-14", "2025-06-30", "◂▸"),
        ("2022-02-14", "2023-12-31", "◂"),
        ("2025-01-01", "2025-06-30", "▸"),
        ("2024-05-05", "2024-05-05", "○"),
    ],
)
def test_what_reaches_outside_the_year_ends_in_an_arrow(start: str, end: str, marks: str) -> None:
    """On the side where it goes on, also when the whole of it lies there."""
    drawn = line(start, end)
    assert "".join(mark for mark in drawn if mark in "●○◇◂▸┃") == marks


def test_only_the_marks_that_are_seen_are_explained() -> None:
    """Last year's activity has no start this year, and today is only in its own year."""
    assert timeline(YEAR, 2024, TODAY, width=40).legend == "● start   ○ slut   ┃ i dag"
    assert timeline(YEAR, 2024, day("2025-01-02"), width=40).legend == "● start   ○ slut"
    whole = Period(day("2023-01-01"), day("2025-01-01"))
    assert timeline(whole, 2024, TODAY, width=40).legend == "┃ i dag"


def test_without_dates_only_today_is_there() -> None:
    """And that is said in words."""
    drawn = timeline(None, 2024, TODAY, width=40)
    assert "━" not in drawn.line
    assert drawn.words == "Datum saknas."


@given(
    st.none() | st.builds(Period, ANY_DAY, ANY_DAY),
    ANY_DAY,
    st.integers(1, 200),
    st.none() | ANY_DAY,
)
def test_the_line_is_always_as_wide_as_it_was_asked_to_be(
    period: Period | None, today: date, width: int, revised_end: date | None
) -> None:
    """Whatever the dates, even an end before the start; at least 20 cells."""
    drawn = timeline(period, 2024, today, width=width, revised_end=revised_end)
    assert len(drawn.line) == max(width, 20)
    assert drawn.line.startswith("jan ")
    assert drawn.line.endswith(" dec")
    assert ("┃" in drawn.line) == (today.year == 2024)
