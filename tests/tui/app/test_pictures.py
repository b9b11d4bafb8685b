"""A stored picture of every screen in one theme, and of home in all themes and sizes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from model.home.paths import Home
from tests.tui.app.person import NARROW, at_the_screen
from tests.tui.app.pictures import image_of
from tests.tui.app.programs import set_up_for
from tests.tui.app.stories import report_everything
from tui.app.screens.message import MessageScreen
from tui.app.themes import THEME_WORDS

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

SIZES = [(80, 24), (100, 30), (120, 40), (160, 45)]
NEW, OLD = "Skapa rutin för matsvinn", "Dialog med lokala producenter"


@pytest.fixture(autouse=True)
def swedish_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Times are shown as they are in Ånge."""
    monkeypatch.setenv("TZ", "Europe/Stockholm")
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_home(home: Home, picture: SnapshotAssertion, size: tuple[int, int]) -> None:
    """In every size that is promised."""
    async with at_the_screen(home, size=size) as person:
        await person.goes_to(OLD)
        assert person.screen == picture


@pytest.mark.parametrize("theme", THEME_WORDS)
async def test_home_in_colours(home: Home, colours: SnapshotAssertion, theme: str) -> None:
    """In every theme."""
    async with at_the_screen(home) as person:
        person.app.theme = theme
        await person.waits()
        assert image_of(person.app) == colours


@pytest.mark.parametrize("size", SIZES[::2], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_home_of_somebody_new(
    new_home: Home, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """Nothing is planned: what is required, and the way there."""
    set_up_for(new_home, "Kostenheten")
    async with at_the_screen(new_home, size=size) as person:
        assert person.screen == picture


async def test_home_details_when_narrow(home: Home, picture: SnapshotAssertion) -> None:
    """The details in place of the list."""
    async with at_the_screen(home, size=NARROW) as person:
        await person.goes_to(OLD)
        await person.does("toggle_pane")
        assert person.screen == picture


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_quick_status(home: Home, picture: SnapshotAssertion, size: tuple[int, int]) -> None:
    """With last time's status, a delay chosen, and what is still needed."""
    async with at_the_screen(home, size=size) as person:
        await person.goes_to(OLD)
        await person.does("status(4)")
        assert person.screen == picture


async def test_quick_status_facts(home: Home, picture: SnapshotAssertion) -> None:
    """What explains a status."""
    async with at_the_screen(home) as person:
        await person.does("status(5)", "facts")
        assert person.screen == picture


async def test_quick_status_own_date(home: Home, picture: SnapshotAssertion) -> None:
    """A date of one's own."""
    async with at_the_screen(home) as person:
        await person.does("status(4)", "own_date")
        await person.types("15 nov")
        assert person.screen == picture


async def test_hand_in_missing(home: Home, picture: SnapshotAssertion) -> None:
    """What is missing."""
    async with at_the_screen(home) as person:
        await person.does("hand_in")
        assert person.screen == picture


async def test_hand_in_ready_and_receipt(home: Home, picture: SnapshotAssertion) -> None:
    """Ready, then handed in."""
    report_everything(home)
    async with at_the_screen(home) as person:
        await person.does("hand_in")
        assert person.screen == picture(name="ready")
        await person.does("go_on")
        assert person.screen == picture(name="receipt")


@pytest.mark.parametrize("way", ["findings", "report", "search", "command_palette", "help"])
async def test_from_home(home: Home, picture: SnapshotAssertion, way: str) -> None:
    """Where one key leads from Start."""
    async with at_the_screen(home) as person:
        await person.does(way)
        if way == "search":
            await person.types("mat")
        assert person.screen == picture


async def test_waiving(home: Home, picture: SnapshotAssertion) -> None:
    """Why a finding is set aside."""
    async with at_the_screen(home) as person:
        await person.does("findings", "waive")
        await person.types("Beslut väntas i maj.")
        assert person.screen == picture


async def test_settings(home: Home, picture: SnapshotAssertion) -> None:
    """What is the same on every machine."""
    async with at_the_screen(home) as person:
        await person.does("settings")
        above = [line for line in person.lines if str(home.data)[:6] not in line]
        assert "\n".join(above) == picture


async def test_activity_and_its_history(home: Home, picture: SnapshotAssertion) -> None:
    """One activity in full, and who changed it."""
    async with at_the_screen(home) as person:
        await person.goes_to(OLD)
        await person.does("open_details")
        assert person.screen == picture(name="activity")
        await person.does("history")
        assert person.screen == picture(name="history")


@pytest.mark.parametrize("size", SIZES[::2], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_first_start(
    new_home: Home, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """With a unit that nobody knows."""
    async with at_the_screen(new_home, size=size) as person:
        await person.types("Åsa Öberg")
        await person.presses("enter", "enter", "enter")
        await person.types("Kostnad")
        await person.does("begin")
        assert person.screen == picture


async def test_overview_of_a_department(department_home: Home, picture: SnapshotAssertion) -> None:
    """Six units and the department's own work."""
    async with at_the_screen(department_home) as person:
        assert person.screen == picture


@pytest.mark.parametrize("size", SIZES[::2], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_overview_of_the_centre(
    central_home: Home, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """The whole municipality."""
    async with at_the_screen(central_home, size=size) as person:
        assert person.screen == picture


async def test_a_message(home: Home, picture: SnapshotAssertion) -> None:
    """What needs to be read."""
    async with at_the_screen(home) as person:
        text = "Disken är full. Allt som var sparat är kvar. Frigör utrymme och försök igen."
        person.app.push_screen(MessageScreen("Det gick inte", text))
        await person.waits()
        assert person.screen == picture


async def test_what_is_told_in_passing_leaves_the_keys_in_sight(
    home: Home, picture: SnapshotAssertion
) -> None:
    """A toast stands above the key bar, also at 80 columns."""
    async with at_the_screen(home, size=NARROW) as person:
        await person.goes_to(OLD)
        await person.does("unchanged")
        assert person.lines[-1].startswith(" Mellanslag snabbstatus")
        assert person.screen == picture
