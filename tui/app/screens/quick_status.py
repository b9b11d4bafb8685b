"""Quick status: one activity at a time, the whole flow under the fingers.

A digit chooses, Enter saves and goes on. Saving happens behind the screen, in order; what
cannot be saved comes back with its text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

import msgspec
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from model.plan.calendar import Tertial
from model.plan.entities import Activity, Entity, Status
from model.plan.identifiers import EntityId
from model.plan.reporting import lacks_status, reportable
from model.plan.rules import locked_words
from model.plan.vocabulary import StatusValue
from model.views.queue import QueueItem, queue_item
from tui.app.answer import Answer, answer_for, decode_answer, encode_answer
from tui.app.bindings import bindings_for
from tui.app.drafts import Drafts
from tui.app.screens.quick_status_dates import EndDates
from tui.app.screens.quick_status_lines import advice, card, head_line, taken_up
from tui.app.screens.quick_status_saving import Saving, draft_key
from tui.app.warned import warning_text
from tui.app.widgets.comment_field import CommentField
from tui.app.widgets.key_bar import KeyBar


class QuestionCard(Static, can_focus=True):
    """The activity and its statuses; has the keys while no text is typed."""


class QuickStatusScreen(EndDates):
    """Goes through activities in the order given; gives back the one that was shown last."""

    context = "queue"
    AUTO_FOCUS = "QuestionCard"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("queue")]

    def __init__(
        self,
        unit: EntityId,
        tertial: Tertial,
        order: Sequence[EntityId],
        *,
        start: EntityId | None = None,
        value: StatusValue | None = None,
        at: str = "",
        answer: Answer | None = None,
        then_hand_in: bool = False,
    ) -> None:
        """Begin at `start`, with a status chosen, at the comment or a fact, or with an answer.

        `then_hand_in` offers to hand in when everything has a status.
        """
        super().__init__()
        self.unit = unit
        self.shown_tertial = tertial
        self.order = tuple(order)
        self._at = self.order.index(start) if start in self.order else 0
        self._first_value = value
        self._at_field = at
        self._asked_for_end = False
        self._warned_of = ""
        self._then_hand_in = then_hand_in
        self._is_finishing = False
        self.drafts = Drafts(self)
        self.saving = Saving(self)
        if answer is not None:
            self.saving.answers[self.order[self._at]] = answer
        self.item: QueueItem | None = None
        self.answer = Answer()
        self._first = Answer()
        self._is_draft_told = False

    def compose(self) -> ComposeResult:
        """A line, the card, the comment, what is still needed, the keys."""
        yield Static("", id="queue-head", classes="title-bar", markup=False)
        yield QuestionCard("", id="queue-card", markup=False)
        with Vertical(id="queue-comment-pane", classes="pane"):
            yield CommentField(id="queue-comment")
        yield Static("", id="queue-advice", markup=False)
        yield KeyBar(self.context)

    def on_mount(self) -> None:
        """Show the first activity."""
        self.query_one("#queue-comment-pane").border_title = "Kommentar"
        self.come_to(self._at)
        if self._first_value is not None:
            self.action_choose(list(StatusValue).index(self._first_value) + 1)
        if self._at_field == "comment":
            self.action_comment()
        elif self._at_field:
            self._ask_for_facts(self._at_field)

    def show_plan(self) -> None:
        """Follow the plan without touching what is being answered."""
        self._show()
        if self.item is not None:
            self._offer_draft(self.item)

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self._show()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of the part that has them."""
        is_typing = isinstance(event.widget, CommentField)
        self.query_one(KeyBar).show_context(CommentField.context if is_typing else self.context)

    # Where one is.

    def come_to(self, place: int) -> None:
        """Ask about the activity at a place; what was answered and is not saved yet is there."""
        self._at = place
        if self._is_draft_told:
            self.app.clear_notifications()
            self._is_draft_told = False
        activity = self.plan.find(Activity, self.order[place])
        if activity is None:
            self.notify("Aktiviteten finns inte längre.", severity="warning")
            self._step(1)
            return
        self.item = queue_item(self.plan, activity, self.unit, self.shown_tertial)
        self.answer = self.saving.shown(self.item) or answer_for(self.item)
        self._first = replace(self.answer)
        self._asked_for_end = False
        self._warned_of = ""
        self._load(self.answer.comment)
        self.set_focus(self.query_one(QuestionCard))
        self._show()
        self._offer_draft(self.item)

    def _load(self, comment: str) -> None:
        self.answer.comment = comment
        field = self.query_one(CommentField)
        if field.text != comment:
            with self.prevent(CommentField.Changed):
                field.load_text(comment)

    def _offer_draft(self, item: QueueItem) -> None:
        """Take up what was chosen and typed and never saved, unless something is being typed."""
        text = self.drafts.text(draft_key(item))
        if not text or self.answer != self._first:
            return
        kept = decode_answer(text, self.answer)
        if kept == self.answer:
            return
        self.answer = kept
        self._load(kept.comment)
        self._show()
        self.notify(taken_up(kept, self._first), timeout=6)
        self._is_draft_told = True

    def _keep_draft(self) -> None:
        if self.item is None:
            return
        is_new = self.answer != answer_for(self.item)
        text = encode_answer(self.answer) if is_new else ""
        if text != self.drafts.text(draft_key(self.item)):
            self.drafts.typed(draft_key(self.item), text)

    def _show(self) -> None:
        item = self.item
        if item is None:
            return
        width = self.app.size.width - 4
        activities = reportable(self.plan, self.unit, self.shown_tertial)
        left = sum(self._is_missing(activity) for activity in activities)
        locked = locked_words(self.plan, item.tertial, self.session.today)
        head = head_line(item, len(activities) - left, len(activities), locked, width + 2)
        self.query_one("#queue-head", Static).update(head, layout=False)
        self.query_one(QuestionCard).update(card(self.plan, item, self.answer, width), layout=False)
        self._show_advice()

    def _is_missing(self, activity: Activity) -> bool:
        is_being_saved = activity.id in self.saving.answers
        return not is_being_saved and lacks_status(
            self.plan, activity, self.unit, self.shown_tertial
        )

    def _show_advice(self) -> None:
        if self.item is not None:
            text = advice(self.item, self.answer, asked_for_end=self._asked_for_end)
            self.query_one("#queue-advice", Static).update(text, layout=False)

    # Answering.

    def action_choose(self, number: int) -> None:
        """Choose a status."""
        self.answer.value = list(StatusValue)[number - 1]
        self._asked_for_end = False
        self._keep_draft()
        self._show()

    def action_comment(self) -> None:
        """Go into the comment, at its end."""
        field = self.query_one(CommentField)
        self.set_focus(field)
        field.move_cursor(field.document.end)

    @on(CommentField.Changed)
    def _typed(self) -> None:
        text = self.query_one(CommentField).text
        if self.item is not None and text != self.answer.comment:
            self.answer.comment = text
            self._show_advice()
            self._keep_draft()

    @on(CommentField.Left)
    def _left_comment(self) -> None:
        self.set_focus(self.query_one(QuestionCard))

    @on(CommentField.Done)
    def _done_comment(self) -> None:
        self.set_focus(self.query_one(QuestionCard))
        if self.answer.value is not None:
            self.action_next()

    def end_chosen(self) -> None:
        """Keep the new end, and go on when that was what was asked."""
        self._keep_draft()
        self._show()
        if self._asked_for_end:
            self.action_next()

    def action_facts(self) -> None:
        """Ask for cause, awaited, date to follow up and actual end."""
        self._ask_for_facts()

    def _ask_for_facts(self, at: str = "") -> None:
        from tui.app.screens.status_facts import StatusFactsScreen

        item = self.item
        if item is None:
            return
        if self.answer.value is None:
            self.notify("Välj en status med 1–8 först.", severity="warning")
            return

        def taken(answer: Answer | None) -> None:
            if answer is not None and self.item is item:
                self.answer = replace(answer, comment=self.answer.comment)
                self._keep_draft()
                self._show()

        key = f"facts:{draft_key(item)}"
        self.app.push_screen(
            StatusFactsScreen(replace(self.answer), self.session.today, key, at), taken
        )

    def action_unchanged(self) -> None:
        """Repeat last time's status and comment, and go on; ask for a new end where one is due.

        A comment that was written now is not thrown away: it is saved with the status.
        """
        item = self.item
        if item is None or item.repeated is None:
            self.notify("Det finns inget tidigare att upprepa. Välj 1–8.", severity="warning")
            return
        is_written = self.answer.comment != item.starting_comment
        if is_written or item.has_own_comment or item.needs_new_end(item.repeated):
            self.answer.value = item.repeated
            self._show()
            self.action_next()
            return
        self.saving.repeat(item)
        self._step(1)

    # Going on.

    def action_next(self) -> None:
        """Save and go on; first ask for what is needed."""
        item, value = self.item, self.answer.value
        if item is None:
            return
        if value is None:
            self.notify("Välj en status med 1–8, eller hoppa med pil ned.", severity="warning")
            return
        if self._must_warn():
            return
        if item.needs_new_end(value) and not self.answer.revised_end and not self._asked_for_end:
            self._asked_for_end = True
            self._show_advice()
            return
        self._save()
        self._step(1)

    def action_skip(self) -> None:
        """On to the next; what is chosen is saved."""
        if not self._must_warn():
            self._save()
            self._step(1)

    def action_previous(self) -> None:
        """Save what is chosen and go back one."""
        if not self._must_warn():
            self._save()
            self._step(-1)

    def action_back(self) -> None:
        """Save what is chosen and go back to where one came from."""
        if self._must_warn():
            return
        if self.answer.value is None and self.answer.comment != self._first.comment:
            self.notify("Kommentaren är kvar som utkast tills du väljer status.", timeout=6)
        self._save()
        self.saving.save_failed()
        self.dismiss(self.order[self._at])

    def _must_warn(self) -> bool:
        """Whether the comment was warned of just now; a second time saves all the same."""
        is_saved = self.answer.value is not None
        warning = warning_text(self.answer.comment) if is_saved else ""
        if not warning or self._warned_of == self.answer.comment:
            return False
        self._warned_of = self.answer.comment
        self.notify(f"{warning} Samma tangent igen sparar ändå.", severity="warning", timeout=10)
        return True

    def _step(self, step: int) -> None:
        place = self._at + step
        if place < 0:
            self.notify("Det här är den första.")
        elif place < len(self.order):
            self.come_to(place)
        elif self.saving.failed:
            self.come_to(self.order.index(self.saving.failed[0]))
            self.notify("Den här aktiviteten är inte sparad än.", severity="warning")
        else:
            self._is_finishing = True
            self.finish_when_saved()

    def taken_back(self, entities: tuple[Entity, ...]) -> None:
        """Go to the activity whose status was undone; what is begun for another one stays."""
        statuses = [each for each in entities if isinstance(each, Status)]
        for status in statuses:
            self.saving.taken_back(status.activity)
        places = [
            self.order.index(each.activity)
            for each in statuses
            if each.activity in self.order and each.tertial == self.shown_tertial
        ]
        is_begun = self.item is not None and self.answer != self._first
        if places and self.is_open and (places[0] == self._at or not is_begun):
            self.come_to(places[0])

    def finish_when_saved(self) -> None:
        """Leave after the last one, when nothing waits to be saved any more."""
        if not self._is_finishing or self.saving.answers or not self.is_open:
            return
        self._is_finishing = False
        activities = reportable(self.plan, self.unit, self.shown_tertial)
        is_complete = not any(map(self._is_missing, activities))
        self.dismiss(self.order[-1])
        if is_complete and self._then_hand_in:
            from tui.app.screens.hand_in import HandInScreen

            self.app.push_screen(HandInScreen(self.unit, self.shown_tertial))

    def take_in(self, status: Status) -> None:
        """What was asked about is saved so: what follows is an edit of that."""
        if self.item is not None and self.item.activity.id == status.activity:
            self.item = msgspec.structs.replace(self.item, present=status)

    def come_back_to(self, item: QueueItem) -> None:
        """Show an answer that could not be saved."""
        self._is_finishing = False
        self.come_to(self.order.index(item.activity.id))

    def again(self, item: QueueItem, answer: Answer) -> QuickStatusScreen:
        """The same questions anew, at an answer that could not be saved after this one closed."""
        return QuickStatusScreen(
            self.unit, self.shown_tertial, self.order, start=item.activity.id, answer=answer
        )

    def _save(self) -> None:
        item = self.item
        if item is not None:
            self.answer.comment = self.query_one(CommentField).text
            self._keep_draft()
            self.saving.save(item, replace(self.answer))

    def keep(self) -> None:
        """Save what is chosen, before the app ends."""
        self._save()

    @property
    def unsaved(self) -> dict[str, str]:
        """The activities whose answers are not saved."""
        return self.saving.unsaved
