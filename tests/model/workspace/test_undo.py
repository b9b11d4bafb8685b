"""Undo takes a whole action back, and refuses where somebody has gone on from it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from model.actions.handing_in import submit, withdraw
from model.actions.people import add_person
from model.actions.planning import cancel_activity, carry_over, revive_activity
from model.actions.statuses import set_status
from model.plan.entities import Activity, Person, Status
from model.plan.identifiers import UnknownId
from model.plan.rules import TertialLocked
from model.plan.vocabulary import Role
from model.store.journal import Source
from model.workspace.edit import Author, NotYourUnit
from model.workspace.reversal import ChangedSince
from model.workspace.undo import (
    AlreadyUndone,
    NothingToUndo,
    redoable,
    undo,
    undoable,
)
from model.workspace.workspace import Workspace
from tests.model.building import KITCHEN, STREETS, T1, locked, standing
from tests.model.journal.writing import edited, folded
from tests.model.workspace.homes import (
    BO,
    add,
    frame,
    home,
    lines_of,
    now,
    open_at,
    profile,
    retitle,
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Anna's home, set up, with nothing planned yet."""
    with closing(home(tmp_path)) as made:
        yield made


def bo_writes(workspace: Workspace, activity: Activity, **fields: object) -> None:
    """Bo, who has seen the activity as it is, changes it on another device."""
    present = folded(*workspace.entries_of(activity))
    workspace.write([edited(present, fields, 50, BO)], Source.RECEIVED)


def test_on_a_new_home_there_is_nothing_to_undo(workspace: Workspace) -> None:
    """Neither the catalogue that stands in nor saying who one is can be taken back."""
    assert undoable(workspace) == []
    assert redoable(workspace) is None
    with pytest.raises(NothingToUndo, match="inget att ångra"):
        undo(workspace)
    setting_up = workspace.entries_of(workspace.plan.of(Person)[0])[0].change.action
    with pytest.raises(UnknownId):
        undo(workspace, setting_up)


def test_the_centre_cannot_undo_its_first_catalogue(tmp_path: Path) -> None:
    """It is how the home came to be; a later import can be taken back."""
    with closing(open_at(tmp_path, profile(person="staben", role=Role.CENTRAL))) as centre:
        centre.write(frame(), Source.OWN)
        assert undoable(centre) == []
        with centre.edit() as edit:
            goal = centre.plan.goals(2024)[0]
            edit.save(replace(goal, text="Ny lydelse"), goal)
        undo(centre)
        assert centre.plan.goals(2024)[0].text == goal.text


def test_a_new_activity_is_gone_again(workspace: Workspace) -> None:
    """It stays in the history, and undoing again brings it back."""
    made = add(workspace)
    (gone,) = undo(workspace).entities
    assert gone.removed
    assert workspace.plan.of(Activity) == []
    again = redoable(workspace)
    assert again is not None
    undo(workspace, again)
    assert replace(now(workspace, made), heads={}) == replace(made, heads={})


def test_a_change_gets_its_old_value_back(workspace: Workspace) -> None:
    """Only in the fields that the action touched."""
    made = add(workspace)
    retitle(workspace, made, "Samråd")
    assert [row.id for row in undo(workspace).entities] == [made.id]
    assert now(workspace, made).title == made.title


def test_undo_goes_back_step_by_step_and_forward_again(workspace: Workspace) -> None:
    """As in any program: the last first; redo the other way."""
    made = add(workspace)
    titles = ["Ett", "Två", "Tre"]
    for title in titles:
        retitle(workspace, now(workspace, made), title)
    seen = []
    for _ in titles:
        undo(workspace)
        seen.append(now(workspace, made).title)
    assert seen == ["Två", "Ett", made.title]
    seen = []
    while (action := redoable(workspace)) is not None:
        undo(workspace, action)
        seen.append(now(workspace, made).title)
    assert seen == titles


def test_something_new_ends_what_can_be_done_again(workspace: Workspace) -> None:
    """What was undone before it can still be fetched from the history, by its number."""
    made = add(workspace)
    retitle(workspace, made, "Samråd")
    undone = undoable(workspace)[0]
    undo(workspace)
    add(workspace, "Matsvinn")
    assert redoable(workspace) is None
    with pytest.raises(AlreadyUndone, match="redan ångrat"):
        undo(workspace, undone)


