"""Shares of every kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.state import lying
from tests.postgres_server import Server
from tests.sync.kinds import Folder, Kind, OneFile, Postgres


@pytest.fixture(autouse=True)
def long_days(monkeypatch: pytest.MonkeyPatch) -> None:
    """All time between two exchanges counts, so that a story's week takes one of them."""
    monkeypatch.setattr(lying, "MOST_AT_ONCE", float("inf"))


@pytest.fixture(params=["folder", "SQLite file", "PostgreSQL"])
def kind(request: pytest.FixtureRequest, tmp_path: Path) -> Kind:
    """A place for a share of each kind."""
    if request.param == "folder":
        return Folder(tmp_path)
    return OneFile(tmp_path) if request.param == "SQLite file" else _postgres(request)


@pytest.fixture(params=["SQLite file", "PostgreSQL"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Kind:
    """A place for a share in a database of each kind."""
    return OneFile(tmp_path) if request.param == "SQLite file" else _postgres(request)


@pytest.fixture
def one_file(tmp_path: Path) -> OneFile:
    """A place for a share that is a SQLite file."""
    return OneFile(tmp_path)


@pytest.fixture
def postgres(server: Server) -> Postgres:
    """A place for a share in PostgreSQL."""
    return Postgres(server)


def _postgres(request: pytest.FixtureRequest) -> Postgres:
    server: Server = request.getfixturevalue("server")
    return Postgres(server)
