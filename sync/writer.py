"""Incarnations: under which writer this database publishes, replaced at the first doubt.

A copied laptop, a restored backup or a reverted virtual machine must not go on numbering where
the original does. So a writer belongs to one database file on one machine, and is given up as
soon as the fingerprint differs or a share knows something of it that this home does not.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import Connection, insert, select

from model.journal.clock import machine_now
from sync import renewing
from sync.segment import Writer
from sync.state.tables import writer as table

_LATEST = select(table.c.writer, table.c.fingerprint).order_by(table.c.number.desc()).limit(1)
_ALL = select(table.c.writer).order_by(table.c.number)


def current(connection: Connection, fingerprint: str) -> Writer | None:
    """The writer of this database; None when the fingerprint is another than last time."""
    row = connection.execute(_LATEST).first()
    return row.writer if row is not None and row.fingerprint == fingerprint else None


def replace(
    connection: Connection,
    fingerprint: str,
    now: datetime | None = None,
    *,
    is_set_back: bool = False,
) -> Writer:
    """Begin a new incarnation; the numbers of the old one are never used again.

    That the database was moved, or set back, is noted for its user.
    """
    query = select(table.c.fingerprint).order_by(table.c.number.desc()).limit(1)
    before = connection.execute(query).scalar()
    at = (now or machine_now()).timestamp()
    if before not in (None, fingerprint):
        renewing.note(connection, at, renewing.Why.MOVED)
    elif is_set_back:
        renewing.note(connection, at, renewing.Why.SET_BACK)
    writer = secrets.token_hex(10)
    connection.execute(insert(table).values(writer=writer, fingerprint=fingerprint))
    return writer


def incarnations(connection: Connection) -> list[Writer]:
    """Every writer that this database has been, oldest first."""
    return list(connection.execute(_ALL).scalars())


def is_doubtful(writer: Writer, strange: Iterable[Collection[Writer]]) -> bool:
    """Whether a share lists a segment of this writer that this home does not know."""
    return any(writer in writers for writers in strange)
