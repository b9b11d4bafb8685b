"""From the overview: who is missing, goals × units, what is followed up; and stored pictures."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from model.home.paths import Home
from tests.tui.app.person import NARROW, WIDE, at_the_screen

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion


@pytest.fixture(autouse=True)
def swedish_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Times are shown as they are in Ånge."""
    monkeypatch.setenv("TZ", "Europe/Stockholm")
    if hasattr(time, "tzset"):
        time.tzset()


async def test_who_is_missing_is_shown_and_copied(central_home: Home) -> None:
    """The clipboard holds what the screen says."""
    async with at_the_screen(central_home) as person:
        await person.does("missing")
        assert "Inte inlämnat T1 2024 (16)" in person.screen
        assert "- Kostenheten, Gun-Britt Häggmo: 2 av 7 saknar status" in person.app.clipboard
        assert person.app.clipboard.startswith("Följande enheter har inte lämnat in T1 2024.")
        await person.presses("escape")
        assert person.context == "overview"


async def test_left_and_right_mark_a_goal_in_the_matrix(central_home: Home) -> None:
    """The marked goal and the unit under the cursor are told in full; Enter opens the unit."""
    async with at_the_screen(central_home) as person:
        await person.does("goal_matrix")
        await person.goes_to("Kostenheten")
        assert "3.1.1 Ånge kommun ska stimulera" in person.text
        await person.does("mark(-1)")
        assert "4.1 Sjukfrånvaron ska minska" in person.text
        assert "Kostenheten: 2 aktiviteter." in person.text
        await person.does("open")
        assert person.context == "home"
        assert "Kostenheten" in person.lines[0]
        await person.does("leave")
        assert person.context == "goal_matrix"


async def test_the_marked_goal_can_be_assessed_at_once(central_home: Home) -> None:
    """The cursor stands on it there."""
    async with at_the_screen(central_home) as person:
        await person.does("goal_matrix", "mark(1)", "assess")
        assert person.context == "assess"
        assert person.chosen.startswith("3.1.2")


async def test_what_waits_opens_as_its_unit_reads_it(central_home: Home) -> None:
    """With the cause as heading; all of it can be copied."""
    async with at_the_screen(central_home) as person:
        await person.does("follow_up")
        assert "Väntar, orsak: finansieringsbeslut (2)" in person.screen
        await person.does("copy_all")
        assert "Utan ersättare (" in person.app.clipboard
        await person.goes_to("Värmevagnar")
        await person.does("open")
        assert person.context == "details"
        assert "Kostenheten" in person.lines[0]
        await person.does("back", "back")
        assert person.context == "overview"


async def test_a_department_head_follows_up_the_own_units(department_home: Home) -> None:
    """And nobody else's."""
    async with at_the_screen(department_home) as person:
        await person.does("follow_up")
        assert "Gata och park" in person.screen
        assert "HR-enheten" not in person.screen


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["120x40", "80x24"])
@pytest.mark.parametrize("way", ["assess", "goal_matrix", "follow_up"])
async def test_pictures(
    central_home: Home, picture: SnapshotAssertion, size: tuple[int, int], way: str
) -> None:
    """Where one key leads from the overview."""
    async with at_the_screen(central_home, size=size) as person:
        await person.does(way)
        await person.presses("down")
        assert person.screen == picture


async def test_picture_of_writing_a_motivation(
    central_home: Home, picture: SnapshotAssertion
) -> None:
    """Why the goal is assessed otherwise than suggested."""
    async with at_the_screen(central_home) as person:
        await person.does("assess", "choose(1)")
        await person.types("Nöjdheten har ökat mer än målvärdet.")
        assert person.screen == picture


async def test_what_is_followed_up_of_one_department_alone(central_home: Home) -> None:
    """Who has no deputy there; without a choice all of it again."""
    async with at_the_screen(central_home) as person:
        await person.does("follow_up")
        assert "Kostenheten" in person.text
        await person.does("choose_unit")
        await person.types("utbildningsavd")
        await person.presses("enter")
        assert "Utbildningsavdelningen" in person.lines[0]
        assert "Kostenheten" not in person.text
        await person.does("choose_unit")
        await person.presses("escape")
        assert "Utbildningsavdelningen" not in person.lines[0]
        assert "Kostenheten" in person.text


async def test_a_unit_that_is_not_ready_is_opened_from_the_lock_screen(central_home: Home) -> None:
    """The centre reports its own from there, and reads what others lack."""
    async with at_the_screen(central_home) as person:
        await person.does("lock")
        await person.goes_to("Kostenheten")
        await person.does("accept")
        assert person.context == "home"
        assert "Kostenheten" in person.lines[0]
