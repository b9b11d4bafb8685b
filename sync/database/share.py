"""A database as a share: segments are rows, put in and read, never changed or removed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, func, insert, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.types import NullType

from model.plan.identifiers import Scope
from sync.database.errors import DatabaseDamaged, FileMissing, NoShareThere
from sync.database.read_ahead import ReadAhead
from sync.database.tables import FORMAT, segment, share
from sync.errors import ShareError, ShareNewer
from sync.segment import MAX_FILE_BYTES, SegmentName, name_from
from sync.share import Found, Mark, ShareId, Vanished, is_scope, is_share_id

T = TypeVar("T")


class ShareDatabase(Protocol):
    """The way to one database: its connections, and what its errors mean."""

    address: str
    clock: ColumnElement[float] | None
    """The database's own time in seconds since 1970; None where it has none of its own."""

    def look(self) -> None:
        """Make sure that what is there may be a share, as far as it shows without asking it."""

    def transaction(self, *, writing: bool) -> AbstractContextManager[Connection]:
        """One short transaction; may raise a `DBAPIError`, or a `ShareError`."""

    def make(self, share: ShareId) -> None:
        """Make what a share consists of, unless somebody else just did."""

    def is_in_doubt(self, error: DBAPIError) -> bool:
        """Whether the connection broke, so that nobody knows what was done."""

    def meaning(self, error: DBAPIError) -> ShareError:
        """The typed error for what the database said."""

    def close(self) -> None:
        """Give the connection back."""


class DatabaseShare:
    """A share in a database, whatever kind; `now` is the machine's clock."""

    def __init__(self, database: ShareDatabase, now: Callable[[], float] = time.time) -> None:
        self.address = database.address
        self._database = database
        self._now = now
        self._ahead = ReadAhead()

    def open(self) -> ShareId:
        """See `Share.open`."""
        self._database.look()
        query = select(share.c.id, share.c.format)
        row = self._do(lambda here: here.execute(query).first())
        if row is None:
            raise NoShareThere(self.address)
        share_id: object = row.id
        made_with: object = row.format
        if not isinstance(made_with, int) or not is_share_id(share_id):
            raise DatabaseDamaged(self.address)
        if made_with > FORMAT:
            raise ShareNewer(self.address)
        return str(share_id)

    def create(self, share: ShareId) -> ShareId:
        """See `Share.create`."""
        try:
            return self.open()
        except (FileMissing, NoShareThere):
            self._database.make(share)
        return self.open()

    def scopes(self) -> dict[Scope, Mark]:
        """See `Share.scopes`; the mark is how many segments there are, and when the last came."""
        count, latest = func.count(), func.max(segment.c.arrived)
        query = select(segment.c.scope, count, latest).group_by(segment.c.scope)
        rows = self._do(lambda here: list(here.execute(query)))
        return {row[0]: f"{row[1]} {row[2]}" for row in rows if is_scope(row[0])}

    def listing(self, scope: Scope) -> list[Found]:
        """See `Share.listing`; a row with a name that is none of ours is left out."""
        of_name = (segment.c.writer, segment.c.first, segment.c.last, segment.c.chain)
        query = select(*of_name, segment.c.size).where(segment.c.scope == scope)
        rows = self._do(lambda here: list(here.execute(query)))
        found = (_found(SegmentName(*row[:4]), row.size) for row in rows)
        return sorted((each for each in found if each is not None), key=lambda each: each.name)

    def expect(self, scope: Scope, names: Sequence[SegmentName]) -> None:
        """See `Share.expect`."""
        self._ahead = ReadAhead(scope, names)

    def read(self, scope: Scope, name: SegmentName) -> bytes:
        """See `Share.read`; at most one byte more than a segment may have is read."""
        question = self._ahead.question(scope, name)
        if question is not None:
            self._ahead.keep(self._do(lambda here: list(here.execute(question))))
        found = self._ahead.take(scope, name)
        return found if found is not None else self._read_one(scope, name)

    def _read_one(self, scope: Scope, name: SegmentName) -> bytes:
        # Without a type: what lies there is not to be converted.
        content = func.substr(segment.c.content, 1, MAX_FILE_BYTES + 1, type_=NullType())
        query = select(content).where(
            segment.c.scope == scope,
            segment.c.writer == name.writer,
            segment.c.first == name.first,
            segment.c.last == name.last,
            segment.c.chain == name.chain,
        )
        row = self._do(lambda here: here.execute(query).first())
        if row is None:
            raise Vanished
        lies_there: object = row[0]
        return lies_there if isinstance(lies_there, bytes) else b""

    def write(self, scope: Scope, name: SegmentName, content: bytes) -> bool:
        """See `Share.write`. After a commit without an answer the row may be our own."""
        values = {
            "scope": scope,
            "writer": name.writer,
            "first": name.first,
            "last": name.last,
            "chain": name.chain,
            "size": len(content),
            "content": content,
        }
        clock = self._database.clock
        arrived = clock if clock is not None else self._now()
        statement = insert(segment).values(**values, arrived=arrived)
        try:
            self._do(lambda here: here.execute(statement).close(), writing=True)
        except _Occupied:
            return False
        return True

    def clock_ahead(self, _scope: Scope, _name: SegmentName) -> float | None:
        """See `Share.clock_ahead`: the server is asked for its time."""
        clock = self._database.clock
        if clock is None:
            return None
        try:
            there = self._do(lambda here: here.execute(select(clock)).scalar_one())
        except ShareError:
            return None
        return there - self._now()

    def close(self) -> None:
        """See `Share.close`."""
        self._ahead = ReadAhead()
        self._database.close()

    def _do(self, what: Callable[[Connection], T], *, writing: bool = False) -> T:
        """Do something in one transaction; once more when nobody knows whether it was done."""
        for is_last in (False, True):
            try:
                with self._database.transaction(writing=writing) as connection:
                    return what(connection)
            except IntegrityError as error:
                raise _Occupied from error
            except DBAPIError as error:
                if is_last or not self._database.is_in_doubt(error):
                    raise self._database.meaning(error) from error
                self._database.close()
        raise AssertionError("the last try gives or raises")


class _Occupied(Exception):
    """A row of that name is there."""


def _found(said: SegmentName, size: object) -> Found | None:
    """A listed row; None for one that cannot be ours: SQLite lets anything lie in a column."""
    name = name_from(said.file)
    return Found(name, size) if name is not None and isinstance(size, int) else None
