"""The budget in the app: the tables as they are printed, and what does not add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model.home.paths import Home
from tests.tui.app.person import NARROW, WIDE, at_the_screen

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["120x40", "80x24"])
async def test_picture(
    central_home: Home, size: tuple[int, int], picture: SnapshotAssertion
) -> None:
    """Tables with computed sums; beside them the row, and what is found."""
    async with at_the_screen(central_home, size=size) as person:
        await person.does("budget")
        await person.goes_to("Summa")
        assert person.screen == picture


async def test_a_department_reads_the_budget(department_home: Home) -> None:
    """What does not add up is the centre's to mend, and is not told here."""
    async with at_the_screen(department_home) as person:
        await person.does("budget")
        assert "Barn och unga" in person.text
        assert "▲" not in person.text
        await person.does("back")
        assert person.context == "overview"


async def test_a_year_without_a_budget_says_so(central_home: Home) -> None:
    """The year is the one that the overview shows."""
    async with at_the_screen(central_home) as person:
        await person.does("next_tertial", "budget")
        assert "Det finns ingen budget för 2023." in person.text
