"""The goals as documents order them: activities under their goals, goals under policy areas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from model.plan.calendar import Tertial
from model.plan.entities import Activity, Goal, PolicyArea
from model.plan.plan import Plan
from model.plan.reporting import planned, reportable
from model.plan.vocabulary import GoalLevel, Origin
from model.swedish.sorting import SortKey, sort_key
from report.activity_table import Reading
from report.free_text import one_line

_LEVELS = (GoalLevel.EFFICIENCY, GoalLevel.BOARD, GoalLevel.COUNCIL)


class GoalSection(NamedTuple):
    """A goal and what is planned towards it; no goal means that the catalogue has none for it."""

    goal: Goal | None
    activities: tuple[Activity, ...]


class AreaSection(NamedTuple):
    """A policy area and its board goals; no area for goals that have none."""

    area: PolicyArea | None
    goals: tuple[Goal, ...]


def goal_year_of(plan: Plan, year: int) -> int:
    """The year whose goals a document of `year` rests on: the same, else the latest before it.

    Goals that were adopted later were not those that anybody worked towards.
    """
    return max((known for known in plan.goal_years if known <= year), default=year)


def activities_until(reading: Reading, goal_year: int) -> list[Activity]:
    """What a unit has planned this year, and what has gone on into it from years before (R7).

    Where the year has no goals of its own, what was planned towards `goal_year` belongs too.
    """
    plan, unit = reading.plan, reading.unit
    found = [*planned(plan, unit, reading.as_of.year), *planned(plan, unit, goal_year)]
    for number in range(1, reading.tertial.number + 1):
        found += reportable(plan, unit, Tertial(reading.as_of.year, number))
    return list({activity.id: activity for activity in found}.values())


def goal_sections(plan: Plan, activities: Iterable[Activity], goal_year: int) -> list[GoalSection]:
    """Only goals that have activities (R5): efficiency goals, board goals, council goals.

    An activity with several goals stands under each, from the same record (A7). Goals of another
    year come after those of `goal_year`; what has no goal in the catalogue comes last.
    """
    by_goal: dict[str | None, list[Activity]] = {}
    goals: dict[str, Goal] = {}
    for activity in sorted(activities, key=_activity_order):
        known = [goal for key in activity.goals if (goal := plan.find(Goal, key)) is not None]
        goals |= {goal.id: goal for goal in known}
        for key in dict.fromkeys(goal.id for goal in known) or (None,):
            by_goal.setdefault(key, []).append(activity)
    ordered = sorted(goals.values(), key=lambda goal: (goal.year != goal_year, *_goal_order(goal)))
    sections = [GoalSection(goal, tuple(by_goal[goal.id])) for goal in ordered]
    if None in by_goal:
        sections.append(GoalSection(None, tuple(by_goal[None])))
    return sections


def efficiency_goals(plan: Plan, year: int) -> list[Goal]:
    """The efficiency goals of a year in plan order."""
    return [goal for goal in _ordered(plan, year) if goal.level is GoalLevel.EFFICIENCY]


def goals_by_area(plan: Plan, year: int) -> Iterator[AreaSection]:
    """All board goals of a year (R6) by policy area in the catalogue's order.

    A board goal without an area of its own has that of the council goal above it.
    """
    areas: dict[str | None, list[Goal]] = {}
    known: dict[str, PolicyArea] = {}
    for goal in _ordered(plan, year):
        if goal.level is GoalLevel.BOARD:
            area = _area_of(plan, goal)
            if area is not None:
                known[area.id] = area
            areas.setdefault(area.id if area else None, []).append(goal)
    for area in sorted(known.values(), key=lambda area: (area.order, sort_key(area.name), area.id)):
        yield AreaSection(area, tuple(areas[area.id]))
    if None in areas:
        yield AreaSection(None, tuple(areas[None]))


def goal_text(goal: Goal) -> str:
    """The goal as it was adopted; its number where the text has not arrived."""
    return one_line(goal.text) or f"Mål {one_line(goal.number)}".strip()


def _ordered(plan: Plan, year: int) -> list[Goal]:
    return sorted(plan.goals(year), key=_goal_order)


def _goal_order(goal: Goal) -> tuple[int, int, int, SortKey, str]:
    return _LEVELS.index(goal.level), -goal.year, goal.order, sort_key(goal.number), goal.id


def _activity_order(activity: Activity) -> tuple[bool, int, str, str, SortKey, str]:
    """The plan's activities as entered, then own ones by date (domain 2.2)."""
    period = activity.period
    start, end = (str(period.start), str(period.end)) if period else ("9999", "9999")
    own = activity.origin is Origin.OWN
    return own, activity.order, start, end, sort_key(activity.title), activity.id


def _area_of(plan: Plan, goal: Goal) -> PolicyArea | None:
    seen: set[str] = set()
    current: Goal | None = goal
    while current is not None and current.id not in seen:
        area = plan.find(PolicyArea, current.policy_area)
        if area is not None:
            return area
        seen.add(current.id)
        current = plan.find(Goal, current.parent)
    return None
