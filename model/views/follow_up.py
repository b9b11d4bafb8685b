"""What the centre follows up across units: what waits and for what, no deputy, what slips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from model.plan.calendar import Tertial
from model.plan.entities import Activity, OrganisationUnit, Standing
from model.plan.identifiers import CENTRAL, EntityId
from model.plan.plan import Plan
from model.plan.reporting import is_closed, latest_status, reportable
from model.plan.slipping import slip_of
from model.plan.vocabulary import Cause, StatusValue
from model.views.department import Overview
from model.views.home import goal_numbers

STANDS_STILL = frozenset({StatusValue.DELAYED, StatusValue.ON_HOLD})
"""What has a cause, whether it is told or not."""
CENTRALLY = "centralt"
"""Who reports a plan activity that no unit answers for."""


class FollowedUp(msgspec.Struct, frozen=True, kw_only=True):
    """One activity of one unit, and what there is to follow up."""

    activity: EntityId
    unit: EntityId
    unit_name: str
    title: str
    goal_numbers: tuple[str, ...]
    words: str
    """What it waits for, or how it has slipped; empty where the list says it all."""


class FollowUp(msgspec.Struct, frozen=True, kw_only=True):
    """The lists; an activity may stand in several."""

    tertial: Tertial
    by_cause: dict[Cause, tuple[FollowedUp, ...]]
    """What is open and has a cause, in the order of the causes; causes with nothing left out."""
    without_cause: tuple[FollowedUp, ...]
    """What is delayed or on hold, and nobody has said why."""
    without_deputy: tuple[FollowedUp, ...]
    slipped: tuple[FollowedUp, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to follow up."""
        return not (self.by_cause or self.without_cause or self.without_deputy or self.slipped)


def follow_up(plan: Plan, units: Iterable[EntityId], tertial: Tertial) -> FollowUp:
    """What there is to follow up of these units, in their order and by end date."""
    causes: dict[Cause, list[FollowedUp]] = {cause: [] for cause in Cause}
    without_cause: list[FollowedUp] = []
    without_deputy: list[FollowedUp] = []
    slipped: list[FollowedUp] = []
    for unit, activity in _rows(plan, units, tertial):
        slip = slip_of(plan, activity, unit, tertial, tertial.as_of)
        if slip is not None:
            words = f"sedan {slip.since}: {'; '.join(slip.words)}"
            slipped.append(_row(plan, activity, unit, words))
        if is_closed(plan, activity, unit, until=tertial):
            continue
        status = latest_status(plan, activity.id, unit, until=tertial)
        standing = status.standing if status is not None else None
        if standing is not None and standing.cause is not None:
            causes[standing.cause].append(_row(plan, activity, unit, _awaited(standing)))
        elif standing is not None and standing.value in STANDS_STILL:
            words = ", ".join(filter(None, (standing.value.swedish, _awaited(standing))))
            without_cause.append(_row(plan, activity, unit, words))
        if plan.people_for(activity, unit)[1] is None:
            without_deputy.append(_row(plan, activity, unit, ""))
    return FollowUp(
        tertial=tertial,
        by_cause={cause: tuple(rows) for cause, rows in causes.items() if rows},
        without_cause=tuple(without_cause),
        without_deputy=tuple(without_deputy),
        slipped=tuple(slipped),
    )


def _rows(
    plan: Plan, units: Iterable[EntityId], tertial: Tertial
) -> Iterator[tuple[EntityId, Activity]]:
    for unit in units:
        for activity in reportable(plan, unit, tertial):
            yield unit, activity


def _row(plan: Plan, activity: Activity, unit: EntityId, words: str) -> FollowedUp:
    organisation = plan.find(OrganisationUnit, unit)
    name = CENTRALLY if unit == CENTRAL else ""
    return FollowedUp(
        activity=activity.id,
        unit=unit,
        unit_name=organisation.name if organisation is not None else name,
        title=activity.title,
        goal_numbers=goal_numbers(plan, activity),
        words=words,
    )


def _awaited(standing: Standing) -> str:
    """What an activity waits for and when it is looked at again."""
    review: date | None = standing.review_date
    parts = (
        f"inväntar {standing.awaited}" if standing.awaited.strip() else "",
        f"följs upp {review}" if review is not None else "",
        f"nytt slutdatum {standing.revised_end}" if standing.revised_end is not None else "",
    )
    return ", ".join(filter(None, parts))


def units_of(view: Overview, *, whole: bool) -> list[EntityId]:
    """Whose activities an overview is about; of the whole also those that the centre reports."""
    units = [row.unit for row in view.rows if not row.is_sum and row.units]
    return [CENTRAL, *units] if whole else units
