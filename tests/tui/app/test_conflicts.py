"""Two have written different things: the values side by side, and a key that takes one."""

from __future__ import annotations

from model.actions.statuses import set_status
from model.home.paths import Home
from model.plan.entities import Standing
from model.plan.vocabulary import StatusValue
from model.workspace.edit import Edit
from tests.tui.app.person import Person, at_the_screen
from tests.tui.app.programs import T1, does_elsewhere, in_another_program
from tests.tui.app.stories import called

TITLE = "Skapa rutin för matsvinn"


def report_twice(home: Home) -> None:
    """Two who had not seen each other's status write one each."""

    def report(value: StatusValue, comment: str) -> None:
        def action(edit: Edit) -> None:
            activity = called(edit.plan, TITLE)
            unit = edit.author.units[0]
            set_status(edit, activity, unit, T1, Standing(value=value), comment, seen=None)

        does_elsewhere(home, action)

    report(StatusValue.ONGOING_ON_PLAN, "Min text")
    report(StatusValue.DELAYED, "Den andras text")


async def goes_to_the_choice(person: Person) -> None:
    """Go to the activity and on to what is to be chosen."""
    await person.goes_to(TITLE)
    await person.does("settle")


async def test_both_stand_beside_each_other_and_one_is_taken(home: Home) -> None:
    """The details name the key; one key takes a value; undo shows what stood before."""
    report_twice(home)
    async with at_the_screen(home) as person:
        await person.goes_to(TITLE)
        assert "w välj värde" in person.text
        await person.does("settle")
        assert person.context == "conflicts"
        assert "1 av 2" in person.lines[0]
        assert "Min text" in person.text
        assert "Den andras text" in person.text
        assert "Vilket ska gälla?" in person.text
        await person.presses("2")
        assert "Valt: Min text" in person.told
        assert "1 av 1" in person.lines[0]
        await person.does("undo")
        assert "Ångrat: Ändrad status T1 2024" in person.told
        await person.does("mark(1)", "take")
        assert "Det finns inget att välja" in person.text
        await person.does("back")
        assert "⚡" not in person.screen
    saved = in_another_program(home).status_of(TITLE)
    assert saved is not None
    assert saved.comment == "Den andras text"
    assert saved.standing is not None
    assert saved.standing.value is StatusValue.ONGOING_ON_PLAN
    assert not saved.conflicts


async def test_a_finding_about_it_leads_there(home: Home) -> None:
    """Enter on the error opens the choice, not a field in which the other is overwritten."""
    report_twice(home)
    async with at_the_screen(home) as person:
        await person.does("findings")
        await person.goes_to(TITLE)
        assert "F07" in person.text
        await person.does("open")
        assert person.context == "conflicts"


async def test_without_any_it_says_so(home: Home) -> None:
    """The key leads nowhere dead."""
    async with at_the_screen(home) as person:
        await goes_to_the_choice(person)
        assert "Ingen har skrivit olika" in person.text
        await person.does("take")
        assert "Det finns inget att välja." in person.told
