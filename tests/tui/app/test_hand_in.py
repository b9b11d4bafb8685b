"""Handing in: what is missing, the receipt, taking back, and what was changed afterwards."""

from __future__ import annotations

from model.home.paths import Home
from model.plan.vocabulary import HandInState
from tests.tui.app.person import NARROW, Person, at_the_screen
from tests.tui.app.programs import T1, in_another_program
from tests.tui.app.stories import report_everything

MISSING = ("Skapa rutin för matsvinn", "Dialog med lokala producenter")


def state(home: Home) -> HandInState | None:
    """Whether Kostenheten's T1 is handed in, as another program finds it."""
    found = in_another_program(home)
    hand_in = found.plan.hand_in_of(found.unit, T1)
    return hand_in.submission.state if hand_in and hand_in.submission else None


async def hands_in(person: Person) -> None:
    """Hand in from Start."""
    await person.does("hand_in")
    await person.does("go_on")


async def test_what_is_missing_is_named_and_one_key_goes_there(home: Home) -> None:
    """Nothing is handed in half; Enter goes through what is missing."""
    async with at_the_screen(home) as person:
        await person.does("hand_in")
        assert "kan inte lämnas in än" in person.text
        assert "2 aktiviteter saknar status:" in person.text
        assert all(title in person.text for title in MISSING)
        await person.does("go_on")
        assert person.answering == MISSING[0]
    assert state(home) is None


async def test_the_receipt_says_where_it_is_saved(home: Home) -> None:
    """Without a share nothing is sent, and the receipt does not say that it is."""
    report_everything(home)
    async with at_the_screen(home) as person:
        assert "✔ Alla har status för T1 – tryck l för att lämna in" in person.text
        await person.does("hand_in")
        assert "Alla 7 aktiviteter har status:" in person.text
        await person.does("go_on")
        assert "✔ 7 aktiviteter inlämnade 23 april 2024." in person.text
        assert "Sparad här. Ingen delning är vald" in person.text
        assert "skickad " not in person.text
        await person.does("back")
        assert "✔ T1 inlämnat 23 april" in person.lines[0]
    assert state(home) is HandInState.HANDED_IN


async def test_it_can_be_taken_back(home: Home) -> None:
    """As long as the tertial is open."""
    report_everything(home)
    async with at_the_screen(home) as person:
        await hands_in(person)
        await person.does("take_back")
        assert "Lämna in T1 2024" in person.text
        await person.does("back")
        assert "T1 stänger 30 april" in person.lines[0]
        await person.does("hand_in")
        await person.does("take_back")
        assert "inget att ta tillbaka" in person.told
    assert state(home) is HandInState.WITHDRAWN


async def test_what_is_changed_afterwards_is_shown_as_changed(home: Home) -> None:
    """The list, the top line and the receipt say which one; handing in again takes it in."""
    report_everything(home)
    async with at_the_screen(home) as person:
        await hands_in(person)
        await person.does("back")
        await person.goes_to("Hälsotema på APT")
        await person.does("status(3)")
        await person.does("back")
        assert "· 1 ändrad efter inlämning" in person.lines[0]
        assert "✎ Hälsotema på APT" in person.screen
        await person.does("hand_in")
        assert "Ändrade efter inlämning:" in person.text
        assert "Hälsotema på APT Ta tillbaka och lämna in igen" in person.text
        await person.does("take_back")
        await person.does("go_on")
        await person.does("back")
        assert "ändrad efter" not in person.lines[0]


async def test_enter_twice_hands_in_once(home: Home) -> None:
    """And one undo takes it back."""
    report_everything(home)
    async with at_the_screen(home) as person:
        await person.does("hand_in")
        person.hits("enter", "enter")
        await person.waits()
        assert state(home) is HandInState.HANDED_IN
        await person.does("back", "undo")
    assert state(home) is not HandInState.HANDED_IN


async def test_many_that_are_missing_leave_the_keys_in_sight(home: Home) -> None:
    """A long list is scrolled; what to press stands below it, also at 80 columns."""
    from tests.tui.app.stories import plan_more

    plan_more(home, 40)
    async with at_the_screen(home, size=NARROW) as person:
        await person.does("hand_in")
        assert "42 aktiviteter saknar status" in person.text
        assert "Enter gå igenom dem Esc tillbaka" in person.text
