"""What has slipped since the tertial before: a later end, a worse status, not done as expected."""

from __future__ import annotations

from datetime import date

import msgspec

from model.plan.calendar import Tertial
from model.plan.entities import Activity, Standing, Status
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.reporting import effective_end, previous_status
from model.plan.vocabulary import StatusValue

_LATENESS = {
    StatusValue.COMPLETED_ON_PLAN: 0,
    StatusValue.ONGOING_ON_PLAN: 0,
    StatusValue.NOT_STARTED: 1,
    StatusValue.COMPLETED_DEVIATING: 1,
    StatusValue.ONGOING_DEVIATING: 2,
    StatusValue.DELAYED: 3,
    StatusValue.ON_HOLD: 3,
    StatusValue.CANCELLED: 4,
}
"""How far a status is from the plan; F19 speaks of a worse one when this has grown."""


class Slip(msgspec.Struct, frozen=True):
    """How an activity has slipped, in words."""

    since: str
    """The tertial that it is compared with, or the plan where nothing was reported before."""
    words: tuple[str, ...]


def slip_of(
    plan: Plan, activity: Activity, unit: EntityId, tertial: Tertial, as_of: date
) -> Slip | None:
    """How an activity has slipped; None if it has not, or while nothing is reported (F19)."""
    status = plan.status_of(activity.id, unit, tertial)
    if status is None or status.standing is None:
        return None
    before = previous_status(plan, activity.id, unit, before=tertial)
    end = effective_end(plan, activity, unit, until=tertial)
    end_before = effective_end(plan, activity, unit, until=tertial.previous)
    words = tuple(_slips(status.standing, before, end, end_before, as_of))
    if not words:
        return None
    earlier = before.tertial if before is not None else None
    return Slip(earlier.swedish if earlier is not None else "planen", words)


def _slips(
    now: Standing, before: Status | None, end: date | None, end_before: date | None, as_of: date
) -> list[str]:
    slips = []
    if end_before is not None and end is not None and end > end_before:
        slips.append(f"slutdatum {end} i stället för {end_before}")
    then = before.standing if before is not None else None
    if then is None:
        return slips
    if _LATENESS[now.value] > _LATENESS[then.value]:
        slips.append(f"status {now.value.swedish} i stället för {then.value.swedish}")
    was_expected = end_before is not None and end_before <= as_of
    if now.value.is_open and was_expected and end == end_before:
        slips.append(f"inte klar {end_before} som väntat")
    return slips
