"""Pictures of the screens with which a year is planned, in one theme."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from model.home.paths import Home
from tests.tui.app.person import NARROW, at_the_screen
from tests.tui.app.planning import fills_in

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

AFTERNOON = datetime.fromisoformat("2024-04-23T14:32:00+02:00")


@pytest.fixture(autouse=True)
def one_afternoon(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 14:32 all the while."""
    monkeypatch.setattr("tui.app.plan_state.now", lambda: AFTERNOON)
    monkeypatch.setattr("tui.app.screens.plan_form_drafts.now", lambda: AFTERNOON)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (160, 45)])
async def test_a_new_activity(
    home: Home, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """Filled in, as it is before saving."""
    async with at_the_screen(home, size=size) as person:
        await person.does("new_activity")
        await fills_in(person)
        assert person.screen == picture


async def test_a_form_with_much_to_say(home: Home, picture: SnapshotAssertion) -> None:
    """Saving was tried: every field has something said of it."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await person.types("Rutin för matsvinn, försenad")
        await person.presses("tab", "tab")
        await person.types("31 feb")
        await person.presses("tab", "tab")
        await person.types("Samtal med 19811228-9874.")
        await person.presses("tab", "tab")
        await person.types("Gunbritt Häggmo")
        await person.does("save")
        assert person.screen == picture


async def test_an_activity_of_the_operational_plan(
    department_home: Home, picture: SnapshotAssertion
) -> None:
    """Only its people can be given."""
    from tui.app.screens.plan_form import open_plan_form

    async with at_the_screen(department_home) as person:
        [unit] = person.app.session.units
        found = next(
            each for each in person.app.session.plan.activities_of(unit) if each.origin == "plan"
        )
        await open_plan_form(person.app, unit, found.id)
        await person.waits()
        assert person.screen == picture


async def test_a_draft_that_is_taken_up(home: Home, picture: SnapshotAssertion) -> None:
    """The top line says when it was written."""
    async with at_the_screen(home, size=NARROW) as person:
        await person.does("new_activity")
        await person.types("Provsmakning")
        await person.does("back", "new_activity")
        person.app.clear_notifications()
        await person.waits()
        assert person.screen == picture


async def test_choosing_goals(home: Home, picture: SnapshotAssertion) -> None:
    """One of them is marked."""
    async with at_the_screen(home) as person:
        await person.does("new_activity", "pick_goals", "mark")
        assert person.screen == picture


async def test_choosing_somebody(home: Home, picture: SnapshotAssertion) -> None:
    """The unit's own people first."""
    async with at_the_screen(home, size=NARROW) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.presses("tab", "tab", "enter")
        assert person.screen == picture


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_ideas(home: Home, picture: SnapshotAssertion, size: tuple[int, int]) -> None:
    """By health factor, with why."""
    async with at_the_screen(home, size=size) as person:
        await person.does("new_activity", "ideas")
        assert person.screen == picture


async def test_carrying_over(home: Home, picture: SnapshotAssertion) -> None:
    """One is marked."""
    async with at_the_screen(home) as person:
        await person.does("new_activity", "carry_over", "mark")
        assert person.screen == picture
