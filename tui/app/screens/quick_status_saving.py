"""How quick status saves: behind the screen, in order, and never against itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from model.actions.statuses import set_status, unchanged
from model.errors import ModelError
from model.plan.entities import Activity, Status
from model.plan.identifiers import EntityId
from model.views.queue import QueueItem
from model.workspace.edit import Edit
from tui.app.answer import Answer
from tui.app.session import Session

if TYPE_CHECKING:
    from tui.app.app import TertialApp
    from tui.app.screens.quick_status import QuickStatusScreen


def draft_key(item: QueueItem) -> str:
    """Under which key an activity's unfinished comment is kept."""
    return f"status:{item.unit}:{item.activity.id}:{item.tertial}"


def _as_it_is(edit: Edit, item: QueueItem) -> Activity:
    """The activity as it is when the answer is written: it may have been cancelled meanwhile."""
    return edit.plan.find(Activity, item.activity.id) or item.activity


class Saving:
    """The answers of one screen that are on their way, or that could not be saved."""

    def __init__(self, screen: QuickStatusScreen) -> None:
        self._screen = screen
        self.answers: dict[EntityId, Answer] = {}
        """What is not saved yet, by activity."""
        self._items: dict[EntityId, QueueItem] = {}
        self._under_way: set[EntityId] = set()
        self._saved: dict[EntityId, Status] = {}
        self._shown_early: set[EntityId] = set()
        """Activities whose item on the screen is older than what this screen has saved."""

    @property
    def failed(self) -> list[EntityId]:
        """Activities whose answers could not be saved."""
        return [activity for activity in self.answers if activity not in self._under_way]

    def shown(self, item: QueueItem) -> Answer | None:
        """An item came on the screen; gives the answer that is not saved yet, if there is one."""
        activity = item.activity.id
        if activity in self._under_way:
            self._shown_early.add(activity)
        else:
            self._shown_early.discard(activity)
        waiting = self.answers.get(activity)
        return replace(waiting) if waiting is not None else None

    def save(self, item: QueueItem, answer: Answer) -> None:
        """Save an answer, if it says anything new."""
        activity = item.activity.id
        standing = answer.standing()
        waiting = self.answers.get(activity)
        is_new = answer.differs_from(item) if waiting is None else answer != waiting
        if standing is None or not (is_new or activity in self.failed):
            return

        def action(edit: Edit) -> Status:
            return set_status(
                edit,
                _as_it_is(edit, item),
                item.unit,
                item.tertial,
                standing,
                answer.comment,
                seen=self._seen(item),
            )

        self._write(item, answer, action)

    def repeat(self, item: QueueItem) -> None:
        """Save "oförändrat"."""
        comment = item.previous.comment if item.previous is not None else ""
        self._write(
            item,
            Answer(item.repeated, comment),
            lambda edit: unchanged(
                edit, _as_it_is(edit, item), item.unit, item.tertial, seen=self._seen(item)
            ),
        )

    def save_failed(self) -> None:
        """Try once more to save what could not be saved."""
        for activity in self.failed:
            answer = self.answers.pop(activity)
            self.save(self._items[activity], answer)

    def _seen(self, item: QueueItem) -> Status | None:
        """The status that the answer replaces: what was shown, or what we saved after that."""
        if item.activity.id in self._shown_early:
            return self._saved.get(item.activity.id, item.present)
        return item.present

    def _write(self, item: QueueItem, answer: Answer, action: Callable[[Edit], Status]) -> None:
        activity = item.activity.id
        is_retry = activity in self.failed
        self.answers[activity] = answer
        self._items[activity] = item
        self._under_way.add(activity)
        app = self._screen.tertial
        app.in_background(self._written(app, item, answer, action, is_retry=is_retry))

    async def _written(
        self,
        app: TertialApp,
        item: QueueItem,
        answer: Answer,
        action: Callable[[Edit], Status],
        *,
        is_retry: bool,
    ) -> None:
        activity = item.activity.id

        def keep(session: Session) -> None:
            self._saved[activity] = session.write(action)

        try:
            await app.write(keep)
        except ModelError as error:
            self._under_way.discard(activity)
            if self._screen.is_open:
                self._screen.come_back_to(item)
            elif not is_retry:
                await app.push_screen(self._screen.again(item, answer))
            await app.explain(error)
            return
        self._shown_early.add(activity)
        if self.answers.get(activity) is answer:
            del self.answers[activity]
            self._under_way.discard(activity)
        self._screen.drafts.forget_saved(draft_key(item), answer.comment)
        self._screen.finish_when_saved()
