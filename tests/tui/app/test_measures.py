"""Measures in the app: what is printed, what the centre sees and enters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model.home.paths import Home
from tests.tui.app.person import NARROW, WIDE, at_the_screen

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion


async def test_the_centre_reads_and_enters_outcomes(central_home: Home) -> None:
    """The figure, its day and of how many people: three answers; undo takes it back."""
    async with at_the_screen(central_home) as person:
        await person.does("measures")
        assert person.context == "measures"
        await person.goes_to("Kommunförvaltningen")
        assert "9,11" in person.text
        assert "852 anställda" in person.text
        await person.does("outcome")
        await person.types("8,8")
        await person.presses("enter")
        await person.types("31/3")
        await person.presses("enter")
        await person.types("850")
        await person.presses("enter")
        assert "8,8 per 2024-03-31 är sparat." in person.told
        assert "✔ bättre" in person.screen
        await person.does("undo")
        assert "✔ bättre" not in person.screen


async def test_a_wrong_answer_is_asked_for_again_at_once(central_home: Home) -> None:
    """What is no figure, no day that has been and no number of people; the rest is not lost."""
    async with at_the_screen(central_home) as person:
        await person.does("measures")
        await person.goes_to("Kommunförvaltningen")
        await person.does("outcome")
        await person.types("8,8 x")
        await person.presses("enter")
        assert "”8,8 x” är inget tal." in person.text
        await person.presses("backspace", "backspace", "enter")
        await person.types("2024-05-31")
        await person.presses("enter")
        assert "2024-05-31 har inte varit än." in person.told
        await person.types("31/3")
        await person.presses("enter")
        await person.types("850 st")
        await person.presses("enter")
        assert "”850 st” är inget antal." in person.text
        await person.presses("backspace", "backspace", "backspace", "enter")
        assert "8,8 per 2024-03-31 är sparat." in person.told


async def test_a_small_group_is_explained_to_who_enters_its_figures(central_home: Home) -> None:
    """The centre sees what it has entered."""
    async with at_the_screen(central_home) as person:
        await person.does("measures")
        await person.goes_to("Staben")
        assert "redovisas ej" in person.chosen
        assert "Redovisas ej i listor och dokument" in person.text
        assert "4,27" in person.text


async def test_nobody_else_sees_the_figures_of_a_small_group(department_home: Home) -> None:
    """Nor enters any."""
    async with at_the_screen(department_home) as person:
        await person.does("measures")
        await person.goes_to("Staben")
        assert "redovisas ej" in person.chosen
        assert "4,27" not in person.text
        await person.does("outcome")
        assert "Måtten skrivs in centralt" in person.told


async def test_what_a_measure_aims_at_is_changed_with_a_key(central_home: Home) -> None:
    """Target, baseline, and which way is better; what is no number is refused in words."""
    async with at_the_screen(central_home) as person:
        await person.does("measures")
        await person.does("target")
        await person.empties_field()
        await person.types("4,5")
        await person.presses("enter")
        assert "Målvärde      4,5 %" in person.screen.replace("\u00a0", " ")
        await person.does("direction")
        assert "ingen riktning" in person.text
        await person.does("baseline")
        await person.types("många")
        await person.presses("enter")
        assert "”många” är inget tal" in person.text


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["120x40", "80x24"])
async def test_picture(
    central_home: Home, size: tuple[int, int], picture: SnapshotAssertion
) -> None:
    """How it looks."""
    async with at_the_screen(central_home, size=size) as person:
        await person.does("measures")
        assert person.screen == picture


async def test_the_units_see_the_measures_when_the_centre_says_so(central_home: Home) -> None:
    """It asks first: what has been shown cannot be taken back. Then the list says that they do."""
    async with at_the_screen(central_home) as person:
        await person.does("measures")
        assert "inte visat för enheterna" in person.screen
        await person.does("release")
        assert "går inte att ta tillbaka" in person.text.replace("\n", " ")
        await person.presses("enter")
        assert "enheterna ser måtten" in person.screen


async def test_before_the_plan_is_read_no_measure_is_said_to_be_missing(central_home: Home) -> None:
    """The first page of the start has none, and the database may take a while."""
    async with at_the_screen(central_home) as person:
        session = person.app.session
        opened, session.workspace = session.workspace, None
        await person.does("measures")
        assert "Läser planen" in person.text
        assert "inga mått" not in person.text
        session.workspace = opened
