"""The journal in the database: appending lines, and reading those of an entity or an action."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select, true, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert

from model.journal.change import Entry, UnreadableLine, read
from model.plan.entities import ChangeName, Municipality
from model.plan.identifiers import CENTRAL, EntityId
from model.store.asking import AT_A_TIME, ForMany
from model.store.tables import journal

LINES_PER_ACTION = 50
"""How many lines are looked through for each action that is asked for: imports have many."""


class Source(StrEnum):
    """How a line came into this database."""

    OWN = "own"
    RECEIVED = "received"
    STAND_IN = "stand_in"
    """Of a catalogue loaded by somebody who is not the centre: used until the centre's comes."""


def append(connection: Connection, entries: Iterable[Entry], source: Source) -> None:
    """Add lines; a line that is already there stays as it is."""
    came = source.value
    rows = [
        (
            entry.name,
            entry.change.entity,
            entry.change.id,
            entry.change.scope,
            entry.change.action,
            came,
            entry.line,
        )
        for entry in entries
    ]
    if rows:
        connection.exec_driver_sql(_append_statement(), rows)


@cache
def _append_statement() -> str:
    """The statement as text, which takes ten thousand rows in half the time."""
    columns = ("name", "entity", "id", "scope", "action", "source", "line")
    statement = insert(journal).on_conflict_do_nothing()
    return str(statement.compile(dialect=sqlite.dialect(), column_keys=columns))


_RECEIVED_CENTRAL = (
    select(journal.c.arrival)
    .where(journal.c.source == Source.RECEIVED.value, journal.c.scope == CENTRAL)
    .limit(1)
)
_STAND_INS = select(journal.c.arrival).where(journal.c.source == Source.STAND_IN.value).limit(1)
_LATEST_ARRIVAL = select(func.max(journal.c.arrival))
# Without DISTINCT, for which SQLite would read the whole index of entities.
_TOUCHED_SINCE = select(journal.c.entity, journal.c.id).where(
    journal.c.arrival > bindparam("arrival")
)


def stand_ins_hold(connection: Connection) -> bool:
    """Whether stand-ins are used: no central change has come from anyone else yet."""
    return connection.execute(_RECEIVED_CENTRAL).first() is None


def hidden_source(connection: Connection) -> Source | None:
    """From which source lines are not folded; None if from none."""
    return None if stand_ins_hold(connection) else Source.STAND_IN


def has_stand_ins(connection: Connection) -> bool:
    """Whether any line stands in, shown or not."""
    return connection.execute(_STAND_INS).first() is not None


def adopt_stand_ins(connection: Connection) -> None:
    """Make the stand-ins that are used here this home's own: its person is the centre now.

    They arrive anew, since what is to be sent is looked for among what has arrived since.
    """
    if stand_ins_hold(connection):
        arrival = journal.c.arrival + latest_arrival(connection)
        own = update(journal).where(journal.c.source == Source.STAND_IN.value)
        connection.execute(own.values(source=Source.OWN.value, arrival=arrival))


def _shown(connection: Connection) -> ColumnElement[bool]:
    return true() if stand_ins_hold(connection) else journal.c.source != Source.STAND_IN.value


def _readable(connection: Connection, query: Select[bytes]) -> Iterator[Entry]:
    """The lines that can be read; the others stay where they are, see `unreadable`."""
    rows = connection.execute(query, execution_options={"yield_per": 2000})
    yield from filter(None, map(_read, rows.scalars()))


def _read(line: bytes) -> Entry | None:
    try:
        return read(line)
    except UnreadableLine:
        return None


def unreadable(connection: Connection) -> list[ChangeName]:
    """The names of lines that this version cannot read, or that are not what they are named."""
    names = []
    for name, line in connection.execute(select(journal.c.name, journal.c.line)):
        try:
            if read(line).name != name:
                names.append(name)
        except UnreadableLine:
            names.append(name)
    return names


_LINES_OF_MANY = ForMany(
    select(journal.c.name, journal.c.source, journal.c.line)
    .where(journal.c.entity == bindparam("kind"), journal.c.arrival <= bindparam("upto"))
    .order_by(journal.c.arrival),
    journal.c.id,
)
_ALL_ARRIVALS = 2**63 - 1


def entries_of_each(
    connection: Connection, entities: Sequence[tuple[str, EntityId]]
) -> Iterator[list[Entry]]:
    """For each entity the lines that are to be folded, in order of arrival."""
    hidden = hidden_source(connection)
    for at in range(0, len(entities), AT_A_TIME):
        part = entities[at : at + AT_A_TIME]
        found: dict[tuple[str, EntityId], list[Entry]] = {key: [] for key in part}
        for kind, ids in _by_kind(part).items():
            rows = _LINES_OF_MANY.rows(connection, ids, kind=kind, upto=_ALL_ARRIVALS)
            for _, source, line in rows:
                entry = _read(line) if source != hidden else None
                if entry is not None and (kind, entry.change.id) in found:
                    found[kind, entry.change.id].append(entry)
        for key in part:
            yield found[key]


