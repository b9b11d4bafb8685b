"""Entering outcomes: as they were typed, by the centre, of days that have been."""

from __future__ import annotations

import pytest

from model.actions.measuring import aim, enter_outcome, remove_outcome
from model.plan.entities import Measure, MeasureValue
from model.plan.rules import FieldRefused, RuleError
from model.plan.vocabulary import Role
from model.workspace.edit import Edit, OnlyCentrally
from tests.model.actions.editing import editing
from tests.model.building import day, plan

SICK = Measure(id="sjuk", key="sjuk", name="Sjukfrånvaro", unit="%", target="5")
SPRING = day("2024-03-31")


def central() -> Edit:
    """An edit by the centre."""
    return editing(plan(SICK), role=Role.CENTRAL)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("9,11", "9.11"), ("9.11 %", "9.11"), ("−0,5", "-0.5"), ("1 234,50", "1234.50")],
)
def test_a_figure_is_kept_exactly_however_it_was_typed(typed: str, kept: str) -> None:
    """Decimal comma, no-break spaces, the unit: 9,11 is 9.11 and not 9.1."""
    found = enter_outcome(central(), SICK, SPRING, typed, headcount=48, source=" PA  ")
    assert found.outcome is not None
    assert (found.outcome.value, found.outcome.headcount) == (kept, 48)
    assert found.outcome.source == "PA"


def test_the_same_day_is_the_same_outcome() -> None:
    """A correction replaces; undo and history know what stood there."""
    edit = central()
    first = enter_outcome(edit, SICK, SPRING, "9")
    second = enter_outcome(edit, SICK, SPRING, "8")
    assert first.id == second.id
    assert len(edit.plan.of(MeasureValue)) == 1
    remove_outcome(edit, SICK, SPRING)
    assert edit.plan.of(MeasureValue) == []
    with pytest.raises(RuleError, match="inget utfall"):
        remove_outcome(edit, SICK, SPRING)
    assert not enter_outcome(edit, SICK, SPRING, "7").removed


def test_what_is_no_figure_is_refused() -> None:
    """So are days to come and impossible counts."""
    for value, when, heads in (
        ("många", SPRING, 1),
        ("1", day("2030-01-01"), 1),
        ("1", SPRING, -1),
    ):
        with pytest.raises(FieldRefused):
            enter_outcome(central(), SICK, when, value, headcount=heads)


def test_what_a_measure_aims_at_can_be_said_and_taken_back() -> None:
    """An empty text clears; what is not said stands."""
    edit = central()
    found = aim(edit, SICK, baseline="9,5", direction="down")
    assert (found.target, found.baseline, found.direction) == ("5", "9.5", "down")
    assert aim(edit, found, target="").target == ""
    with pytest.raises(FieldRefused):
        aim(edit, found, target="lågt")


def test_only_the_centre_enters_outcomes() -> None:
    """A unit reads them."""
    with pytest.raises(OnlyCentrally):
        enter_outcome(editing(plan(SICK)), SICK, SPRING, "9")
