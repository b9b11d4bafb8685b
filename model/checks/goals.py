"""F11: a goal that nobody works towards, and a council goal that the board has not broken down.

The centre is told of every goal. A unit is told only of goals that it leads: of the others it
cannot know, since other units' own activities do not reach its device.
"""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Finding, Severity
from model.checks.material import Material, shown
from model.plan.entities import Goal
from model.plan.vocabulary import GoalLevel, Role


def goals_without_work(material: Material) -> Iterator[Finding]:
    """F11, information only: the operational plan prints a sentence for them (R12)."""
    goals = material.plan.goals(material.plan.goal_year(material.tertial.year))
    worked_on = material.plan.goals_worked_on
    broken_down = {goal.parent for goal in goals if goal.level is GoalLevel.BOARD}
    for goal in goals:
        if not material.sees_whole and goal.lead_unit not in material.units:
            continue
        if goal.level is not GoalLevel.COUNCIL:
            if goal.id not in worked_on:
                yield _without_activities(material, goal)
        elif goal.id not in broken_down:
            yield _without_board_goals(goal)


def _without_activities(material: Material, goal: Goal) -> Finding:
    known = "" if material.role is Role.CENTRAL else " som syns här"
    return _finding(
        goal,
        "activities",
        f"Målet har ingen aktivitet{known}.",
        "Planera en aktivitet, eller fråga den avdelning som målet rör.",
    )


def _without_board_goals(goal: Goal) -> Finding:
    return _finding(
        goal,
        "board_goals",
        "Kommunstyrelsen har inte antagit något mål för det här kommunfullmäktigemålet.",
        "Inget att göra: dokumenten får en mening om det.",
    )


def _finding(goal: Goal, key: str, text: str, advice: str) -> Finding:
    return Finding(
        rule="F11",
        severity=Severity.INFO,
        kind="goal",
        entity=goal.id,
        place=f"goal:{goal.id}:{key}",
        field="",
        unit=goal.lead_unit,
        where=shown(f"{goal.number} {goal.text}"),
        text=text,
        advice=advice,
    )
