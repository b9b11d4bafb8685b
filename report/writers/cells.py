"""Text measured and broken in terminal cells: an emoji takes two, a combining accent none."""

from __future__ import annotations

from collections.abc import Iterator

import wcwidth


def width_of(text: str) -> int:
    """How many cells a line takes; every character has been made visible already."""
    return len(text) if text.isascii() else wcwidth.width(text, control_codes="ignore")


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken at spaces and never at a hyphen.

    A word that is longer than a line is cut. An empty text gives no lines.
    """
    words = [piece for word in text.split(" ") if word for piece in _cut(word, width)]
    lines: list[str] = []
    room = 0
    for word in words:
        taken = width_of(word)
        if lines and taken < room:
            lines[-1] += f" {word}"
            room -= taken + 1
        else:
            lines.append(word)
            room = width - taken
    return lines


def _cut(word: str, width: int) -> Iterator[str]:
    """A word in pieces that fit, never between a letter and its accent."""
    if width_of(word) <= width:
        yield word
        return
    piece, taken = "", 0
    for letter in wcwidth.iter_graphemes(word):
        cells = width_of(letter)
        if piece and taken + cells > width:
            yield piece
            piece, taken = "", 0
        piece += letter
        taken += cells
    yield piece
