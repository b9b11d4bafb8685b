"""Which goals to look at after an activity has been carried over to another year."""

from __future__ import annotations

from collections.abc import Iterable

from model.plan.entities import Activity, Goal
from model.plan.plan import Plan
from model.swedish.visible import visible


def goals_to_check(plan: Plan, carried: Iterable[Activity]) -> list[str]:
    """A line for each activity whose goal is not the new year's own, or was found by number alone.

    The same goal may have another number, and the same number another goal, the year after.
    """
    return [
        f"{visible(activity.title)}: {words}"
        for activity in carried
        if (words := _words(plan, activity))
    ]


def _words(plan: Plan, activity: Activity) -> str:
    before = plan.find(Activity, activity.carried_over_from)
    texts = {goal.text for goal in _goals(plan, before)} if before is not None else set()
    for goal in _goals(plan, activity):
        if goal.year != plan.goal_year(activity.year):
            return f"målet {goal.number} är {goal.year} års. Välj ett för {activity.year}."
        if goal.text not in texts:
            return f"målet {goal.number} är nu ”{visible(goal.text)}”. Stämmer det?"
    return ""


def _goals(plan: Plan, activity: Activity) -> list[Goal]:
    found = (plan.find(Goal, each) for each in activity.goals)
    return [goal for goal in found if goal is not None]
