"""What an edit costs depends on what is edited, not on how much was ever written."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

from msgspec.structs import replace
from sqlalchemy import Connection, event

from model.actions.statuses import set_status
from model.plan.entities import Activity
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from model.store.journal import Source
from model.workspace.edit import Author, Edit
from model.workspace.undo import undo
from model.workspace.workspace import Workspace
from tests.model.building import KITCHEN, LIBRARY, T1, standing
from tests.model.workspace.homes import TODAY, add, home

SHORT, LONG = 50, 1500
"""Changes of others in the journal, of the same few activities: rows that an edit must not read."""


def lengthen(workspace: Workspace, source: Source, changes: int, unit: str) -> None:
    """Let somebody change the same five activities over and over."""
    author = Author("någon", Role.UNIT, (unit,))
    edit = Edit(Plan(), author, TODAY, workspace.clock.tick)
    rows = [Activity(id=f"{unit} {number}", scope=unit, unit=unit) for number in range(5)]
    for number in range(changes):
        row = rows[number % len(rows)]
        rows[number % len(rows)] = edit.save(replace(row, title=f"Titel {number}"))
    workspace.write(edit.entries, source)


@contextmanager
def counting(workspace: Workspace) -> Iterator[Callable[[], tuple[int, int]]]:
    """Count the statements, and the steps that the database's machine takes for them."""
    statements, steps = [0], [0]

    def stepped() -> int:
        steps[0] += 1
        return 0

    def begun(connection: Connection) -> None:
        raw = cast("sqlite3.Connection", connection.connection.dbapi_connection)
        raw.set_progress_handler(stepped, 1)

    def asked(*_: object) -> None:
        statements[0] += 1

    engine = workspace.database._engine  # noqa: SLF001 - steps are counted where they are taken
    event.listen(engine, "begin", begun)
    event.listen(engine, "before_cursor_execute", asked)
    yield lambda: (statements[0], steps[0])
    event.remove(engine, "begin", begun)
    event.remove(engine, "before_cursor_execute", asked)


def costs(folder: Path, changes: int) -> dict[str, tuple[int, int]]:
    """Statements and steps of what a person does all day, in a home with that much written."""
    found = {}
    with closing(home(folder)) as workspace:
        lengthen(workspace, Source.OWN, changes, KITCHEN)
        lengthen(workspace, Source.RECEIVED, changes, LIBRARY)
        made = add(workspace)
        acts: dict[str, Callable[[], object]] = {
            "add": lambda: add(workspace, "Matsvinn"),
            "status": lambda: report(workspace, made),
            "draft": lambda: workspace.keep_draft("x", "Halva mening"),
            "look": workspace.refresh,
            "undo": lambda: undo(workspace),
        }
        with counting(workspace) as counted:
            before = counted()
            for what, do in acts.items():
                do()
                after = counted()
                found[what] = (after[0] - before[0], after[1] - before[1])
                before = after
    return found


def report(workspace: Workspace, activity: Activity) -> None:
    """Set a status."""
    with workspace.edit() as edit:
        set_status(edit, activity, KITCHEN, T1, standing(), "Hölls i mars.")


def test_an_edit_costs_the_same_however_long_the_journal_is(tmp_path: Path) -> None:
    """Thirty times as much has been written: as many statements, and hardly a step more."""
    short, long = costs(tmp_path / "short", SHORT), costs(tmp_path / "long", LONG)
    for what in ("add", "status", "draft", "look"):
        assert long[what][0] == short[what][0]
        assert long[what][1] <= short[what][1] * 1.1 + 20, what
    assert long["undo"][0] <= short["undo"][0] + 2


def test_an_edit_takes_few_statements(tmp_path: Path) -> None:
    """Each is a piece of the time until a person sees that it is saved."""
    cost = costs(tmp_path, SHORT)
    assert cost["status"][0] <= 22
    assert cost["draft"][0] <= 2
    assert cost["look"][0] <= 3
