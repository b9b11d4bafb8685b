"""A message that needs to be read: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from model.swedish.visible import visible_lines


class MessageScreen(ModalScreen[None]):
    """Text with one way on. Letters do nothing: it may come up while somebody is typing."""

    context: ClassVar[str] = "message"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "close", show=False)]

    def __init__(self, title: str, text: str) -> None:
        """A message with a title."""
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Title, text, and the keys that close it."""
        with Vertical(classes="box"):
            yield Static(self._title, classes="box-title", markup=False)
            with VerticalScroll(classes="box-text"):
                yield Static(visible_lines(self._text), markup=False)
            yield Static("Enter eller Esc: tillbaka", classes="box-keys", markup=False)

    def text_to_copy(self) -> str:
        """The message, to be sent to whoever helps."""
        return self._text

    def action_close(self) -> None:
        """Close the message."""
        self.dismiss(None)
