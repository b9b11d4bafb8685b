"""Reading the journal's lines in the order in which they are published."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, bindparam, select

from model.plan.entities import ChangeName
from model.plan.identifiers import Scope
from model.store.asking import ForMany
from model.store.journal import Source
from model.store.tables import journal
from sync.state.tables import kept

_KEPT_LINES = ForMany(
    select(kept.c.name, kept.c.line).where(kept.c.scope == bindparam("scope")), kept.c.name
)
_JOURNAL_LINES = ForMany(select(journal.c.name, journal.c.line), journal.c.name)
_JOURNAL_NAMES = ForMany(select(journal.c.name), journal.c.name)
_OWN_LINES = (
    select(journal.c.arrival, journal.c.name, journal.c.line)
    .where(
        journal.c.source == Source.OWN.value,
        journal.c.arrival > bindparam("after"),
        journal.c.scope == bindparam("scope"),
    )
    .order_by(journal.c.arrival)
)
_OWN_SCOPES = select(journal.c.scope).where(journal.c.source == Source.OWN.value).distinct()


class OwnLine(msgspec.Struct, frozen=True, gc=False):
    """A line that was written here, with its place in the order of arrival."""

    arrival: int
    name: ChangeName
    line: bytes


def own_lines(connection: Connection, scope: Scope, after: int) -> list[OwnLine]:
    """What was written here in a scope after an arrival; stand-ins are never among it."""
    rows = connection.execute(_OWN_LINES, {"after": after, "scope": scope})
    return [OwnLine(*row) for row in rows]


def own_scopes(connection: Connection) -> list[Scope]:
    """The scopes in which anything was written here."""
    return sorted(connection.execute(_OWN_SCOPES).scalars())


def lines_named(
    connection: Connection, scope: Scope, names: Sequence[ChangeName]
) -> dict[ChangeName, bytes]:
    """The lines with these names, shown or kept without being shown; what is gone is left out."""
    found: dict[ChangeName, bytes] = {}
    found.update(map(tuple, _KEPT_LINES.rows(connection, names, scope=scope)))
    found.update(map(tuple, _JOURNAL_LINES.rows(connection, names)))
    return found


def in_journal(connection: Connection, names: Sequence[ChangeName]) -> set[ChangeName]:
    """Which of these changes the journal has."""
    return {name for (name,) in _JOURNAL_NAMES.rows(connection, names)}


def received_lines(connection: Connection, limit: int) -> list[bytes]:
    """The latest lines that others wrote, the latest to arrive first."""
    query = select(journal.c.line).where(journal.c.source == Source.RECEIVED.value)
    return list(connection.execute(query.order_by(journal.c.arrival.desc()).limit(limit)).scalars())