def test_an_older_action_can_be_undone_alone(workspace: Workspace) -> None:
    """By its number, or its beginning, as the history shows it."""
    one, two = add(workspace), add(workspace, "Matsvinn")
    action = undoable(workspace)[1]
    undo(workspace, action[:13])
    assert [row.id for row in workspace.plan.of(Activity)] == [two.id]
    assert now(workspace, one).removed


def test_a_number_that_nobody_has_is_refused(workspace: Workspace) -> None:
    """Also that of an action which somebody else did."""
    made = add(workspace)
    bo_writes(workspace, made, title="Bos titel")
    for wrong in ("0000", "bo 50", ""):
        with pytest.raises(UnknownId):
            undo(workspace, wrong)


def test_a_whole_action_is_taken_back(workspace: Workspace) -> None:
    """An activity and a person that were saved together go together."""
    with workspace.edit() as edit:
        person = add_person(edit, "Cia Öst", scope=KITCHEN, unit=KITCHEN)
        made = edit.save(replace(add(workspace, "x"), id="ny", responsible=person.id))
    assert len(undo(workspace).entities) == 2
    assert now(workspace, made).removed
    assert "Cia Öst" not in {row.name for row in workspace.plan.of(Person)}


def test_it_is_refused_if_somebody_has_changed_it_since(workspace: Workspace) -> None:
    """Naming who and when; nothing is changed."""
    made = add(workspace)
    mine = retitle(workspace, made, "Samråd")
    action = undoable(workspace)[0]
    bo_writes(workspace, mine, title="Bos titel")
    with pytest.raises(ChangedSince, match=r"Bo Åberg har ändrat samma sak sedan dess \(20"):
        undo(workspace, action)
    assert now(workspace, made).title == "Bos titel"


def test_it_is_refused_if_somebody_changed_the_same_at_the_same_time(workspace: Workspace) -> None:
    """A conflict is for a person to settle, not for undo to decide."""
    made = add(workspace)
    present = folded(*workspace.entries_of(made))
    retitle(workspace, made, "Samråd")
    workspace.write([edited(present, {"title": "Bos titel"}, 50, BO)], Source.RECEIVED)
    with pytest.raises(ChangedSince, match="Bo Åberg"):
        undo(workspace)
    assert now(workspace, made).conflicts == ("title",)


def test_what_somebody_changed_beside_it_stays(workspace: Workspace) -> None:
    """Bo wrote the description meanwhile; Anna takes her title back."""
    made = add(workspace)
    mine = retitle(workspace, made, "Samråd")
    bo_writes(workspace, mine, description="Bos text")
    undo(workspace)
    assert (now(workspace, made).title, now(workspace, made).description) == (
        made.title,
        "Bos text",
    )


def test_an_own_later_change_is_named_as_own(workspace: Workspace) -> None:
    """Undoing in the middle would lose it without a word."""
    made = add(workspace)
    mine = retitle(workspace, made, "Ett")
    action = undoable(workspace)[0]
    retitle(workspace, mine, "Två")
    with pytest.raises(ChangedSince, match="du själv har ändrat"):
        undo(workspace, action)


def test_what_others_have_written_in_is_not_undone_away(workspace: Workspace) -> None:
    """Bo has described the activity that Anna made."""
    made = add(workspace)
    bo_writes(workspace, made, deputy=BO)
    with pytest.raises(ChangedSince, match="Bo Åberg har byggt vidare på det"):
        undo(workspace)
    assert not now(workspace, made).removed


def test_what_others_refer_to_is_not_undone_away(workspace: Workspace) -> None:
    """Bo has reported a status of it; carrying it over would be the same."""
    made = add(workspace)
    status = Status(
        id="s1", scope=KITCHEN, activity=made.id, unit=KITCHEN, tertial=T1, standing=standing()
    )
    author = Author(BO, Role.UNIT, (KITCHEN,))
    workspace.write(lines_of(status, author=author), Source.RECEIVED)
    with pytest.raises(ChangedSince, match="Bo Åberg har byggt vidare"):
        undo(workspace)
    workspace.profile = replace(workspace.profile, person=BO)
    with pytest.raises(ChangedSince, match="du själv har byggt vidare"):
        undo(workspace)


def test_an_unknown_author_is_somebody_else(workspace: Workspace) -> None:
    """His name has not arrived, or has been erased."""
    made = add(workspace)
    present = folded(*workspace.entries_of(made))
    workspace.write([edited(present, {"title": "x"}, 50, "okänd")], Source.RECEIVED)
    with pytest.raises(ChangedSince, match="någon annan"):
        undo(workspace)


