"""F09 and F10: what goals say."""

from __future__ import annotations

from model.checks.finding import Severity
from model.plan.entities import Measure
from model.plan.vocabulary import GoalLevel, Role
from tests.model.building import activity, goal, goal_id, plan
from tests.model.checks.asking import found, texts

HOMES = goal("3.4.2", "Påbörja byggprocesser för minst 30 nya bostäder under 2024.")


def test_a_promised_number_that_nothing_carries_is_a_hint() -> None:
    """The year is no promise."""
    (finding,) = found(plan(HOMES), "F09", role=Role.CENTRAL)
    assert finding.severity is Severity.HINT
    assert finding.text.startswith("Målet säger ”30 nya bostäder”")
    assert finding.where.startswith("3.4.2 ")


def test_an_activity_or_a_measure_carries_the_number() -> None:
    """In its text, or as what is aimed at."""
    work = activity("Detaljplan för 30 bostäder", ("3.4.2",))
    assert found(plan(HOMES, work), "F09", role=Role.CENTRAL) == []
    target = Measure(id="m", key="m", name="Bostäder", goal=goal_id("3.4.2"), target="30.0")
    assert found(plan(HOMES, target), "F09", role=Role.CENTRAL) == []


def test_as_many_activities_as_promised_carry_the_number() -> None:
    """Three new places are three activities."""
    places = goal("3.3.5", "Utveckla 3 nya platser.")
    work = [activity(name, ("3.3.5",)) for name in ("Torget", "Parken", "Stranden")]
    assert found(plan(places, *work), "F09", role=Role.CENTRAL) == []
    assert len(found(plan(places, *work[:2]), "F09", role=Role.CENTRAL)) == 1


def test_a_cancelled_activity_carries_nothing() -> None:
    """It will not be done."""
    work = activity("Detaljplan för 30 bostäder", ("3.4.2",), cancelled=True)
    assert len(found(plan(HOMES, work), "F09", role=Role.CENTRAL)) == 1


def test_ages_and_years_are_no_quantities() -> None:
    """From ten years of age, and a year to come."""
    youth = goal("3.3.3", "Utveckla fritidsverksamhet för att nå ungdomar från 10 år till 2026.")
    assert found(plan(youth), "F09", role=Role.CENTRAL) == []


def test_the_same_goal_twice_in_a_level_is_a_warning() -> None:
    """Capitals, spaces and the full stop do not tell them apart."""
    twin = goal("3.4.9", "förbättra  näringslivsklimatet")
    (finding,) = found(plan(twin), "F10", role=Role.CENTRAL)
    assert finding.severity is Severity.WARN
    assert "mål 3.4.5" in finding.text or "mål 3.4.9" in finding.text


def test_a_council_goal_may_be_worded_as_the_boards() -> None:
    """They are of different levels, and so are goals of different years."""
    above = goal("3.5", "Förbättra näringslivsklimatet.", GoalLevel.COUNCIL)
    last_year = goal("3.4.5", "Förbättra näringslivsklimatet.", year=2023)
    assert texts(found(plan(above, last_year), "F10", role=Role.CENTRAL)) == []


def test_a_unit_is_not_told_of_the_goals_wording() -> None:
    """It belongs to politics (R19)."""
    twin = goal("3.4.9", "Förbättra näringslivsklimatet.")
    assert found(plan(twin, HOMES), "F09") + found(plan(twin, HOMES), "F10") == []
