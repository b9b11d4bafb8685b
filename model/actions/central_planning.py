"""What the centre plans: goals of a year, and the activities of the operational plan.

The ids follow from year and key, as they do in the goal catalogue, so that what was brought in
from a spreadsheet can be exported and changed there.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from model.actions.keys import key_of
from model.actions.planning import checked_goals
from model.plan.entities import Activity, Goal, Period
from model.plan.identifiers import CENTRAL, EntityId
from model.plan.plan import Plan
from model.plan.rules import (
    FieldRefused,
    RuleError,
    checked_period,
    checked_text,
    checked_title,
)
from model.plan.vocabulary import GoalLevel, Origin
from model.swedish.sorting import sort_key
from model.workspace.edit import Edit

_STEP = 100
"""Between the order numbers of two goals, so that others find room between them."""


class PlanActivity(msgspec.Struct, frozen=True, kw_only=True):
    """What the centre says of an activity of the operational plan."""

    title: str
    year: int
    goals: tuple[EntityId, ...]
    """Goal ids, primary first."""
    period: Period
    description: str = ""
    unit: EntityId | None = None
    participants: tuple[EntityId, ...] = ()
    responsible: EntityId | None = None
    deputy: EntityId | None = None
    cancelled: bool = False
    cancel_reason: str = ""


class GoalOfYear(msgspec.Struct, frozen=True, kw_only=True):
    """What the centre says of a goal."""

    year: int
    number: str
    level: GoalLevel
    text: str
    parent: EntityId | None = None
    policy_area: EntityId | None = None
    lead_unit: EntityId | None = None
    interpretation: str = ""
    decision_ref: str = ""


class NotAPlanActivity(RuleError):
    """The activity is a unit's own."""

    def __init__(self) -> None:
        super().__init__("Aktiviteten är en enhets egen och ändras av enheten. Inget är ändrat.")


def plan_activity_key(plan: Plan, title: str, goals: tuple[EntityId, ...]) -> str:
    """The catalogue's key of a new plan activity: its primary goal's number, and its title."""
    goal = plan.find(Goal, goals[0]) if goals else None
    number = f"{goal.number}-" if goal is not None and goal.number else ""
    return f"{number}{key_of(title)}"


def add_plan_activity(edit: Edit, planned: PlanActivity) -> Activity:
    """Enter an activity in the operational plan, last of the year's; raises `RuleError`.

    One with the same key that was taken back stands up again.
    """
    key = plan_activity_key(edit.plan, planned.title, planned.goals)
    identity = edit.plan.id_of(Activity, str(planned.year), key)
    order = max(
        (row.order for row in edit.plan.of(Activity) if row.year == planned.year), default=-1
    )
    made = Activity(id=identity, scope=CENTRAL, origin=Origin.PLAN, key=key, order=order + 1)
    return edit.save(_with(edit, made, planned))


def change_plan_activity(edit: Edit, seen: Activity, planned: PlanActivity) -> Activity:
    """Change an activity of the operational plan that was shown as `seen`; raises `RuleError`."""
    if seen.origin is not Origin.PLAN:
        raise NotAPlanActivity
    return edit.save(_with(edit, seen, planned), seen)


def _with(edit: Edit, activity: Activity, planned: PlanActivity) -> Activity:
    return replace(
        activity,
        year=planned.year,
        title=checked_title(planned.title),
        description=checked_text("description", planned.description),
        period=checked_period(planned.period),
        goals=checked_goals(edit, planned.goals, known=activity.goals),
        unit=planned.unit,
        participants=tuple(each for each in planned.participants if each != planned.unit),
        responsible=planned.responsible,
        deputy=planned.deputy,
        cancelled=planned.cancelled,
        cancel_reason=checked_text("cancel_reason", planned.cancel_reason),
        removed=False,
    )


def set_goal(edit: Edit, said: GoalOfYear, seen: Goal | None = None) -> Goal:
    """Enter a goal of a year, or change one that was shown as `seen`; raises `RuleError`."""
    number, text = said.number.strip(), checked_text("text", said.text).strip()
    if not number:
        raise FieldRefused("number", "Målet behöver ett nummer.")
    if not text:
        raise FieldRefused("text", "Målet behöver en text.")
    _check_parent(edit.plan, said)
    base = seen or _new_goal(edit, said.year, number)
    entered = replace(
        base,
        number=number,
        level=said.level,
        text=text,
        parent=said.parent,
        policy_area=said.policy_area,
        lead_unit=said.lead_unit,
        interpretation=checked_text("interpretation", said.interpretation),
        decision_ref=said.decision_ref.strip(),
        removed=False,
    )
    return edit.save(entered, seen) if seen is not None else edit.save(entered)


def _new_goal(edit: Edit, year: int, number: str) -> Goal:
    identity = edit.plan.id_of(Goal, str(year), number)
    return Goal(id=identity, key=number, year=year, order=_place(edit.plan.goals(year), number))


def _place(goals: Sequence[Goal], number: str) -> int:
    """Where a new goal stands among the year's: after the last one with a lower number."""
    at = max((at for at, goal in enumerate(goals, 1) if _is_before(goal, number)), default=0)
    before = goals[at - 1].order if at else None
    after = goals[at].order if at < len(goals) else None
    if after is None:
        return _STEP if before is None else before + _STEP
    return after - _STEP if before is None else (before + after) // 2


def _is_before(goal: Goal, number: str) -> bool:
    return sort_key(goal.number) < sort_key(number)


def _check_parent(plan: Plan, said: GoalOfYear) -> None:
    """A goal of the board stands under one of the council of the same year, the others alone."""
    parent = plan.find(Goal, said.parent)
    if said.parent is None:
        return
    if said.level is not GoalLevel.BOARD:
        raise FieldRefused("parent", "Bara kommunstyrelsens mål har ett överordnat mål.")
    if parent is None or parent.level is not GoalLevel.COUNCIL or parent.year != said.year:
        raise FieldRefused("parent", "Det överordnade målet ska vara ett fullmäktigemål samma år.")
