"""Text as a field shows it: one sign for each character, so that the cursor stands right."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text

from model.swedish.visible import visible

UNSHOWABLE = "\ufffd"


def one_for_one(text: str) -> str:
    """The text with every invisible or steering character as one visible sign.

    `model.swedish.visible` writes some of them out at length; in a field that would move all
    that follows.
    """
    if text.isprintable():
        return text
    return "".join(map(_sign, text))


def _sign(letter: str) -> str:
    if letter.isprintable():
        return letter
    shown = visible(letter)
    return shown if len(shown) == 1 else UNSHOWABLE


class OneForOne(Highlighter):
    """Makes an `Input` show what it holds and do nothing else."""

    def highlight(self, text: Text) -> None:
        """Replace what cannot be shown."""
        shown = one_for_one(text.plain)
        if shown != text.plain:
            text.plain = shown
