"""What explains a status: cause, what is awaited, when to follow up, actual end."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar, cast

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from model.plan.vocabulary import Cause, cause_from
from model.swedish.dates import UnreadableDate, parse_date
from tui.app.answer import Answer
from tui.app.warned import warning_text
from tui.app.widgets.line_input import LineInput

if TYPE_CHECKING:
    from tui.app.app import TertialApp


FACTS = {
    "cause": "cause",
    "awaited": "awaited",
    "review_date": "review",
    "actual_end_date": "end",
}
"""The field of each fact, by the fact's name in findings."""


class StatusFactsScreen(ModalScreen[Answer | None]):
    """Gives back the answer with its facts filled in, or None; what is typed is kept until then."""

    context: ClassVar[str] = "facts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("ctrl+s", "take", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, answer: Answer, today: date, draft_key: str, at: str = "") -> None:
        """Fill in facts of an answer, from the field `at` on where the answer has it."""
        super().__init__()
        self._answer = answer
        self._today = today
        self._draft_key = draft_key
        self._at = at
        self._warned_of = ""
        self._first: dict[str, str] = {}

    @property
    def tertial(self) -> TertialApp:
        """The app, by its own type."""
        return cast("TertialApp", self.app)

    def compose(self) -> ComposeResult:
        """Four fields, each with what it means; the causes with their digits."""
        answer = self._answer
        typed = _typed_earlier(self.tertial.kept.text(self._draft_key))

        def field(name: str, value: str, placeholder: str = "") -> LineInput:
            self._first[name] = value
            return LineInput(typed.get(name, value), placeholder=placeholder, id=name)

        with Vertical(classes="box"):
            yield Static("Orsak och uppföljning", classes="box-title", markup=False)
            yield Static(f"Orsak\n{_causes()}", classes="muted", markup=False)
            yield field("cause", answer.cause.swedish if answer.cause else "", "siffra eller ord")
            yield Static("Vad inväntas, och av vem?", classes="muted", markup=False)
            yield field("awaited", answer.awaited)
            yield Static("När följs det upp?", classes="muted", markup=False)
            yield field("review", _iso(answer.review_date), "30/9, 30 sep, +14")
            if answer.value is not None and answer.value.is_completed:
                yield Static("Faktiskt slutdatum", classes="muted", markup=False)
                yield field("end", _iso(answer.actual_end), "12/4, 12 apr, idag")
            yield Static("", id="facts-error", classes="box-problem", markup=False)
            yield Static(
                "Enter nästa, sist spara   Ctrl+S spara   Esc tillbaka",
                classes="box-keys",
                markup=False,
            )

    def on_mount(self) -> None:
        """Begin where something is to be mended."""
        for field in self.query(LineInput):
            if field.id == self._at:
                self.set_focus(field)

    @on(Input.Changed)
    def _typed(self) -> None:
        values = {field.id or "": field.value for field in self.query(LineInput)}
        is_new = values != self._first
        self.tertial.kept.typed(
            self._draft_key, msgspec.json.encode(values).decode() if is_new else ""
        )

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        fields = list(self.query(LineInput))
        if event.input is fields[-1]:
            self.action_take()
        else:
            fields[[field.id for field in fields].index(event.input.id) + 1].focus()

    def action_take(self) -> None:
        """Give back what is filled in; a field that cannot be read is pointed out."""
        answer = self._answer
        for field in self.query(LineInput):
            text = field.value.strip()
            problem = self._fill(answer, field.id or "", text) or self._warning(text)
            if problem:
                self.query_one("#facts-error", Static).update(problem)
                field.focus()
                return
        self.tertial.kept.typed(self._draft_key, "")
        self.dismiss(answer)

    def _warning(self, text: str) -> str:
        """What a text gives away; the second time it is saved all the same."""
        warning = warning_text(text)
        if not warning or self._warned_of == text:
            return ""
        self._warned_of = text
        return f"{warning} Enter igen sparar ändå."

    def _fill(self, answer: Answer, name: str, text: str) -> str:
        """Put one field into the answer; gives back what is wrong with it, or nothing."""
        if name == "awaited":
            answer.awaited = text
            return ""
        if name == "cause":
            answer.cause = _cause(text)
            return "Skriv orsakens siffra eller ord." if text and answer.cause is None else ""
        try:
            day = parse_date(text, near=self._today) if text else None
        except UnreadableDate as error:
            return str(error)
        if name == "review":
            answer.review_date = day
        else:
            answer.actual_end = day
        return ""

    def action_cancel(self) -> None:
        """Leave the answer as it was; what is typed is there next time."""
        self.dismiss(None)


def _causes() -> str:
    """The causes with their digits, in two columns."""
    words = [f"{number} {cause.swedish}" for number, cause in enumerate(Cause, 1)]
    half = (len(words) + 1) // 2
    pairs = zip_longest(words[:half], words[half:], fillvalue="")
    return "\n".join(f"{left:<30}{right}".rstrip() for left, right in pairs)


def _cause(text: str) -> Cause | None:
    if text.isdecimal() and 1 <= int(text) <= len(Cause):
        return list(Cause)[int(text) - 1]
    return cause_from(text)


def _typed_earlier(kept: str) -> dict[str, str]:
    """The fields as they were left, where they were left unsaved."""
    try:
        return msgspec.json.decode(kept, type=dict[str, str]) if kept else {}
    except msgspec.DecodeError:
        return {}


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
