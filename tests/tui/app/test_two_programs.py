"""Two programs on one database: what the other one did shows up, and nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable

from model.actions.planning import cancel_activity
from model.actions.statuses import set_status
from model.home.paths import Home
from model.plan.entities import Standing
from model.plan.vocabulary import StatusValue
from model.workspace.edit import Edit
from tests.tui.app.person import Person, at_the_screen
from tests.tui.app.programs import T1, does_elsewhere, in_another_program, with_a_command
from tests.tui.app.stories import called

NEW, OLD = "Skapa rutin för matsvinn", "Dialog med lokala producenter"


async def looks(person: Person) -> None:
    """Let the moment pass after which the app looks for what others did."""
    person.app.look_for_others()
    await person.waits()


def reports(title: str, value: StatusValue, comment: str) -> Callable[[Edit], None]:
    """A status that another program sets."""

    def report(edit: Edit) -> None:
        activity = called(edit.plan, title)
        set_status(edit, activity, edit.author.units[0], T1, Standing(value=value), comment)

    return report


async def test_a_command_in_another_window_shows_up(home: Home) -> None:
    """The list and the counter follow; the cursor stays where it is."""
    async with at_the_screen(home) as person:
        await person.goes_to(OLD)
        activity = in_another_program(home).activity(NEW)
        with_a_command(
            home, "status", "set", activity.id[:8], "ongoing_on_plan", "--comment", "Från raden."
        )
        assert "5 av 7" in person.lines[1]
        await looks(person)
        assert "6 av 7" in person.lines[1]
        assert person.chosen == OLD


async def test_an_edit_that_had_not_seen_the_other_becomes_a_visible_conflict(home: Home) -> None:
    """Both values are kept; the list marks it and the details say so."""
    async with at_the_screen(home) as person:
        await person.goes_to(NEW)
        await person.does("quick_status")
        await person.does("choose(2)", "comment")
        await person.types("Min text")
        does_elsewhere(home, reports(NEW, StatusValue.DELAYED, "Den andras text"))
        await looks(person)
        assert "Min text" in person.text
        await person.presses("enter")
        await person.presses("escape")
        await person.goes_to(NEW)
        assert "⚡ Skapa rutin" in person.screen
        assert "⚡ Två har ändrat samma sak. Båda är kvar." in person.text
    saved = in_another_program(home).status_of(NEW)
    assert saved is not None
    assert set(saved.conflicts) == {"standing", "comment"}


async def test_what_others_do_does_not_touch_what_is_being_typed(home: Home) -> None:
    """The text in the field stays, letter by letter, with the cursor where it was."""
    async with at_the_screen(home) as person:
        await person.goes_to(NEW)
        await person.does("comment")
        await person.types("Hälften")
        does_elsewhere(home, reports(OLD, StatusValue.DELAYED, "x"))
        await looks(person)
        await person.types(" och resten")
        assert "Hälften och resten" in person.text
        assert "6 av 7" in person.lines[0]


async def test_an_activity_that_is_cancelled_meanwhile_is_not_reported(home: Home) -> None:
    """The rule refuses, in words, and the text is still there."""

    def cancel(edit: Edit) -> None:
        cancel_activity(edit, called(edit.plan, NEW), "Köket byggs om")

    async with at_the_screen(home) as person:
        await person.goes_to(NEW)
        await person.does("quick_status", "choose(2)", "comment")
        await person.types("Min text")
        does_elsewhere(home, cancel)
        await person.presses("enter")
        assert "Aktiviteten utgår och rapporteras inte." in person.text
        await person.presses("enter")
        assert "Min text" in person.text


async def test_undo_takes_back_the_newest_of_this_device(home: Home) -> None:
    """Also what was done in another window of the same person."""
    async with at_the_screen(home) as person:
        await person.goes_to(OLD)
        await person.does("unchanged")
        does_elsewhere(home, reports(OLD, StatusValue.DELAYED, "Nyare"))
        await person.does("undo")
        saved = in_another_program(home).status_of(OLD)
        assert saved is not None
        assert saved.comment == "Första mötet hölls i november."
        assert "6 av 7" in person.lines[1]
