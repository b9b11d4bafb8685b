"""Quick status where something stands already: a date, last time's comment, what was undone."""

from __future__ import annotations

from datetime import date

from model.home.paths import Home
from model.plan.vocabulary import StatusValue
from tests.tui.app.person import at_the_screen
from tests.tui.app.programs import in_another_program
from tests.tui.app.test_quick_status import NEW, OLD, chooses


async def test_a_date_given_before_it_is_asked_for_stays_where_one_is(home: Home) -> None:
    """The key for a new end goes on only when that was the question."""
    async with at_the_screen(home, today=date(2024, 8, 31)) as person:
        await person.does("quick_status")
        await chooses(person, StatusValue.DELAYED)
        assert "t nästa tertials slut (31 dec)" in person.text
        await person.does("tertial_end")
        assert person.answering == NEW
        await person.does("own_date")
        await person.types("15 nov")
        await person.presses("enter")
        assert person.answering == NEW
        assert "Nytt slutdatum 15 nov" in person.text


async def test_last_times_comment_is_pointed_out_under_another_status(home: Home) -> None:
    """It was written about something else; the same status may keep it unsaid."""
    async with at_the_screen(home) as person:
        await person.goes_to(OLD)
        await person.does("quick_status")
        await chooses(person, StatusValue.ONGOING_ON_PLAN)
        assert "Förra gångens kommentar" not in person.text
        await chooses(person, StatusValue.DELAYED)
        assert "▲ Förra gångens kommentar: k skriv ny, Enter behåller" in person.text
        await person.does("comment")
        await person.types(" Nytt.")
        assert "Förra gångens kommentar:" not in person.text


async def test_undo_goes_back_to_what_it_undid(home: Home) -> None:
    """The key works here too, and the answer can be given anew."""
    async with at_the_screen(home) as person:
        await person.does("quick_status")
        await chooses(person, StatusValue.NOT_STARTED)
        await person.does("next")
        assert person.answering == OLD
        await person.does("undo")
        assert "Ångrat: Ny status T1 2024" in person.told
        assert person.answering == NEW
        await chooses(person, StatusValue.COMPLETED_ON_PLAN)
        await person.does("next")
    saved = in_another_program(home).status_of(NEW)
    assert saved is not None
    assert saved.standing is not None
    assert saved.standing.value is StatusValue.COMPLETED_ON_PLAN
    assert not saved.conflicts
