"""Who undoes a choice between what several have written has the choice before him again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from model.actions.settling import settle
from model.plan.entities import Activity
from model.store.journal import Source
from model.views.changes import describe
from model.views.conflicts import FieldConflict, conflicts
from model.workspace.reversal import ChangedSince
from model.workspace.undo import NothingWouldChange, redoable, undo, undoable
from model.workspace.workspace import Workspace
from tests.model.journal.writing import edited, folded
from tests.model.workspace.homes import BO, add, home, now, retitle


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Anna's home, set up, with nothing planned yet."""
    with closing(home(tmp_path)) as made:
        yield made


@pytest.fixture
def activity(workspace: Workspace) -> Activity:
    """An activity to which Anna and Bo have given a title each, and Bo a second one."""
    made = add(workspace)
    present = folded(*workspace.entries_of(made))
    retitle(workspace, made, "Samråd")
    titles = ("Bos titel", "Bos andra titel")
    others = [edited(present, {"title": each}, at, BO) for at, each in enumerate(titles, 50)]
    workspace.write(others, Source.RECEIVED)
    return now(workspace, made)


def conflict(workspace: Workspace) -> FieldConflict:
    """The only conflict."""
    (found,) = conflicts(workspace.plan, workspace.entries_of)
    return found


def choose(workspace: Workspace, activity: Activity, value: object) -> str:
    """Settle the title; gives the action."""
    with workspace.edit() as edit:
        settle(edit, now(workspace, activity), "title", str(value))
    assert not now(workspace, activity).conflicts
    return edit.action


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_choice_stands_as_it_stood(
    workspace: Workspace, activity: Activity, number: int
) -> None:
    """Whichever was chosen: the same values in the same order, by whom they were written, when."""
    before = conflict(workspace)
    action = choose(workspace, activity, before.sides[number].value)
    assert undoable(workspace)[0] == action
    assert undo(workspace).target == action
    assert conflict(workspace) == before
    assert not workspace.differences()


def test_the_history_tells_it_as_one_undoing(workspace: Workspace, activity: Activity) -> None:
    """With the values that are to be chosen from again."""
    chosen = conflict(workspace).sides[1].value
    choose(workspace, activity, chosen)
    undo(workspace)
    undoing = [
        line for line in describe(workspace.entries_of(activity), workspace.plan) if line.is_undoing
    ]
    assert len(undoing) == 1
    (told,) = undoing[0].fields
    assert told.before == chosen
    assert set(told.after.split(" eller ")) == {"Samråd", "Bos titel", "Bos andra titel"}


def test_a_value_of_ones_own_is_no_longer_among_them(
    workspace: Workspace, activity: Activity
) -> None:
    """Undone it counts as never written."""
    before = conflict(workspace)
    choose(workspace, activity, "Ett tredje")
    undo(workspace)
    assert conflict(workspace) == before


def test_done_again_the_choice_is_made(workspace: Workspace, activity: Activity) -> None:
    """Also when it was for what was shown already; and it can be undone again."""
    before = conflict(workspace)
    for side in before.sides:
        choose(workspace, activity, side.value)
        for _ in range(2):
            undo(workspace)
            again = redoable(workspace)
            assert again is not None
            undo(workspace, again)
            assert now(workspace, activity).title == side.value
            assert not now(workspace, activity).conflicts
        undo(workspace)
        assert conflict(workspace) == before


def test_an_edit_that_chose_without_saying_so_does_too(
    workspace: Workspace, activity: Activity
) -> None:
    """Whoever writes a new title with the shown one in front of him replaces them all."""
    before = conflict(workspace)
    retitle(workspace, activity, "Dialog")
    undo(workspace)
    assert conflict(workspace) == before


def test_what_was_chosen_then_is_not_undone_from_under_somebody(
    workspace: Workspace, activity: Activity
) -> None:
    """Bo has gone on from the choice."""
    choose(workspace, activity, activity.title)
    present = folded(*workspace.entries_of(activity))
    workspace.write([edited(present, {"title": "Bos sista"}, 55, BO)], Source.RECEIVED)
    with pytest.raises(ChangedSince, match="Bo Åberg"):
        undo(workspace)


@pytest.mark.parametrize("is_gone", [True, False])
def test_gone_or_not_is_to_be_chosen_again(workspace: Workspace, is_gone: bool) -> None:
    """Anna wrote in what Bo took away; either is chosen, and undone."""
    made = add(workspace)
    present = folded(*workspace.entries_of(made))
    retitle(workspace, made, "Samråd")
    workspace.write([edited(present, {"removed": True}, 50, BO)], Source.RECEIVED)
    before = conflict(workspace)
    assert [side.words for side in before.sides] == ["borttagen", "kvar"]
    with workspace.edit() as edit:
        settle(edit, now(workspace, made), "removed", is_gone)
    assert now(workspace, made).removed is is_gone
    undo(workspace)
    assert conflict(workspace) == before
    again = redoable(workspace)
    assert again is not None
    undo(workspace, again)
    assert (now(workspace, made).removed, now(workspace, made).conflicts) == (is_gone, ())
    assert not workspace.differences()


def test_to_choose_where_nothing_is_to_be_chosen_leaves_nothing_to_undo(
    workspace: Workspace,
) -> None:
    """It is refused rather than said to be done, and stands in nobody's way."""
    made = add(workspace)
    before = undoable(workspace)
    with workspace.edit() as edit:
        settle(edit, made, "title", made.title)
    assert undoable(workspace) == before
    with pytest.raises(NothingWouldChange, match="allt skulle stå kvar"):
        undo(workspace, edit.action)
    assert undo(workspace).target == before[0]
