"""What the centre looks at when it assesses, what is counted of it, and who may see it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.plan.entities import Goal
from model.plan.vocabulary import AssessmentLevel, Role, StatusValue
from model.views.assessing import goals_as_assessed, may_see_assessments, shown_assessment
from model.views.goal_attainment import attainment, goals_to_assess
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    T1,
    T2,
    YOUTH,
    activity,
    assessment,
    goal,
    goal_id,
    locked,
    plan,
    plan_activity,
    setting,
    status,
)

FAIR = plan_activity("Företagsmässa", unit=KITCHEN, order=1)
FILM = plan_activity("Film", unit=None, order=2)
DROPPED = plan_activity("Inställd", unit=KITCHEN, cancelled=True, order=3)
PARTLY = AssessmentLevel.PARTLY_MET


def test_each_of_the_boards_goals_stands_with_its_activities() -> None:
    """In the plan's order; own activities are not the plan's."""
    own = activity("Dialog")
    town = plan(FAIR, FILM, DROPPED, own, status(FAIR), status(own))
    youth, business = goals_as_assessed(town, T1)
    assert (youth.goal.number, business.goal.number) == (YOUTH, BUSINESS)
    assert [(line.activity.title, line.unit, line.value) for line in business.activities] == [
        ("Företagsmässa", "Kostenheten", StatusValue.ONGOING_ON_PLAN),
        ("Film", "", None),
        ("Inställd", "Kostenheten", StatusValue.CANCELLED),
    ]
    assert business.statuses == {
        StatusValue.ONGOING_ON_PLAN: 1,
        StatusValue.CANCELLED: 1,
        None: 1,
    }
    assert business.council is not None
    assert business.suggestion.level is AssessmentLevel.BARELY_MET


def test_a_decision_on_another_suggestion_is_marked() -> None:
    """The activities have moved on since then."""
    then = assessment(suggested=PARTLY)
    town = plan(FAIR, status(FAIR), then)
    assert not goals_as_assessed(town, T1)[1].is_outdated
    done = town.replacing([status(FAIR, value=StatusValue.COMPLETED_ON_PLAN)])
    assert goals_as_assessed(done, T1)[1].is_outdated
    assert not goals_as_assessed(plan(FAIR), T1)[1].is_outdated


def test_a_goal_that_ended_before_the_tertial_is_not_assessed() -> None:
    """One that ends later is."""
    ended = plan(goal(YOUTH, "Trygghet.", valid_to=T1.as_of), assessment(YOUTH))
    assert {each.number for each in goals_to_assess(ended, T1)} == {BUSINESS, YOUTH}
    assert [each.number for each in goals_to_assess(ended, T2)] == [BUSINESS]


def test_the_counts_are_told_in_a_sentence() -> None:
    """With those that are not assessed yet."""
    town = plan(assessment(YOUTH, AssessmentLevel.BARELY_MET), assessment(BUSINESS, None))
    counts = attainment(town, T1)
    assert (counts.total, counts.met_or_partly, counts.barely_or_not) == (2, 0, 1)
    assert counts.sentences == (
        "Av 2 mål är 0 uppfyllda eller delvis uppfyllda och 1 knappt eller ej uppfyllt. "
        "1 mål är inte bedömt."
    )


@given(st.lists(st.none() | st.sampled_from(list(AssessmentLevel)), max_size=12))
def test_the_counts_always_add_up(levels: list[AssessmentLevel | None]) -> None:
    """Every goal is in exactly one of the three."""
    goals: list[Goal] = [
        goal(f"9.{number}", "Ett mål.", order=number) for number in range(len(levels))
    ]
    decided = [assessment(each.number, level) for each, level in zip(goals, levels, strict=True)]
    counts = attainment(plan(*goals, *decided), T1)
    assert counts.total == len(levels) + 2
    assert counts.met_or_partly + counts.barely_or_not + counts.unassessed == counts.total
    assert counts.unassessed == levels.count(None) + 2


def test_a_unit_sees_an_assessment_when_the_tertial_is_locked() -> None:
    """The centre always; the others at once only where the municipality has said so."""
    town = plan(assessment())
    assert may_see_assessments(town, T1, Role.CENTRAL)
    assert not may_see_assessments(town, T1, Role.UNIT)
    assert not may_see_assessments(town, T1, Role.DEPARTMENT)
    assert may_see_assessments(town.replacing([locked(T1, "2024-05-20")]), T1, Role.UNIT)
    assert may_see_assessments(
        town.replacing([setting("show_assessments_early", "true")]), T1, Role.UNIT
    )


def test_the_newest_assessment_that_may_be_seen_is_shown() -> None:
    """T2 is still being weighed, so a unit reads that of T1."""
    business = next(each for each in plan().goals(2024) if each.id == goal_id(BUSINESS))
    town = plan(assessment(), assessment(level=PARTLY, tertial=T2), locked(T1, "2024-05-20"))
    seen = shown_assessment(town, business, T2, Role.UNIT)
    assert seen is not None
    assert seen[0] == T1
    known = shown_assessment(town, business, T2, Role.CENTRAL)
    assert known is not None
    assert known[0] == T2
    assert shown_assessment(town, business, T1.previous, Role.UNIT) is None
