"""The line under a field: what it is for, or what is to be said of what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

_COLOURS = {"": "$muted", "good": "$success", "warn": "$warning", "bad": "$error"}
_MARKS = {"": "", "good": "✔ ", "warn": "▲ ", "bad": "✕ "}


class Note(NamedTuple):
    """One thing to say, with how it is to be taken: "", "good", "warn" or "bad"."""

    text: str
    tone: str = ""


class FieldNote(Static):
    """Keeps one line free, so that nothing jumps when there is something to say."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own name for it
        """Nothing said yet."""
        super().__init__("", id=id, classes="field-note", markup=False)
        self.said: tuple[Note, ...] = ()

    def say(self, notes: Sequence[Note]) -> None:
        """Say this, each on its line; asks for a layout only where the height may change."""
        if tuple(notes) == self.said:
            return
        before, self.said = self.said, tuple(notes)
        parts: list[tuple[str, str]] = []
        for number, note in enumerate(self.said):
            text = f"{_MARKS[note.tone]}{note.text}"
            parts.append((f"{chr(10) if number else ''}{text}", _COLOURS[note.tone]))
        is_one_line = self._fits(before) and self._fits(self.said)
        self.update(Content.assemble(*parts), layout=not is_one_line)

    def _fits(self, notes: Sequence[Note]) -> bool:
        width = self.content_size.width
        return len(notes) <= 1 and all(cell_len(note.text) + 2 <= width for note in notes)
