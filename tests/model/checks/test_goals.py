"""F11: goals that nobody works towards."""

from __future__ import annotations

from model.checks.finding import Severity
from model.plan.vocabulary import GoalLevel, Role
from tests.model.building import (
    BUSINESS,
    COUNCIL,
    KITCHEN,
    SICKNESS,
    STREETS,
    YOUTH,
    activity,
    goal,
    plan,
    plan_activity,
)
from tests.model.checks.asking import found, texts

ALONE = goal("3.9", "Ett mål för sig.", GoalLevel.COUNCIL, order=20)


def test_the_centre_is_told_of_every_goal_without_activities() -> None:
    """As information: some goals are simply not worked on this year."""
    town = plan(activity("Hälsotema", (SICKNESS,)), plan_activity(towards=(BUSINESS,)))
    (finding,) = found(town, "F11", KITCHEN, role=Role.CENTRAL)
    assert finding.severity is Severity.INFO
    assert finding.where == "3.3.1 Ungdomar ska känna ökad trygghet."
    assert finding.text == "Målet har ingen aktivitet."


def test_a_cancelled_activity_does_not_make_a_goal_worked_on() -> None:
    """It was planned, but nobody will do it."""
    town = plan(
        activity("Hälsotema", (SICKNESS,)),
        activity("Ungdomsråd", (YOUTH,), cancelled=True),
        plan_activity(towards=(BUSINESS,)),
    )
    assert len(found(town, "F11", role=Role.CENTRAL)) == 1


def test_the_centre_is_told_of_a_council_goal_that_the_board_left_alone() -> None:
    """The plan prints a sentence for it (R12); a council goal itself needs no activities."""
    town = plan(ALONE, activity("Allt", (SICKNESS, BUSINESS, YOUTH)))
    (finding,) = found(town, "F11", role=Role.CENTRAL)
    assert finding.entity == ALONE.id
    assert "inte antagit" in finding.text


def test_a_unit_is_told_only_of_goals_that_it_leads() -> None:
    """Of the others it cannot know: other units' own activities are not on its device."""
    assert found(plan(), "F11") == []
    led = goal(YOUTH, "Ungdomar ska känna ökad trygghet.", lead_unit=KITCHEN)
    assert texts(found(plan(led), "F11")) == ["Målet har ingen aktivitet som syns här."]
    assert found(plan(led), "F11", STREETS) == []
    assert found(plan(led, plan_activity(towards=(YOUTH,))), "F11") == []


def test_council_goals_with_goals_of_the_board_are_left_in_peace() -> None:
    """Nobody plans against them directly."""
    town = plan(activity("Allt", (SICKNESS, BUSINESS, YOUTH)))
    assert COUNCIL in {each.number for each in town.goals(2024)}
    assert found(town, "F11", role=Role.CENTRAL) == []
