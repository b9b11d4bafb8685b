"""What a person saw, read from the recorded bytes afterwards, so that it costs the app nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pyte

from benchmarks.escapes import split_cut_off

COLUMNS = 120
ROWS = 40
"""The size in which everything is measured."""

_UNKNOWN = re.compile(rb"\x1b(?:[PX^_][^\x1b]*\x1b\\|\[[<=>][0-?]*[ -/]*[@-~])")
"""Sequences that pyte would show as text or take for others: DCS and the like, private ones."""

_FRAME_END = b"\x1b[?2026l"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Bytes that came in one read, and when: seconds of the monotonic clock."""

    time: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Window:
    """What happened on the screen in a stretch of time."""

    last_change: float | None
    size: int
    frames: int


class Screen:
    """A terminal's screen that knows whether bytes changed anything that can be seen."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._rest = b""
        self._lines: dict[int, tuple[pyte.screens.Char, ...]] = {}
        self.frames = 0
        self._note_changes()

    def feed(self, data: bytes) -> bool:
        """Show these bytes; true if a cell's character, colour or style is now another."""
        whole, self._rest = split_cut_off(self._rest + data)
        self.frames += whole.count(_FRAME_END)
        self._stream.feed(_UNKNOWN.sub(b"", whole))
        return self._note_changes()

    def text(self) -> str:
        """The screen as lines of text."""
        return "\n".join(self._screen.display)

    def _note_changes(self) -> bool:
        changed = False
        for row in self._screen.dirty:
            line = self._screen.buffer[row]
            cells = tuple(line[column] for column in range(self._screen.columns))
            if self._lines.get(row) != cells:
                self._lines[row] = cells
                changed = True
        self._screen.dirty.clear()
        return changed


class Replay:
    """Plays a recording on a screen, as far as asked."""

    def __init__(self, chunks: Sequence[Chunk], columns: int, rows: int) -> None:
        self.screen = Screen(columns, rows)
        self._chunks = chunks
        self._next = 0

    def step(self) -> tuple[float, bool] | None:
        """Play one chunk: its time and whether it changed the screen; None at the end."""
        if self._next == len(self._chunks):
            return None
        chunk = self._chunks[self._next]
        self._next += 1
        return chunk.time, self.screen.feed(chunk.data)

    def until(self, moment: float) -> Window:
        """Play what came before this moment."""
        last_change = None
        frames = self.screen.frames
        size = 0
        while self._next < len(self._chunks) and self._chunks[self._next].time < moment:
            chunk = self._chunks[self._next]
            self._next += 1
            size += len(chunk.data)
            if self.screen.feed(chunk.data):
                last_change = chunk.time
        return Window(last_change, size, self.screen.frames - frames)
