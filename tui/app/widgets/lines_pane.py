"""A pane of plain lines that can be scrolled, drawn line by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip


class LinesPane(ScrollView, can_focus=True):
    """Shows lines that are made for its width, the first ones of them bold."""

    def __init__(
        self,
        lines_for: Callable[[int], tuple[Sequence[str], int]],
        *,
        id: str,  # noqa: A002  # Textual's own name for it
        classes: str | None = None,
    ) -> None:
        """An empty pane; `lines_for` gives lines, safe to show, and how many are bold."""
        super().__init__(id=id, classes=classes)
        self.lines: Sequence[str] = ()
        self._bold = 0
        self._lines_for = lines_for

    def show(self) -> None:
        """Ask for the lines anew; nothing is drawn while the pane has no room."""
        width = self.scrollable_size.width
        if not width:
            return
        lines, bold = self._lines_for(width)
        if lines != self.lines or bold != self._bold:
            self.lines, self._bold = lines, bold
            self.virtual_size = Size(width, len(lines))
            self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines to the new width."""
        self.show()

    def render_line(self, y: int) -> Strip:
        """One line."""
        number = y + self.scroll_offset.y
        text = self.lines[number] if number < len(self.lines) else ""
        style = self.rich_style + Style(bold=True) if number < self._bold else self.rich_style
        return Strip([Segment(set_cell_size(text, self.scrollable_size.width), style)])
