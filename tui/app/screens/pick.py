"""Choosing one of many by typing: a field above a list that narrows with every key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.app.widgets.line_input import LineInput
from tui.app.widgets.row_list import ListRow, RowList


class PickScreen(ModalScreen[str | None]):
    """Gives back the key of the row that was picked, or None. Subclasses say what there is."""

    title_text: ClassVar[str] = ""
    placeholder: ClassVar[str] = ""
    empty_text: ClassVar[str] = "Inget stämmer med det du skrivit. Sudda något tecken."
    keys_text: ClassVar[str] = "↑↓ välj   Enter ta   Esc tillbaka"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
    ]

    def rows_for(self, query: str) -> Sequence[ListRow]:
        """The rows that fit what was typed, best first; all of them for an empty query."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, field, list, keys."""
        with Vertical(classes="box pick"):
            yield Static(self.title_text, classes="box-title", markup=False)
            yield LineInput(placeholder=self.placeholder, id="pick-query", select_on_focus=False)
            yield RowList(id="pick-rows")
            yield Static("", id="pick-empty", classes="muted", markup=False)
            yield Static(self.keys_text, classes="box-keys", markup=False)

    def on_mount(self) -> None:
        """Show everything there is."""
        self.query_one(RowList).can_focus = False
        self._narrow("")

    @on(Input.Changed, "#pick-query")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._narrow(event.value)

    def _narrow(self, query: str) -> None:
        rows = self.rows_for(query)
        row_list = self.query_one(RowList)
        row_list.cursor = -1
        row_list.show(rows)
        note = self.query_one("#pick-empty", Static)
        note.update("" if rows else self.empty_text, layout=False)

    def action_move(self, step: int) -> None:
        """Move in the list while the field has the keys."""
        self.query_one(RowList).action_cursor(step)

    def action_page(self, direction: int) -> None:
        """Move by a screenful."""
        self.query_one(RowList).action_page(direction)

    @on(Input.Submitted, "#pick-query")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        key = self.query_one(RowList).key
        if key is not None:
            self.picked(key)

    def text_to_copy(self) -> str:
        """The row under the cursor."""
        row = self.query_one(RowList).current
        return row.plain if row else ""

    @on(RowList.Chosen)
    def _clicked(self, event: RowList.Chosen) -> None:
        event.stop()
        self.picked(event.key)

    def picked(self, key: str) -> None:
        """A row was picked; the usual answer is to give it back."""
        self.dismiss(key)

    def action_cancel(self) -> None:
        """Leave without picking."""
        self.dismiss(None)
