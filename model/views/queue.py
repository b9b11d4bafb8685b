"""Quick status: one activity at a time, with what the person needs to decide in seconds."""

from __future__ import annotations

from datetime import date

import msgspec

from model.plan.calendar import Tertial
from model.plan.entities import Activity, Status
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.reporting import effective_end, previous_status
from model.plan.vocabulary import StatusValue
from model.swedish.dates import add_months
from model.views.home import goal_numbers


class QueueItem(msgspec.Struct, frozen=True, kw_only=True):
    """One activity to report."""

    activity: Activity
    unit: EntityId
    tertial: Tertial
    end: date | None
    """The end date that holds."""
    goal_numbers: tuple[str, ...]
    present: Status | None
    """What is reported for this tertial already."""
    previous: Status | None
    """What was reported last time, also for the activity that this one was carried over from."""

    @property
    def repeated(self) -> StatusValue | None:
        """The status that "oförändrat" repeats; None when there is none to repeat.

        What an activity was carried over from may be completed; the new one is not for that.
        """
        if self.previous is None or self.previous.standing is None:
            return None
        value = self.previous.standing.value
        return value if self.previous.activity == self.activity.id or value.is_open else None

    @property
    def can_be_unchanged(self) -> bool:
        """Whether there is an earlier status to repeat."""
        return self.repeated is not None

    @property
    def starting_comment(self) -> str:
        """The comment to start from: this tertial's, else the last one."""
        if self.present is not None and self.present.standing is not None:
            return self.present.comment
        return self.previous.comment if self.previous is not None else ""

    @property
    def has_own_comment(self) -> bool:
        """Whether a comment stands for this tertial that "oförändrat" would replace."""
        present = self.present.comment.strip() if self.present is not None else ""
        return present not in ("", self.previous.comment.strip() if self.previous else "")

    def needs_new_end(self, value: StatusValue) -> bool:
        """Whether this status needs a new end date: still open, and the old one is passed (F02)."""
        return value.is_open and self.end is not None and self.end <= self.tertial.as_of

    def proposed_ends(self) -> tuple[date, date]:
        """One month after the old end, and the next tertial end after the as-of date."""
        base = max(self.end or self.tertial.as_of, self.tertial.as_of)
        return add_months(base, 1), self.tertial.following.as_of


def queue_item(plan: Plan, activity: Activity, unit: EntityId, tertial: Tertial) -> QueueItem:
    """What quick status shows of one activity."""
    return QueueItem(
        activity=activity,
        unit=unit,
        tertial=tertial,
        end=effective_end(plan, activity, unit, until=tertial),
        goal_numbers=goal_numbers(plan, activity),
        present=plan.status_of(activity.id, unit, tertial),
        previous=previous_status(plan, activity.id, unit, before=tertial),
    )
