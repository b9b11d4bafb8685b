"""F12 and F20: how an activity is planned and worded."""

from __future__ import annotations

import pytest

from model.checks.finding import Severity
from model.plan.vocabulary import Role
from tests.model.building import KITCHEN, activity, plan, plan_activity
from tests.model.checks.asking import found, texts


def test_an_activity_without_description_is_warned_of() -> None:
    """F12: the report has a line for it under the title (R11)."""
    (finding,) = found(plan(activity(description=" ")), "F12")
    assert finding.severity is Severity.WARN
    assert finding.field == "description"
    assert finding.where == "3.4.5 Dialog med lokala producenter"


def test_an_activity_without_dates_is_warned_of() -> None:
    """«Är viktiga för att kunna följa» (R11)."""
    assert texts(found(plan(activity(period=None)), "F12")) == ["Startdatum och slutdatum saknas."]


def test_an_end_before_the_start_is_an_error() -> None:
    """It can only come from a file: the form refuses it."""
    (finding,) = found(plan(activity(start="2024-09-30", end="2024-09-29")), "F12")
    assert finding.severity is Severity.ERROR
    assert finding.field == "end_date"


@pytest.mark.parametrize(
    ("start", "end", "side"),
    [("2023-12-31", "2024-05-01", "före"), ("2025-01-01", "2025-05-01", "efter")],
)
def test_a_start_outside_the_year_is_information(start: str, end: str, side: str) -> None:
    """Four activities of the real plan reach over several years."""
    (finding,) = found(plan(activity(start=start, end=end)), "F12")
    assert finding.severity is Severity.INFO
    assert side in finding.text


def test_a_whole_plan_is_left_in_peace() -> None:
    """Described, dated, of one day or reaching into next year."""
    town = plan(
        activity("En dag", start="2024-01-01", end="2024-01-01"),
        activity("Nyår till nyår", start="2024-12-31", end="2025-06-30"),
        activity("Inställd", description="", cancelled=True),
    )
    assert found(town, "F12") == []


def test_the_plan_s_own_texts_are_the_centre_s_to_mend() -> None:
    """A unit is not nagged for what it cannot edit; the centre sees also those of no unit."""
    of_kitchen = plan_activity("Frukostar", description="", unit=KITCHEN)
    of_nobody = plan_activity("Preliminärt: fiber till Alby", description="")
    town = plan(of_kitchen, of_nobody)
    assert found(town, "F12") == found(town, "F20") == []
    assert {f.entity for f in found(town, "F12", role=Role.CENTRAL)} == {"Frukostar", of_nobody.id}
    assert len(found(town, "F20", role=Role.CENTRAL)) == 1


def test_a_status_in_the_title_is_hinted_at() -> None:
    """F20: «Preliminärt, besked november» will soon be out of date."""
    (finding,) = found(plan(activity("Ny matsal. Preliminärt, besked november")), "F20")
    assert finding.severity is Severity.HINT
    assert finding.field == "title"
    assert "”Preliminärt”" in finding.text


def test_a_title_that_only_says_what_will_be_done_is_fine() -> None:
    """Words such as preliminär inside a sentence are no status."""
    for title in ("Ta fram preliminära menyer", "Dialog med lokala producenter"):
        assert found(plan(activity(title)), "F20") == []
