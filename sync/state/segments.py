"""Which segments this home knows, from whatever share, and the changes that each consists of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import Protocol

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from model.journal.change import NAME_LENGTH
from model.plan.entities import ChangeName
from model.plan.identifiers import Scope
from model.store.database import Database
from sync.lineage import Stretch
from sync.segment import START, Chain, SegmentName, Writer
from sync.share import ShareId
from sync.state.tables import held, progress, segment

_AT_A_TIME = 500

Known = tuple[SegmentName, Chain, tuple[ChangeName, ...]]
"""A segment's name, the chain before it, and the names of its changes."""


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
        connection.execute(insert(segment).on_conflict_do_nothing(), rows)


def forget(connection: Connection, scope: Scope, files: Iterable[str]) -> None:
    """Forget segments whose changes are known from others."""
    for part in _parts(list(files)):
        connection.execute(
            segment.delete().where(segment.c.scope == scope, segment.c.file.in_(part))
        )


def known(connection: Connection, scope: Scope) -> dict[str, SegmentName]:
    """The segments known in a scope, by file name, in the order in which they were learnt."""
    query = select(segment.c.writer, segment.c.first, segment.c.last, segment.c.chain)
    query = query.where(segment.c.scope == scope).order_by(segment.c.number)
    names = (SegmentName(*row) for row in connection.execute(query))
    return {name.file: name for name in names}


def not_held(
    connection: Connection, share: ShareId, scope: Scope, writers: Collection[Writer] | None
) -> list[SegmentName]:
    """The known segments of a scope, of some writers or all, that a share does not hold."""
    there = select(held.c.file).where(
        held.c.share == share, held.c.scope == segment.c.scope, held.c.file == segment.c.file
    )
    query = select(segment.c.writer, segment.c.first, segment.c.last, segment.c.chain).where(
        segment.c.scope == scope, ~there.exists()
    )
    if writers is not None:
        query = query.where(segment.c.writer.in_(list(writers)))
    rows = connection.execute(query.order_by(segment.c.number))
    return [SegmentName(*row) for row in rows]


def stretches(database: Database, scope: Scope, writers: Collection[Writer]) -> list[Stretch]:
    """The known segments of some writers in a scope; their changes are looked up when needed."""
    columns = (segment.c.writer, segment.c.first, segment.c.last, segment.c.chain, segment.c.before)
    found: list[Stretch] = []
    for part in _parts(list(writers)):
        query = select(*columns).where(segment.c.scope == scope, segment.c.writer.in_(part))
        with database.reading() as connection:
            for *row, before in connection.execute(query.order_by(segment.c.last)):
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
        query = select(segment.c.before, segment.c.names).where(
            segment.c.scope == scope, segment.c.file == name.file
        )
        for before, packed in connection.execute(query):
            yield name, before, _unpacked(packed)


def _unpacked(packed: bytes) -> tuple[ChangeName, ...]:
    digits = packed.hex()
    return tuple(digits[at : at + NAME_LENGTH] for at in range(0, len(digits), NAME_LENGTH))


def _parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """As many at a time as one question takes."""
    for at in range(0, len(values), _AT_A_TIME):
        yield values[at : at + _AT_A_TIME]


def published_by(
    connection: Connection, scope: Scope, writers: Iterable[Writer]
) -> set[ChangeName]:
    """The changes to which these writers gave positions in a scope since that was last noted."""
    noted = select(progress.c.segment).where(progress.c.scope == scope).scalar_subquery()
    query = select(segment.c.names).where(
        segment.c.scope == scope,
        segment.c.writer.in_(list(writers)),
        segment.c.number > func.coalesce(noted, 0),
    )
    return {name for packed in connection.execute(query).scalars() for name in _unpacked(packed)}


def head(connection: Connection, scope: Scope, writer: Writer) -> tuple[int, Chain]:
    """The last position that a writer has given in a scope, and the chain there."""
    query = select(segment.c.last, segment.c.chain).where(
        segment.c.scope == scope, segment.c.writer == writer
    )
    row = connection.execute(query.order_by(segment.c.last.desc()).limit(1)).first()
    return (row[0], row[1]) if row is not None else (0, START)


def passed(connection: Connection, scope: Scope) -> int:
    """The arrival up to which every own change of a scope has a position."""
    query = select(progress.c.arrival).where(progress.c.scope == scope)
    return connection.execute(query).scalar() or 0


def pass_to(connection: Connection, scope: Scope, arrival: int) -> None:
    """Every own change of a scope up to an arrival has a position now, in a segment known here."""
    latest = connection.execute(select(func.max(segment.c.number))).scalar() or 0
    values = {"arrival": arrival, "segment": latest}
    statement = insert(progress).values(scope=scope, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["scope"], set_=values))
