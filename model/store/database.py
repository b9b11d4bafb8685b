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

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from model.store.errors import StoreNewer, StoreUnreachable, store_error
from model.store.tables import metadata

APPLICATION_ID = 0x54455254
FORMAT = 1
LOCK_WAIT_SECONDS = 5


def _engine(path: Path) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}", connect_args={"timeout": LOCK_WAIT_SECONDS}, pool_size=2
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        # SQLAlchemy's begin event starts transactions; the driver must not start its own.
        connection.isolation_level = None
        connection.execute("PRAGMA synchronous=EXTRA")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


class Database:
    """One local database file; made when it is missing."""

    def __init__(self, path: Path) -> None:
        """Open or make the file; raises a `StoreError` of the fitting kind."""
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnreachable(path, error.strerror or type(error).__name__) from error
        self._engine = _engine(path)
        self._prepare()

    def _prepare(self) -> None:
        with self.reading() as connection:
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if version > FORMAT:
            raise StoreNewer(self.path)
        if version < FORMAT:
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
            with self._engine.connect() as plain:
                connection = plain.execution_options(writing=writing)
                with connection.begin():
                    yield connection
        except DBAPIError as error:
            raise self._typed(error) from error

    def _typed(self, error: DBAPIError) -> Exception:
        origin: Any = error.orig
        return store_error(origin, self.path) if isinstance(origin, sqlite3.Error) else error

    def close(self) -> None:
        """Give back every file handle."""
        self._engine.dispose()
