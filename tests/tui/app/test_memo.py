"""The memo in the app: each part written in place, and the document's own sentences said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model.home.paths import Home
from model.views.memo_text import memo_view
from tests.tui.app.person import NARROW, WIDE, at_the_screen
from tests.tui.app.programs import T1, in_another_program

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion


async def test_a_focus_area_is_written_in_place(central_home: Home) -> None:
    """What is empty says what the document will say; what is written stands in the list."""
    async with at_the_screen(central_home) as person:
        await person.does("memo")
        assert person.context == "memo"
        await person.goes_to("Hållbar hälsa")
        assert "Ärendet har ingen bärighet på hållbar hälsa." in person.text
        await person.does("write")
        await person.types("Arbetet mot sjukfrånvaro bidrar.")
        await person.presses("enter")
        assert "Hållbar hälsa: sparat." in person.told
        assert person.context == "memo"
        assert person.chosen == "Hållbar hälsa: Arbetet mot sjukfrånvaro bidrar."
        await person.does("undo")
        assert person.chosen == "Hållbar hälsa"


async def test_what_is_empty_shows_what_the_document_will_say(central_home: Home) -> None:
    """The very sentences, in the list and beside it; what is written takes their place."""
    async with at_the_screen(central_home) as person:
        await person.does("memo")
        for part, sentence in (
            ("Rubrik", "Kommunstyrelsens måluppföljning tertialrapport 1"),
            ("Förslag till beslut", "Godkänna redovisningen."),
            ("Ärendet i korthet", "Ärendet avser årets första uppföljning"),
            ("Övervägande", "Den bifogade rapporten visar hur arbetet mot"),
        ):
            await person.goes_to(part)
            assert sentence in person.text
        await person.goes_to("Ärendet i korthet")
        await person.does("write")
        await person.types("Två mål av tre.")
        await person.presses("enter")
        assert "Ärendet avser" not in person.screen


async def test_lines_are_items_and_a_date_is_read_as_people_write_it(central_home: Home) -> None:
    """One body on each row; 20/5 is a day."""
    async with at_the_screen(central_home) as person:
        await person.does("memo")
        await person.goes_to("Instanser")
        await person.does("write")
        await person.types("utskottet")
        await person.presses("ctrl+n")
        await person.types("kommunstyrelsen")
        await person.presses("enter")
        await person.goes_to("Datum")
        await person.does("write")
        await person.types("snart")
        await person.presses("enter")
        assert "▲" in person.screen
        await person.empties_field()
        await person.types("20/5")
        await person.presses("enter")
    memo = memo_view(in_another_program(central_home).plan, T1).memo
    assert memo.bodies == ("utskottet", "kommunstyrelsen")
    assert str(memo.day) == "2024-05-20"


async def test_a_text_that_is_left_is_kept(central_home: Home) -> None:
    """As a draft, until it is saved."""
    async with at_the_screen(central_home) as person:
        await person.does("memo")
        await person.goes_to("Övervägande")
        await person.does("write")
        await person.types("Halvfärdigt")
        await person.presses("escape")
        assert "kvar som utkast" in person.told
        await person.does("write")
        assert "Halvfärdigt" in person.screen
        assert "Utkast som inte är sparat." in person.text


async def test_a_department_does_not_write_the_memo(department_home: Home) -> None:
    """It is told who does."""
    async with at_the_screen(department_home) as person:
        await person.does("memo")
        assert person.context == "overview"
        assert "skrivs centralt" in person.told


async def test_what_is_found_in_the_centres_own_papers_leads_there(central_home: Home) -> None:
    """A measure to its screen; the budget to the sum of its table, with what differs."""
    async with at_the_screen(central_home) as person:
        await person.does("findings")
        await person.goes_to("4.1 Sjukfrånvaro, procentandel")
        await person.does("open")
        assert person.context == "measures"
        await person.does("back")
        await person.goes_to("Ramfördelning per avdelning")
        await person.does("open")
        assert person.context == "budget"
        assert "Ramfördelning per avdelning" in person.text
        assert "Summan är 682,6 här men 681,0" in person.text


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["120x40", "80x24"])
async def test_picture(
    central_home: Home, size: tuple[int, int], picture: SnapshotAssertion
) -> None:
    """How it looks while a part is written."""
    async with at_the_screen(central_home, size=size) as person:
        await person.does("memo")
        await person.goes_to("Ärendet i korthet")
        await person.does("write")
        assert person.screen == picture
