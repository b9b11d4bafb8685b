"""The one place in which the tests look into Textual's own parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.keys import _character_to_key
from textual.widgets._toast import Toast

if TYPE_CHECKING:
    from textual.app import App


def lines_on(app: App[int]) -> list[str]:
    """The text of every line of the screen on top, with what shines through from below."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001  there is no public text of a screen
    return [strip.text.rstrip() for strip in strips]


def toasts_on(app: App[int]) -> list[str]:
    """The text of every toast on the screen."""
    return [str(toast.render()) for toast in app.screen.query(Toast)]


def key_of(character: str) -> str:
    """What Textual calls the key that gives a character."""
    return _character_to_key(character)
