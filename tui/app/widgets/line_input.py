"""One line of text in a box that asks: shows what it holds, and keeps pasted lines as one."""

from __future__ import annotations

from textual import events
from textual.suggester import Suggester
from textual.widgets import Input

from tui.app.widgets.one_cell import OneForOne


class LineInput(Input):
    """An `Input` in which nothing blinks and nothing typed can do anything but be read."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002  # Textual's own name for it
        select_on_focus: bool = True,
        suggester: Suggester | None = None,
    ) -> None:
        """A field with what it holds from the start."""
        super().__init__(
            value,
            placeholder=placeholder,
            id=id,
            highlighter=OneForOne(),
            select_on_focus=select_on_focus,
            suggester=suggester,
        )
        self.set_reactive(Input.cursor_blink, False)

    def on_mount(self) -> None:
        """Show the end of a value that is longer than the field: a path ends in the file's name."""
        self.call_after_refresh(self._show_end)

    def _show_end(self) -> None:
        if self.selection.is_empty and self.cursor_at_end:
            self.cursor_position = 0
            self.action_end()

    def on_paste(self, event: events.Paste) -> None:
        """Put the pasted text in, on one line."""
        event.prevent_default()
        event.stop()
        text = " ".join(event.text.split())
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)
