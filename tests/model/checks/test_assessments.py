"""F08: met while something is unfinished, or not met although everything is done."""

from __future__ import annotations

import pytest

from model.checks.finding import Severity
from model.plan.vocabulary import AssessmentLevel, Role, StatusValue
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    assessment,
    goal_id,
    plan,
    plan_activity,
    status,
)
from tests.model.checks.asking import found, texts

FAIR = plan_activity("Företagsmässa", unit=KITCHEN)
FILM = plan_activity("Film", unit=KITCHEN)
DONE = StatusValue.COMPLETED_ON_PLAN
NOT_MET = AssessmentLevel.NOT_MET


def test_met_while_an_activity_is_unfinished() -> None:
    """As goal 2.3.1 in the report of T3 2023."""
    town = plan(FAIR, FILM, status(FAIR, value=DONE), status(FILM), assessment())
    (finding,) = found(town, "F08", role=Role.CENTRAL)
    assert finding.text == "Målet är bedömt som uppfyllt, men 1 aktivitet är inte avslutad."
    assert finding.severity is Severity.ASK
    assert finding.where.startswith("3.4.5 Förbättra")
    assert finding.place == f"assessment:{goal_id(BUSINESS)}:2024-T1:motivation"


def test_what_nobody_has_reported_is_unfinished() -> None:
    """Whatever it may be in truth."""
    assert texts(found(plan(FAIR, FILM, assessment()), "F08", role=Role.CENTRAL)) == [
        "Målet är bedömt som uppfyllt, men 2 aktiviteter är inte avslutade."
    ]


def test_not_met_although_everything_is_done() -> None:
    """Completed with a deviation is done too."""
    late = status(FILM, value=StatusValue.COMPLETED_DEVIATING)
    town = plan(FAIR, FILM, status(FAIR, value=DONE), late, assessment(level=NOT_MET))
    assert texts(found(town, "F08", role=Role.CENTRAL)) == [
        "Målet är bedömt som ej uppfyllt, men allt är avslutat."
    ]


@pytest.mark.parametrize("value", [DONE, StatusValue.CANCELLED])
def test_met_when_nothing_is_left_is_no_question(value: StatusValue) -> None:
    """What is cancelled is not unfinished."""
    town = plan(FAIR, FILM, status(FAIR, value=DONE), status(FILM, value=value), assessment())
    assert found(town, "F08", role=Role.CENTRAL) == []


def test_other_levels_and_goals_without_activities_raise_no_question() -> None:
    """Partly met goes with anything, and nothing can be undone where nothing is planned."""
    partly = assessment(level=AssessmentLevel.PARTLY_MET)
    assert found(plan(FAIR, partly), "F08", role=Role.CENTRAL) == []
    assert found(plan(assessment(level=NOT_MET)), "F08", role=Role.CENTRAL) == []


def test_a_motivation_answers_the_question() -> None:
    """That is what it asks for."""
    town = plan(FAIR, status(FAIR), assessment(motivation="Målvärdet nåddes i mars."))
    assert found(town, "F08", role=Role.CENTRAL) == []


def test_a_unit_is_not_asked() -> None:
    """It neither sees nor mends the assessment."""
    assert found(plan(FAIR, status(FAIR), assessment()), "F08") == []
