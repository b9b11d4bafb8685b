"""A message that needs to be read: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static


class MessageScreen(ModalScreen[None]):
    """Text with one way on."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,space", "dismiss", show=False)]

    def __init__(self, title: str, text: str) -> None:
        """A message with a title."""
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Title, text, and the keys that close it."""
        with Vertical(classes="box"):
            yield Static(self._title, classes="box-title", markup=False)
            yield Static(self._text, markup=False)
            yield Static("Enter eller Esc: tillbaka", classes="box-keys", markup=False)

    async def action_dismiss(self, result: None = None) -> None:
        """Close the message."""
        self.dismiss(None)
