"""Oförändrat sedan sist: status and comment carried with one key."""

from __future__ import annotations

from itertools import count

import pytest
from msgspec.structs import replace

from model.actions.statuses import CommentWritten, NothingToCarry, unchanged
from model.plan.entities import Status
from model.plan.plan import Plan
from model.plan.vocabulary import Role, StatusValue
from model.workspace.edit import Author, Edit
from tests.model.building import KITCHEN, T1, T2, T3_2023, activity, day, plan, status

DIALOGUE = activity("Dialog med lokala producenter")
OLD = activity("Förstudie", year=2023, end="2023-12-31")
NEW = activity("Förstudie, forts.", carried_over_from=OLD.id)


def editing(town: Plan) -> Edit:
    """An edit by somebody in Kostenheten, on the last day of August."""
    moments = count()
    author = Author("någon", Role.UNIT, (KITCHEN,))
    return Edit(
        town, author, day("2024-08-31"), lambda: f"2024-08-31T08:00:00.000Z-{next(moments)}"
    )


def test_status_and_comment_are_carried_and_marked() -> None:
    """So that F05 is satisfied and a reader sees that nothing was written anew."""
    before = status(DIALOGUE, T1, StatusValue.ONGOING_DEVIATING, "Ett möte av två.")
    carried = unchanged(editing(plan(DIALOGUE, before)), DIALOGUE, KITCHEN, T2)
    assert carried.standing is not None
    assert carried.standing.value is StatusValue.ONGOING_DEVIATING
    assert carried.standing.unchanged_since == T1
    assert carried.comment == "Ett möte av två."


def test_there_must_be_something_to_repeat() -> None:
    """The first report needs a status of its own."""
    with pytest.raises(NothingToCarry):
        unchanged(editing(plan(DIALOGUE)), DIALOGUE, KITCHEN, T2)


def test_an_activity_is_not_completed_because_last_year_s_was() -> None:
    """What was carried over goes on from an open status only."""
    done = status(OLD, T3_2023, StatusValue.COMPLETED_ON_PLAN)
    with pytest.raises(NothingToCarry):
        unchanged(editing(plan(OLD, NEW, done)), NEW, KITCHEN, T1)
    going_on = status(OLD, T3_2023)
    carried = unchanged(editing(plan(OLD, NEW, going_on)), NEW, KITCHEN, T1)
    assert carried.standing is not None
    assert carried.standing.unchanged_since == T3_2023


def test_what_somebody_wrote_meanwhile_stays_beside_it() -> None:
    """Anna's screen showed no status when Bo's arrived: both stand, for a person to choose."""
    before = status(DIALOGUE, T1, comment="Ett möte av två.")
    town = plan(DIALOGUE, before)
    reported = replace(
        status(DIALOGUE, T2, StatusValue.COMPLETED_ON_PLAN, "Bo skrev mycket."),
        id=town.id_of(Status, DIALOGUE.id, KITCHEN, str(T2)),
        heads={"standing": ("bo",), "comment": ("bo",)},
    )
    edit = editing(town.replacing([reported]))
    carried = unchanged(edit, DIALOGUE, KITCHEN, T2, seen=None)
    assert carried.conflicts == ("comment", "standing")


def test_a_comment_of_one_s_own_is_not_replaced_unasked() -> None:
    """The same one again may be; so may an empty one."""
    before = status(DIALOGUE, T1, comment="Ett möte av två.")
    for seen, is_refused in (("Eget", True), ("Ett möte av två.", False), ("", False)):
        present = status(DIALOGUE, T2, comment=seen)
        edit = editing(plan(DIALOGUE, before, present))
        if is_refused:
            with pytest.raises(CommentWritten, match="egen kommentar"):
                unchanged(edit, DIALOGUE, KITCHEN, T2)
            with pytest.raises(CommentWritten):
                unchanged(edit, DIALOGUE, KITCHEN, T2, seen=present)
            assert not edit.entries
        else:
            assert unchanged(edit, DIALOGUE, KITCHEN, T2).comment == "Ett möte av två."
