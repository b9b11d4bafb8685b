"""What can go wrong on a machine, made to happen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from model.home.paths import Home
from model.store.database import Database
from model.store.errors import DiskFull, StoreError

if TYPE_CHECKING:
    import pytest

SHORT_WAIT = 0.05


@contextmanager
def held_by_another(home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another program holds the write lock for longer than ours waits."""
    with monkeypatch.context() as short:
        short.setattr(Database.__init__, "__defaults__", (SHORT_WAIT,))
        connection = sqlite3.connect(home.database, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            connection.execute("ROLLBACK")
            connection.close()


@contextmanager
def nothing_can_be_written(
    monkeypatch: pytest.MonkeyPatch, error: StoreError | None = None
) -> Iterator[None]:
    """The disk is full, or refuses in another way."""

    def refuse(*_: object, **__: object) -> None:
        raise error or DiskFull

    with monkeypatch.context() as refusing:
        refusing.setattr(Database, "writing", refuse)
        yield


def damage(home: Home) -> None:
    """Something has written over the beginning of the database."""
    content = bytearray(home.database.read_bytes())
    content[:100] = b"Det har ar ingen databas. " * 3 + b" " * 22
    home.database.write_bytes(bytes(content))
