"""The receipt of a hand-in: it tells what was handed in, whatever the plan looks like now."""

from __future__ import annotations

from msgspec.structs import replace

from model.actions.handing_in import submit
from model.actions.statuses import set_status
from model.plan.plan import Plan
from model.plan.reporting import changed_since_hand_in
from model.plan.vocabulary import HandInState, StatusValue
from model.views.hand_in import HandInReceipt, hand_in_receipt
from tests.model.actions.editing import editing
from tests.model.building import KITCHEN, T1, activity, hand_in, plan, standing, status

DIALOGUE, WASTE, MENU = activity("Dialog"), activity("Matsvinn"), activity("Matsedel")


def receipt_of(town: Plan) -> HandInReceipt:
    """The receipt of Kostenheten's T1, which is handed in."""
    found = hand_in_receipt(town, KITCHEN, T1)
    assert found is not None
    return found


def test_the_receipt_says_how_many_were_handed_in_of_how_many() -> None:
    """And says the same when the rest is reported afterwards."""
    edit = editing(plan(DIALOGUE, WASTE, MENU, status(DIALOGUE)))
    submit(edit, KITCHEN, T1, allow_missing=True)
    assert receipt_of(edit.plan).counted_text == "1 av 3 aktiviteter"
    set_status(edit, WASTE, KITCHEN, T1, standing(), comment="Klart.")
    later = receipt_of(edit.plan)
    assert (later.reported, later.total) == (1, 3)
    assert [each.title for each in later.changed] == ["Matsvinn"]


def test_what_was_all_is_said_without_of() -> None:
    """«2 aktiviteter»."""
    edit = editing(plan(DIALOGUE, WASTE, status(DIALOGUE), status(WASTE)))
    submit(edit, KITCHEN, T1)
    assert receipt_of(edit.plan).counted_text == "2 aktiviteter"
    assert receipt_of(edit.plan).plan_text == ""


def test_the_receipt_says_when_the_plan_has_changed_since() -> None:
    """An activity has come, another is not to be reported any more."""
    edit = editing(plan(DIALOGUE, WASTE, status(DIALOGUE), status(WASTE)))
    made = submit(edit, KITCHEN, T1)
    gone = replace(WASTE, cancelled=True)
    later = receipt_of(plan(DIALOGUE, gone, MENU, status(DIALOGUE), status(WASTE), made))
    assert later.plan_text == (
        "Planen är ändrad efter inlämningen: 1 aktivitet har kommit till och 1 aktivitet ska inte "
        "längre rapporteras."
    )
    assert later.counted_text == "2 aktiviteter"


def test_an_older_hand_in_tells_only_what_it_named() -> None:
    """It did not keep how many were to be reported."""
    reported = status(DIALOGUE)
    receipt = receipt_of(plan(DIALOGUE, WASTE, reported, hand_in(reported)))
    assert (receipt.counted_text, receipt.total, receipt.plan_text) == ("1 aktivitet", None, "")


def test_there_is_no_receipt_of_what_is_not_handed_in() -> None:
    """Nor of what was taken back."""
    assert hand_in_receipt(plan(DIALOGUE), KITCHEN, T1) is None
    taken_back = plan(DIALOGUE, hand_in(state=HandInState.WITHDRAWN))
    assert hand_in_receipt(taken_back, KITCHEN, T1) is None


def test_a_status_set_back_to_what_was_handed_in_is_not_changed() -> None:
    """Tried another, then the same again; new changes in the journal, but the same said."""
    edit = editing(plan(DIALOGUE))
    set_status(edit, DIALOGUE, KITCHEN, T1, standing(), comment="Pågår.")
    submit(edit, KITCHEN, T1)
    set_status(edit, DIALOGUE, KITCHEN, T1, standing(StatusValue.DELAYED), comment="Pågår.")
    assert changed_since_hand_in(edit.plan, KITCHEN, T1) == [DIALOGUE]
    set_status(edit, DIALOGUE, KITCHEN, T1, standing(), comment="Pågår.")
    assert changed_since_hand_in(edit.plan, KITCHEN, T1) == []


def test_another_comment_after_the_hand_in_is_a_change() -> None:
    """The comment is handed in with the status."""
    edit = editing(plan(DIALOGUE))
    set_status(edit, DIALOGUE, KITCHEN, T1, standing(), comment="Pågår.")
    submit(edit, KITCHEN, T1)
    set_status(edit, DIALOGUE, KITCHEN, T1, standing(), comment="Klart snart.")
    assert changed_since_hand_in(edit.plan, KITCHEN, T1) == [DIALOGUE]
