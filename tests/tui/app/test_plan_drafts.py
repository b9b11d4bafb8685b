"""What was typed and never saved is there the next time."""

from __future__ import annotations

import asyncio
from datetime import datetime

import pytest

from model.home.paths import Home
from model.plan.entities import Activity
from tests.tui.app.person import Person, at_the_screen
from tests.tui.app.planning import elsewhere, fills_in
from tui.app.drafts import Drafts

AFTERNOON = datetime.fromisoformat("2024-04-23T14:32:00+02:00")


@pytest.fixture(autouse=True)
def one_afternoon(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 14:32 all the while."""
    monkeypatch.setattr("tui.app.plan_state.now", lambda: AFTERNOON)
    monkeypatch.setattr("tui.app.screens.plan_form_drafts.now", lambda: AFTERNOON)


async def writes_and_leaves(person: Person, title: str = "Provsmakning") -> None:
    """Begin an activity and go back without saving."""
    await person.does("new_activity")
    await person.types(title)
    await person.does("back")


async def test_esc_leaves_without_a_question_and_keeps_the_text(home: Home) -> None:
    """The form says when the text was written, and how to be rid of it."""
    async with at_the_screen(home) as person:
        await writes_and_leaves(person)
        assert person.context == "home"
        assert "Det du skrev är kvar som utkast." in person.text
        await person.does("new_activity")
        assert "Provsmakning" in person.screen
        assert "Utkast från i dag 14:32. F9 börjar om." in person.lines[0]


async def test_a_form_without_anything_written_leaves_no_draft(home: Home) -> None:
    """Whoever only looks is not told of drafts."""
    async with at_the_screen(home) as person:
        await person.does("new_activity", "back", "new_activity")
        assert "Utkast" not in person.lines[0]


async def test_a_draft_outlives_the_program(home: Home) -> None:
    """Also when the machine was closed in the middle of a word."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        assert "Provsmakning i matsalen" in person.screen
        assert "Elever smakar på nya rätter." in person.screen
        assert "3.4.5" in person.screen
        assert "2024-09-30" in person.screen


async def test_what_is_saved_is_no_draft_any_more(home: Home) -> None:
    """The next new activity begins empty."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.does("save", "new_activity")
        assert "Utkast" not in person.lines[0]
        assert "Provsmakning" not in person.screen


async def test_a_draft_is_put_aside_and_taken_up_with_the_same_key(home: Home) -> None:
    """Nobody loses a text to a slip of the finger."""
    async with at_the_screen(home) as person:
        await writes_and_leaves(person)
        await person.does("new_activity", "start_over")
        assert "Provsmakning" not in person.screen
        assert "Undanlagt. F9 tar fram det igen." in person.lines[0]
        await person.does("start_over")
        assert "Provsmakning" in person.screen
        assert "Framtaget. F9 lägger undan det igen." in person.lines[0]


async def test_a_draft_that_was_put_aside_is_gone_after_leaving(home: Home) -> None:
    """Putting aside and leaving is how one throws it away."""
    async with at_the_screen(home) as person:
        await writes_and_leaves(person)
        await person.does("new_activity", "start_over", "back", "new_activity")
        assert "Provsmakning" not in person.screen
        assert "Utkast" not in person.lines[0]


async def test_starting_over_from_an_empty_form_says_that_there_is_nothing(home: Home) -> None:
    """The key never does nothing without a word."""
    async with at_the_screen(home) as person:
        await person.does("new_activity", "start_over")
        assert "Det finns inget att lägga undan." in person.text


async def test_each_activity_has_its_own_draft(home: Home) -> None:
    """What was written of one does not turn up in another."""
    async with at_the_screen(home) as person:
        await person.goes_to("Hälsotema på APT")
        await person.does("edit_activity")
        await person.types(" i köken")
        await person.does("back")
        await person.does("new_activity")
        assert "Utkast" not in person.lines[0]
        await person.does("back")
        await person.goes_to("Hälsotema på APT")
        await person.does("edit_activity")
        assert "Hälsotema på APT i köken" in person.screen


async def test_a_draft_of_what_has_changed_since_is_an_edit_of_what_was_seen(home: Home) -> None:
    """An old draft never silently overwrites what somebody has written meanwhile."""
    async with at_the_screen(home) as person:
        await person.goes_to("Hälsotema på APT")
        await person.does("edit_activity")
        await person.types(" i köken")
        await person.does("back")
    elsewhere(home, "Hälsotema på APT", "Hälsa på APT")
    async with at_the_screen(home) as person:
        await person.goes_to("Hälsa på APT")
        await person.does("edit_activity", "save")
        saved = next(
            each
            for each in person.app.session.plan.of(Activity)
            if each.title == "Hälsotema på APT i köken"
        )
        assert saved.conflicts == ("title",)


async def test_a_draft_of_another_version_is_passed_over(home: Home) -> None:
    """The form opens all the same."""
    async with at_the_screen(home) as person:
        [unit] = person.app.session.units
        person.app.kept.typed(f"plan:{unit}:new", '{"text": 1}')
        await person.does("new_activity")
        assert person.context == "plan"
        assert "Utkast" not in person.lines[0]


async def test_a_draft_is_taken_up_as_soon_as_the_database_is_open(home: Home) -> None:
    """Whoever opens the form in the first second gets it a moment later."""
    async with at_the_screen(home) as person:
        await writes_and_leaves(person)
        person.app.session.close()
        person.app.kept.is_known = False
        await person.does("new_activity")
        assert "Provsmakning" in person.screen
        assert "Utkast från i dag 14:32." in person.lines[0]


async def test_a_draft_that_comes_late_does_not_touch_what_is_typed_since(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a key away instead."""
    async with at_the_screen(home) as person:
        await writes_and_leaves(person)
        text = person.app.kept.text(f"plan:{person.app.session.units[0]}:new")
        is_open = asyncio.Event()

        async def slow(drafts: Drafts, key: str) -> str:
            await is_open.wait()
            return text

        monkeypatch.setattr(Drafts, "kept", slow)
        person.app.session.close()
        person.app.kept.is_known = False
        person.hits("n")
        while person.context != "plan":
            await person.pilot.pause(0)
        person.hits(*"Nytt")
        while "Nytt" not in person.screen:
            await person.pilot.pause(0)
        is_open.set()
        await person.waits()
        assert "Nytt" in person.screen
        assert "Utkast från i dag 14:32 finns. F9 hämtar det." in person.lines[0]
        await person.does("start_over")
        assert "Provsmakning" in person.screen
