"""Everything that is known of one activity, as its unit reads it."""

from __future__ import annotations

from datetime import date

import msgspec

from model.plan.assessment import Assessment
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Goal, Person, Status
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.reporting import effective_end, previous_status
from model.plan.vocabulary import Role
from model.views.assessing import shown_assessment


class ActivityDetails(msgspec.Struct, frozen=True, kw_only=True):
    """One activity with what belongs to it."""

    activity: Activity
    unit: EntityId
    tertial: Tertial
    goals: tuple[Goal, ...]
    """Primary first; those that have not arrived are left out."""
    assessed: dict[EntityId, tuple[Tertial, Assessment]]
    """For each goal the newest assessment that units may see, and of which tertial it is."""
    responsible: Person | None
    deputy: Person | None
    end: date | None
    """The end date that holds."""
    present: Status | None
    earlier: tuple[Status, ...]
    """Earlier tertials' statuses, newest first, those of predecessors included."""

    @property
    def is_revised(self) -> bool:
        """Whether the end that holds is another than the planned one."""
        return self.activity.period is not None and self.end != self.activity.period.end


def activity_details(
    plan: Plan, activity: Activity, unit: EntityId, tertial: Tertial
) -> ActivityDetails:
    """All about one activity of a unit, as of a tertial."""
    responsible, deputy = plan.people_for(activity, unit)
    found = (plan.find(Goal, goal) for goal in activity.goals)
    goals = tuple(goal for goal in found if goal is not None)
    assessed = {goal.id: shown_assessment(plan, goal, tertial, Role.UNIT) for goal in goals}
    return ActivityDetails(
        activity=activity,
        unit=unit,
        tertial=tertial,
        goals=goals,
        assessed={goal: seen for goal, seen in assessed.items() if seen is not None},
        responsible=responsible,
        deputy=deputy,
        end=effective_end(plan, activity, unit, until=tertial),
        present=plan.status_of(activity.id, unit, tertial),
        earlier=tuple(_earlier(plan, activity, unit, tertial)),
    )


def _earlier(plan: Plan, activity: Activity, unit: EntityId, tertial: Tertial) -> list[Status]:
    found: list[Status] = []
    before = tertial
    while (status := previous_status(plan, activity.id, unit, before=before)) is not None:
        found.append(status)
        if status.tertial is None or status.tertial >= before:
            break
        before = status.tertial
    return found
