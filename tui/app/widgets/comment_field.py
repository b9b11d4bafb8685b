"""A text field of several lines in which Enter means done."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea


class CommentField(TextArea):
    """Enter is done, Ctrl+N a new line, Tab moves on; pasted lines stay lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", "klar", show=False, priority=True),
        Binding("ctrl+n", "new_line", "ny rad", show=False, priority=True),
    ]

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

    def action_new_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(self.Left())
            return
        await super()._on_key(event)
