"""Which segments this home knows, from whatever share, and the changes that each consists of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from model.journal.change import NAME_LENGTH
from model.plan.entities import ChangeName
from model.plan.identifiers import Scope
from sync.segment import START, Chain, Segment, SegmentName, Writer
from sync.state.tables import progress, segment


def add(connection: Connection, segments: Iterable[Segment]) -> None:
    """Remember segments whose changes are all in this home."""
    rows = [
        {
            "scope": each.scope,
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


def known(connection: Connection, scope: Scope) -> dict[str, SegmentName]:
    """The segments known in a scope, by file name, in the order in which they were learnt."""
    query = select(segment.c.writer, segment.c.first, segment.c.last, segment.c.chain)
    query = query.where(segment.c.scope == scope).order_by(segment.c.number)
    names = (SegmentName(*row) for row in connection.execute(query))
    return {name.file: name for name in names}


def changes_in(
    connection: Connection, scope: Scope, names: Iterable[SegmentName]
) -> Iterator[tuple[SegmentName, Chain, tuple[ChangeName, ...]]]:
    """For each of these segments the chain before it and the names of its changes."""
    for name in names:
        query = select(segment.c.before, segment.c.names).where(
            segment.c.scope == scope,
            segment.c.writer == name.writer,
            segment.c.first == name.first,
            segment.c.last == name.last,
            segment.c.chain == name.chain,
        )
        for before, packed in connection.execute(query):
            yield name, before, _unpacked(packed)


def _unpacked(packed: bytes) -> tuple[ChangeName, ...]:
    digits = packed.hex()
    return tuple(digits[at : at + NAME_LENGTH] for at in range(0, len(digits), NAME_LENGTH))


def published_by(
    connection: Connection, scope: Scope, writers: Iterable[Writer]
) -> set[ChangeName]:
    """The changes to which these writers have given positions in a scope."""
    query = select(segment.c.names).where(
        segment.c.scope == scope, segment.c.writer.in_(list(writers))
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
    """Every own change of a scope up to an arrival has a position now."""
    statement = insert(progress).values(scope=scope, arrival=arrival)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["scope"], set_={"arrival": arrival})
    )
