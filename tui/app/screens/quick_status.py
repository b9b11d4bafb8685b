"""Quick status: one activity at a time, the whole flow under the fingers.

A digit chooses, Enter saves and goes on. Saving happens behind the screen, in order; what
cannot be saved comes back with its text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from model.actions.statuses import set_status, unchanged
from model.checks.before_save import warnings_for
from model.errors import ModelError
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Status
from model.plan.identifiers import EntityId
from model.plan.reporting import lacks_status, reportable
from model.plan.vocabulary import StatusValue
from model.views.queue import QueueItem, queue_item
from model.workspace.edit import Edit
from tui.app.answer import Answer, answer_for
from tui.app.bindings import bindings_for
from tui.app.drafts import Drafts
from tui.app.screens.frame import FrameScreen
from tui.app.screens.quick_status_lines import advice, card, head_line
from tui.app.widgets.comment_field import CommentField
from tui.app.widgets.key_bar import KeyBar


class QuestionCard(Static, can_focus=True):
    """The activity and its statuses; has the keys while no text is typed."""


class QuickStatusScreen(FrameScreen):
    """Goes through activities in the order given."""

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
        at_comment: bool = False,
    ) -> None:
        """Begin at `start`, with a status already chosen or in the comment where asked for."""
        super().__init__()
        self.unit = unit
        self.shown_tertial = tertial
        self._order = tuple(order)
        self._at = self._order.index(start) if start in self._order else 0
        self._first_value = value
        self._at_comment = at_comment
        self._asked_for_end = False
        self._warned_of = ""
        self._drafts = Drafts(self)
        self.item: QueueItem | None = None
        self.answer = Answer()

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
        self._come_to(self._at)
        if self._first_value is not None:
            self.action_choose(list(StatusValue).index(self._first_value) + 1)
        if self._at_comment:
            self.action_comment()

    def show_plan(self) -> None:
        """Follow the plan without touching what is being answered."""
        self._show()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self._show()

    # Where one is.

    def _come_to(self, place: int) -> None:
        self._at = place
        activity = self.plan.find(Activity, self._order[place])
        if activity is None:
            return
        self.item = queue_item(self.plan, activity, self.unit, self.shown_tertial)
        self.answer = answer_for(self.item)
        self._asked_for_end = False
        self._warned_of = ""
        with self.prevent(CommentField.Changed):
            self.query_one(CommentField).load_text(self.answer.comment)
        self.query_one(QuestionCard).focus()
        self._show()
        self.run_worker(self._offer_draft(self.item), group="drafts", exclusive=True)

    def _show(self) -> None:
        item = self.item
        if item is None:
            return
        width = self.app.size.width - 4
        activities = reportable(self.plan, self.unit, self.shown_tertial)
        left = sum(self._is_missing(activity) for activity in activities)
        head = head_line(item, len(activities) - left, len(activities), width + 2)
        self.query_one("#queue-head", Static).update(head, layout=False)
        self.query_one(QuestionCard).update(card(self.plan, item, self.answer, width), layout=False)
        self._show_advice()

    def _is_missing(self, activity: Activity) -> bool:
        return lacks_status(self.plan, activity, self.unit, self.shown_tertial)

    def _show_advice(self) -> None:
        if self.item is not None:
            text = advice(self.item, self.answer, asked_for_end=self._asked_for_end)
            self.query_one("#queue-advice", Static).update(text, layout=False)

    # What a key does.

    def action_choose(self, number: int) -> None:
        """Choose a status."""
        self.answer.choose(list(StatusValue)[number - 1])
        self._asked_for_end = False
        self._show()

    def action_comment(self) -> None:
        """Go into the comment, at its end."""
        field = self.query_one(CommentField)
        field.focus()
        field.move_cursor(field.document.end)

    @on(CommentField.Changed)
    def _typed(self, event: CommentField.Changed) -> None:
        self.answer.comment = event.text_area.text
        self._show_advice()
        if self.item is not None:
            self._drafts.typed(draft_key(self.item), self.answer.comment)

    @on(CommentField.Left)
    def _left_comment(self) -> None:
        self.query_one(QuestionCard).focus()

    @on(CommentField.Done)
    async def _done_comment(self) -> None:
        self.query_one(QuestionCard).focus()
        if self.answer.value is not None:
            await self.action_next()

    def _set_end(self, day: date) -> None:
        if self.item is None or self.answer.value is None or not self.answer.value.is_open:
            self.notify("Nytt slutdatum anges bara för en status som pågår.", severity="warning")
            return
        self.answer.revised_end = day
        self._show()

    async def action_month(self) -> None:
        """A new end date one month on; saved and on to the next when that was what was asked."""
        if self.item is not None:
            await self._end_and_on(self.item.proposed_ends()[0])

    async def action_tertial_end(self) -> None:
        """A new end date at the tertial's end."""
        if self.item is not None:
            await self._end_and_on(self.item.proposed_ends()[1])

    async def _end_and_on(self, day: date) -> None:
        asked = self._asked_for_end
        self._set_end(day)
        if asked and self.answer.revised_end is not None:
            await self.action_next()

    def action_own_date(self) -> None:
        """Ask for a date of one's own."""
        from tui.app.screens.ask_date import AskDateScreen

        if self.item is None:
            return

        def taken(day: date | None) -> None:
            if day is not None:
                self._set_end(day)

        self.app.push_screen(AskDateScreen("Nytt slutdatum", self.session.today), taken)

    def action_facts(self) -> None:
        """Ask for cause, awaited, date to follow up and actual end."""
        from tui.app.screens.status_facts import StatusFactsScreen

        def taken(answer: Answer | None) -> None:
            if answer is not None:
                self.answer = replace(answer, comment=self.answer.comment)
                self._show()

        self.app.push_screen(StatusFactsScreen(replace(self.answer), self.session.today), taken)

    async def action_next(self) -> None:
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

    def _must_warn(self) -> bool:
        """Whether the comment was warned of just now; a second Enter saves all the same."""
        warnings = warnings_for(self.answer.comment)
        if not warnings or self._warned_of == self.answer.comment:
            return False
        self._warned_of = self.answer.comment
        texts = " ".join(warning.text for warning in warnings)
        self.notify(f"{texts} Enter igen sparar ändå.", severity="warning", timeout=10)
        return True

    def action_previous(self) -> None:
        """Save what is chosen and go back one."""
        self._save()
        self._step(-1)

    def key_down(self) -> None:
        """On to the next without an answer."""
        self._save()
        self._step(1)

    def key_up(self) -> None:
        """Back to the one before."""
        self.action_previous()

    def _step(self, step: int) -> None:
        place = self._at + step
        if place < 0:
            self.notify("Det här är den första.")
        elif place >= len(self._order):
            self._finish()
        else:
            self._come_to(place)

    def _finish(self) -> None:
        from tui.app.screens.hand_in import HandInScreen

        self.app.pop_screen()
        self.app.push_screen(HandInScreen(self.unit, self.shown_tertial))

    def action_back(self) -> None:
        """Save what is chosen and go back to the list."""
        self._save()
        self.app.pop_screen()

    async def action_unchanged(self) -> None:
        """Repeat last time's status and comment, and go on; ask for a new end where one is due."""
        item = self.item
        if item is None or item.repeated is None:
            self.notify("Det finns inget tidigare att upprepa. Välj 1–8.", severity="warning")
            return
        if item.needs_new_end(item.repeated):
            self.answer.choose(item.repeated)
            self._asked_for_end = True
            self._show()
            return
        self._write(item, lambda edit: unchanged(edit, item.activity, item.unit, item.tertial))
        self._step(1)

    # Saving.

    def _save(self) -> None:
        item, answer = self.item, replace(self.answer)
        standing = answer.standing()
        if item is None or standing is None or not answer.differs_from(item):
            return
        self._write(
            item,
            lambda edit: set_status(
                edit,
                item.activity,
                item.unit,
                item.tertial,
                standing,
                answer.comment,
                seen=item.present,
            ),
        )

    def _write(self, item: QueueItem, action: Callable[[Edit], Status]) -> None:
        """Save behind the screen; the app does it, since this screen may be gone by then."""
        answer = replace(self.answer)
        self._drafts.forget(draft_key(item))
        self.app.run_worker(self._written(item, answer, action), group="writing")

    async def _written(
        self, item: QueueItem, answer: Answer, action: Callable[[Edit], Status]
    ) -> None:
        try:
            await self.tertial.write(lambda session: session.write(action))
        except ModelError as error:
            if self.is_attached:
                self._come_back_to(item, answer)
            await self.tertial.explain(error)

    def _come_back_to(self, item: QueueItem, answer: Answer) -> None:
        self._come_to(self._order.index(item.activity.id))
        self.answer = answer
        self.query_one(CommentField).load_text(answer.comment)
        self._show()

    async def _offer_draft(self, item: QueueItem) -> None:
        """Take up a comment that was typed and never saved."""
        text = await self._drafts.kept(draft_key(item))
        if text and self.item is item and text != self.answer.comment and self.is_attached:
            self.query_one(CommentField).load_text(text)
            self.notify("Texten som du skrev sist är kvar. Enter sparar den.", timeout=6)


def draft_key(item: QueueItem) -> str:
    """Under which key an activity's unfinished comment is kept."""
    return f"status:{item.unit}:{item.activity.id}:{item.tertial}"
