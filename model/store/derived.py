"""The derived tables: written from folded entities, read as a plan, checked against the fold."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, insert, select
from sqlalchemy.dialects import sqlite

from model.journal.change import Entry
from model.journal.fold import Folded, fold, fold_entity
from model.journal.home_scope import MunicipalityKeys
from model.journal.rows import entity_of
from model.journal.undoing import leave_out
from model.journal.validity import is_valid
from model.plan.entities import ChangeName, Entity, Municipality
from model.plan.identifiers import EntityId, random_id
from model.plan.kinds import KINDS
from model.plan.plan import Plan
from model.store import journal, local
from model.store.asking import AT_A_TIME
from model.store.journal import all_entries, entries_of_each, with_earlier
from model.store.tables import derived, entity_from_row, fingerprint, metadata, values_of


def write(connection: Connection, entities: Iterable[Entity]) -> None:
    """Put entities into their tables, in place of any row with the same id."""
    by_kind: dict[str, list[tuple[object, ...]]] = {}
    for entity in entities:
        by_kind.setdefault(entity.kind, []).append(values_of(entity))
    for kind, rows in by_kind.items():
        connection.exec_driver_sql(_replace_statement(kind), rows)


@cache
def _replace_statement(kind: str) -> str:
    """The statement as text, with the columns in the order of `values_of`."""
    statement = insert(derived[kind]).prefix_with("OR REPLACE")
    return str(statement.compile(dialect=sqlite.dialect()))


def refold(connection: Connection, added: Iterable[Entry], upto: int) -> list[Entity]:
    """Fold the entities of added entries anew and write them; gives those that this version knows.

    `upto` is the last arrival before they were added.
    """
    known = [entry for entry in added if entry.change.entity in KINDS]
    beside = _beside(connection, {entry.change.entity for entry in known})
    keys = _keys(connection)
    entities = []
    for entries in with_earlier(connection, known, upto, beside):
        folded = fold_entity((entry for entry in entries if is_valid(entry.change)), keys)
        if folded is not None:
            entities.append(entity_of(folded))
    write(connection, entities)
    return entities


def touched_since(connection: Connection, arrival: int) -> list[tuple[str, EntityId]]:
    """Whose rows may have changed by what has come after an arrival."""
    touched = journal.touched_since(connection, arrival)
    return [*touched, *_beside(connection, {kind for kind, _ in touched})]


def _beside(connection: Connection, kinds: Collection[str]) -> list[tuple[str, EntityId]]:
    """What folds otherwise by changes of other entities, of these kinds.

    A municipality's key tells where that lives which several scopes claim.
    """
    if Municipality.kind not in kinds:
        return []
    return [key for key in journal.claimed_by_several(connection) if key[0] in KINDS]


def rebuild(connection: Connection) -> None:
    """Drop all derived tables and fold the whole journal into new ones."""
    tables = list(derived.values())
    metadata.drop_all(connection, tables=tables)
    metadata.create_all(connection, tables=tables)
    write(connection, map(entity_of, folded_journal(connection)))
    local.set_mark(connection, local.FOLD, fingerprint())
    local.set_mark(connection, local.GENERATION, random_id())


def folded_journal(connection: Connection) -> Iterable[Folded]:
    """The fold of the whole journal."""
    return fold(all_entries(connection), is_valid, _keys(connection))


def _keys(connection: Connection) -> MunicipalityKeys:
    """The keys that tell what a natural id was made of, looked up when somebody asks."""
    return cache(lambda: journal.municipality_keys(connection))


def read_plan(connection: Connection) -> Plan:
    """Every row of every derived table."""
    entities = (
        entity_from_row(kind, row)
        for kind, statement in _all_rows().items()
        for row in connection.exec_driver_sql(statement)
    )
    return Plan(entities)


@cache
def _all_rows() -> dict[str, str]:
    """Statements as text: SQLAlchemy would compile them anew for every database opened."""
    dialect = sqlite.dialect()
    return {kind: str(select(table).compile(dialect=dialect)) for kind, table in derived.items()}


def read_entities(connection: Connection, touched: Iterable[tuple[str, EntityId]]) -> list[Entity]:
    """The rows of the named entities."""
    by_kind: dict[str, list[EntityId]] = {}
    for kind, entity_id in touched:
        if kind in KINDS:
            by_kind.setdefault(kind, []).append(entity_id)
    found: list[Entity] = []
    for kind, ids in by_kind.items():
        for at in range(0, len(ids), AT_A_TIME):
            rows = connection.execute(_rows_of(kind), {"ids": ids[at : at + AT_A_TIME]})
            found.extend(entity_from_row(kind, row) for row in rows)
    return found


@cache
def _rows_of(kind: str) -> Select[Any]:
    table = derived[kind]
    return select(table).where(table.c.id.in_(bindparam("ids", expanding=True)))


def plan_of(
    connection: Connection,
    plan: Plan,
    names: Collection[ChangeName],
    left_out: Collection[ChangeName] = (),
) -> Plan:
    """The plan as the named changes alone make it; `plan` is that of the whole journal.

    Entities of which every change is named stand as they are, so that the cost follows what has
    been written beside. What is `left_out` counts as never written, also for what builds on it.
    """
    touched = journal.entities_beside(connection, set(names).difference(left_out))
    keys = _keys(connection)
    kept: list[Entity] = []
    for entries in entries_of_each(connection, [key for key in touched if key[0] in KINDS]):
        named = [entry for entry in entries if entry.name in names and is_valid(entry.change)]
        folded = fold_entity(leave_out(named, left_out) if left_out else named, keys)
        if folded is not None:
            kept.append(entity_of(folded))
    return plan.without(touched).replacing(kept)


def differences(connection: Connection) -> list[tuple[str, EntityId]]:
    """Entities whose rows differ from the fold of the journal; empty when all is well."""
    folded = {(row.entity, row.id): entity_of(row) for row in folded_journal(connection)}
    stored = {(entity.kind, entity.id): entity for entity in read_plan(connection).everything()}
    keys = sorted(folded.keys() | stored.keys())
    return [key for key in keys if folded.get(key) != stored.get(key)]
