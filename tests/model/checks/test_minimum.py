"""F01: the unit lacks an activity that the governance model asks for."""

from __future__ import annotations

from model.checks.finding import Severity
from model.plan.plan import Plan
from model.plan.vocabulary import StatusValue
from tests.model.building import (
    BUILDING,
    BUSINESS,
    KITCHEN,
    LIBRARY,
    SICKNESS,
    STREETS,
    T1,
    T2,
    activity,
    goal_id,
    plan,
    setting,
    status,
)
from tests.model.checks.asking import found, texts

HEALTH = activity("Hälsotema på APT", (SICKNESS,))
DIALOGUE = activity("Dialog", (BUSINESS,))
BY_DEPARTMENT = setting("requirement_level", "department")


def test_a_unit_that_has_planned_nothing_is_warned_of_both_gaps() -> None:
    """One warning for each goal that lacks an activity, with somewhere to go."""
    health, board = sorted(found(plan(), "F01"), key=lambda finding: finding.kind)
    assert health.severity is board.severity is Severity.WARN
    assert (health.entity, health.kind) == (goal_id(SICKNESS), "goal")
    assert (board.entity, board.kind) == (KITCHEN, "organisation_unit")
    assert health.text == "Ingen aktivitet är planerad mot 4.1 Sjukfrånvaron ska minska."
    assert board.where == "Kostenheten"
    assert board.advice


def test_one_of_each_is_enough() -> None:
    """The minimum of the real report."""
    assert found(plan(HEALTH, DIALOGUE), "F01") == []


def test_a_single_activity_for_everything_is_warned_of_too() -> None:
    """Every bucket has something, but two different activities are needed."""
    both = activity("Allt i ett", (BUSINESS, SICKNESS))
    assert texts(found(plan(both), "F01")) == [
        "1 aktivitet är planerad mot målen. Minst 2 olika behövs."
    ]


def test_the_gap_opens_again_when_an_activity_is_dropped() -> None:
    """Cancelled ones do not count, and the warning comes in each tertial until it is filled."""
    town = plan(HEALTH, DIALOGUE, status(DIALOGUE, T1, StatusValue.CANCELLED))
    for tertial in (T1, T2):
        assert len(found(town, "F01", tertial=tertial)) == 1


def test_each_unit_of_the_home_is_asked_for_its_own() -> None:
    """Somebody who heads two units has two meters."""
    town = plan(HEALTH, DIALOGUE)
    assert {finding.unit for finding in found(town, "F01", KITCHEN, STREETS)} == {STREETS}
    assert len(found(town, "F01", STREETS, LIBRARY)) == 4


def test_a_department_is_warned_once_for_all_its_units() -> None:
    """Where the rule bites on departments."""
    town = plan(HEALTH, BY_DEPARTMENT)
    (finding,) = found(town, "F01", BUILDING, KITCHEN, STREETS)
    assert finding.unit == BUILDING
    assert finding.where == "Samhällsbyggnadsavdelningen"
    assert len(found(town, "F01", KITCHEN, STREETS)) == 1


def test_a_unit_is_not_warned_for_a_department_that_it_cannot_see() -> None:
    """What the other units plan does not reach its device."""
    assert found(plan(BY_DEPARTMENT), "F01", KITCHEN) == []


def test_without_goals_nobody_is_warned() -> None:
    """There is nothing to plan towards before the catalogue is there."""
    assert found(Plan([DIALOGUE]), "F01") == []
