"""Asking before something that many others will notice: Enter does it, Esc does not."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from model.swedish.visible import visible_lines
from tui.actions import action
from tui.app.bindings import bindings_for


class AskYesScreen(ModalScreen[bool]):
    """Gives back whether the answer was yes."""

    context: ClassVar[str] = "question"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("question")]

    def __init__(self, title: str, text: str, yes: str) -> None:
        """A title, what will happen, and the word for doing it."""
        super().__init__()
        self._title = title
        self._text = text
        self._yes = yes

    def compose(self) -> ComposeResult:
        """Title, text, and what the two keys do."""
        does, leaves = (action(self.context, name).shown_key for name in ("yes", "cancel"))
        with Vertical(classes="box"):
            yield Static(visible_lines(self._title), classes="box-title", markup=False)
            with VerticalScroll(classes="box-text"):
                yield Static(visible_lines(self._text), markup=False)
            keys = f"{does} {self._yes}   {leaves} inte nu"
            yield Static(keys, classes="box-keys", markup=False)

    def text_to_copy(self) -> str:
        """The question."""
        return self._text

    def action_yes(self) -> None:
        """Do it."""
        self.dismiss(True)

    def action_cancel(self) -> None:
        """Do nothing."""
        self.dismiss(False)
