"""An edit is one action of one person: whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from model.actions.planning import add_activity
from model.actions.statuses import set_status
from model.journal.change import UnwritableText
from model.journal.clock import HybridClock, machine_now
from model.plan.entities import Activity, Goal, HandIn, Status
from model.plan.rules import RuleError
from model.plan.vocabulary import Origin, Role
from model.store.errors import DiskFull, StoreBusy, StoreError
from model.store.journal import Source
from model.workspace.edit import Author, Edit, NeverShown, NotYourUnit, OnlyCentrally
from model.workspace.workspace import Workspace
from tests.model.building import KITCHEN, LIBRARY, T1, plan_activity, standing
from tests.model.workspace.homes import (
    BO,
    TODAY,
    add,
    home,
    lines_of,
    now,
    open_at,
    planned,
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


def test_what_is_saved_is_there_at_the_next_start(workspace: Workspace) -> None:
    """Every word of it."""
    made = add(workspace, "Dialog på Åsen – ”möten” & 50 % \U0001f600 \x1b[31m [bold]x[/]")
    with closing(reopened(workspace)) as later:
        assert now(later, made) == made


def test_an_edit_that_a_rule_refuses_leaves_nothing(workspace: Workspace) -> None:
    """Also what the same action had done before the refusal."""

    def try_both() -> None:
        with workspace.edit() as edit:
            add_activity(edit, KITCHEN, planned())
            add_activity(edit, KITCHEN, planned("  "))

    with pytest.raises(RuleError, match="behöver en rubrik"):
        try_both()
    assert workspace.plan.of(Activity) == []
    with closing(reopened(workspace)) as later:
        assert later.plan.of(Activity) == []


def test_an_edit_that_cannot_be_written_leaves_nothing_and_can_be_tried_again(
    workspace: Workspace,
) -> None:
    """Another program is in the way for long; then it is not."""
    edit = workspace.begin()
    made = add_activity(edit, KITCHEN, planned())
    with closing(sqlite3.connect(workspace.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            workspace.commit(edit)
        assert workspace.plan.of(Activity) == []
    workspace.commit(edit)
    workspace.commit(edit)
    assert [row.id for row in workspace.plan.of(Activity)] == [made.id]
    assert len(workspace.entries_of(made)) == 1
    assert workspace.differences() == []


def test_a_full_disk_loses_nothing(workspace: Workspace) -> None:
    """What was planned is there, and with room again the same edit goes through."""
    made = add(workspace)
    edit = workspace.begin()
    edit.save(replace(made, description="lång text " * 9000), made)
    with workspace.database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(DiskFull):
        workspace.commit(edit)
    assert now(workspace, made) == made
    with workspace.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=100000")
    workspace.commit(edit)
    assert now(workspace, made).description.startswith("lång text")
    assert workspace.differences() == []


def test_text_that_is_no_text_is_refused_with_words(workspace: Workspace) -> None:
    """Half a character, from a terminal in another encoding."""
    made = add(workspace)
    with pytest.raises(UnwritableText):
        retitle(workspace, made, "Sk\udcf6tsel")
    assert now(workspace, made) == made


def test_only_what_differs_is_recorded(workspace: Workspace) -> None:
    """One field, standing on what it replaces; saving without a change records nothing."""
    made = add(workspace)
    retitle(workspace, made, "Samråd")
    retitle(workspace, now(workspace, made), "Samråd")
    first, second = workspace.entries_of(made)
    assert second.change.fields == {"title": "Samråd"}
    assert second.change.bases == (first.name,)
    assert second.change.author == workspace.profile.person
    assert second.change.scope == KITCHEN


def test_one_action_has_one_number(workspace: Workspace) -> None:
    """So that a whole action can be taken back."""
    with workspace.edit() as edit:
        for title in ("Ett", "Två"):
            add_activity(edit, KITCHEN, planned(title))
    assert len(workspace.entries_of_action(edit.action)) == 2


def test_rules_see_the_plan_as_it_will_be(workspace: Workspace) -> None:
    """What an action has done is there for the rest of it, as it will be once saved."""
    with workspace.edit() as edit:
        made = add_activity(edit, KITCHEN, planned())
        status = set_status(edit, made, KITCHEN, T1, standing(), "Hölls.")
        assert edit.plan.find(Activity, made.id) == made
        assert workspace.plan.of(Activity) == []
    assert now(workspace, made) == made
    assert workspace.plan.find(Status, status.id) == status


def test_a_unit_does_not_change_what_is_the_centres(workspace: Workspace) -> None:
    """Goals, and the activities of the operational plan."""
    workspace.write(lines_of(plan_activity("Beslutad", unit=KITCHEN)), Source.STAND_IN)
    goal, decided = workspace.plan.goals(2024)[0], workspace.plan.of(Activity)[0]
    for row in (replace(goal, text="Annat"), replace(decided, title="Annat")):
        with pytest.raises(OnlyCentrally, match="ändras bara centralt"), workspace.edit() as edit:
            edit.save(row)


def test_a_catalogue_from_a_file_is_not_shown_beside_the_centres(workspace: Workspace) -> None:
    """Not what stood in before the centre's came, and not what is loaded after it."""
    workspace.write(lines_of(plan_activity("Beslutad", unit=KITCHEN)), Source.RECEIVED)
    assert not workspace.plan.goals(2024)
    workspace.write(lines_of(plan_activity("Ur en fil", unit=KITCHEN)), Source.STAND_IN)
    assert [row.title for row in workspace.plan.of(Activity)] == ["Beslutad"]
    assert not workspace.differences()


