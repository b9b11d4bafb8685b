"""Dates in the plan form: typed as people type them, or moved by keys."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.home.paths import Home
from tests.tui.app.person import Person, at_the_screen
from tui.app.plan_text import FormText, read
from tui.app.widgets.date_field import DateField

TODAY = date(2024, 4, 23)


def field(person: Person) -> DateField:
    """The date that has the cursor."""
    focused = person.app.screen.focused
    assert isinstance(focused, DateField)
    return focused


async def to_the_end_date(person: Person) -> None:
    """A new activity, with the cursor in its end date: 2024-12-31."""
    await person.does("new_activity")
    await person.presses("tab", "tab", "tab")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("30 sep", "2024-09-30"),
        ("30/9", "2024-09-30"),
        ("240930", "2024-09-30"),
        ("30 sep 2025", "2025-09-30"),
        ("+14", "2024-05-07"),
        ("-3d", "2024-04-20"),
        ("+1m", "2024-05-23"),
        ("idag", "2024-04-23"),
    ],
)
async def test_a_date_is_typed_in_any_way_and_shown_as_iso(
    home: Home, typed: str, shown: str
) -> None:
    """When the field is left; also where + and - would have moved the date that stood there."""
    async with at_the_screen(home) as person:
        await to_the_end_date(person)
        end = field(person)
        await person.types(typed)
        await person.presses("tab")
        assert end.value == shown


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (("plus",), "2025-01-01"),
        (("plus", "plus", "minus"), "2025-01-01"),
        (("minus",), "2024-12-30"),
        (("pageup",), "2025-01-31"),
        (("pageup", "pageup"), "2025-02-28"),
        (("pagedown",), "2024-11-30"),
    ],
)
async def test_a_date_is_moved_by_keys(home: Home, keys: tuple[str, ...], shown: str) -> None:
    """+ and - a day, PgUp and PgDn a month."""
    async with at_the_screen(home) as person:
        await to_the_end_date(person)
        await person.presses(*keys)
        assert field(person).value == shown


async def test_a_date_is_never_moved_out_of_the_years_that_are_read(home: Home) -> None:
    """What can be moved to can be read."""
    async with at_the_screen(home) as person:
        await to_the_end_date(person)
        await person.types("2199-12-31")
        await person.presses("plus", "pageup")
        assert field(person).value == "2199-12-31"


async def test_dates_can_be_moved_from_the_palette_too(home: Home) -> None:
    """And where no date has the cursor it says so."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await person.app.screen.run_action("day(1)")
        await person.waits()
        assert "Ställ markören i Start eller Slut först." in person.text
        await person.presses("tab", "tab")
        await person.app.screen.run_action("day(1)")
        await person.app.screen.run_action("month(1)")
        assert field(person).value == "2024-05-24"


async def test_both_dates_are_told_in_words(home: Home) -> None:
    """So that a slip of the finger is seen."""
    async with at_the_screen(home) as person:
        await to_the_end_date(person)
        await person.types("30 sep")
        assert "23 april – 30 september 2024, 161 dagar" in person.text
        await person.types(" 2025")
        assert "23 april 2024 – 30 september 2025, 526 dagar" in person.text


async def test_a_start_next_year_plans_for_next_year(home: Home) -> None:
    """The top line says which year, and an end without a year is in it."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await person.presses("tab", "tab")
        await person.types("2025-02-01")
        await person.presses("tab")
        end = field(person)
        await person.types("30 sep")
        await person.presses("tab")
        assert end.value == "2025-09-30"
        assert "Ny aktivitet · Kostenheten 2025" in person.lines[0]


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused_with_words(start: str, end: str, title: str) -> None:
    """No text in the form ends the program."""
    reading = read(FormText(title=title, start=start, end=end), None, TODAY)
    assert (reading.start is None) == ("start_date" in reading.problems)
    assert all(reading.problems.values())
