"""A text field of several lines in which Enter means done."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import TextArea

from tui.app.bindings import bindings_for
from tui.app.widgets.one_cell import one_for_one


class CommentField(TextArea):
    """Enter is done, Esc leaves, Tab moves on; pasted lines stay lines."""

    context: ClassVar[str] = "comment"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("comment", priority=True)]

    class Done(Message):
        """The person is done with the text."""

        def __init__(self, field: CommentField) -> None:
            super().__init__()
            self.field = field

        @property
        def control(self) -> CommentField:
            """The field."""
            return self.field

    class Left(Message):
        """The person left the text with Esc; it stays as it is."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """An empty field."""
        super().__init__("", id=id, soft_wrap=True, tab_behavior="focus", compact=True)

    def action_done(self) -> None:
        """Say that the text is done."""
        self.post_message(self.Done(self))

    def action_leave(self) -> None:
        """Say that the text is left as it is."""
        self.post_message(self.Left())

    def action_new_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    def get_line(self, line_index: int) -> Text:
        """A line as it is shown: what is invisible or steers a terminal is a sign."""
        return Text(one_for_one(self.document.get_line(line_index)), end="", no_wrap=True)
