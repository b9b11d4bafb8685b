"""Every entity comes out of its table as it went in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

import pytest
from hypothesis import given
from sqlalchemy import Connection, Text

from model.plan.entities import Entity
from model.plan.kinds import KINDS
from model.store import derived, tables
from model.store.database import Database
from tests.model.store.any_entity import entities


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One database for all examples: each of them puts back what was there."""
    folder = tmp_path_factory.mktemp("tables")
    with closing(Database(folder / "tertial.sqlite3")) as made:
        yield made


class TakenBack(Exception):
    """Ends a transaction so that nothing of it stays."""


@contextmanager
def taken_back(database: Database) -> Iterator[Connection]:
    """A transaction of which nothing stays."""
    with suppress(TakenBack), database.writing() as connection:
        yield connection
        raise TakenBack


@given(entity=entities())
def test_any_entity_can_be_kept(database: Database, entity: Entity) -> None:
    """Å, zero bytes, huge numbers, nothing at all: the row is the entity."""
    with taken_back(database) as connection:
        derived.write(connection, [entity])
        derived.write(connection, [entity])
        assert derived.read_entities(connection, [(entity.kind, entity.id)]) == [entity]
        assert list(derived.read_plan(connection).everything()) == [entity]


def test_every_kind_has_its_table_and_every_field_its_column() -> None:
    """A new field needs no other change."""
    assert set(tables.derived) == set(KINDS)
    for kind, table in tables.derived.items():
        assert [column.name for column in table.columns] == list(KINDS[kind].__struct_fields__)


def test_single_words_and_days_can_be_asked_for_as_they_are() -> None:
    """Only what has parts is kept as JSON."""
    columns = tables.derived["activity"].columns
    for name in ("title", "unit", "origin", "responsible"):
        assert isinstance(columns[name].type, Text)
        assert not columns[name].info["json"]
    for name in ("goals", "period", "heads"):
        assert columns[name].info["json"]


def test_the_digest_follows_every_word_and_field(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version that knows one more kind, one kind less, or another rule folds anew."""
    before = tables.fingerprint()
    assert tables.fingerprint() == before
    for name, value in (("FOLD_VERSION", 99), ("UNIT_KINDS", frozenset({"status"}))):
        with monkeypatch.context() as changed:
            changed.setattr(tables, name, value)
            assert tables.fingerprint.__wrapped__() != before
    with monkeypatch.context() as changed:
        changed.setattr(tables, "KINDS", {k: v for k, v in KINDS.items() if k != "measure"})
        assert tables.fingerprint.__wrapped__() != before
    assert tables.fingerprint.__wrapped__() == before


def test_the_digest_covers_the_words_that_a_field_may_hold() -> None:
    """A ninth status must make what was hidden because of it appear."""
    known: dict[str, object] = {}
    for kind in KINDS.values():
        tables._describe(kind, known)  # noqa: SLF001 - the digest itself tells nothing
    assert known["StatusValue"] == [
        "not_started",
        "ongoing_on_plan",
        "ongoing_deviating",
        "delayed",
        "on_hold",
        "completed_on_plan",
        "completed_deviating",
        "cancelled",
    ]
    assert {"Standing", "Period", "Tertial", "Submission", "HandInState", "Status"} <= set(known)
