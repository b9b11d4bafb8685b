"""Setting a status: what may be said of an activity, and what is refused."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.actions.statuses import set_status
from model.plan.entities import Activity, Standing
from model.plan.identifiers import CENTRAL
from model.plan.rules import MAX_TEXT, FieldRefused, RuleError, TertialLocked
from model.plan.vocabulary import Cause, Role, StatusValue
from model.workspace.edit import NotYourUnit
from tests.model.actions.editing import editing, fields_recorded
from tests.model.building import (
    KITCHEN,
    LIBRARY,
    STREETS,
    T1,
    T2,
    activity,
    day,
    locked,
    plan,
    plan_activity,
    standing,
)

DIALOGUE = activity("Dialog", start="2024-02-01", end="2024-09-30")
OPEN = [value for value in StatusValue if value.is_open]
CLOSED = [value for value in StatusValue if not value.is_open]


def test_a_status_is_of_one_activity_one_unit_and_one_tertial() -> None:
    """With everything that explains it (R14)."""
    edit = editing(plan(DIALOGUE))
    how = Standing(
        value=StatusValue.ON_HOLD,
        revised_end=day("2024-12-31"),
        cause=Cause.FUNDING_DECISION,
        awaited="Beslut i nämnden",
        review_date=day("2024-06-01"),
    )
    made = set_status(edit, DIALOGUE, KITCHEN, T1, how, "Väntar. ")
    assert (made.activity, made.unit, made.tertial) == (DIALOGUE.id, KITCHEN, T1)
    assert (made.standing, made.comment) == (how, "Väntar.")
    assert edit.plan.status_of(DIALOGUE.id, KITCHEN, T1) == made


def test_two_devices_set_the_same_status() -> None:
    """Not one each: the deputy reported as well."""
    assert (
        set_status(editing(plan(DIALOGUE)), DIALOGUE, KITCHEN, T1, standing()).id
        == set_status(editing(plan(DIALOGUE)), DIALOGUE, KITCHEN, T1, standing()).id
    )


def test_the_centre_reports_what_no_unit_answers_for() -> None:
    """A plan activity without a unit has a status all the same, among the centre's own changes."""
    nobodys = plan_activity()
    edit = editing(plan(nobodys), role=Role.CENTRAL, units=())
    made = set_status(edit, nobodys, CENTRAL, T1, standing(), "Två frukostar hölls.")
    assert (made.scope, made.unit) == (CENTRAL, CENTRAL)
    assert edit.plan.activities_of(CENTRAL) == [nobodys]
    assert edit.plan.status_of(nobodys.id, nobodys.reporter, T1) == made


def test_the_centre_does_not_report_for_a_unit() -> None:
    """Where a unit answers, only the unit says how it goes."""
    theirs = plan_activity(unit=KITCHEN)
    edit = editing(plan(theirs), role=Role.CENTRAL, units=())
    with pytest.raises(RuleError, match="hör inte till enheten"):
        set_status(edit, theirs, CENTRAL, T1, standing())
    with pytest.raises(NotYourUnit):
        set_status(edit, theirs, KITCHEN, T1, standing())


def test_a_comment_that_is_not_given_stays() -> None:
    """Status and comment are told apart: another status, the same words."""
    edit = editing(plan(DIALOGUE))
    set_status(edit, DIALOGUE, KITCHEN, T1, standing(), "Hölls i mars.")
    set_status(edit, DIALOGUE, KITCHEN, T1, standing(StatusValue.DELAYED))
    changed = edit.plan.status_of(DIALOGUE.id, KITCHEN, T1)
    assert changed is not None
    assert changed.comment == "Hölls i mars."
    assert set(fields_recorded(edit)[1]) == {"standing"}
    set_status(edit, DIALOGUE, KITCHEN, T1, standing(StatusValue.DELAYED), "")
    assert fields_recorded(edit)[2] == {"comment": ""}


def test_saying_the_same_again_changes_nothing() -> None:
    """Going through the list with Enter."""
    edit = editing(plan(DIALOGUE))
    for _ in range(2):
        set_status(edit, DIALOGUE, KITCHEN, T1, standing(), "Hölls i mars.")
    assert len(edit.entries) == 1


def test_a_status_that_was_taken_away_comes_back_empty() -> None:
    """Its old comment is not put in anybody's mouth."""
    edit = editing(plan(DIALOGUE))
    made = set_status(edit, DIALOGUE, KITCHEN, T1, standing(), "Gammalt")
    edit.save(replace(made, removed=True))
    again = set_status(edit, DIALOGUE, KITCHEN, T1, standing())
    assert (again.comment, again.removed) == ("", False)


def test_a_participant_reports_a_common_activity_too() -> None:
    """Its status stands below that of the responsible one."""
    common = plan_activity(unit=LIBRARY, participants=(KITCHEN,))
    made = set_status(editing(plan(common)), common, KITCHEN, T1, standing())
    assert made.scope == KITCHEN


