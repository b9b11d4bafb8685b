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
    """Under which key an activity's unfinished answer is kept."""
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
        self._replaced: dict[EntityId, list[Status | None]] = {}
        """What was reported before each answer that this screen has saved."""

    @property
    def failed(self) -> list[EntityId]:
        """Activities whose answers could not be saved."""
        return [activity for activity in self.answers if activity not in self._under_way]

    @property
    def unsaved(self) -> dict[str, str]:
        """The titles of the activities whose answers are not saved, by their draft's key."""
        items = (self._items.get(activity) for activity in self.answers)
        return {draft_key(item): item.activity.title for item in items if item is not None}

    def shown(self, item: QueueItem) -> Answer | None:
        """An item came on the screen; gives the answer that is not saved yet, if there is one."""
        self._items.setdefault(item.activity.id, item)
        if item.activity.id not in self._under_way:
            self._replaced.pop(item.activity.id, None)
        waiting = self.answers.get(item.activity.id)
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

    def taken_back(self, activity: EntityId) -> None:
        """What was saved here is undone: the next answer is to what stands now."""
        self._replaced.pop(activity, None)

    def _seen(self, item: QueueItem) -> Status | None:
        """The status that the answer replaces: what was shown, or what we saved in its place."""
        activity = item.activity.id
        is_ours = item.present in self._replaced.get(activity, [])
        return self._saved[activity] if is_ours else item.present

    def _write(self, item: QueueItem, answer: Answer, action: Callable[[Edit], Status]) -> None:
        activity = item.activity.id
        is_retry = activity in self.failed
        self.answers[activity] = answer
        self._items[activity] = item
        self._under_way.add(activity)
        kept = self._screen.drafts.text(draft_key(item))
        app = self._screen.tertial
        app.in_background(self._written(app, item, answer, action, kept, is_retry=is_retry))

    async def _written(
        self,
        app: TertialApp,
        item: QueueItem,
        answer: Answer,
        action: Callable[[Edit], Status],
        kept: str,
        *,
        is_retry: bool,
    ) -> None:
        activity = item.activity.id

        def keep(session: Session) -> None:
            seen = self._seen(item)
            self._saved[activity] = session.write(action)
            self._replaced.setdefault(activity, []).append(seen)

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
        self._screen.take_in(self._saved[activity])
        if self.answers.get(activity) is answer:
            del self.answers[activity]
            self._under_way.discard(activity)
        self._screen.drafts.forget_saved(draft_key(item), kept)
        self._screen.finish_when_saved()
