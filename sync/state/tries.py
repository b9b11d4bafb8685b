"""How the latest try to reach each share ended, so that every window can say it."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from sync.state.tables import tried


class Try(msgspec.Struct, frozen=True):
    """The latest exchange with an address, in seconds since 1970."""

    at: float
    brief: str
    """What was wrong in a few words; empty if nothing was."""
    message: str
    """What was wrong, what is safe and what to do."""
    since: float | None
    """Since when something has been wrong each time."""
    clocks: str
    """Clocks that are off, in Swedish."""


def latest(connection: Connection, address: str) -> Try | None:
    """How the latest try ended; None if there was none."""
    query = select(tried.c.at, tried.c.brief, tried.c.message, tried.c.since, tried.c.clocks)
    row = connection.execute(query.where(tried.c.address == address)).first()
    return Try(*row) if row is not None else None


def note(
    connection: Connection, address: str, now: float, brief: str, message: str, clocks: str
) -> None:
    """An exchange ended; the time since which it has gone wrong stays until one goes well."""
    before = latest(connection, address)
    since = None
    if message:
        since = before.since if before is not None and before.since is not None else now
    values = {"at": now, "brief": brief, "message": message, "since": since, "clocks": clocks}
    statement = insert(tried).values(address=address, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["address"], set_=values))


def forget(connection: Connection, address: str) -> None:
    """Forget how it went at an address."""
    connection.execute(tried.delete().where(tried.c.address == address))
