"""Handing in a tertial, and taking it back while it is open."""

from __future__ import annotations

import pytest

from model.actions.handing_in import StatusesMissing, submit, withdraw
from model.actions.statuses import set_status
from model.plan.reporting import changed_since_hand_in, heads_of, is_handed_in
from model.plan.rules import RuleError, TertialLocked
from model.plan.vocabulary import StatusValue
from model.workspace.edit import NotYourUnit
from tests.model.actions.editing import editing
from tests.model.building import (
    KITCHEN,
    LIBRARY,
    T1,
    T2,
    activity,
    day,
    locked,
    plan,
    standing,
    status,
)

DIALOGUE, WASTE = activity("Dialog"), activity("Matsvinn")
STATUSES = (status(DIALOGUE), status(WASTE))
BOTH = (DIALOGUE, WASTE, *STATUSES)


def test_a_hand_in_names_the_statuses_that_it_hands_in() -> None:
    """With the day, so that it can be told what has changed since."""
    edit = editing(plan(*BOTH))
    made = submit(edit, KITCHEN, T1)
    assert made.submission is not None
    assert made.submission.day == day("2024-04-23")
    assert made.submission.statuses == {row.id: heads_of(row) for row in STATUSES}
    assert is_handed_in(edit.plan, KITCHEN, T1)
    assert changed_since_hand_in(edit.plan, KITCHEN, T1) == []


def test_a_status_set_in_the_same_action_is_handed_in_as_it_will_stand() -> None:
    """The names of changes are known before they are saved."""
    edit = editing(plan(DIALOGUE))
    set_status(edit, DIALOGUE, KITCHEN, T1, standing())
    submit(edit, KITCHEN, T1)
    assert changed_since_hand_in(edit.plan, KITCHEN, T1) == []
    set_status(edit, DIALOGUE, KITCHEN, T1, standing(StatusValue.DELAYED))
    assert changed_since_hand_in(edit.plan, KITCHEN, T1) == [DIALOGUE]


def test_what_lacks_a_status_is_named() -> None:
    """And nothing is handed in, unless that is wanted."""
    edit = editing(plan(DIALOGUE, WASTE, status(WASTE)))
    with pytest.raises(
        StatusesMissing, match="1 aktivitet saknar status för T1 2024: Dialog"
    ) as no:
        submit(edit, KITCHEN, T1)
    assert no.value.missing == [DIALOGUE]
    assert not edit.entries
    submit(edit, KITCHEN, T1, allow_missing=True)
    assert is_handed_in(edit.plan, KITCHEN, T1)


def test_several_that_lack_a_status_are_counted() -> None:
    """In the plural."""
    with pytest.raises(StatusesMissing, match="2 aktiviteter saknar status"):
        submit(editing(plan(DIALOGUE, WASTE)), KITCHEN, T1)


def test_a_unit_without_activities_may_hand_in() -> None:
    """It has nothing to report, and says so."""
    edit = editing()
    submit(edit, KITCHEN, T1)
    assert is_handed_in(edit.plan, KITCHEN, T1)


def test_a_tertial_that_has_not_begun_is_not_handed_in() -> None:
    """Nobody can know."""
    with pytest.raises(RuleError, match="T2 2024 har inte börjat"):
        submit(editing(), KITCHEN, T2)


def test_one_does_not_hand_in_for_another_unit() -> None:
    """A department reads the units below it."""
    with pytest.raises(NotYourUnit):
        submit(editing(), LIBRARY, T1)


def test_a_hand_in_can_be_taken_back_and_done_again() -> None:
    """As often as one likes while the tertial is open."""
    edit = editing(plan(*BOTH))
    for _ in range(2):
        submit(edit, KITCHEN, T1)
        withdraw(edit, KITCHEN, T1)
        assert not is_handed_in(edit.plan, KITCHEN, T1)
        assert changed_since_hand_in(edit.plan, KITCHEN, T1) == []


def test_what_is_not_handed_in_cannot_be_taken_back() -> None:
    """Neither before nor twice."""
    edit = editing()
    with pytest.raises(RuleError, match="inget att ta tillbaka"):
        withdraw(edit, KITCHEN, T1)
    submit(edit, KITCHEN, T1)
    withdraw(edit, KITCHEN, T1)
    with pytest.raises(RuleError, match="inget att ta tillbaka"):
        withdraw(edit, KITCHEN, T1)


def test_a_locked_tertial_is_neither_handed_in_nor_taken_back() -> None:
    """Who wants something changed asks the centre."""
    town = plan(*BOTH, locked(T1, "2024-05-20"))
    for do in (submit, withdraw):
        with pytest.raises(TertialLocked, match=r"låstes 20 maj 2024 av .*stab eller controller"):
            do(editing(town), KITCHEN, T1)
