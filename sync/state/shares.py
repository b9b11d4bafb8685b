"""What was last seen on each share: files that verified, files that did not, and the share's id."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import msgspec
from sqlalchemy import Connection, Delete, Table, bindparam, func, select
from sqlalchemy.dialects.sqlite import insert

from model.plan.entities import ChangeName
from model.plan.identifiers import Scope
from sync.share import ShareId
from sync.state.tables import held, kept, lying, seen, unread

_SEEN_AT = select(seen.c.address, seen.c.share, seen.c.reached).where(
    seen.c.address == bindparam("address")
)
_REACHED = insert(seen)
_NOTE_REACHED = _REACHED.on_conflict_do_update(
    index_elements=["address"],
    set_={"share": _REACHED.excluded.share, "reached": _REACHED.excluded.reached},
)
_HELD = select(held.c.file, held.c.size).where(
    held.c.share == bindparam("share"), held.c.scope == bindparam("scope")
)
_VOUCHED = _HELD.with_only_columns(held.c.file).where(~held.c.is_read)
_HOLD = insert(held).prefix_with("OR REPLACE")
_UNREAD = (
    select(unread.c.scope, unread.c.file, unread.c.reason, unread.c.since)
    .where(unread.c.share == bindparam("share"))
    .order_by(unread.c.since, unread.c.file)
)
_KEPT_REASONS = select(kept.c.reason, func.count()).group_by(kept.c.reason).order_by(kept.c.reason)


def _deleting(table: Table) -> Delete:
    return table.delete().where(
        table.c.share == bindparam("of_share"),
        table.c.scope == bindparam("of_scope"),
        table.c.file == bindparam("gone"),
    )


_DELETE_HELD, _DELETE_UNREAD = _deleting(held), _deleting(unread)


class Seen(msgspec.Struct, frozen=True):
    """A share that was found at an address."""

    address: str
    share: ShareId
    reached: float
    """When everything there was last read, in seconds since 1970; 0 if it never was."""


class Unread(msgspec.Struct, frozen=True):
    """A file that does not verify, since when, and why in Swedish."""

    scope: Scope
    file: str
    reason: str
    since: float


def seen_at(connection: Connection, address: str) -> Seen | None:
    """The share that was found at an address; None if none ever was."""
    row = connection.execute(_SEEN_AT, {"address": address}).first()
    return Seen(*row) if row is not None else None


def note_found(connection: Connection, address: str, share: ShareId) -> None:
    """The share was found; one that was found before keeps the time when it was read."""
    statement = insert(seen).values(address=address, share=share, reached=0.0)
    connection.execute(statement.on_conflict_do_nothing())


def note_reached(connection: Connection, address: str, share: ShareId, now: float) -> None:
    """The share was reached, and everything on it that could be read was taken in."""
    connection.execute(_NOTE_REACHED, {"address": address, "share": share, "reached": now})


def forget(connection: Connection, address: str) -> None:
    """Forget which share an address led to."""
    connection.execute(seen.delete().where(seen.c.address == address))


def forget_files(connection: Connection, share: ShareId) -> None:
    """Forget which files of a share verified and which did not."""
    for table in (held, unread, lying):
        connection.execute(table.delete().where(table.c.share == share))


def held_files(connection: Connection, share: ShareId, scope: Scope) -> dict[str, int]:
    """The files of a scope that count as sound, with the size that they had then."""
    rows = connection.execute(_HELD, {"share": share, "scope": scope})
    return {row.file: row.size for row in rows}


def vouched_for(connection: Connection, share: ShareId, scope: Scope) -> set[str]:
    """Those of the held files that were not read: others that were hold the same changes."""
    return set(connection.execute(_VOUCHED, {"share": share, "scope": scope}).scalars())


def is_held(connection: Connection, scope: Scope, file: str) -> bool:
    """Whether any share holds a file."""
    query = select(held.c.file).where(held.c.scope == scope, held.c.file == file)
    return connection.execute(query.limit(1)).first() is not None


def hold(
    connection: Connection,
    share: ShareId,
    scope: Scope,
    files: Mapping[str, int],
    *,
    is_read: bool = True,
) -> None:
    """These files verified, or others that did hold all of their changes."""
    rows = [
        {"share": share, "scope": scope, "file": file, "size": size, "is_read": is_read}
        for file, size in files.items()
    ]
    if rows:
        connection.execute(_HOLD, rows)
    _delete_each(connection, _DELETE_UNREAD, share, scope, files)


def let_go(connection: Connection, share: ShareId, scope: Scope, files: Collection[str]) -> None:
    """These files are not there any more, or not as they were."""
    _delete_each(connection, _DELETE_HELD, share, scope, files)


def note_unread(
    connection: Connection, share: ShareId, scope: Scope, reasons: Mapping[str, str], now: float
) -> None:
    """These files, and no others in the scope, do not verify; the oldest time stays."""
    before = {each.file for each in unread_files(connection, share, scope)}
    _delete_each(connection, _DELETE_UNREAD, share, scope, before.difference(reasons))
    rows = [
        {"share": share, "scope": scope, "file": file, "reason": reason, "since": now}
        for file, reason in reasons.items()
    ]
    if rows:
        statement = insert(unread)
        said = {"reason": statement.excluded.reason}
        connection.execute(
            statement.on_conflict_do_update(index_elements=["share", "scope", "file"], set_=said),
            rows,
        )


def _delete_each(
    connection: Connection, statement: Delete, share: ShareId, scope: Scope, files: Iterable[str]
) -> None:
    """Delete rows one by one: a share may have more files than one statement takes."""
    rows = [{"of_share": share, "of_scope": scope, "gone": file} for file in files]
    if rows:
        connection.execute(statement, rows)


def unread_files(
    connection: Connection, share: ShareId, scope: Scope | None = None
) -> list[Unread]:
    """Every file on a share, or in a scope of it, that does not verify, oldest first."""
    rows = connection.execute(_UNREAD, {"share": share})
    return [each for each in (Unread(*row) for row in rows) if scope in (None, each.scope)]


def keep(
    connection: Connection,
    scope: Scope,
    lines: Iterable[tuple[ChangeName, bytes, str]],
    now: float,
) -> None:
    """Keep lines that came in a scope and may not be shown: name, bytes, and why in Swedish."""
    rows = [
        {"name": name, "scope": scope, "line": line, "reason": reason, "since": now}
        for name, line, reason in lines
    ]
    if rows:
        connection.execute(insert(kept).on_conflict_do_nothing(), rows)


def kept_reasons(connection: Connection) -> dict[str, int]:
    """How many lines are kept without being shown, by the reason in Swedish."""
    return {row[0]: row[1] for row in connection.execute(_KEPT_REASONS)}
