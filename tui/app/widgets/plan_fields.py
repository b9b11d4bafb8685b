"""The fields of one activity, each with the line under it that says what is to be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input

from model.plan.entities import Goal
from model.plan.identifiers import EntityId
from tui.app.plan_text import FormText
from tui.app.widgets.choice_fields import GoalsField, PersonField, SaveLine
from tui.app.widgets.date_field import DateField
from tui.app.widgets.field_note import FieldNote, Note
from tui.app.widgets.text_field import LongTextField, TextField

WIDGETS = {
    "title": "#plan-title",
    "goals": "#plan-goals",
    "start_date": "#plan-start",
    "period": "#plan-start",
    "end_date": "#plan-end",
    "description": "#plan-description",
    "responsible": "#plan-responsible",
    "deputy": "#plan-deputy",
}
"""The widget of each field, by the field's name in findings."""

_DECIDED = ("#plan-title", "#plan-goals", "#plan-start", "#plan-end", "#plan-description")


class PlanFields(VerticalScroll, can_focus=False):
    """Shows a `FormText`, and reads it back."""

    def compose(self) -> ComposeResult:
        """The fields in the order in which they are filled in."""
        yield TextField("Rubrik", id="plan-title")
        yield FieldNote(id="plan-note-title")
        yield GoalsField("Mål", id="plan-goals")
        yield FieldNote(id="plan-note-goals")
        with Horizontal(id="plan-dates"):
            yield DateField("Start", id="plan-start")
            yield DateField("Slut", label_width=8, id="plan-end")
        yield FieldNote(id="plan-note-dates")
        yield LongTextField("Beskrivning", id="plan-description")
        yield FieldNote(id="plan-note-description")
        yield PersonField("Ansvarig", id="plan-responsible")
        yield PersonField("Ersättare", id="plan-deputy")
        yield FieldNote(id="plan-note-people")
        yield SaveLine(id="plan-save")

    def fill(self, text: FormText, today: date, *, is_decided: bool) -> None:
        """Put a text into the fields that are typed in; what is decided is only shown."""
        self.query_one("#plan-title", TextField).value = text.title
        self.show_people(text)
        for selector, value in (("#plan-start", text.start), ("#plan-end", text.end)):
            field = self.query_one(selector, DateField)
            field.today = today
            field.value = value
        area = self.query_one(LongTextField)
        if area.text != text.description:
            area.load_text(text.description)
        for selector in _DECIDED:
            widget = self.query_one(selector)
            if widget.disabled is not is_decided:
                widget.disabled = is_decided

    def typed(self, before: FormText) -> FormText:
        """The form's text with what now stands in the fields that are typed in."""
        return replace(
            before,
            title=self.query_one("#plan-title", Input).value,
            start=self.query_one("#plan-start", Input).value,
            end=self.query_one("#plan-end", Input).value,
            description=self.query_one(LongTextField).text,
            responsible=self.query_one("#plan-responsible", Input).value,
            deputy=self.query_one("#plan-deputy", Input).value,
        )

    def read_dates_in(self, start: int, end: int) -> None:
        """Say which years the dates without a year are in."""
        self.query_one("#plan-start", DateField).year = start
        self.query_one("#plan-end", DateField).year = end

    def show_goals(self, goals: Sequence[Goal], key: EntityId | None = None) -> None:
        """Show the chosen goals, with the cursor on one of them."""
        self.goals.show_goals(goals, key=key)

    def show_people(self, text: FormText) -> None:
        """Show the names of those who answer."""
        self.query_one("#plan-responsible", PersonField).value = text.responsible
        self.query_one("#plan-deputy", PersonField).value = text.deputy

    def know_people(self, *, responsible: bool, deputy: bool) -> None:
        """Say which of the names are somebody's."""
        self.query_one("#plan-responsible", PersonField).is_known = responsible
        self.query_one("#plan-deputy", PersonField).is_known = deputy

    def say(self, notes: Mapping[str, Sequence[Note]]) -> None:
        """Say what is to be said under each field."""
        for field, said in notes.items():
            self.query_one(f"#plan-note-{field}", FieldNote).say(said)

    @property
    def goals(self) -> GoalsField:
        """The list of goals."""
        return self.query_one(GoalsField)

    def field(self, name: str) -> Widget:
        """A field by its name in findings; the title for a name that is none."""
        return self.query_one(WIDGETS.get(name, "#plan-title"))
