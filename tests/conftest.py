"""What the tests of several rooms use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.postgres_server import Server, programs


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server, started when the first test wants it."""
    installed = programs()
    if installed is None:
        pytest.skip("no PostgreSQL is installed here")
    server = Server(installed)
    yield server
    server.stop()
