"""One exchange at a time for each local database, whichever programs use it.

The turn is a lock that the operating system keeps for an open file and takes back when the
program ends, however it ends: so none is ever left behind. SQLite takes it, since it knows how
on every system.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from model.store.errors import store_error
from sync.errors import ExchangeUnderWay

WAIT_SECONDS = 30.0
"""How long a person at the prompt waits for another window's exchange."""


@contextmanager
def turn(database: Path, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the turn of a database; raises `ExchangeUnderWay` when it is not free in time.

    Raises a `StoreError` where not even the lock can be made: then nothing can be saved either.
    """
    path = database.with_name(f"{database.stem}.turn")
    with closing(_taken(path, wait)) as lock:
        try:
            yield
        finally:
            lock.execute("ROLLBACK")


def _taken(path: Path, wait: float) -> sqlite3.Connection:
    """The lock, held until its transaction ends or it is closed."""
    lock = None
    try:
        lock = sqlite3.connect(path, timeout=wait, isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if lock is not None:
            lock.close()
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise ExchangeUnderWay from error
        raise store_error(error, path, wait) from error
    return lock
