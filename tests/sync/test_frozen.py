"""What an earlier version wrote is read by this one, and given back byte for byte.

`frozen/` holds a share and a database as the first version left them, made by `frozen.py`.
A version that changes a format freezes its own beside them.
"""

from __future__ import annotations

import json
import shutil
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Column, MetaData, Text, select

from model.home.config import Profile
from model.plan.calendar import Tertial
from model.plan.vocabulary import Role
from model.store.database import Database
from model.store.journal import all_entries
from model.workspace.workspace import Workspace
from sync.address import share_at
from sync.exchange import Exchange
from sync.locking import Locks, lock_tertial
from sync.state import tables
from sync.syncing import create_share
from tests.sync.frozen import FROZEN, SHARE_NAME, TABLES_NAME, tables_of
from tests.sync.homes import KITCHEN

VERSIONS = sorted(FROZEN.glob("format-*"))


@pytest.fixture(params=VERSIONS, ids=lambda path: str(path.name))
def frozen(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of what a version left."""
    source: Path = request.param
    return Path(shutil.copytree(source, tmp_path / "frozen"))


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Workspace]:
    """A home of the centre that is new."""
    workspace = Workspace(
        Database(tmp_path / "ny" / "tertial.sqlite3"),
        Profile("ny", (KITCHEN,), Role.CENTRAL),
        date(2024, 5, 2),
    )
    yield workspace
    workspace.close()


def opened(frozen: Path) -> Workspace:
    """The frozen database in this version."""
    profile = Profile("cia", (KITCHEN,), Role.CENTRAL)
    return Workspace(Database(frozen / "tertial.sqlite3"), profile, date(2024, 5, 2))


def test_a_share_of_then_is_read_now(frozen: Path, reader: Workspace) -> None:
    """Everything on it is shown as it was."""
    outcome = Exchange(reader, share_at(str(frozen / SHARE_NAME))).run()
    assert not outcome.problems
    assert not outcome.unread
    assert outcome.not_shown == 0
    assert tables_of(reader) == json.loads((frozen / TABLES_NAME).read_text(encoding="utf-8"))
    assert not reader.differences()


def test_a_database_of_then_is_opened_now(frozen: Path) -> None:
    """Its plan is the same, and nothing in it is missing."""
    workspace = opened(frozen)
    assert tables_of(workspace) == json.loads((frozen / TABLES_NAME).read_text(encoding="utf-8"))
    assert not workspace.differences()
    workspace.close()


def test_locks_hold_when_a_later_version_changes_the_tables(
    frozen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A home without a share has the positions that its locks name, and nobody else has them."""
    workspace = opened(frozen)
    lock = lock_tertial(workspace, Tertial(2024, 1))
    assert lock.lock is not None
    before = locked_names(workspace)
    later = MetaData()
    for table in tables.metadata.sorted_tables:
        table.to_metadata(later)
    later.tables["sync_segment"].append_column(Column("said", Text, server_default="nej"))
    later.tables["sync_held"].append_column(Column("said", Text, nullable=False))
    monkeypatch.setattr(tables, "metadata", later)
    monkeypatch.setattr(tables, "FORMAT", "a later one")
    tables.prepare(workspace.database)
    assert locked_names(workspace) == before
    assert before
    with workspace.database.reading() as connection:
        said = connection.execute(select(later.tables["sync_segment"].c.said)).scalars()
        assert set(said) == {"nej"}
        assert not connection.execute(select(later.tables["sync_held"])).all(), "seen again"
    new = lock_tertial(workspace, Tertial(2024, 2))
    assert new.lock is not None
    assert set(new.lock.cut) == set(lock.lock.cut)
    workspace.close()


def locked_names(workspace: Workspace) -> frozenset[str]:
    """The changes that the first tertial's lock covers; none of them is lacking."""
    found = Locks(workspace).locked(Tertial(2024, 1))
    assert found is not None
    assert found.lacking == 0
    return found.names


def test_lines_of_then_are_passed_on_byte_for_byte(
    frozen: Path, reader: Workspace, tmp_path: Path
) -> None:
    """Also fields and kinds that no version knows yet."""
    Exchange(reader, share_at(str(frozen / SHARE_NAME))).run()
    empty = str(tmp_path / "tom delning")
    create_share(reader.database, empty)
    assert not Exchange(reader, share_at(empty)).run().problems
    assert contents(Path(empty)) == contents(frozen / SHARE_NAME)
    with reader.database.reading() as connection:
        entries = list(all_entries(connection))
    assert any("okänt" in entry.change.fields for entry in entries)


def contents(share: Path) -> dict[str, bytes]:
    """What the segments of a share hold, unpacked: gzip's own bytes may differ between versions."""
    return {
        str(path.relative_to(share)): zlib.decompress(path.read_bytes(), 31)
        for path in share.rglob("*.seg")
    }
