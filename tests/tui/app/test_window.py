"""The window: any size, resized at any time, with a mouse for those who like one."""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable

import pytest

from model.home.paths import Home, home_at
from tests.tui.app.person import NARROW, WIDE, Person, at_the_screen
from tests.tui.app.stories import plan_more
from tui.app.widgets.row_list import RowList

OLD = "Dialog med lokala producenter"
SIZES = [(160, 45), (80, 24), (100, 30)]


async def stays(person: Person) -> None:
    """Do nothing."""


async def goes_to_quick_status(person: Person) -> None:
    """Be in the middle of a comment."""
    await person.does("comment")
    await person.types("Mitt i en mening")


async def goes_to_findings(person: Person) -> None:
    """Be among the findings."""
    await person.does("findings")


@pytest.mark.parametrize("goes", [stays, goes_to_quick_status, goes_to_findings])
async def test_a_screen_follows_the_window(
    home: Home, goes: Callable[[Person], Awaitable[None]]
) -> None:
    """In each size it is as it would have been from the start."""
    copies = [shutil.copytree(home.data, home.data.with_name(f"{w}")) for w, _ in SIZES]
    async with at_the_screen(home) as person:
        await goes(person)
        for size, same in zip(SIZES, copies, strict=True):
            await person.resizes(*size)
            resized = person.lines
            assert max(map(len, resized)) <= size[0]
            async with at_the_screen(home_at(same), size=size) as fresh:
                await goes(fresh)
                assert resized == fresh.lines


async def test_what_is_typed_outlives_a_resize(home: Home) -> None:
    """Letter by letter, with the cursor where it was."""
    async with at_the_screen(home) as person:
        await person.does("comment")
        await person.types("Första")
        await person.resizes(*NARROW)
        await person.types(" och andra")
        await person.resizes(*WIDE)
        assert "Första och andra" in person.text


async def test_the_screen_below_has_followed_too(home: Home) -> None:
    """Whoever resizes in quick status finds Start in the new size."""
    async with at_the_screen(home) as person:
        await person.does("quick_status")
        await person.resizes(*NARROW)
        await person.does("back")
        assert max(map(len, person.lines)) <= 80
        assert "Köken väger" not in person.text
        assert "✔ allt sparat här" in person.lines[0]
        await person.does("settings")
        await person.resizes(*WIDE)
        await person.does("back")
        assert "Köken väger" in person.text


async def test_details_that_were_shown_narrow_are_beside_the_list_when_wide(home: Home) -> None:
    """And the list has the keys again."""
    async with at_the_screen(home, size=NARROW) as person:
        await person.does("toggle_pane")
        await person.resizes(*WIDE)
        assert "Saknar status" in person.text
        assert "Köken väger" in person.text
        await person.presses("down")
        assert person.chosen == OLD


async def test_a_long_list_keeps_the_cursor_in_sight(home: Home) -> None:
    """By arrow, by page, to the ends, and after the window has become lower."""
    plan_more(home, 60)
    async with at_the_screen(home, size=NARROW) as person:
        for key in ("pagedown", "pagedown", "end", "pageup", "up", "home"):
            await person.presses(key)
            assert any("▸" in line and person.chosen in line for line in person.lines), key
        assert "Saknar status för T1 (62)" in person.screen
        await person.presses("pagedown", "pagedown")
        await person.resizes(80, 12)
        assert f"▸ {person.chosen}" in person.screen
        for line in person.lines[2:-1]:
            assert line.rstrip()[-1] in "╮│╯▁▂▃▄▅▆▇█▔ ", line


async def test_a_click_chooses_and_a_second_one_opens(home: Home) -> None:
    """The row that is clicked, and not the one above."""
    async with at_the_screen(home) as person:
        await person.clicks(OLD)
        assert person.chosen == OLD
        assert person.context == "home"
        await person.clicks(f"▸ {OLD}")
        assert person.context == "details"


async def test_headings_cannot_be_chosen(home: Home) -> None:
    """A click on one does nothing."""
    async with at_the_screen(home) as person:
        before = person.chosen
        await person.clicks("Rapporterade (5)")
        assert person.chosen == before


async def test_the_key_bar_can_be_clicked(home: Home) -> None:
    """Each entry does what its key does."""
    async with at_the_screen(home) as person:
        await person.clicks("granska")
        assert person.context == "findings"
        await person.clicks("tillbaka")
        assert person.context == "home"
        await person.clicks("hjälp")
        assert "Hjälp · Start" in person.text
        await person.presses("escape")
        await person.clicks("snabbstatus")
        assert person.context == "queue"


async def test_a_row_of_a_box_is_taken_by_two_clicks(home: Home) -> None:
    """In search as in every list to choose from."""
    async with at_the_screen(home) as person:
        await person.does("search")
        await person.types("matråd")
        await person.clicks("Matråd på skolorna")
        await person.clicks("Matråd på skolorna")
        assert person.context == "details"


async def test_the_keys_come_back_to_the_list_when_a_box_closes(home: Home) -> None:
    """Nobody has to click to go on."""
    async with at_the_screen(home) as person:
        for way in ("help", "search", "command_palette", "hand_in"):
            await person.does(way)
            await person.presses("escape")
            assert isinstance(person.app.focused, RowList), way
        await person.presses("down")
        assert person.chosen == OLD