def test_a_status_gets_back_what_it_said_last(workspace: Workspace) -> None:
    """Status and comment, or none at all."""
    made = add(workspace)
    for text in ("Ett", "Två"):
        with workspace.edit() as edit:
            set_status(edit, made, KITCHEN, T1, standing(), text)
    undo(workspace)
    assert [row.comment for row in workspace.plan.of(Status)] == ["Ett"]
    undo(workspace)
    assert workspace.plan.of(Status) == []
    with workspace.edit() as edit:
        set_status(edit, made, KITCHEN, T1, standing())
    assert [row.comment for row in workspace.plan.of(Status)] == [""]
    undo(workspace)
    assert workspace.plan.of(Status) == []


def test_cancelling_and_reviving_can_be_undone(workspace: Workspace) -> None:
    """With the reason that was given."""
    made = add(workspace)
    with workspace.edit() as edit:
        cancelled = cancel_activity(edit, made, "Ingen budget.")
    with workspace.edit() as edit:
        revive_activity(edit, now(workspace, cancelled))
    undo(workspace)
    assert (now(workspace, made).cancelled, now(workspace, made).cancel_reason) == (
        True,
        "Ingen budget.",
    )
    undo(workspace)
    assert not now(workspace, made).cancelled


def test_a_carry_over_can_be_undone_and_done_again_later(workspace: Workspace) -> None:
    """The new activity goes; carrying over once more gives the same one."""
    made = add(workspace)
    with workspace.edit() as edit:
        carried = carry_over(edit, made, KITCHEN, 2025)
    undo(workspace)
    assert workspace.plan.successor_of(made.id) is None
    with workspace.edit() as edit:
        again = carry_over(edit, made, KITCHEN, 2025)
    assert again.id == carried.id
    assert workspace.plan.successor_of(made.id) == carried.id


def test_a_hand_in_can_be_undone(workspace: Workspace) -> None:
    """Then it was never handed in; taking back is another thing, and can be undone too."""
    with workspace.edit() as edit:
        handed = submit(edit, KITCHEN, T1)
    with workspace.edit() as edit:
        withdraw(edit, KITCHEN, T1)
    undo(workspace)
    found = workspace.plan.hand_in_of(KITCHEN, T1)
    assert found is not None
    assert found.submission == handed.submission
    undo(workspace)
    assert workspace.plan.hand_in_of(KITCHEN, T1) is None


@pytest.mark.parametrize("is_taken_back", [False, True])
def test_a_locked_tertial_keeps_its_hand_in(workspace: Workspace, is_taken_back: bool) -> None:
    """Nobody goes round the centre's lock: as with taking a hand-in back."""
    with workspace.edit() as edit:
        submit(edit, KITCHEN, T1)
    if is_taken_back:
        with workspace.edit() as edit:
            withdraw(edit, KITCHEN, T1)
    before = workspace.plan.hand_in_of(KITCHEN, T1)
    workspace.write(lines_of(locked(T1, "2024-05-20")), Source.STAND_IN)
    with pytest.raises(TertialLocked, match="låstes 20 maj"):
        undo(workspace)
    assert workspace.plan.hand_in_of(KITCHEN, T1) == before


def test_however_old_an_action_is_it_can_be_named(workspace: Workspace) -> None:
    """The history shows it, so its number is taken, and known to be undone afterwards."""
    first, kept = add(workspace), add(workspace, "Matsvinn")
    action = undoable(workspace)[1]
    for number in range(101):
        retitle(workspace, now(workspace, kept), f"Matsvinn {number}")
    undo(workspace, action[:13].upper())
    assert now(workspace, first).removed
    with pytest.raises(AlreadyUndone):
        undo(workspace, action)


def test_another_program_on_the_same_computer_undoes_the_same(
    workspace: Workspace, tmp_path: Path
) -> None:
    """The app is open while `tertial undo` is run."""
    made = add(workspace)
    retitle(workspace, made, "Samråd")
    with closing(open_at(tmp_path)) as other:
        undo(other)
    workspace.refresh()
    assert now(workspace, made).title == made.title


def test_a_device_that_has_another_unit_now_does_not_undo_for_the_old_one(
    workspace: Workspace,
) -> None:
    """What belongs to a unit is changed by those who plan for it."""
    made = add(workspace)
    workspace.profile = profile(STREETS)
    with pytest.raises(NotYourUnit):
        undo(workspace)
    assert not now(workspace, made).removed
