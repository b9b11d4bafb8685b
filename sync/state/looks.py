"""When each scope of a share was listed last, and under which mark."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from model.plan.identifiers import Scope
from sync.share import Mark, ShareId
from sync.state.tables import look, unread

_LOOKS = select(look.c.scope, look.c.mark, look.c.since, look.c.listed).where(
    look.c.share == bindparam("share")
)
_NOTE = insert(look).prefix_with("OR REPLACE")
_AWAITED = select(unread.c.scope).where(unread.c.share == bindparam("share")).distinct()


class Look(msgspec.Struct, frozen=True):
    """A scope was listed: its mark, since when that has been seen, and when; by own clock."""

    mark: Mark
    since: float
    listed: float


def looks(connection: Connection, share: ShareId) -> dict[Scope, Look]:
    """The last look at each scope of a share."""
    rows = connection.execute(_LOOKS, {"share": share})
    return {row[0]: Look(*row[1:]) for row in rows}


def note(connection: Connection, share: ShareId, looks: Mapping[Scope, Look]) -> None:
    """Remember these looks in place of earlier ones."""
    rows = [
        {"share": share, "scope": scope, **msgspec.structs.asdict(each)}
        for scope, each in looks.items()
    ]
    if rows:
        connection.execute(_NOTE, rows)


def awaited(connection: Connection, share: ShareId) -> set[Scope]:
    """The scopes in which a file is awaited: it may be filled without a change of the mark."""
    return set(connection.execute(_AWAITED, {"share": share}).scalars())
