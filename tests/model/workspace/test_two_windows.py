"""Two windows on one home: neither writes over what the other has written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Barrier, Thread

import pytest
from msgspec.structs import replace

from model.actions.planning import add_activity
from model.actions.statuses import set_status
from model.plan.entities import Activity, Goal, Person, Status
from model.plan.vocabulary import StatusValue
from model.store.database import Database
from model.store.journal import Source
from model.workspace.workspace import Workspace
from tests.model.building import KITCHEN, T1, goal_id, standing
from tests.model.workspace.homes import (
    TODAY,
    add,
    home,
    lines_of,
    now,
    open_at,
    planned,
    profile,
    retitle,
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Anna's home."""
    with closing(home(tmp_path)) as made:
        yield made


def reopened(workspace: Workspace) -> Workspace:
    """What a program that starts now would show."""
    return open_at(workspace.database.path.parent)


@pytest.fixture
def window(tmp_path: Path, workspace: Workspace) -> Iterator[Workspace]:
    """A second window on the same home."""
    with closing(open_at(tmp_path)) as made:
        yield made


def test_what_another_window_saved_meanwhile_is_taken_in(
    workspace: Workspace, window: Workspace
) -> None:
    """The edit of one shows what the other did, whether or not it asked for it."""
    edit = window.begin()
    add_activity(edit, KITCHEN, planned("Andra fönstret"))
    made = add(workspace, "Första fönstret")
    window.commit(edit)
    assert {row.title for row in window.plan.of(Activity)} == {"Första fönstret", "Andra fönstret"}
    assert now(window, made) == made
    assert workspace.refresh()
    assert not workspace.refresh()
    assert len(workspace.plan.of(Activity)) == 2


def test_a_form_left_open_loses_nobodys_text(workspace: Workspace, window: Workspace) -> None:
    """Two windows, one title: the later is shown, the other kept, and both are marked."""
    seen = add(workspace)
    retitle(window, seen, "Andra fönstrets titel")
    mine = retitle(workspace, seen, "Första fönstrets titel")
    assert mine.title == "Första fönstrets titel"
    assert mine.conflicts == ("title",)
    assert len(mine.heads["title"]) == 2


def test_a_form_left_open_does_not_touch_what_it_did_not_change(
    workspace: Workspace, window: Workspace
) -> None:
    """The other window changed the description: it stays."""
    seen = add(workspace)
    with window.edit() as edit:
        edit.save(replace(seen, description="Ny text"), seen)
    mine = retitle(workspace, seen, "Samråd")
    assert (mine.title, mine.description, mine.conflicts) == ("Samråd", "Ny text", ())


def test_the_same_text_from_two_windows_is_no_conflict(
    workspace: Workspace, window: Workspace
) -> None:
    """There is nothing to choose between."""
    seen = add(workspace)
    retitle(window, seen, "Samråd")
    assert retitle(workspace, seen, "Samråd").conflicts == ()


def test_a_form_that_showed_nothing_overwrites_nothing(
    workspace: Workspace, window: Workspace
) -> None:
    """Both opened the same activity without a status, and both set one."""
    made = add(workspace)
    with window.edit() as edit:
        set_status(edit, made, KITCHEN, T1, standing(StatusValue.DELAYED), "Sent.", seen=None)
    with workspace.edit() as edit:
        set_status(edit, made, KITCHEN, T1, standing(), "I tid.", seen=None)
    (status,) = workspace.plan.of(Status)
    assert status.comment == "I tid."
    assert status.conflicts == ("comment", "standing")


def test_a_conflict_is_settled_by_choosing(workspace: Workspace, window: Workspace) -> None:
    """The value shown, or the other one; then both windows have one value."""
    seen = add(workspace)
    retitle(window, seen, "Den ena")
    both = retitle(workspace, seen, "Den andra")
    with workspace.edit() as edit:
        settled = edit.settle(both, ["title"])
    assert settled.conflicts == ()
    assert now(workspace, seen).conflicts == ()
    assert now(workspace, seen).title == "Den andra"
    window.refresh()
    assert now(window, seen) == now(workspace, seen)


def test_an_edit_in_conflict_shows_it_before_it_is_saved(
    workspace: Workspace, window: Workspace
) -> None:
    """Rules that look at conflicts see in the edit what will be there after it."""
    seen = add(workspace)
    retitle(window, seen, "Den ena")
    with workspace.edit() as edit:
        shown = edit.save(replace(seen, title="Den andra"), seen)
        assert shown.conflicts == ("title",)
        assert shown.description == seen.description
        again = edit.save(replace(shown, description="Ny text"))
    assert again.heads == now(workspace, seen).heads
    assert now(workspace, seen).conflicts == ("title",)


def test_removing_what_another_window_is_writing_in_is_a_conflict(
    workspace: Workspace, window: Workspace
) -> None:
    """Nothing is lost: it can be kept after all."""
    seen = add(workspace)
    retitle(window, seen, "Skrivs just nu")
    with workspace.edit() as edit:
        edit.save(replace(seen, removed=True), seen)
    both = now(workspace, seen)
    assert (both.removed, both.title, both.conflicts) == (True, "Skrivs just nu", ("removed",))
    with workspace.edit() as edit:
        edit.save(replace(both, removed=False), both)
    assert now(workspace, seen).conflicts == ()


def test_times_rise_from_program_to_program(workspace: Workspace, window: Workspace) -> None:
    """Also if the computer's clock is set back between two windows."""
    workspace.clock.resume("2200-01-01T00:00:00.000Z-0000")
    made = add(workspace)
    retitle(window, now(workspace, made), "Samråd")
    first, second = window.entries_of(made)
    assert "2200" < first.change.time < second.change.time
    with closing(reopened(workspace)) as later:
        assert later.clock.tick() > second.change.time


def test_the_latest_time_is_kept_whoever_writes_last(
    workspace: Workspace, window: Workspace
) -> None:
    """One window was behind when the other, whose clock was ahead, saved."""
    edit = window.begin()
    add_activity(edit, KITCHEN, planned("Andra fönstret"))
    workspace.clock.resume("2200-01-01T00:00:00.000Z-0000")
    add(workspace, "Första fönstret")
    window.commit(edit)
    with closing(reopened(workspace)) as later:
        assert later.clock.tick() > "2200"


def test_goals_of_a_file_give_way_in_every_window(workspace: Workspace, window: Workspace) -> None:
    """The centre's goals come to one program: the other shows them too, and the file's no more."""
    window.write(lines_of(Goal(id="g9", number="9.9", year=2024)), Source.RECEIVED)
    assert workspace.refresh()
    assert [goal.number for goal in workspace.plan.goals(2024)] == ["9.9"]
    assert workspace.plan.find(Goal, goal_id("3.4.5")) is None
    assert [person.name for person in workspace.plan.of(Person)] == ["Anna Ek", "Bo Åberg"]


def test_programs_that_start_at_once_make_one_home(tmp_path: Path) -> None:
    """Two windows on a new home, in the same second."""
    barrier = Barrier(4)
    opened: list[Workspace] = []

    def start() -> None:
        barrier.wait()
        opened.append(Workspace(Database(tmp_path / "tertial.sqlite3"), profile(), TODAY))

    threads = [Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 4
    for each in opened:
        assert each.differences() == []
        each.close()
