"""The fields of running text: one line, and several lines."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea

from tui.app.widgets.labelled import LABEL, LABEL_WIDTH, Labelled
from tui.app.widgets.one_cell import OneForOne, one_for_one


class TextField(Labelled, Input):
    """One line. Pasted lines are joined, so that none is lost and none sends the form."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {LABEL}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    def __init__(
        self,
        label: str,
        *,
        label_width: int = LABEL_WIDTH,
        placeholder: str = "",
        select_on_focus: bool = False,
        id: str | None = None,  # noqa: A002  # Textual's own name for it
    ) -> None:
        """An empty field with its label."""
        super().__init__(
            placeholder=placeholder,
            highlighter=OneForOne(),
            select_on_focus=select_on_focus,
            compact=True,
            id=id,
        )
        self.set_label(label, label_width)

    def on_paste(self, event: events.Paste) -> None:
        """Put the pasted text in, on one line."""
        event.prevent_default()
        event.stop()
        text = " ".join(event.text.split())
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)


class LongTextField(Labelled, TextArea):
    """Several lines; Tab moves on to the next field."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {LABEL}

    def __init__(
        self,
        label: str,
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002  # Textual's own name for it
    ) -> None:
        """An empty field with its label."""
        super().__init__(
            "",
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            highlight_cursor_line=False,
            placeholder=placeholder,
            id=id,
        )
        self.set_label(label)

    def get_line(self, line_index: int) -> Text:
        """A line as it is shown: what is invisible or steers a terminal is a sign."""
        return Text(one_for_one(self.document.get_line(line_index)), end="", no_wrap=True)
