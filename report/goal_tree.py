"""The council's goals with the board's goals below them, as the plan and the reports have them.

A council goal without board goals stands there too (R12); board goals that belong to none of the
council's come last, under a heading of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from model.plan.entities import Activity, Goal
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.vocabulary import GoalLevel, Origin
from report.goal_sections import goal_text, goal_year_of


class Branch(NamedTuple):
    """A council goal and the board goals that it was broken down into; None for those without."""

    council: Goal | None
    board: tuple[Goal, ...]


def branches(plan: Plan, year: int) -> tuple[Branch, ...]:
    """All council goals and board goals of a year in catalogue order."""
    goals = plan.goals(year)
    council = [goal for goal in goals if goal.level is GoalLevel.COUNCIL]
    known = {goal.id for goal in council}
    below: dict[EntityId | None, list[Goal]] = defaultdict(list)
    for goal in goals:
        if goal.level is GoalLevel.BOARD:
            below[goal.parent if goal.parent in known else None].append(goal)
    found = [Branch(goal, tuple(below[goal.id])) for goal in council]
    return (*found, Branch(None, tuple(below[None]))) if below[None] else tuple(found)


def plan_activities(plan: Plan, year: int) -> list[Activity]:
    """All activities of a year's operational plan, in the order in which they were entered."""
    found = [
        activity
        for activity in plan.of(Activity)
        if activity.origin is Origin.PLAN and activity.year == year
    ]
    return sorted(found, key=lambda activity: (activity.order, activity.key, activity.id))


def without_goal(plan: Plan, year: int) -> list[Activity]:
    """The plan's activities that no goal of the year leads to: they must not disappear."""
    goals = {goal.id for goal in plan.goals(goal_year_of(plan, year))}
    return [each for each in plan_activities(plan, year) if goals.isdisjoint(each.goals)]


def quoted(goals: Iterable[Goal]) -> str:
    """Goals inside a sentence: in quotation marks, without their own last full stop."""
    texts = [f"”{goal_text(goal).removesuffix('.')}”" for goal in goals]
    return listed(texts)


def listed(words: list[str]) -> str:
    """`a, b och c`."""
    return " och ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
