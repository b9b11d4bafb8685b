"""Colours: every text can be read in every theme, and without colours too."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from textual.color import Color
from textual.screen import ModalScreen

from model.home.paths import Home
from model.plan.vocabulary import StatusValue
from tests.tui.app.insides import Cell, cells_on
from tests.tui.app.person import Person, at_the_screen
from tui.app.themes import THEME_WORDS, THEMES

LEAST = 4.5
"""The contrast that WCAG asks of text."""
TEXTS = (
    "foreground", "muted", "primary", "secondary", "footer-key", "success", "warning", "error",
)  # fmt: skip
GROUNDS = ("background", "surface", "panel")
MARKS = frozenset("✔▲●◐▼◌✓✕○⚡✎▸=/·?")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_colours_of_a_theme_stand_out(theme: object) -> None:
    """Every colour that text has, on everything that text stands on."""
    found = next(each for each in THEMES if each is theme)
    colours = found.to_color_system().generate() | found.variables
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS]
    for text, ground in [*pairs, ("cursor-text", "cursor")]:
        ratio = contrast(Color.parse(colours[text]), Color.parse(colours[ground]))
        assert ratio >= LEAST, f"{text} on {ground}: {ratio:.2f}"


def contrast(one: Color, other: Color) -> float:
    """The ratio of two colours' luminances, by WCAG."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Color) -> float:
    """A colour's relative luminance."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def hard_to_read(person: Person) -> set[str]:
    """Letters and marks on the screen on top whose contrast is too low, with their colours."""
    return {
        f"{cell.text!r} {cell.colour.hex} on {cell.ground.hex}: {ratio:.2f}"
        for cell in on_top(person)
        if (cell.text.isalnum() or cell.text in MARKS)
        and (ratio := contrast(cell.colour, cell.ground)) < LEAST
    }


def on_top(person: Person) -> list[Cell]:
    """The cells of the screen, or of the box that stands over it."""
    screen = person.app.screen
    cells = cells_on(person.app)
    if not isinstance(screen, ModalScreen):
        return cells
    box = screen.query_one(".box").region
    return [cell for cell in cells if box.contains(cell.x, cell.y)]


async def a_walk(person: Person) -> AsyncIterator[str]:
    """Go to every screen, with something on it."""
    yield "home"
    for way in ("findings", "report", "settings", "search", "command_palette", "hand_in", "help"):
        await person.does(way)
        yield way
        await person.presses("escape")
    await person.does("status(4)")
    yield "quick status"
    await person.does("comment")
    await person.types("Text med tal 19121212-1212.")
    yield "comment"
    await person.presses("enter")
    yield "toast"
    await person.does("facts")
    await person.types("inget")
    await person.presses("ctrl+s")
    yield "facts"
    await person.presses("escape", "escape")
    await person.does("open_details", "history")
    yield "history"
    await person.presses("escape", "escape")
    await person.does("new_activity")
    await person.types("Personal åker")
    yield "form"
    await person.does("pick_goals")
    yield "goals"
    await person.presses("escape")
    await person.does("ideas")
    yield "ideas"
    await person.presses("escape", "escape")


@pytest.mark.parametrize("theme", THEME_WORDS)
async def test_every_text_on_every_screen_can_be_read(home: Home, theme: str) -> None:
    """Letter by letter as it is drawn: fields, hints, toasts, the chosen row."""
    async with at_the_screen(home) as person:
        person.app.theme = theme
        async for place in a_walk(person):
            assert hard_to_read(person) == set(), place


async def test_the_first_start_can_be_read(new_home: Home) -> None:
    """Hints in empty fields as well."""
    async with at_the_screen(new_home) as person:
        await person.does("begin")
        for theme in THEME_WORDS:
            person.app.theme = theme
            await person.waits()
            assert hard_to_read(person) == set(), theme


async def test_the_overview_can_be_read(central_home: Home) -> None:
    """Each column, met or not."""
    async with at_the_screen(central_home) as person:
        for theme in THEME_WORDS:
            person.app.theme = theme
            await person.waits()
            assert hard_to_read(person) == set(), theme


async def test_without_colours_word_and_symbol_say_the_same(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR leaves shades of grey; every status is still told by its word and its symbol."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_the_screen(home) as person:
        for cell in cells_on(person.app):
            assert len({*cell.colour.rgb}) == 1, cell
            assert len({*cell.ground.rgb}) == 1, cell
        for value in (StatusValue.ON_HOLD, StatusValue.ONGOING_DEVIATING, StatusValue.NOT_STARTED):
            assert f"{value.symbol} {value.swedish}" in person.screen
        assert hard_to_read(person) == set()
