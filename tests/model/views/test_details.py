"""Everything about one activity, beside the list."""

from __future__ import annotations

from model.plan.entities import Assignment
from model.plan.vocabulary import StatusValue
from model.views.details import activity_details
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    SICKNESS,
    STREETS,
    T1,
    T2,
    T3,
    T3_2023,
    activity,
    assessment,
    day,
    locked,
    person,
    plan,
    plan_activity,
    status,
)

ASA = person("Åsa Öhman")
BO = person("Bo Ek")


def test_goals_and_people_are_named() -> None:
    """The primary goal first; nobody in the deputy's place shows as nobody."""
    one = activity(towards=(SICKNESS, BUSINESS), responsible=ASA.id)
    details = activity_details(plan(one, ASA), one, KITCHEN, T1)
    assert [goal.number for goal in details.goals] == [SICKNESS, BUSINESS]
    assert details.responsible == ASA
    assert details.deputy is None


def test_each_unit_says_who_answers_for_a_plan_activity() -> None:
    """Its own assignment goes before what the plan says."""
    shared = plan_activity(unit=STREETS, participants=(KITCHEN,), responsible=ASA.id)
    ours = Assignment(
        id="vi", scope=KITCHEN, activity=shared.id, unit=KITCHEN, responsible=BO.id, deputy=ASA.id
    )
    town = plan(shared, ASA, BO, ours)
    assert activity_details(town, shared, KITCHEN, T1).responsible == BO
    assert activity_details(town, shared, STREETS, T1).responsible == ASA


def test_earlier_tertials_are_shown_newest_first() -> None:
    """This tertial's stands by itself."""
    one = activity()
    town = plan(one, status(one, T1), status(one, T2), status(one, T3))
    details = activity_details(town, one, KITCHEN, T3)
    assert details.present is not None
    assert [each.tertial for each in details.earlier] == [T2, T1]


def test_what_it_was_carried_over_from_belongs_to_its_past() -> None:
    """Followed from year to year."""
    old = activity("Förstudie", year=2023)
    new = activity("Förstudie, forts.", carried_over_from=old.id)
    town = plan(old, new, status(old, T3_2023), status(new, T1))
    details = activity_details(town, new, KITCHEN, T2)
    assert [each.tertial for each in details.earlier] == [T1, T3_2023]


def test_activities_carried_over_from_each_other_do_not_go_round_for_ever() -> None:
    """Two devices may write such a thing; the screen must come up all the same."""
    one = activity("Ett", id="a", carried_over_from="b")
    other = activity("Två", id="b", carried_over_from="a")
    town = plan(one, other, status(other, T1))
    assert [each.tertial for each in activity_details(town, one, KITCHEN, T2).earlier] == [T1]


def test_a_revised_end_is_told_as_such() -> None:
    """Beside the planned one."""
    one = activity()
    town = plan(one, status(one, T1, StatusValue.DELAYED, revised_end="2024-11-30"))
    details = activity_details(town, one, KITCHEN, T1)
    assert details.end == day("2024-11-30")
    assert details.is_revised
    assert not activity_details(plan(one), one, KITCHEN, T1).is_revised
    undated = activity(period=None)
    assert not activity_details(plan(undated), undated, KITCHEN, T1).is_revised


def test_how_the_goal_was_assessed_is_told_when_the_tertial_is_locked() -> None:
    """Not while the centre is still weighing it."""
    one = activity()
    town = plan(one, assessment())
    assert activity_details(town, one, KITCHEN, T1).assessed == {}
    (seen,) = activity_details(town.replacing([locked(T1)]), one, KITCHEN, T1).assessed.values()
    assert seen == (T1, assessment())
