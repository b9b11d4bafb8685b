"""Asking for one date, typed in any of the ways that people write dates."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from model.swedish.dates import UnreadableDate, parse_date
from tui.app.widgets.line_input import LineInput


class AskDateScreen(ModalScreen[date | None]):
    """Gives back a date, or None."""

    context: ClassVar[str] = "ask"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    def __init__(self, title: str, today: date, value: date | None = None) -> None:
        """Ask under a title; dates without a year are read near `today`. `value` is there to take
        with Enter.
        """
        super().__init__()
        self._title = title
        self._today = today
        self._value = value.isoformat() if value is not None else ""

    def compose(self) -> ComposeResult:
        """Title, field, how it is read, keys."""
        with Vertical(classes="box"):
            yield Static(self._title, classes="box-title", markup=False)
            examples = "2024-09-30, 30/9, 30 sep, +14, +1m"
            yield LineInput(self._value, placeholder=examples, id="date")
            yield Static("", id="date-read", markup=False)
            yield Static("Enter ta   Esc tillbaka", classes="box-keys", markup=False)

    def _read(self, text: str) -> date | None:
        note = self.query_one("#date-read", Static)
        try:
            day = parse_date(text, near=self._today)
        except UnreadableDate as error:
            note.update(str(error) if text.strip() else "")
            return None
        note.update(f"→ {day.isoformat()}")
        return day

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._read(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        day = self._read(event.value)
        if day is not None:
            self.dismiss(day)

    def action_cancel(self) -> None:
        """Leave without a date."""
        self.dismiss(None)
