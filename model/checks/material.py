"""What one run of the checks looks at: a home's units, what they report, and who asks.

A unit is shown what it can mend: its own activities' texts, its statuses, its minimum. The
texts of the operational plan are the centre's to mend, so they are checked for the centre:
all of them in a view of the whole, else those that the units looked at take part in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from model.checks.finding import Finding, Severity
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Goal, Standing, Status
from model.plan.identifiers import CENTRAL, EntityId
from model.plan.plan import Plan
from model.plan.reporting import effective_end, latest_status, planned, reportable
from model.plan.vocabulary import Role
from model.swedish.personal_numbers import mask_personal_numbers


@dataclass(frozen=True, slots=True)
class Row:
    """One activity as one unit reports it for the tertial."""

    activity: Activity
    unit: EntityId
    status: Status | None
    """This tertial's entry, also while it has only a comment."""
    latest: Status | None
    """The newest entry with a status, this tertial's or an earlier one's."""
    end: date | None
    """The end date that holds: the newest revised one, else the planned."""

    @property
    def standing(self) -> Standing | None:
        """How the activity stands this tertial; None before that is said."""
        return self.status.standing if self.status is not None else None


class Material:
    """A plan seen from some units at one tertial; rules ask it for rows and activities."""

    def __init__(
        self,
        plan: Plan,
        units: Iterable[EntityId],
        tertial: Tertial,
        as_of: date,
        role: Role,
        *,
        is_whole: bool = True,
    ) -> None:
        self.plan = plan
        self.units = tuple(sorted(set(units)))
        self.tertial = tertial
        self.as_of = as_of
        self.role = role
        self.sees_whole = is_whole and role is Role.CENTRAL
        """Whether the asker is the centre and looks at everything, not at some units by name."""

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """What the units report for the tertial.

        In a view of the whole also what the tertial report will say of the plan's activities,
        each as the unit that answers for it reports it, or the centre where none does (A8).
        """
        found = [
            (activity, unit)
            for unit in self.units
            for activity in reportable(self.plan, unit, self.tertial)
        ]
        if self.sees_whole:
            others = ((each, each.reporter) for each in self.plan_activities)
            found += [pair for pair in others if pair[1] not in self.units]
        return tuple(self._row(activity, unit) for activity, unit in found)

    def _row(self, activity: Activity, unit: EntityId) -> Row:
        return Row(
            activity,
            unit,
            self.plan.status_of(activity.id, unit, self.tertial),
            latest_status(self.plan, activity.id, unit, until=self.tertial),
            effective_end(self.plan, activity, unit, until=self.tertial),
        )

    @cached_property
    def plan_activities(self) -> tuple[Activity, ...]:
        """The operational plan's activities of the year, whosever they are."""
        return tuple(
            activity
            for activity in self.plan.plan_activities(self.tertial.year)
            if not activity.cancelled
        )

    @cached_property
    def mendable(self) -> tuple[tuple[Activity, EntityId | None], ...]:
        """Living activities whose texts the asker can mend, each with the unit it is shown for."""
        found = {
            row.activity.id: (row.activity, row.activity.unit or row.unit) for row in self.rows
        }
        mine: dict[EntityId, tuple[Activity, EntityId | None]] = {
            key: pair for key, pair in found.items() if self.can_mend(pair[0])
        }
        if self.sees_whole:
            for activity in self.plan_activities:
                mine.setdefault(activity.id, (activity, activity.unit))
        return tuple(mine.values())

    @cached_property
    def cancelled(self) -> tuple[tuple[Activity, EntityId], ...]:
        """The year's cancelled activities that the asker can mend: their texts are still kept."""
        return tuple(
            (activity, unit)
            for unit in self.units
            for activity in planned(self.plan, unit, self.tertial.year)
            if activity.cancelled and self.can_mend(activity)
        )

    def can_mend(self, activity: Activity) -> bool:
        """Whether the asker may edit the activity itself or answers for those who may."""
        return self.role is Role.CENTRAL or activity.scope != CENTRAL

    def where(self, activity: Activity) -> str:
        """The number of the activity's primary goal and its title, fit to be shown anywhere."""
        goal = self.plan.find(Goal, activity.goals[0]) if activity.goals else None
        return shown(f"{goal.number} {activity.title}" if goal is not None else activity.title)


def shown(text: str) -> str:
    """A user's text as a finding may repeat it: on one line, without personal numbers."""
    return mask_personal_numbers(" ".join(text.split()))


def about_status(
    material: Material,
    row: Row,
    rule: str,
    severity: Severity,
    field: str,
    text: str,
    advice: str,
    *,
    key: str = "",
) -> Finding:
    """A finding on what a unit reports of an activity this tertial.

    `key` names the place where it is not simply the field to jump to.
    """
    return Finding(
        rule=rule,
        severity=severity,
        kind="activity",
        entity=row.activity.id,
        place=status_place(row.activity.id, row.unit, material.tertial, key or field),
        field=field,
        unit=row.unit,
        tertial=material.tertial,
        where=material.where(row.activity),
        text=text,
        advice=advice,
    )


def status_place(activity: EntityId, unit: EntityId, tertial: Tertial, field: str) -> str:
    """The stable place of a field of a status, whether the status exists yet or not."""
    return f"status:{activity}:{unit}:{tertial}:{field}"
