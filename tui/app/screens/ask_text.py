"""Asking for one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from model.swedish.visible import visible_lines
from tui.app.in_keys import in_keys
from tui.app.widgets.line_input import LineInput

if TYPE_CHECKING:
    from tui.app.app import TertialApp


class AskTextScreen(ModalScreen[str | None]):
    """Gives back what was typed, or None."""

    context: ClassVar[str] = "ask"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        value: str = "",
        problem: str = "",
        draft_key: str = "",
        is_offer: bool = False,
    ) -> None:
        """Ask under a title, with a text that explains and what was wrong with an earlier answer.

        With a `draft_key` what is typed is kept until whoever asks forgets it. An offered value is
        taken with Enter, or replaced by what is typed.
        """
        super().__init__()
        self._title = title
        self._text = text
        self._value = value
        self._problem = problem
        self._draft_key = draft_key
        self._is_offer = is_offer

    def compose(self) -> ComposeResult:
        """Title, text, field, keys."""
        kept = cast("TertialApp", self.app).kept.text(self._draft_key) if self._draft_key else ""
        with Vertical(classes="box"):
            yield Static(self._title, classes="box-title", markup=False)
            with VerticalScroll(classes="box-text", can_focus=False):
                yield Static(visible_lines(self._text), markup=False)
            yield LineInput(self._value or kept, id="asked-text", select_on_focus=self._is_offer)
            yield Static(visible_lines(in_keys(self._problem)), classes="box-problem", markup=False)
            yield Static("Enter ta   Esc tillbaka", classes="box-keys", markup=False)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if self._draft_key:
            text = event.value if event.value != self._value else ""
            cast("TertialApp", self.app).kept.typed(self._draft_key, text)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)

    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
