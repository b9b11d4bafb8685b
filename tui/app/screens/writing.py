"""A screen that lists things beside a field in which their texts are written in place.

What is typed is kept as a draft until it is saved; a text that may give somebody away is warned
of once and saved when the person says so again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from model.errors import ModelError
from model.plan.entities import Entity
from model.plan.rules import FieldRefused
from model.workspace.edit import Edit
from tui.app.drafts import Drafts
from tui.app.screens.frame import FrameScreen
from tui.app.warned import warning_text
from tui.app.widgets.comment_field import CommentField
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import RowList


class Writing(NamedTuple):
    """What is being written, and how it is saved."""

    title: str
    draft: str
    present: str
    save: Callable[[Edit, str], Entity]
    done: str
    hint: str = ""
    """What to know while writing; stands under the field."""


class WritingScreen(FrameScreen):
    """Composes the field with `writing_field`, opens it with `begin`."""

    field: ClassVar[type[CommentField]] = CommentField

    def __init__(self) -> None:
        """Nothing is written yet."""
        super().__init__()
        self.drafts = Drafts(self)
        self._writing: Writing | None = None
        self._warned_of = ""

    def writing_field(self) -> ComposeResult:
        """The field with its note; hidden while nothing is written."""
        with Vertical(classes="pane writing"):
            yield self.field(id="writing-field")
            yield Static("", classes="writing-note", markup=False)

    def on_mount(self) -> None:
        """Nothing is written yet."""
        self._pane.display = False

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of the part that has them."""
        is_typing = isinstance(event.widget, self.field)
        self.query_one(KeyBar).show_context(self.field.context if is_typing else self.context)

    @property
    def _pane(self) -> Vertical:
        return self.query_one(".writing", Vertical)

    @property
    def _field(self) -> CommentField:
        return self.query_one("#writing-field", CommentField)

    def begin(self, writing: Writing) -> None:
        """Open the field with what was typed and never saved, else with what stands."""
        self._writing = writing
        self._warned_of = ""
        self.app.clear_notifications()
        text = self.drafts.text(writing.draft) or writing.present
        with self.prevent(TextArea.Changed):
            self._field.load_text(text)
        self._field.move_cursor(self._field.document.end)
        self._say(writing.hint if text == writing.present else "Utkast som inte är sparat.")
        self._pane.border_title = writing.title
        self._pane.display = True
        self.add_class("-writing")
        self._field.focus()

    def _say(self, text: str) -> None:
        self.query_one(".writing-note", Static).update(Content(text))

    def _end(self) -> None:
        self._writing = None
        self._pane.display = False
        self.remove_class("-writing")
        self.give_keys_back()

    def give_keys_back(self) -> None:
        """Nothing is written any more: the keys belong to what the screen is about."""
        self.query_one(self.AUTO_FOCUS or "RowList", RowList).focus()

    @on(TextArea.Changed, "#writing-field")
    def _typed(self, event: TextArea.Changed) -> None:
        if self._writing is not None:
            text = event.text_area.text
            self.drafts.typed(self._writing.draft, "" if text == self._writing.present else text)

    @on(CommentField.Left)
    def _left(self) -> None:
        if self._writing is not None and self.drafts.text(self._writing.draft):
            self.notify("Texten är kvar som utkast.", timeout=4)
        self._end()

    @on(CommentField.Done)
    def _done(self) -> None:
        """Save; what was warned of is saved when the person says so again."""
        writing, text = self._writing, self._field.text
        if writing is None:
            return
        warning = warning_text(text)
        if warning and self._warned_of != text:
            self._warned_of = text
            self._say(f"{warning} Enter igen sparar ändå.")
            return
        self.tertial.in_background(self._saved(writing, text))

    async def _saved(self, writing: Writing, text: str) -> None:
        app = self.tertial
        try:
            await app.write(lambda session: session.write(lambda edit: writing.save(edit, text)))
        except FieldRefused as error:
            self._say(f"▲ {error.reason}")
        except ModelError as error:
            await app.explain(error)
        else:
            self.drafts.forget_saved(writing.draft, text)
            app.notify(f"{writing.done}\nu ångrar", timeout=4)
            if self._writing is writing:
                self._end()
