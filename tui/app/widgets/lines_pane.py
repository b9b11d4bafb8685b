"""A pane of plain lines that can be scrolled, drawn line by line."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app.widgets.row_list import fitted


class LinesPane(ScrollView, can_focus=True):
    """Shows lines that are already as wide as they are to be."""

    def __init__(self, *, id: str, classes: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """An empty pane."""
        super().__init__(id=id, classes=classes)
        self.lines: tuple[str, ...] = ()
        self._bold = 0

    def show(self, lines: Sequence[str], *, bold: int = 0) -> None:
        """Show these lines, the first ones of them bold."""
        if tuple(lines) == self.lines and bold == self._bold:
            return
        self.lines, self._bold = tuple(lines), bold
        self.virtual_size = Size(self.size.width, len(self.lines))
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the pane to its new width."""
        self.virtual_size = Size(event.size.width, len(self.lines))

    def render_line(self, y: int) -> Strip:
        """One line."""
        number = y + self.scroll_offset.y
        text = self.lines[number] if number < len(self.lines) else ""
        style = self.rich_style + Style(bold=True) if number < self._bold else self.rich_style
        return Strip([Segment(_kept(text, self.size.width), style)])


def _kept(text: str, width: int) -> str:
    """The line with its indentation, which `fitted` would close up."""
    indent = len(text) - len(text.lstrip(" "))
    return " " * min(indent, width) + fitted(text[indent:], max(0, width - indent))
