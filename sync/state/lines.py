"""Reading the journal's lines in the order in which they are published."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, select

from model.plan.entities import ChangeName
from model.plan.identifiers import Scope
from model.store.journal import Source
from model.store.tables import journal
from sync.state.tables import kept

_AT_A_TIME = 500


class OwnLine(msgspec.Struct, frozen=True, gc=False):
    """A line that was written here, with its place in the order of arrival."""

    arrival: int
    name: ChangeName
    line: bytes


def own_lines(connection: Connection, scope: Scope, after: int) -> list[OwnLine]:
    """What was written here in a scope after an arrival; stand-ins are never among it."""
    query = select(journal.c.arrival, journal.c.name, journal.c.line).where(
        journal.c.source == Source.OWN.value, journal.c.arrival > after, journal.c.scope == scope
    )
    return [OwnLine(*row) for row in connection.execute(query.order_by(journal.c.arrival))]


def own_scopes(connection: Connection) -> list[Scope]:
    """The scopes in which anything was written here."""
    query = select(journal.c.scope).where(journal.c.source == Source.OWN.value).distinct()
    return sorted(connection.execute(query).scalars())


def lines_named(
    connection: Connection, scope: Scope, names: Sequence[ChangeName]
) -> dict[ChangeName, bytes]:
    """The lines with these names, shown or kept without being shown; what is gone is left out."""
    found: dict[ChangeName, bytes] = {}
    for at in range(0, len(names), _AT_A_TIME):
        wanted = names[at : at + _AT_A_TIME]
        for query in (
            select(kept.c.name, kept.c.line).where(kept.c.name.in_(wanted), kept.c.scope == scope),
            select(journal.c.name, journal.c.line).where(journal.c.name.in_(wanted)),
        ):
            found.update((row.name, row.line) for row in connection.execute(query))
    return found


def in_journal(connection: Connection, names: Sequence[ChangeName]) -> set[ChangeName]:
    """Which of these changes the journal has."""
    found: set[ChangeName] = set()
    for at in range(0, len(names), _AT_A_TIME):
        query = select(journal.c.name).where(journal.c.name.in_(names[at : at + _AT_A_TIME]))
        found.update(connection.execute(query).scalars())
    return found


def received_lines(connection: Connection, limit: int) -> list[bytes]:
    """The latest lines that others wrote, the latest to arrive first."""
    query = select(journal.c.line).where(journal.c.source == Source.RECEIVED.value)
    return list(connection.execute(query.order_by(journal.c.arrival.desc()).limit(limit)).scalars())
