"""What several units claim: the tables show the right one's, in whatever order it comes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from model.home.config import Profile
from model.journal.change import Entry
from model.plan.entities import Status
from model.plan.identifiers import CENTRAL, natural_id
from model.store import derived, journal
from model.store.database import Database
from model.store.journal import Source
from model.workspace.claims import claims_not_shown
from model.workspace.workspace import Workspace
from tests.model.journal.writing import OTHER, UNIT, wrote

ID = natural_id("lillstad", "status", "a1", UNIT, "2024-T1")
KEY = {"activity": "a1", "tertial": {"year": 2024, "number": 1}}
TRUE = wrote({**KEY, "unit": UNIT, "comment": "Bokat."}, at=5, kind="status", entity=ID)
FORGED = wrote(
    {**KEY, "unit": OTHER, "comment": "Inget."}, at=0, scope=OTHER, kind="status", entity=ID
)
MUNICIPALITY = wrote({"key": "lillstad"}, scope=CENTRAL, kind="municipality", entity="kommunen")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A new database."""
    with closing(Database(tmp_path / "tertial.sqlite3")) as made:
        with made.writing() as connection:
            derived.rebuild(connection)
        yield made


@pytest.mark.parametrize("order", list(permutations([TRUE, FORGED, MUNICIPALITY])))
def test_the_unit_s_own_status_is_shown(database: Database, order: tuple[Entry, ...]) -> None:
    """Also where the municipality, by whose key it is told, comes last."""
    for entry in order:
        with database.writing() as connection:
            upto = journal.latest_arrival(connection)
            journal.append(connection, [entry], Source.RECEIVED)
            derived.refold(connection, [entry], upto)
            assert derived.differences(connection) == []
    with database.reading() as connection:
        plan = derived.read_plan(connection)
        status = plan.find(Status, ID)
        assert status is not None
        assert (status.unit, status.comment) == (UNIT, "Bokat.")
        assert claims_not_shown(connection, plan) == {OTHER: 1}


def test_another_window_shows_it_too(tmp_path: Path) -> None:
    """Open while another program takes in the municipality, by whose key it is told."""
    path = tmp_path / "tertial.sqlite3"
    with closing(workspace_at(path)) as window, closing(workspace_at(path)) as program:
        program.write([TRUE, FORGED], Source.RECEIVED)
        window.refresh()
        program.write([MUNICIPALITY], Source.RECEIVED)
        window.refresh()
        assert window.plan.find(Status, ID) == program.plan.find(Status, ID)


def test_history_and_undo_know_nothing_of_it(tmp_path: Path) -> None:
    """What is not shown has not happened to the status."""
    with closing(workspace_at(tmp_path / "tertial.sqlite3")) as workspace:
        workspace.write([MUNICIPALITY, TRUE, FORGED], Source.RECEIVED)
        status = workspace.plan.find(Status, ID)
        assert status is not None
        assert workspace.entries_of(status) == [TRUE]


def workspace_at(path: Path) -> Workspace:
    """A program that has a database open."""
    return Workspace(Database(path), Profile("anna", (UNIT,)), date(2024, 4, 22))


def test_a_locked_plan_shows_it_too(database: Database) -> None:
    """The plan as it was locked is folded from some of the changes, by the same rule."""
    later = wrote({"comment": "Avbokat."}, TRUE, at=6, kind="status", entity=ID)
    entries = [MUNICIPALITY, FORGED, TRUE, later]
    with database.writing() as connection:
        journal.append(connection, entries, Source.RECEIVED)
        derived.refold(connection, entries, upto=0)
        plan = derived.read_plan(connection)
        locked = derived.plan_of(connection, plan, {each.name for each in entries[:3]})
    status = locked.find(Status, ID)
    assert status is not None
    assert status.comment == "Bokat."
