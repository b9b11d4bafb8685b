"""Assessing a goal: decided by a person, with a motivation where the rule says something else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.actions.assessing import AssessmentLocked, MotivationMissing, assess, write_analysis
from model.plan.entities import Entity
from model.plan.rules import FieldRefused, RuleError
from model.plan.vocabulary import AssessmentLevel, GoalLevel, Role, StatusValue
from model.workspace.edit import Edit, OnlyCentrally
from tests.model.actions.editing import editing, fields_recorded
from tests.model.building import (
    BUSINESS,
    COUNCIL,
    KITCHEN,
    SICKNESS,
    T1,
    T2,
    goal,
    goal_id,
    locked,
    plan,
    plan_activity,
    status,
)

FAIR = plan_activity("Företagsmässa", unit=KITCHEN)
TOWN = plan(FAIR, status(FAIR, value=StatusValue.COMPLETED_ON_PLAN))
GOAL = goal(BUSINESS, "Förbättra näringslivsklimatet.")
MET, PARTLY = AssessmentLevel.MET, AssessmentLevel.PARTLY_MET


def central(*more: Entity) -> Edit:
    """An edit by the centre."""
    return editing(TOWN.replacing(more), role=Role.CENTRAL)


def test_what_the_rule_suggests_needs_no_motivation() -> None:
    """The decision keeps what was suggested when it was made."""
    edit = central()
    found = assess(edit, GOAL, T1, level=MET)
    assert found.decided is not None
    assert (found.decided.level, found.decided.suggested) == (MET, MET)
    assert edit.plan.assessment_of(goal_id(BUSINESS), T1) == found


def test_another_level_demands_a_motivation() -> None:
    """Also when there is no suggestion to differ from (A5, R16)."""
    for town in (TOWN, plan()):
        edit = editing(town, role=Role.CENTRAL)
        with pytest.raises(MotivationMissing) as refused:
            assess(edit, GOAL, T1, level=PARTLY, motivation="  ")
        assert refused.value.field == "motivation"
        assert "Inget är ändrat." in str(refused.value)
        assert edit.entries == []
        found = assess(edit, GOAL, T1, level=PARTLY, motivation="Effekten syns inte än.")
        assert found.decided is not None
        assert found.decided.motivation == "Effekten syns inte än."


def test_a_motivation_belongs_to_its_level() -> None:
    """The same level again keeps it; another one begins without."""
    edit = central()
    assess(edit, GOAL, T1, level=PARTLY, motivation="Effekten syns inte än.")
    again = assess(edit, GOAL, T1, level=PARTLY)
    assert again.decided is not None
    assert again.decided.motivation == "Effekten syns inte än."
    with pytest.raises(MotivationMissing):
        assess(edit, GOAL, T1, level=AssessmentLevel.NOT_MET)
    met = assess(edit, GOAL, T1, level=MET)
    assert met.decided is not None
    assert met.decided.motivation == ""


def test_texts_are_fields_of_their_own() -> None:
    """Two people may write the level and the summary at once without a conflict."""
    edit = central()
    assess(edit, GOAL, T1, comment="Mässan hölls i mars.")
    assess(edit, GOAL, T1, summary="Företagen kom.")
    assess(edit, GOAL, T1, level=MET)
    recorded = [set(fields) for fields in fields_recorded(edit)]
    assert recorded == [{"goal", "tertial", "comment"}, {"summary"}, {"decided"}]


def test_only_the_motivation_can_be_written_again() -> None:
    """But not before there is a level to motivate."""
    edit = central()
    with pytest.raises(FieldRefused):
        assess(edit, GOAL, T1, motivation="Därför.")
    assess(edit, GOAL, T1, level=MET)
    found = assess(edit, GOAL, T1, motivation="Allt är gjort.")
    assert found.decided is not None
    assert (found.decided.level, found.decided.motivation) == (MET, "Allt är gjort.")


def test_one_that_was_taken_back_begins_anew() -> None:
    """With nothing of what it said before, and without a conflict."""
    edit = central()
    first = assess(edit, GOAL, T1, level=MET, summary="Företagen kom.")
    edit.save(replace(first, removed=True), first)
    found = assess(edit, GOAL, T1, comment="Ny.", seen=None)
    assert (found.decided, found.summary, found.comment) == (None, "", "Ny.")
    assert found.conflicts == ()


@pytest.mark.parametrize(
    ("number", "level"), [(COUNCIL, GoalLevel.COUNCIL), (SICKNESS, GoalLevel.EFFICIENCY)]
)
def test_only_the_boards_goals_are_assessed(number: str, level: GoalLevel) -> None:
    """As in the municipality's own reports."""
    with pytest.raises(RuleError, match="Bara kommunstyrelsens mål"):
        assess(central(), goal(number, "Text.", level), T1, level=MET)


def test_a_locked_tertial_and_one_that_has_not_begun_are_not_assessed() -> None:
    """The lock holds what was decided."""
    with pytest.raises(AssessmentLocked, match="Lås upp"):
        assess(central(locked(T1, "2024-05-20")), GOAL, T1, level=MET)
    with pytest.raises(FieldRefused, match="har inte börjat"):
        assess(central(), GOAL, T2, level=MET)


def test_a_unit_does_not_assess() -> None:
    """Nor does it write the year's analysis."""
    with pytest.raises(OnlyCentrally):
        assess(editing(TOWN), GOAL, T1, level=MET)
    with pytest.raises(OnlyCentrally):
        write_analysis(editing(TOWN), 2024, "Ett år.")


def test_the_analysis_of_a_year_is_one_text() -> None:
    """With paragraphs."""
    edit = central()
    write_analysis(edit, 2024, "Det första.\n\nDet andra.")
    found = edit.plan.analysis_of(2024)
    assert found is not None
    assert found.text == "Det första.\n\nDet andra."
    assert edit.plan.analysis_of(2023) is None
