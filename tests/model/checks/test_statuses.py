"""F04, F05 and F06: what a status must say."""

from __future__ import annotations

import pytest

from model.checks.finding import Severity
from model.plan.vocabulary import Cause, StatusValue
from tests.model.building import T1, T2, T3_2023, Value, activity, plan, status
from tests.model.checks.asking import found, texts

DIALOGUE = activity("Dialog med lokala producenter")
SPRING = activity("Vårens möte", end="2024-04-15")
CLAIMING = [value for value in StatusValue if value.claims_plan]
HONEST = [value for value in StatusValue if not value.claims_plan]


@pytest.mark.parametrize("value", CLAIMING)
@pytest.mark.parametrize(
    "comment",
    ["Takten har avstannat.", "Mötet är försenat.", "Det har skjutits upp.", "Ej påbörjad."],
)
def test_on_plan_with_a_comment_that_says_otherwise(value: StatusValue, comment: str) -> None:
    """F04: «takten avstannat» under a status that says on plan."""
    (finding,) = found(plan(DIALOGUE, status(DIALOGUE, value=value, comment=comment)), "F04")
    assert finding.severity is Severity.WARN
    assert finding.field == "status"
    assert finding.text.startswith(f"Statusen är {value.swedish}, men kommentaren säger ”")


def test_on_plan_although_the_end_has_passed() -> None:
    """F04 goes with F02: what is past its end is not on plan."""
    town = plan(SPRING, status(SPRING))
    assert texts(found(town, "F04")) == [
        "Statusen är Pågående enligt plan, men aktiviteten skulle vara klar 2024-04-15."
    ]
    assert len(found(town, "F02")) == 1


def test_both_reasons_are_told_at_once() -> None:
    """One finding on one status, with everything that speaks against it."""
    (finding,) = found(plan(SPRING, status(SPRING, comment="Arbetet har avstannat.")), "F04")
    assert finding.text == (
        "Statusen är Pågående enligt plan, men aktiviteten skulle vara klar 2024-04-15 "
        "och kommentaren säger ”avstannat”."
    )


def test_on_plan_and_all_is_well() -> None:
    """A comment that says so is believed, also in the negative."""
    for comment in ("Första mötet hölls i mars.", "Arbetet är inte försenat."):
        assert found(plan(DIALOGUE, status(DIALOGUE, comment=comment)), "F04") == []


@pytest.mark.parametrize("value", HONEST)
def test_a_status_that_admits_it_is_believed(value: StatusValue) -> None:
    """A stalling word belongs there."""
    said = status(SPRING, value=value, comment="Arbetet har avstannat.")
    assert found(plan(SPRING, said), "F04") == []


def test_no_status_this_tertial() -> None:
    """F05: last tertial's does not count for this one."""
    (finding,) = found(plan(DIALOGUE, status(DIALOGUE, T1)), "F05", tertial=T2)
    assert finding.severity is Severity.WARN
    assert finding.text == "Status saknas för T2 2024."
    assert (finding.entity, finding.field) == (DIALOGUE.id, "status")


@pytest.mark.parametrize("value", list(StatusValue))
def test_a_comment_is_needed_unless_completed_on_plan(value: StatusValue) -> None:
    """Blank space is no comment."""
    findings = found(plan(DIALOGUE, status(DIALOGUE, value=value, comment=" \n")), "F05")
    if value is StatusValue.COMPLETED_ON_PLAN:
        assert findings == []
    else:
        assert texts(findings) == ["Kommentar saknas för T1 2024."]
        assert findings[0].field == "comment"


def test_status_and_comment_are_enough() -> None:
    """Nothing more is asked."""
    assert found(plan(DIALOGUE, status(DIALOGUE)), "F05") == []


def test_unchanged_since_last_time_is_enough() -> None:
    """It carries the comment of the tertial before, even if that was empty."""
    carried = status(DIALOGUE, comment="", unchanged_since=T3_2023)
    assert found(plan(DIALOGUE, carried), "F05") == []


def test_what_was_closed_earlier_in_the_year_is_not_asked_for() -> None:
    """And neither is what was cancelled."""
    done = status(DIALOGUE, T1, StatusValue.COMPLETED_ON_PLAN)
    assert found(plan(DIALOGUE, done), "F05", tertial=T2) == []
    assert found(plan(activity(cancelled=True)), "F05") == []


def test_a_comment_alone_is_not_a_status() -> None:
    """Text typed before the key was pressed."""
    said = status(DIALOGUE)
    draft = type(said)(
        id=said.id, activity=said.activity, unit=said.unit, tertial=T1, comment="Ett möte."
    )
    assert texts(found(plan(DIALOGUE, draft), "F05")) == ["Status saknas för T1 2024."]


def test_waiting_without_cause_and_review_date_is_asked_about() -> None:
    """F06: in the fields, not in prose, so that the centre can count causes."""
    waiting = status(DIALOGUE, value=StatusValue.ON_HOLD, comment="Väntar på pengar.")
    (finding,) = found(plan(DIALOGUE, waiting), "F06")
    assert finding.severity is Severity.ASK
    assert finding.text == "Vänteläge utan orsak och datum för ny avstämning."
    assert finding.field == "cause"
    assert "väntar på" in finding.advice


def test_the_question_goes_to_what_is_lacking_and_keeps_its_place() -> None:
    """With the cause filled in, the cursor goes to the date; a waiver still fits."""
    waiting = status(DIALOGUE, value=StatusValue.ON_HOLD)
    with_cause = status(DIALOGUE, value=StatusValue.ON_HOLD, cause=Cause.STAFFING)
    (before,) = found(plan(DIALOGUE, waiting), "F06")
    (after,) = found(plan(DIALOGUE, with_cause), "F06")
    assert after.field == "review_date"
    assert after.text == "Vänteläge utan datum för ny avstämning."
    assert before.place == after.place


@pytest.mark.parametrize("value", [StatusValue.ON_HOLD, StatusValue.DELAYED])
def test_cause_and_review_date_answer_the_question(value: StatusValue) -> None:
    """For both that wait."""
    full = status(DIALOGUE, value=value, cause=Cause.STAFFING, review_date="2024-06-01")
    assert found(plan(DIALOGUE, full), "F06") == []


def test_a_new_end_date_is_date_enough_for_what_is_delayed() -> None:
    """A11 asks for a new date and a cause; what is on hold has no end to promise (A12)."""
    given: dict[str, Value] = {"cause": Cause.STAFFING, "revised_end": "2024-11-30"}
    delayed = status(DIALOGUE, value=StatusValue.DELAYED, **given)
    assert found(plan(DIALOGUE, delayed), "F06") == []
    on_hold = status(DIALOGUE, value=StatusValue.ON_HOLD, **given)
    assert len(found(plan(DIALOGUE, on_hold), "F06")) == 1


def test_nothing_is_asked_of_what_neither_waits_nor_is_late() -> None:
    """A deviation is explained in its comment."""
    deviating = status(DIALOGUE, value=StatusValue.ONGOING_DEVIATING)
    assert found(plan(DIALOGUE, deviating), "F06") == []
