"""Locking, unlocking and deciding on what came late: the centre's, logged, and undoable."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from model.actions.locking import (
    MOST_LOOSE,
    CutTooLong,
    NotLocked,
    OnlyCentreLocks,
    SyncFirst,
    accept,
    decline,
    lock,
    unlock,
)
from model.plan.lock import Cut, changes_in
from model.plan.plan import Plan
from model.plan.rules import FieldRefused, LocksDiffer, RuleError
from model.plan.vocabulary import Role
from model.workspace.edit import Edit
from tests.model.actions.editing import editing
from tests.model.building import T1, T2, day, locked, plan

WRITER = "ab" * 10
CUT: Cut = {"central": (f"{WRITER}-1-7-{'0' * 16}",), "kostenheten": (f"{WRITER}-3-4-{'1' * 16}",)}


def central(town: Plan | None = None, today: str = "2024-05-08") -> Edit:
    """Somebody at the centre does something."""
    return editing(town, today=today, units=(), role=Role.CENTRAL)


def test_a_lock_says_when_by_whom_and_what_it_covers() -> None:
    """The cut as it was taken; the tertial is then locked for everyone."""
    edit = central()
    made = lock(edit, T1, CUT, loose=("b", "a"))
    assert made.lock is not None
    assert (made.lock.day, made.lock.by, made.lock.cut) == (day("2024-05-08"), "anna", CUT)
    assert changes_in(made.lock) == 11
    assert edit.plan.locked == {T1}


def test_a_cut_that_no_lock_can_hold_says_why() -> None:
    """Databases that move day after day for years; what fifty years of usual work give is held."""
    usual = {"kostenheten": tuple(f"{at:020x}-1-99999-{'0' * 16}" for at in range(15_000))}
    assert lock(central(), T1, usual).lock is not None
    edit = central()
    many = {"kostenheten": tuple(f"{at:020x}-1-99999-{'0' * 16}" for at in range(25_000))}
    with pytest.raises(CutTooLong, match=r"kommer i 25000 serier.*Inget är låst.*egna diskar"):
        lock(edit, T1, many)
    assert edit.plan.lock_of(T1) is None


@pytest.mark.parametrize(
    "do",
    [
        lambda edit: lock(edit, T1, CUT),
        lambda edit: unlock(edit, T1),
        lambda edit: accept(edit, T1, ["a"]),
        lambda edit: decline(edit, T1, "status", ["a"], "Nej."),
    ],
)
@pytest.mark.parametrize("role", [Role.UNIT, Role.DEPARTMENT])
def test_only_the_centre_decides(do: Callable[[Edit], object], role: Role) -> None:
    """Others are told whom to ask."""
    edit = editing(plan(locked(T1)), role=role)
    with pytest.raises(OnlyCentreLocks, match="Hör av dig till dem"):
        do(edit)
    assert not edit.entries


@pytest.mark.parametrize(
    "do",
    [
        lambda edit: unlock(edit, T1),
        lambda edit: accept(edit, T1, ["a"]),
        lambda edit: decline(edit, T1, "status", ["a"], "Nej."),
    ],
)
def test_an_open_tertial_has_nothing_to_open_or_decide(do: Callable[[Edit], object]) -> None:
    """It says that it is not locked."""
    with pytest.raises(NotLocked, match="T1 2024 är inte låst"):
        do(central())


def test_a_tertial_that_has_not_begun_is_not_locked() -> None:
    """The one that runs may be: some close before its last day."""
    with pytest.raises(RuleError, match="T2 2024 har inte börjat"):
        lock(central(today="2024-04-30"), T2, CUT)
    assert lock(central(today="2024-04-25"), T1, CUT).lock is not None


def test_a_lock_does_not_name_changes_without_end() -> None:
    """A line of the journal has its bounds; an exchange gives them positions."""
    with pytest.raises(SyncFirst, match="Synka och lås igen"):
        lock(central(), T1, CUT, loose=map(str, range(MOST_LOOSE + 1)))


def test_letting_in_adds_exactly_those() -> None:
    """The cut, the day and who locked stay as they were."""
    before = locked(T1, cut=CUT, let_in=("b",), left_out=("a", "c"))
    made = accept(central(plan(before)), T1, ["a", "d"])
    assert made.lock is not None
    assert before.lock is not None
    assert made.lock == replace(before.lock, let_in=("a", "b", "d"), left_out=("c",))


def test_a_refusal_says_why_and_is_taken_back_by_letting_in() -> None:
    """What is refused is named; without a reason nothing is refused."""
    edit = central(plan(locked(T1, cut=CUT)))
    with pytest.raises(FieldRefused, match="Skriv varför"):
        decline(edit, T1, "en status", ["x"], "  ")
    decline(edit, T1, "en status", ["x", "y"], "Redan beslutat.")
    refused = edit.plan.refusal_of(T1, "en status")
    assert refused is not None
    assert refused.refusal is not None
    assert (refused.refusal.reason, refused.refusal.changes) == ("Redan beslutat.", ("x", "y"))
    accept(edit, T1, ["y"])
    assert edit.plan.refusal_of(T1, "en status") is None
    with pytest.raises(RuleError, match="redan insläppt"):
        decline(edit, T1, "en status", ["y"], "Nej.")


def test_two_locks_are_settled_before_anything_is_let_in() -> None:
    """Locking again settles them."""
    edit = central(plan(replace(locked(T1, cut=CUT), conflicts=("lock",))))
    with pytest.raises(LocksDiffer, match="Välj vilken låsning"):
        accept(edit, T1, ["a"])
    again = lock(edit, T1, CUT)
    assert not again.conflicts
    accept(edit, T1, ["a"])


def test_an_unlocked_tertial_can_be_locked_again() -> None:
    """With what was declined left out."""
    edit = central(plan(locked(T1, cut=CUT)))
    unlock(edit, T1)
    assert edit.plan.locked == frozenset()
    again = lock(edit, T1, CUT, left_out=("c", "b"))
    assert again.lock is not None
    assert again.lock.left_out == ("b", "c")


def test_a_tertial_whose_lock_was_undone_can_be_locked_by_who_saw_it_open() -> None:
    """The lock that was taken back is seen by nobody, but it is what the new one replaces."""
    edit = central()
    taken_back = edit.save(replace(lock(edit, T1, CUT), removed=True))
    assert edit.plan.lock_of(T1) is None
    again = lock(edit, T1, CUT, seen=None)
    assert (again.id, again.removed, again.conflicts) == (taken_back.id, False, ())
    assert edit.plan.locked == {T1}