@pytest.mark.parametrize(
    ("row", "unit", "words"),
    [
        (activity("Läsning", of=LIBRARY), KITCHEN, "hör inte till enheten"),
        (plan_activity(), KITCHEN, "hör inte till enheten"),
        (activity("Inställd", cancelled=True), KITCHEN, "utgår och rapporteras inte"),
        (activity("Ångrad", removed=True), KITCHEN, "borttagen och rapporteras inte"),
    ],
)
def test_only_what_the_unit_carries_out_is_reported(row: Activity, unit: str, words: str) -> None:
    """And the message says what to do instead."""
    edit = editing(plan(row))
    with pytest.raises(RuleError, match=words):
        set_status(edit, row, unit, T1, standing())
    assert not edit.entries


def test_one_does_not_report_for_another_unit() -> None:
    """Even where both are named."""
    common = plan_activity(unit=STREETS, participants=(KITCHEN,))
    with pytest.raises(NotYourUnit):
        set_status(editing(plan(common)), common, STREETS, T1, standing())


def test_a_tertial_that_has_not_begun_is_not_reported() -> None:
    """It may be from its first day on, and the one that runs before its end."""
    for today in ("2024-04-23", "2024-04-30"):
        with pytest.raises(FieldRefused, match="T2 2024 har inte börjat") as refused:
            set_status(editing(plan(DIALOGUE), today=today), DIALOGUE, KITCHEN, T2, standing())
        assert refused.value.field == "tertial"
    edit = editing(plan(DIALOGUE), today="2024-05-01")
    assert set_status(edit, DIALOGUE, KITCHEN, T2, standing()).tertial == T2


def test_a_locked_tertial_is_not_reported_any_more() -> None:
    """Who knows of the lock is told by whom and when; only what was written before comes late."""
    town = plan(DIALOGUE, locked(T1, "2024-05-20"))
    edit = editing(town, today="2024-06-01")
    with pytest.raises(TertialLocked, match=r"T1 2024 låstes 20 maj 2024 av .*låsa upp"):
        set_status(edit, DIALOGUE, KITCHEN, T1, standing())
    assert set_status(edit, DIALOGUE, KITCHEN, T2, standing()).tertial == T2


@pytest.mark.parametrize("value", OPEN)
def test_a_new_end_date_is_for_what_goes_on(value: StatusValue) -> None:
    """From the first day of the activity on."""
    how = standing(value, revised_end="2024-02-01")
    made = set_status(editing(plan(DIALOGUE)), DIALOGUE, KITCHEN, T1, how)
    assert made.standing == how


@pytest.mark.parametrize("value", CLOSED)
def test_what_is_over_has_no_new_end_date(value: StatusValue) -> None:
    """It has the day on which it ended."""
    with pytest.raises(FieldRefused, match="faktiskt slutdatum för en avslutad") as refused:
        set_status(
            editing(plan(DIALOGUE)),
            DIALOGUE,
            KITCHEN,
            T1,
            standing(value, revised_end="2024-12-31"),
        )
    assert refused.value.field == "revised_end_date"


def test_a_new_end_date_is_not_before_the_start() -> None:
    """A slip of the keys."""
    with pytest.raises(FieldRefused, match="före startdatum"):
        set_status(
            editing(plan(DIALOGUE)), DIALOGUE, KITCHEN, T1, standing(revised_end="2024-01-31")
        )


@pytest.mark.parametrize("value", [*OPEN, StatusValue.CANCELLED])
def test_only_what_was_completed_has_a_day_on_which_it_ended(value: StatusValue) -> None:
    """Neither what goes on nor what will not be done."""
    with pytest.raises(FieldRefused, match="bara för en avslutad") as refused:
        set_status(
            editing(plan(DIALOGUE)), DIALOGUE, KITCHEN, T1, standing(value, actual_end="2024-03-01")
        )
    assert refused.value.field == "actual_end_date"


def test_nothing_has_ended_in_the_future() -> None:
    """Today is the last possible day."""
    done = StatusValue.COMPLETED_ON_PLAN
    edit = editing(plan(DIALOGUE), today="2024-04-23")
    set_status(edit, DIALOGUE, KITCHEN, T1, standing(done, actual_end="2024-04-23"))
    with pytest.raises(FieldRefused, match="inte ligga i framtiden"):
        set_status(edit, DIALOGUE, KITCHEN, T1, standing(done, actual_end="2024-04-24"))


def test_what_will_not_be_done_is_not_looked_at_again() -> None:
    """No review date."""
    how = standing(StatusValue.CANCELLED, review_date="2024-06-01")
    with pytest.raises(FieldRefused, match="inget datum att följa upp"):
        set_status(editing(plan(DIALOGUE)), DIALOGUE, KITCHEN, T1, how)


def test_a_comment_may_be_long_but_not_endless() -> None:
    """Nothing of it is cut: it is refused whole and stays on the screen."""
    edit = editing(plan(DIALOGUE))
    made = set_status(edit, DIALOGUE, KITCHEN, T1, standing(), "å" * MAX_TEXT)
    assert len(made.comment) == MAX_TEXT
    with pytest.raises(FieldRefused, match="för lång"):
        set_status(edit, DIALOGUE, KITCHEN, T1, standing(), "å" * (MAX_TEXT + 1))