def test_a_unit_does_not_change_what_is_anothers(workspace: Workspace) -> None:
    """A department reads the units below it and writes in its own."""
    author = Author("cia", Role.UNIT, (LIBRARY,))
    theirs = Activity(id="t", scope=LIBRARY, unit=LIBRARY, title="Läsning")
    workspace.write(lines_of(theirs, author=author), Source.RECEIVED)
    seen = workspace.plan.of(Activity)[0]
    with pytest.raises(NotYourUnit, match="annan enhet"):
        retitle(workspace, seen, "Annat")


@pytest.mark.parametrize(
    "row",
    [
        Goal(id="g", scope=KITCHEN, text="Eget mål"),
        Activity(id="a", scope=KITCHEN, unit=KITCHEN, origin=Origin.PLAN),
        Activity(id="a", scope=KITCHEN, unit=LIBRARY),
        HandIn(id="h", scope=KITCHEN, unit=LIBRARY),
        Activity(id="a", scope=KITCHEN, unit=KITCHEN, year=12024),
    ],
    ids=lambda row: f"{row.kind} of {getattr(row, 'unit', None)}",
)
def test_nothing_is_saved_that_nobody_would_be_shown(workspace: Workspace, row: Activity) -> None:
    """It would be kept in the journal, and the person would think it was there."""
    with pytest.raises(NeverShown, match="Det går inte att spara"), workspace.edit() as edit:
        edit.save(row)


def test_where_something_belongs_never_changes(workspace: Workspace) -> None:
    """An activity moves by being carried over."""
    made = add(workspace)
    workspace.profile = replace(workspace.profile, units=(KITCHEN, LIBRARY))
    with pytest.raises(NeverShown, match="hör hemma"), workspace.edit() as edit:
        edit.save(replace(made, scope=LIBRARY, unit=LIBRARY), made)


def test_what_is_written_after_something_arrived_comes_after_it(workspace: Workspace) -> None:
    """The other device's clock is two minutes ahead."""
    ahead = HybridClock(now=lambda: machine_now() + timedelta(minutes=2))
    edit = Edit(workspace.plan, Author(BO, Role.UNIT, (KITCHEN,)), TODAY, ahead.tick)
    theirs = add_activity(edit, KITCHEN, planned())
    workspace.write(edit.entries, Source.RECEIVED)
    mine = retitle(workspace, now(workspace, theirs), "Samråd")
    first, second = workspace.entries_of(mine)
    assert second.change.time > first.change.time


def test_what_is_typed_is_kept_for_the_next_start(workspace: Workspace) -> None:
    """And forgotten once it is saved or emptied."""
    assert workspace.draft("status:x") is None
    workspace.keep_draft("status:x", "Halva mening")
    workspace.keep_draft("status:x", "Halva meningen …")
    workspace.keep_draft("status:y", "Annat")
    with closing(reopened(workspace)) as later:
        assert later.draft("status:x") == "Halva meningen …"
        later.keep_draft("status:x", "")
    assert workspace.draft("status:x") is None
    assert workspace.draft("status:y") == "Annat"


def test_a_home_that_cannot_be_opened_keeps_no_file_open(tmp_path: Path) -> None:
    """On Windows nobody could move the file away to mend it."""
    home(tmp_path).close()
    path = tmp_path / "tertial.sqlite3"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE status")
        connection.execute("UPDATE meta SET value = 'x' WHERE key = 'fold'")
        connection.execute("DROP TABLE journal")
    with pytest.raises(StoreError):
        open_at(tmp_path)
    if (descriptors := Path("/proc/self/fd")).exists():
        assert not any(path == link.resolve() for link in descriptors.iterdir() if link.exists())


def test_what_fails_in_a_part_of_an_edit_never_was(workspace: Workspace) -> None:
    """A row of a spreadsheet is taken in whole, or not: the rows before it stay."""
    unit = workspace.profile.units[0]
    with workspace.edit() as edit:
        kept = add_activity(edit, unit, planned("Dialog"))
        plan = edit.plan
        with pytest.raises(RuleError):
            _two_of_which_one_cannot_be(edit, unit)
        assert edit.plan is plan
    assert [row.title for row in workspace.plan.of(Activity)] == [kept.title]


def _two_of_which_one_cannot_be(edit: Edit, unit: str) -> None:
    with edit.whole():
        add_activity(edit, unit, planned("Mässa"))
        add_activity(edit, unit, planned(" "))
