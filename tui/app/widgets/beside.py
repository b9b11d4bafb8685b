"""The text beside a list: what the row under the cursor says in full, scrolled where it is long."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class Beside(VerticalScroll):
    """Tab comes here, arrows scroll; the scrollbar says that there is more."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own name for it
        """An empty pane."""
        super().__init__(id=id, classes="beside")

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static("", markup=False)

    def show(self, text: Content) -> None:
        """Show a text from its beginning."""
        self.query_one(Static).update(text)
        self.scroll_home(animate=False)
