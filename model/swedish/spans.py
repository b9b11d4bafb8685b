"""A place in a text, so that a screen can mark what a check has found without quoting it."""

from __future__ import annotations

from typing import NamedTuple

_ODD_SPACES = str.maketrans(dict.fromkeys("\t\u00a0\u2007\u2009\u202f", " "))


class Span(NamedTuple):
    """Half-open range of character positions: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span marks in the text that it was found in."""
        return text[self.start : self.end]


def plain_spaces(text: str) -> str:
    """The text with every tab and odd space as a plain one, each character in its place."""
    return text.translate(_ODD_SPACES)
