"""What explains a status: cause, what is awaited, when to follow up, actual end."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from model.plan.vocabulary import Cause, cause_from
from model.swedish.dates import UnreadableDate, parse_date
from tui.app.answer import Answer


class StatusFactsScreen(ModalScreen[Answer | None]):
    """Gives back the answer with its facts filled in, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("ctrl+s", "take", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, answer: Answer, today: date) -> None:
        """Fill in facts of an answer."""
        super().__init__()
        self._answer = answer
        self._today = today

    def compose(self) -> ComposeResult:
        """Four fields, each with what it means; the causes with their digits."""
        answer = self._answer
        causes = "   ".join(f"{number} {cause.swedish}" for number, cause in enumerate(Cause, 1))
        with Vertical(classes="box"):
            yield Static("Orsak och uppföljning", classes="box-title", markup=False)
            yield Static(f"Orsak: {causes}", classes="muted", markup=False)
            yield Input(answer.cause.swedish if answer.cause else "", id="cause")
            yield Static("Vad inväntas, och av vem?", classes="muted", markup=False)
            yield Input(answer.awaited, id="awaited")
            yield Static("När följs det upp?", classes="muted", markup=False)
            yield Input(_iso(answer.review_date), placeholder="30/9, 30 sep, +14", id="review")
            if answer.value is not None and answer.value.is_completed:
                yield Static("Faktiskt slutdatum", classes="muted", markup=False)
                yield Input(_iso(answer.actual_end), placeholder="12/4, 12 apr, idag", id="end")
            yield Static("", id="facts-error", markup=False)
            yield Static(
                "Enter nästa, sist spara   Ctrl+S spara   Esc tillbaka",
                classes="box-keys",
                markup=False,
            )

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        fields = list(self.query(Input))
        if event.input is fields[-1]:
            self.action_take()
        else:
            fields[fields.index(event.input) + 1].focus()

    def action_take(self) -> None:
        """Give back what is filled in; a field that cannot be read is pointed out."""
        answer = self._answer
        for field in self.query(Input):
            problem = self._fill(answer, field.id or "", field.value.strip())
            if problem:
                self.query_one("#facts-error", Static).update(problem)
                field.focus()
                return
        self.dismiss(answer)

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
        """Leave everything as it was."""
        self.dismiss(None)


def _cause(text: str) -> Cause | None:
    if text.isdigit() and 1 <= int(text) <= len(Cause):
        return list(Cause)[int(text) - 1]
    return cause_from(text)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
