"""The one place in which the tests look into Textual's own parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.color import Color
from textual.keys import _character_to_key
from textual.widgets._toast import Toast

if TYPE_CHECKING:
    from textual.app import App


def lines_on(app: App[int]) -> list[str]:
    """The text of every line of the screen on top, with what shines through from below."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001  there is no public text of a screen
    return [strip.text.rstrip() for strip in strips]


class Cell(NamedTuple):
    """One place on the screen, as it is drawn."""

    x: int
    y: int
    text: str
    colour: Color
    ground: Color


def cells_on(app: App[int]) -> list[Cell]:
    """Every place on the screen on top that has a letter or sign."""
    cells: list[Cell] = []
    for y, strip in enumerate(app.screen._compositor.render_strips()):  # noqa: SLF001  there is no public way
        x = 0
        for text, style, _ in strip:
            for letter in text:
                if letter != " " and style is not None and style.color and style.bgcolor:
                    colour, ground = (
                        Color.from_rich_color(c) for c in (style.color, style.bgcolor)
                    )
                    if style.reverse:
                        colour, ground = ground, colour
                    cells.append(Cell(x, y, letter, colour, ground))
                x += cell_len(letter)
    return cells


def links_on(app: App[int]) -> list[str]:
    """What a click on the text of the screen on top would do, were it markup."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001  there is no public way
    styles = (style for strip in strips for _, style, _ in strip if style is not None)
    return [str(style.meta["@click"]) for style in styles if "@click" in style.meta] + [
        style.link for style in styles if style.link
    ]


def toasts_on(app: App[int]) -> list[str]:
    """The text of every toast on the screen."""
    return [str(toast.render()) for toast in app.screen.query(Toast)]


def key_of(character: str) -> str:
    """What Textual calls the key that gives a character."""
    return _character_to_key(character)
