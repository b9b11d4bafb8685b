"""Opening the local database, and its two kinds of transaction.

Rollback journal and `synchronous=EXTRA`: only that kept every commit through power cuts.
The write lock is taken at the start of a writing transaction and waited for up to 5 s, so
several programs may use one database.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from model.errors import system_reason
from model.store.errors import StoreDamaged, StoreNewer, StoreUnreachable, store_error
from model.store.tables import metadata

APPLICATION_ID = 0x54455254
FORMAT = 1
LOCK_WAIT_SECONDS = 5.0
CACHE_KIB = 16_384
"""What an exchange takes in at a time fits: from when a change does not, nobody else can read."""


def _engine(path: Path, lock_wait: float) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path.absolute())),
        connect_args={"timeout": lock_wait},
        pool_size=2,
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        # SQLAlchemy's begin event starts transactions; the driver must not start its own.
        connection.isolation_level = None
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute(f"PRAGMA cache_size={-CACHE_KIB}")
        if connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,):
            connection.execute("PRAGMA journal_mode=DELETE")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


class Database:
    """One local database file; made when it is missing."""

    def __init__(self, path: Path, lock_wait: float = LOCK_WAIT_SECONDS) -> None:
        """Open or make the file; raises a `StoreError` of the fitting kind.

        `lock_wait` is how many seconds another program's write lock is waited for.
        """
        self.path = path
        self._lock_wait = lock_wait
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnreachable(path, system_reason(error)) from error
        self._engine = _engine(path, lock_wait)
        self._writing = self._engine.execution_options(writing=True)
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        with self.reading() as connection:
            found = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                for name in ("page_count", "application_id", "user_version")
            }
        if found["page_count"] and found["application_id"] != APPLICATION_ID:
            raise StoreDamaged(self.path)
        if found["user_version"] > FORMAT:
            raise StoreNewer(self.path)
        if found["user_version"] < FORMAT:
            with self.writing() as connection:
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
                metadata.create_all(connection)
                connection.exec_driver_sql(f"PRAGMA user_version={FORMAT}")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent view for reading."""
        with self._transaction(writing=False) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """All or nothing: committed when the block ends, rolled back when it raises."""
        with self._transaction(writing=True) as connection:
            yield connection

    @contextmanager
    def _transaction(self, *, writing: bool) -> Iterator[Connection]:
        try:
            with (self._writing if writing else self._engine).begin() as connection:
                yield connection
        except DBAPIError as error:
            raise self._typed(error) from error

    def _typed(self, error: DBAPIError) -> Exception:
        origin: Any = error.orig
        if isinstance(origin, sqlite3.Error) and hasattr(origin, "sqlite_errorcode"):
            return store_error(origin, self.path, self._lock_wait)
        return error

    def close(self) -> None:
        """Give back every file handle."""
        self._engine.dispose()
