"""The receipt of a hand-in: what was handed in, and what has become different since."""

from __future__ import annotations

from datetime import date

import msgspec

from model.plan.calendar import Tertial
from model.plan.entities import Activity
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.reporting import changed_since_hand_in, is_handed_in, reportable
from model.swedish.numbers import counted


class HandInReceipt(msgspec.Struct, frozen=True, kw_only=True):
    """A hand-in as it was made, not as the plan looks now."""

    tertial: Tertial
    day: date
    reported: int
    """How many activities had a status; older hand-ins tell only how many statuses they named."""
    total: int | None
    """How many activities were to be reported; None where an older hand-in does not tell."""
    changed: tuple[Activity, ...]
    """Those whose status has changed since."""
    added: int
    """Activities that are to be reported now but were not then."""
    dropped: int
    """Activities that were to be reported then but are not now."""

    @property
    def counted_text(self) -> str:
        """How much was handed in: "6 av 9 aktiviteter", or "9 aktiviteter" where that was all."""
        if self.total is None or self.total == self.reported:
            return counted(self.reported, "aktivitet", "aktiviteter")
        return f"{self.reported} av {counted(self.total, 'aktivitet', 'aktiviteter')}"

    @property
    def plan_text(self) -> str:
        """That other activities are to be reported now, as a sentence; empty when they are not."""
        told = []
        if self.added:
            told.append(f"{counted(self.added, 'aktivitet', 'aktiviteter')} har kommit till")
        if self.dropped:
            gone = counted(self.dropped, "aktivitet", "aktiviteter")
            told.append(f"{gone} ska inte längre rapporteras")
        return f"Planen är ändrad efter inlämningen: {' och '.join(told)}." if told else ""


def hand_in_receipt(plan: Plan, unit: EntityId, tertial: Tertial) -> HandInReceipt | None:
    """The receipt of a unit's tertial; None where it does not stand as handed in."""
    hand_in = plan.hand_in_of(unit, tertial)
    if hand_in is None or hand_in.submission is None or not is_handed_in(plan, unit, tertial):
        return None
    submission = hand_in.submission
    then, lacking = submission.activities, len(submission.lacking)
    now = {activity.id for activity in reportable(plan, unit, tertial)}
    known = now if then is None else set(then)
    return HandInReceipt(
        tertial=tertial,
        day=submission.day,
        reported=len(submission.statuses) if then is None else len(then) - lacking,
        total=None if then is None else len(then),
        changed=tuple(changed_since_hand_in(plan, unit, tertial)),
        added=len(now - known),
        dropped=len(known - now),
    )
