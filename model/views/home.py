"""The first screen: what is left to report before close, and what is done.

Computed from the page at start-up, so it is kept light: findings are asked for apart.
"""

from __future__ import annotations

from datetime import date

import msgspec

from model.plan.calendar import Tertial
from model.plan.entities import Activity, Goal
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.reporting import (
    changed_since_hand_in,
    current,
    effective_end,
    entry_deadline,
    is_handed_in,
    lacks_status,
    planned,
    reportable,
    status_shown,
)
from model.plan.requirement import Requirement, requirement
from model.plan.rules import locked_words
from model.plan.vocabulary import Origin, StatusValue
from model.swedish.sorting import sort_key
from model.views.oversight import Notice, notices


class ActivityRow(msgspec.Struct, frozen=True, kw_only=True):
    """One activity as a line of a list."""

    activity: EntityId
    title: str
    goal_numbers: tuple[str, ...]
    """Primary first."""
    origin: Origin
    end: date | None
    """The end date that holds."""
    is_revised: bool
    status: StatusValue | None
    """This tertial's status, or the one in which it was closed earlier."""
    status_tertial: Tertial | None
    is_unchanged: bool
    """Whether the status was carried over as "oförändrat"."""
    comment: str
    is_cancelled: bool = False
    is_in_conflict: bool = False
    changed_since_hand_in: bool = False


class HomeView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the first screen says of one unit and one tertial."""

    unit: EntityId
    tertial: Tertial
    deadline: date
    days_left: int
    """Days until the entry deadline; negative when it has passed."""
    locked: str
    """When and by whom the tertial was locked, in words; empty while it is open."""
    is_handed_in: bool
    handed_in_on: date | None
    requirement: Requirement
    missing: tuple[ActivityRow, ...]
    """Those that lack this tertial's status, oldest end date first."""
    reported: tuple[ActivityRow, ...]
    """Those reported for this tertial, or closed in an earlier one."""
    cancelled: tuple[ActivityRow, ...]
    """Cancelled ones of the year; not reported and not counted."""
    goals_notice: str
    """That another year's goals are used, as a sentence; empty when they are the year's own."""
    notices: tuple[Notice, ...] = ()
    """What comes next of the unit's reports to committees."""

    @property
    def is_locked(self) -> bool:
        """Whether the centre has locked the tertial."""
        return bool(self.locked)

    @property
    def total(self) -> int:
        """How many activities are to be reported."""
        return len(self.missing) + len(self.reported)

    @property
    def rows(self) -> tuple[ActivityRow, ...]:
        """Every row, in the order in which they are shown."""
        return (*self.missing, *self.reported, *self.cancelled)


def home_view(plan: Plan, unit: EntityId, today: date, tertial: Tertial | None = None) -> HomeView:
    """What the first screen says of a unit, for the current tertial unless another is named."""
    tertial = tertial or current(plan, today)
    changed = {activity.id for activity in changed_since_hand_in(plan, unit, tertial)}
    missing: list[ActivityRow] = []
    reported: list[ActivityRow] = []
    for activity in reportable(plan, unit, tertial):
        row = activity_row(plan, activity, unit, tertial, changed=activity.id in changed)
        (missing if lacks_status(plan, activity, unit, tertial) else reported).append(row)
    cancelled = [
        activity_row(plan, activity, unit, tertial)
        for activity in planned(plan, unit, tertial.year)
        if activity.cancelled
    ]
    hand_in = plan.hand_in_of(unit, tertial)
    deadline = entry_deadline(plan, tertial)
    handed_in = is_handed_in(plan, unit, tertial)
    return HomeView(
        unit=unit,
        tertial=tertial,
        deadline=deadline,
        days_left=(deadline - today).days,
        locked=locked_words(plan, tertial, today),
        is_handed_in=handed_in,
        handed_in_on=hand_in.submission.day
        if handed_in and hand_in and hand_in.submission
        else None,
        requirement=requirement(plan, unit, tertial.year),
        missing=tuple(sorted(missing, key=_by_end)),
        reported=tuple(sorted(reported, key=_by_end)),
        cancelled=tuple(cancelled),
        goals_notice=goals_notice(plan, tertial.year),
        notices=notices(plan, unit, today),
    )


def goals_notice(plan: Plan, year: int) -> str:
    """That the catalogue lacks a year's goals, as a sentence; empty when it has them."""
    used = plan.goal_year(year)
    return "" if used == year else f"Målkatalogen saknar {year}, målen för {used} används."


def activity_row(
    plan: Plan,
    activity: Activity,
    unit: EntityId,
    tertial: Tertial,
    *,
    changed: bool = False,
) -> ActivityRow:
    """One activity of a unit as a line of a list, for a tertial."""
    status = status_shown(plan, activity.id, unit, tertial)
    standing = status.standing if status else None
    end = effective_end(plan, activity, unit, until=tertial)
    return ActivityRow(
        activity=activity.id,
        title=activity.title,
        goal_numbers=goal_numbers(plan, activity),
        origin=activity.origin,
        end=end,
        is_revised=activity.period is not None and end != activity.period.end,
        status=standing.value if standing else None,
        status_tertial=status.tertial if status and standing else None,
        is_unchanged=bool(standing and standing.unchanged_since),
        comment=status.comment if status else "",
        is_cancelled=activity.cancelled,
        is_in_conflict=bool(activity.conflicts or (status and status.conflicts)),
        changed_since_hand_in=changed,
    )


def goal_numbers(plan: Plan, activity: Activity) -> tuple[str, ...]:
    """The numbers of an activity's goals, primary first; "?" for one that has not arrived."""
    goals = (plan.find(Goal, goal) for goal in activity.goals)
    return tuple(goal.number if goal else "?" for goal in goals)


def _by_end(row: ActivityRow) -> tuple[date, object]:
    return (row.end or date.max, sort_key(row.title))