def with_earlier(
    connection: Connection,
    added: Iterable[Entry],
    upto: int,
    more: Iterable[tuple[str, EntityId]] = (),
) -> Iterator[Sequence[Entry]]:
    """For each entity of added entries these and the lines up to an arrival, to be folded.

    What is added is not read back: an exchange brings thousands of new entities. `more` are
    entities of which nothing needs to have been added.
    """
    found: dict[tuple[str, EntityId], list[Entry]] = {key: [] for key in more}
    for entry in added:
        found.setdefault((entry.change.entity, entry.change.id), []).append(entry)
    hidden = hidden_source(connection)
    held_back: set[ChangeName] = set()
    for kind, ids in _by_kind(found).items():
        for name, source, line in _LINES_OF_MANY.rows(connection, ids, kind=kind, upto=upto):
            if source == hidden:
                held_back.add(name)
            elif (earlier := _read(line)) is not None and (kind, earlier.change.id) in found:
                found[kind, earlier.change.id].append(earlier)
    for entries in found.values():
        yield [each for each in entries if each.name not in held_back] if held_back else entries


def _by_kind(entities: Iterable[tuple[str, EntityId]]) -> dict[str, list[EntityId]]:
    found: dict[str, list[EntityId]] = defaultdict(list)
    for kind, entity_id in entities:
        found[kind].append(entity_id)
    return found


def entries_of_action(connection: Connection, action: EntityId) -> list[Entry]:
    """All lines of one action, in order of arrival."""
    query = select(journal.c.line).where(journal.c.action == action).order_by(journal.c.arrival)
    return list(_readable(connection, query))


def all_entries(connection: Connection) -> Iterator[Entry]:
    """Every line that is to be folded, in order of arrival."""
    query = select(journal.c.line).where(_shown(connection)).order_by(journal.c.arrival)
    return _readable(connection, query)


def municipality_keys(connection: Connection) -> set[str]:
    """Every key that the centre has stated of the municipality: one, unless something is wrong."""
    query = select(journal.c.line).where(
        journal.c.entity == Municipality.kind, journal.c.scope == CENTRAL, _shown(connection)
    )
    said = (entry.change.fields.get("key") for entry in _readable(connection, query))
    return {key for key in said if isinstance(key, str) and key}


def claimed_by_several(connection: Connection) -> list[tuple[str, EntityId]]:
    """The entities of which several scopes have changes."""
    query = select(journal.c.entity, journal.c.id).group_by(journal.c.entity, journal.c.id)
    found = connection.execute(query.having(func.min(journal.c.scope) != func.max(journal.c.scope)))
    return [(entity, entity_id) for entity, entity_id in found]


def latest_arrival(connection: Connection) -> int:
    """The highest arrival number: rises with every line, whoever wrote it."""
    return connection.execute(_LATEST_ARRIVAL).scalar() or 0


def touched_since(connection: Connection, arrival: int) -> list[tuple[str, EntityId]]:
    """Which entities have got lines after an arrival number, each once."""
    rows = connection.execute(_TOUCHED_SINCE, {"arrival": arrival})
    return list(dict.fromkeys((entity, entity_id) for entity, entity_id in rows))


def entities_beside(
    connection: Connection, names: Container[ChangeName]
) -> list[tuple[str, EntityId]]:
    """Which entities have changes that are not among these, each once."""
    query = select(journal.c.name, journal.c.entity, journal.c.id)
    rows = connection.execute(query, execution_options={"yield_per": 5000})
    found = ((entity, entity_id) for name, entity, entity_id in rows if name not in names)
    return list(dict.fromkeys(found))


def shown_names(connection: Connection) -> list[ChangeName]:
    """The names of all lines that are to be folded, in order of arrival."""
    query = select(journal.c.name).where(_shown(connection)).order_by(journal.c.arrival)
    return list(connection.execute(query).scalars())


def latest_in_scopes(connection: Connection) -> Iterator[Entry]:
    """The line that arrived last of each scope."""
    latest = select(func.max(journal.c.arrival)).group_by(journal.c.scope)
    return _readable(connection, select(journal.c.line).where(journal.c.arrival.in_(latest)))


def own_actions_beginning(connection: Connection, prefix: str) -> list[EntityId]:
    """Every action that was done here and whose id begins so, however old."""
    query = (
        select(journal.c.action)
        .distinct()
        .where(
            journal.c.source == Source.OWN.value,
            journal.c.action.startswith(prefix, autoescape=True),
        )
    )
    return list(connection.execute(query).scalars())


def own_actions(connection: Connection, limit: int) -> list[Entry]:
    """The newest line of each of the newest actions that were done here, newest first."""
    recent = (
        select(journal.c.action, journal.c.arrival)
        .where(journal.c.source == Source.OWN.value)
        .order_by(journal.c.arrival.desc())
        .limit(limit * LINES_PER_ACTION)
    )
    newest: dict[EntityId, int] = {}
    for action, arrival in connection.execute(recent):
        newest.setdefault(action, arrival)
    wanted = list(newest.values())[:limit]
    query = select(journal.c.line).where(journal.c.arrival.in_(wanted))
    return list(_readable(connection, query.order_by(journal.c.arrival.desc())))
