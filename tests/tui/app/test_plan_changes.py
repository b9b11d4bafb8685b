"""Changing what is planned: also by two at once, with a full disk, and where it is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.home.paths import Home
from model.plan.entities import Activity
from model.store.errors import DiskFull
from model.workspace.edit import Edit
from model.workspace.workspace import Workspace
from tests.tui.app.person import at_the_screen
from tests.tui.app.planning import elsewhere, fills_in, planned
from tui.app.screens.plan_form import open_plan_form

if TYPE_CHECKING:
    import pytest


async def test_an_activity_is_changed(home: Home) -> None:
    """The form opens with what stands in the plan."""
    async with at_the_screen(home) as person:
        await person.goes_to("Hälsotema på APT")
        await person.does("edit_activity")
        assert "Ändra aktivitet · Kostenheten 2024" in person.lines[0]
        assert "Gun-Britt Häggmo" in person.text
        await person.types(" i köken")
        await person.does("save")
        assert person.chosen == "Hälsotema på APT i köken"


async def test_a_save_without_a_change_says_so(home: Home) -> None:
    """And writes nothing that would have to be undone."""
    async with at_the_screen(home) as person:
        await person.does("edit_activity", "save")
        assert "Inget var ändrat." in person.text


async def test_two_who_change_the_same_title_are_both_kept(home: Home) -> None:
    """A form that was open all the while becomes a visible conflict, never a silent overwrite."""
    async with at_the_screen(home) as person:
        await person.goes_to("Hälsotema på APT")
        await person.does("edit_activity")
        elsewhere(home, "Hälsotema på APT", "Hälsa på APT")
        await person.types(" i köken")
        await person.does("save")
        assert "⚡" in person.screen
    saved = planned(home, "Hälsotema på APT i köken")
    assert saved is not None
    assert saved.conflicts == ("title",)


async def test_somebody_else_s_change_is_told_while_the_form_is_open(home: Home) -> None:
    """As soon as it is seen."""
    async with at_the_screen(home) as person:
        await person.goes_to("Hälsotema på APT")
        await person.does("edit_activity")
        elsewhere(home, "Hälsotema på APT", "Hälsa på APT")
        person.app.look_for_others()
        await person.waits()
        assert "▲ Någon annan har också ändrat här." in person.lines[0]
        assert "Hälsotema på APT" in person.screen


async def test_an_activity_is_cancelled_with_a_reason_and_taken_up_again(home: Home) -> None:
    """It stays in the plan, with its reason, and counts no more."""
    async with at_the_screen(home) as person:
        await person.goes_to("Hälsotema på APT")
        await person.does("edit_activity", "toggle_cancelled")
        await person.presses("enter")
        assert "Skriv några ord om varför." in person.text
        await person.types("Företagshälsan tar över")
        await person.presses("enter")
        assert "Utgår (1)" in person.screen
        await person.goes_to("Hälsotema på APT")
        await person.does("edit_activity")
        assert "✕ utgår: Företagshälsan tar över" in person.lines[0]
        await person.does("toggle_cancelled")
        assert "Utgår (1)" not in person.screen
        assert "Aktiviteten är upptagen igen." in person.text


async def test_a_personal_number_in_the_reason_is_warned_of(home: Home) -> None:
    """A second Enter saves all the same."""
    async with at_the_screen(home) as person:
        await person.goes_to("Hälsotema på APT")
        await person.does("edit_activity", "toggle_cancelled")
        await person.types("19811228-9874")
        await person.presses("enter")
        assert "Enter igen sparar ändå." in person.text
        await person.presses("enter")
        assert "Aktiviteten utgår." in person.text


async def test_an_activity_of_the_plan_gets_its_people_and_nothing_else(
    department_home: Home,
) -> None:
    """What is decided centrally is shown with the reason why it cannot be changed."""
    async with at_the_screen(department_home) as person:
        [unit] = person.app.session.units
        found = next(
            each for each in person.app.session.plan.activities_of(unit) if each.origin == "plan"
        )
        await open_plan_form(person.app, unit, found.id)
        await person.waits()
        assert "Beslutad i verksamhetsplanen" in person.text
        assert "▸ Ansvarig" in person.screen
        await person.does("pick_goals")
        assert person.context == "plan"
        await person.types("Ny Person")
        await person.does("save")
        responsible, _ = person.app.session.plan.people_for(found, unit)
        assert responsible is not None
        assert responsible.name == "Ny Person"
        assert person.app.session.plan.find(Activity, found.id) == found


async def test_what_cannot_be_written_stays_on_the_screen(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is told of, and the text is saved when there is room again."""
    commit = Workspace.commit

    def full(workspace: Workspace, edit: Edit, *, stand_in: bool = False) -> None:
        raise DiskFull

    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        monkeypatch.setattr(Workspace, "commit", full)
        await person.does("save")
        assert "Disken är full" in person.text
        monkeypatch.setattr(Workspace, "commit", commit)
        await person.presses("enter")
        assert "Provsmakning i matsalen" in person.screen
        await person.does("save")
        assert person.chosen == "Provsmakning i matsalen"


async def test_two_hasty_saves_are_one(home: Home) -> None:
    """Nobody gets two activities for pressing twice."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        person.hits("ctrl+s", "ctrl+s")
        await person.waits()
        titles = [each.title for each in person.app.session.plan.of(Activity)]
        assert titles.count("Provsmakning i matsalen") == 1
