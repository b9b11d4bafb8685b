"""The journal in the database: appending lines, and reading those of an entity or an action."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, and_, func, select, true
from sqlalchemy.dialects.sqlite import insert

from model.journal.change import Entry, read
from model.plan.identifiers import CENTRAL, EntityId
from model.store.tables import journal


class Source(StrEnum):
    """How a line came into this database."""

    OWN = "own"
    RECEIVED = "received"
    STAND_IN = "stand_in"
    """Of a catalogue loaded by somebody who is not the centre: used until the centre's comes."""


def append(connection: Connection, entries: Iterable[Entry], source: Source) -> None:
    """Add lines; a line that is already there stays as it is."""
    rows = [
        {
            "name": entry.name,
            "entity": entry.change.entity,
            "id": entry.change.id,
            "scope": entry.change.scope,
            "action": entry.change.action,
            "source": source.value,
            "line": entry.line,
        }
        for entry in entries
    ]
    if rows:
        connection.execute(insert(journal).on_conflict_do_nothing(), rows)


def stand_ins_hold(connection: Connection) -> bool:
    """Whether stand-ins are used: no central change has come from anyone else yet."""
    query = select(journal.c.arrival).where(
        journal.c.source == Source.RECEIVED.value, journal.c.scope == CENTRAL
    )
    return connection.execute(query.limit(1)).first() is None


def _shown(connection: Connection) -> ColumnElement[bool]:
    return true() if stand_ins_hold(connection) else journal.c.source != Source.STAND_IN.value


def entries_of(connection: Connection, entity: str, entity_id: EntityId) -> list[Entry]:
    """All lines of one entity that are to be folded, in order of arrival."""
    query = (
        select(journal.c.line)
        .where(and_(journal.c.entity == entity, journal.c.id == entity_id, _shown(connection)))
        .order_by(journal.c.arrival)
    )
    return [read(line) for line in connection.execute(query).scalars()]


def entries_of_action(connection: Connection, action: EntityId) -> list[Entry]:
    """All lines of one action, in order of arrival."""
    query = select(journal.c.line).where(journal.c.action == action).order_by(journal.c.arrival)
    return [read(line) for line in connection.execute(query).scalars()]


def all_entries(connection: Connection) -> Iterator[Entry]:
    """Every line that is to be folded."""
    query = select(journal.c.line).where(_shown(connection)).order_by(journal.c.arrival)
    for line in connection.execution_options(yield_per=2000).execute(query).scalars():
        yield read(line)


def latest_arrival(connection: Connection) -> int:
    """The highest arrival number: rises with every line, whoever wrote it."""
    return connection.execute(select(func.max(journal.c.arrival))).scalar() or 0


def touched_since(connection: Connection, arrival: int) -> list[tuple[str, EntityId]]:
    """Which entities have got lines after an arrival number."""
    query = select(journal.c.entity, journal.c.id).where(journal.c.arrival > arrival).distinct()
    return [(entity, entity_id) for entity, entity_id in connection.execute(query)]


def own_entries(connection: Connection, limit: int) -> list[Entry]:
    """The newest changes that were made here, newest first."""
    query = (
        select(journal.c.line)
        .where(journal.c.source == Source.OWN.value)
        .order_by(journal.c.arrival.desc())
        .limit(limit)
    )
    return [read(line) for line in connection.execute(query).scalars()]
