"""One SQLite file that several write in, over whatever file server it lies on.

Rollback journal, never WAL; `synchronous=EXTRA`; one short transaction at a time. The file is
looked at before SQLite is let near it, and only `make` ever makes one.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import ColumnElement, Connection, Engine, create_engine, event, insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from sync.database.errors import (
    DatabaseDamaged,
    FileBusy,
    FileMissing,
    ForeignFile,
    NoShareThere,
    WriteAheadLog,
)
from sync.database.tables import FORMAT, metadata, share
from sync.errors import (
    ShareError,
    ShareFailing,
    ShareFull,
    ShareGone,
    ShareNewer,
    ShareOccupied,
    ShareRefused,
)
from sync.folder.calling import call
from sync.share import ShareId

APPLICATION_ID = 0x54455253
"""What tells a share's file from every other SQLite file, a home's own database among them."""

WAIT_SECONDS = 10.0
"""How long others' writing is waited for: a commit over a slow network takes up to three."""

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\0"
_WAL = 2


_MEANINGS = (
    ((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED), FileBusy),
    ((sqlite3.SQLITE_FULL,), ShareFull),
    ((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR), DatabaseDamaged),
)
_NOT_WRITABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)


def file_uri(place: str, mode: str) -> str:
    """The URI by which SQLite opens a whole path in a mode, never to make what is missing."""
    slash = "" if place.startswith("/") else "/"
    return f"file://{slash}{quote(place)}?mode={mode}"


class SqliteFile:
    """The way to a SQLite file; `wait` is how many seconds a busy file is waited for."""

    clock: ColumnElement[float] | None = None

    def __init__(self, address: str, path: Path, wait: float = WAIT_SECONDS) -> None:
        self.address = address
        self._path = path
        self._wait = wait
        self._mode = "rw"

    def look(self) -> None:
        """See `ShareDatabase.look`. What was opened before may have been exchanged meanwhile."""
        self.close()
        header = self._header()
        if not header:
            raise NoShareThere(self.address)
        if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
            raise ForeignFile(self.address)
        written, read = header[18:20]
        (made_by,) = struct.unpack(">I", header[68:72])
        (file_format,) = struct.unpack(">I", header[60:64])
        if made_by != APPLICATION_ID:
            raise ForeignFile(self.address)
        if _WAL in (written, read):
            raise WriteAheadLog(self.address)
        if file_format > FORMAT:
            raise ShareNewer(self.address)

    def _header(self) -> bytes:
        try:
            return call(self.address, self._read_header)
        except FileNotFoundError:
            if self._folder_is_there():
                raise FileMissing(self.address) from None
            raise ShareGone(self.address) from None

    def _read_header(self) -> bytes:
        if self._path.is_dir():
            raise ForeignFile(self.address)
        with self._path.open("rb") as file:
            return file.read(_HEADER_BYTES)

    def _folder_is_there(self) -> bool:
        try:
            return call(self.address, self._path.parent.is_dir)
        except FileNotFoundError:
            return False

    @contextmanager
    def transaction(self, *, writing: bool) -> Iterator[Connection]:
        """See `ShareDatabase.transaction`."""
        with self._engine.connect() as plain:
            connection = plain.execution_options(writing=writing)
            with connection.begin():
                yield connection

    def make(self, share_id: ShareId) -> None:
        """See `ShareDatabase.make`: everything in one transaction, so that nobody sees half."""
        self.close()
        self._mode = "rwc"
        try:
            with self.transaction(writing=True) as connection:
                self._make(connection, share_id)
        except DBAPIError as error:
            raise self.meaning(error) from error
        finally:
            self._mode = "rw"
            self.close()

    def _make(self, connection: Connection, share_id: ShareId) -> None:
        made_by = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        if made_by != APPLICATION_ID and tables:
            raise ShareOccupied(self.address, "på adressen ligger en annan databas")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={FORMAT}")
        metadata.create_all(connection)
        if connection.execute(select(share.c.id)).first() is None:
            connection.execute(insert(share).values(number=1, id=share_id, format=FORMAT))

    @cached_property
    def _engine(self) -> Engine:
        engine = create_engine(
            "sqlite://",
            creator=self._connect,
            poolclass=QueuePool,
            pool_size=1,
            max_overflow=0,
        )

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            writing = connection.get_execution_options().get("writing", False)
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

        return engine

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            file_uri(self._path.as_posix(), self._mode),
            uri=True,
            timeout=self._wait,
            isolation_level=None,
            check_same_thread=False,
        )
        # Anything may lie in a file that others write: also text that is none.
        connection.text_factory = lambda content: content.decode("utf-8", "replace")
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        return connection

    def is_in_doubt(self, error: DBAPIError) -> bool:
        """See `ShareDatabase.is_in_doubt`: a network that breaks is an input or output error."""
        return _code(error) & 0xFF == sqlite3.SQLITE_IOERR

    def meaning(self, error: DBAPIError) -> ShareError:
        """See `ShareDatabase.meaning`."""
        code = _code(error)
        if code == sqlite3.SQLITE_READONLY_DBMOVED:
            return ShareGone(self.address)
        for codes, kind in _MEANINGS:
            if code & 0xFF in codes:
                return kind(self.address)
        if code & 0xFF in _NOT_WRITABLE:
            return ShareRefused(self.address, "skriva")
        return self._gone(error)

    def _gone(self, error: DBAPIError) -> ShareError:
        """What it means that the file cannot be opened or read: often that it is not there."""
        try:
            self._header()
        except ShareError as found:
            return found
        if _code(error) & 0xFF == sqlite3.SQLITE_CANTOPEN:
            # The file can be read but no rollback journal made beside it.
            return ShareRefused(self.address, "skriva")
        return ShareFailing(self.address, str(error.orig))

    def close(self) -> None:
        """See `ShareDatabase.close`."""
        engine = self.__dict__.pop("_engine", None)
        if engine is not None:
            engine.dispose()


def _code(error: DBAPIError) -> int:
    code: int = getattr(error.orig, "sqlite_errorcode", 0)
    return code
