"""Since when files lie on a share, by the time that this home itself has lived through with it.

A file's own time comes from whichever clock wrote it, and one wrong clock is enough to make it
years old at once. So time is counted here as well, from exchange to exchange, and of whatever
passes between two of them, by a clock that may jump too, only so much counts.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from model.plan.identifiers import Scope
from sync.share import ShareId
from sync.state.tables import lived, lying

MOST_AT_ONCE = 86_400.0
"""Seconds that count at most between two exchanges."""


def live(connection: Connection, share: ShareId, now: float) -> float:
    """Count the time since the last call; gives all that has been counted with a share."""
    query = select(lived.c.seconds, lived.c.at).where(lived.c.share == share)
    row = connection.execute(query).first()
    seconds = 0.0
    if row is not None:
        seconds = row.seconds + min(max(now - row.at, 0.0), MOST_AT_ONCE)
    values = {"share": share, "seconds": seconds, "at": now}
    connection.execute(insert(lived).prefix_with("OR REPLACE"), [values])
    return seconds


def since(connection: Connection, share: ShareId, scope: Scope) -> dict[str, float]:
    """The files that were noted in a scope, with the count at which each was first."""
    query = select(lying.c.file, lying.c.since)
    rows = connection.execute(query.where(lying.c.share == share, lying.c.scope == scope))
    return {row.file: row.since for row in rows}


def note(
    connection: Connection, share: ShareId, scope: Scope, files: Iterable[str], count: float
) -> None:
    """These files lie there; those that were noted before stay as they are."""
    rows = [{"share": share, "scope": scope, "file": file, "since": count} for file in files]
    if rows:
        connection.execute(insert(lying).on_conflict_do_nothing(), rows)


def forget(connection: Connection, share: ShareId, scope: Scope, files: Iterable[str]) -> None:
    """These files do not lie there any more."""
    for file in files:
        connection.execute(
            lying.delete().where(
                lying.c.share == share, lying.c.scope == scope, lying.c.file == file
            )
        )
