"""F07: the same thing recorded twice with different data."""

from __future__ import annotations

import pytest

from model.checks.finding import Severity
from model.plan.vocabulary import Role, StatusValue
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    SICKNESS,
    STREETS,
    T1,
    activity,
    plan,
    plan_activity,
    status,
)
from tests.model.checks.asking import found

APT_OF_PLAN = (
    'Under året ha ett tema med "Arbetsplatsen som hälsofrämjande miljö" '
    "på ett APT under året för alla avdelningar."
)
APT_OF_UNIT = (
    'Under året ha ett tema med "Arbetsplatsen som hälsofrämjande miljö" '
    "på ett APT för alla avdelningar."
)
LOCAL_FOOD = "Genomföra dialog, med lokala producenter av livsmedel, om inköpssystem (DIS)."


def test_one_activity_with_two_values_is_an_error() -> None:
    """Two people wrote different dates at once, and nobody has chosen."""
    torn = activity(conflicts=("period",))
    (finding,) = found(plan(torn), "F07")
    assert finding.severity is Severity.ERROR
    assert finding.field == "period"
    assert finding.text == "Samma aktivitet har två olika uppgifter (datum) som skrevs samtidigt."


def test_one_status_with_two_values_is_an_error() -> None:
    """The same for what is reported of it."""
    dialogue = activity()
    torn = status(dialogue, conflicts=("standing", "comment"))
    findings = found(plan(dialogue, torn), "F07")
    assert [finding.severity for finding in findings] == [Severity.ERROR] * 2
    assert [finding.field for finding in findings] == ["comment", "status"]


def test_a_conflict_in_the_plan_is_the_centre_s_to_settle() -> None:
    """A unit could do nothing about it."""
    torn = plan_activity(unit=KITCHEN, conflicts=("title",))
    assert found(plan(torn), "F07") == []
    assert len(found(plan(torn), "F07", role=Role.CENTRAL)) == 1


def test_the_same_title_with_other_dates_is_warned_of() -> None:
    """Once for the pair, whichever was written first."""
    spring = activity("Matsvinn", id="a", end="2024-05-31")
    autumn = activity("MATSVINN", id="b", end="2024-11-30")
    for town in (plan(spring, autumn), plan(autumn, spring)):
        (finding,) = found(town, "F07")
        assert finding.severity is Severity.WARN
        assert finding.place == "activity:a:same_as:b"
        assert "samma rubrik men andra datum" in finding.text


def test_a_nearly_same_title_is_asked_about() -> None:
    """It may be two things after all."""
    one = activity(APT_OF_UNIT, (SICKNESS,), end="2024-11-30")
    other = activity(APT_OF_PLAN, (SICKNESS,), end="2024-10-31")
    (finding,) = found(plan(one, other), "F07")
    assert finding.severity is Severity.ASK
    assert "nästan samma rubrik" in finding.text


def test_the_real_apt_theme_is_found_against_the_operational_plan() -> None:
    """It ends 31 October in the plan and 30 November in the unit's report."""
    town = plan(
        plan_activity(APT_OF_PLAN, end="2024-10-31"),
        activity(APT_OF_UNIT, (SICKNESS,), end="2024-11-30"),
    )
    (finding,) = found(town, "F07")
    assert finding.severity is Severity.ASK
    assert finding.entity == APT_OF_UNIT
    assert "verksamhetsplanen" in finding.text
    assert "2024-10-31" in finding.text


def test_the_real_dialogue_that_equals_the_plan_s_is_left_in_peace() -> None:
    """The same title and the same dates say the same thing."""
    town = plan(plan_activity(LOCAL_FOOD, id="p"), activity(LOCAL_FOOD, (BUSINESS,), id="o"))
    assert found(town, "F07") == []


@pytest.mark.parametrize(
    ("value", "comment", "words"),
    [
        (StatusValue.DELAYED, "Ett möte.", "annan status"),
        (StatusValue.ONGOING_ON_PLAN, "Två möten.", "annan kommentar"),
        (StatusValue.DELAYED, "Två möten.", "annan status och annan kommentar"),
    ],
)
def test_the_same_title_and_dates_reported_differently_is_warned_of(
    value: StatusValue, comment: str, words: str
) -> None:
    """Two rows for the same thing that tell different stories."""
    one, other = activity(LOCAL_FOOD, id="a"), activity(LOCAL_FOOD, id="b")
    town = plan(one, other, status(one, comment="Ett möte."), status(other, T1, value, comment))
    (finding,) = found(town, "F07")
    assert words in finding.text
    assert finding.field == "status"


def test_different_things_are_left_in_peace() -> None:
    """Fibre to one village is not fibre to another, and a carried-over activity keeps its name."""
    alby = activity("Söka bidrag för fiber Hallsta - Granboda", end="2024-06-17")
    raasjo = activity("Söka bidrag för fiber Östavall - Råsjö", end="2024-11-25")
    assert found(plan(alby, raasjo), "F07") == []
    old = activity("Matsvinn", id="a", year=2023, end="2024-05-31")
    new = activity("Matsvinn", id="b", carried_over_from="a")
    assert found(plan(old, new), "F07") == []


def test_what_was_dropped_may_be_planned_anew() -> None:
    """One of the two is Utgår: there is only one left."""
    one = activity("Matsvinn", id="a", end="2024-05-31")
    other = activity("Matsvinn", id="b", end="2024-11-30")
    town = plan(one, other, status(one, value=StatusValue.CANCELLED))
    assert found(town, "F07") == []


def test_units_may_do_the_same_thing_each_in_its_own_time() -> None:
    """A health theme at every workplace is not one activity."""
    town = plan(
        activity("Hälsotema på APT", id="a"),
        activity("Hälsotema på APT", id="b", of=STREETS, end="2024-11-30"),
    )
    assert found(town, "F07", KITCHEN, STREETS) == []


def test_the_centre_sees_what_the_plan_has_twice() -> None:
    """1000+ is spelt three ways in the same report."""
    town = plan(
        plan_activity("Utföra projektet 1000+ Näringslivsutvecklare", id="a"),
        plan_activity("Utföra projekt 1000+ Näringslivsutvecklare", id="b", end="2024-11-29"),
    )
    assert found(town, "F07") == []
    assert len(found(town, "F07", role=Role.CENTRAL)) == 1
