"""Which segments this home knows, from whatever share, and the changes that each consists of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import Protocol

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.dialects.sqlite import insert

from model.journal.change import NAME_LENGTH
from model.plan.entities import ChangeName
from model.plan.identifiers import Scope
from model.store.asking import AT_A_TIME, ForMany
from model.store.database import Database
from sync.lineage import Stretch
from sync.segment import START, Chain, SegmentName, Writer
from sync.share import ShareId
from sync.state.tables import held, progress, segment

Known = tuple[SegmentName, Chain, tuple[ChangeName, ...]]
"""A segment's name, the chain before it, and the names of its changes."""

_NAME = (segment.c.writer, segment.c.first, segment.c.last, segment.c.chain)
_IN_SCOPE = segment.c.scope == bindparam("scope")

_ADD = insert(segment).on_conflict_do_nothing()
_KNOWN = select(*_NAME).where(_IN_SCOPE).order_by(segment.c.number)
_NOT_HELD = _KNOWN.where(
    ~select(held.c.file)
    .where(
        held.c.share == bindparam("share"),
        held.c.scope == segment.c.scope,
        held.c.file == segment.c.file,
    )
    .exists()
)
_STRETCHES = ForMany(
    select(*_NAME, segment.c.before).where(_IN_SCOPE).order_by(segment.c.last), segment.c.writer
)
_CHANGES = select(segment.c.before, segment.c.names).where(
    _IN_SCOPE, segment.c.file == bindparam("file")
)
_NOTED = select(progress.c.segment).where(progress.c.scope == bindparam("scope"))
_PUBLISHED = ForMany(
    select(segment.c.names).where(
        _IN_SCOPE, segment.c.number > func.coalesce(_NOTED.scalar_subquery(), 0)
    ),
    segment.c.writer,
)
_HEAD = (
    select(segment.c.last, segment.c.chain)
    .where(_IN_SCOPE, segment.c.writer == bindparam("writer"))
    .order_by(segment.c.last.desc())
    .limit(1)
)
_PASSED = select(progress.c.arrival).where(progress.c.scope == bindparam("scope"))


class Positions(Protocol):
    """Names of changes with their positions: a segment, or a stretch that needs no reading."""

    @property
    def name(self) -> SegmentName:
        """The writer and the positions."""

    @property
    def before(self) -> Chain:
        """The chain before the first."""

    @property
    def names(self) -> tuple[ChangeName, ...]:
        """The changes."""


def add(connection: Connection, scope: Scope, segments: Iterable[Positions]) -> None:
    """Remember segments whose changes are all in this home."""
    rows = [
        {
            "scope": scope,
            "file": each.name.file,
            "writer": each.name.writer,
            "first": each.name.first,
            "last": each.name.last,
            "chain": each.name.chain,
            "before": each.before,
            "names": bytes.fromhex("".join(each.names)),
        }
        for each in segments
    ]
    if rows:
        connection.execute(_ADD, rows)


def forget(connection: Connection, scope: Scope, files: Iterable[str]) -> None:
    """Forget segments whose changes are known from others."""
    for part in _parts(list(files)):
        connection.execute(
            segment.delete().where(segment.c.scope == scope, segment.c.file.in_(part))
        )


def known(connection: Connection, scope: Scope) -> dict[str, SegmentName]:
    """The segments known in a scope, by file name, in the order in which they were learnt."""
    names = (SegmentName(*row) for row in connection.execute(_KNOWN, {"scope": scope}))
    return {name.file: name for name in names}


def not_held(
    connection: Connection, share: ShareId, scope: Scope, writers: Collection[Writer] | None
) -> list[SegmentName]:
    """The known segments of a scope, of some writers or all, that a share does not hold."""
    rows = connection.execute(_NOT_HELD, {"share": share, "scope": scope})
    return [SegmentName(*row) for row in rows if writers is None or row.writer in writers]


def stretches(database: Database, scope: Scope, writers: Collection[Writer]) -> list[Stretch]:
    """The known segments of some writers in a scope; their changes are looked up when needed."""
    found: list[Stretch] = []
    if not writers:
        return found
    with database.reading() as connection:
        for *row, before in _STRETCHES.rows(connection, list(writers), scope=scope):
            name = SegmentName(*row)
            found.append(Stretch(name, before, partial(_names_of, database, scope, name)))
    return found


def _names_of(database: Database, scope: Scope, name: SegmentName) -> tuple[ChangeName, ...]:
    with database.reading() as connection:
        return next((names for _, _, names in changes_in(connection, scope, [name])), ())


def changes_in(
    connection: Connection, scope: Scope, names: Iterable[SegmentName]
) -> Iterator[Known]:
    """For each of these segments the chain before it and the names of its changes."""
    for name in names:
        rows = connection.execute(_CHANGES, {"scope": scope, "file": name.file})
        for before, packed in rows:
            yield name, before, _unpacked(packed)


def _unpacked(packed: bytes) -> tuple[ChangeName, ...]:
    digits = packed.hex()
    return tuple(digits[at : at + NAME_LENGTH] for at in range(0, len(digits), NAME_LENGTH))


def _parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """As many at a time as one question takes."""
    for at in range(0, len(values), AT_A_TIME):
        yield values[at : at + AT_A_TIME]


def published_by(
    connection: Connection, scope: Scope, writers: Iterable[Writer]
) -> set[ChangeName]:
    """The changes to which these writers gave positions in a scope since that was last noted."""
    rows = _PUBLISHED.rows(connection, list(writers), scope=scope)
    return {name for (packed,) in rows for name in _unpacked(packed)}


def head(connection: Connection, scope: Scope, writer: Writer) -> tuple[int, Chain]:
    """The last position that a writer has given in a scope, and the chain there."""
    row = connection.execute(_HEAD, {"scope": scope, "writer": writer}).first()
    return (row[0], row[1]) if row is not None else (0, START)


def passed(connection: Connection, scope: Scope) -> int:
    """The arrival up to which every own change of a scope has a position."""
    return connection.execute(_PASSED, {"scope": scope}).scalar() or 0


def pass_to(connection: Connection, scope: Scope, arrival: int) -> None:
    """Every own change of a scope up to an arrival has a position now, in a segment known here.

    That stays so: a lock may have given positions further while an exchange was sending.
    """
    latest = connection.execute(select(func.max(segment.c.number))).scalar() or 0
    statement = insert(progress).values(scope=scope, arrival=arrival, segment=latest)
    values = {"arrival": func.max(progress.c.arrival, arrival), "segment": latest}
    connection.execute(statement.on_conflict_do_update(index_elements=["scope"], set_=values))
