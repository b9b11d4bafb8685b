"""What the tests of several rooms use."""

from __future__ import annotations

from collections.abc import Iterator

import hypothesis
import pytest

from tests.postgres_server import Server, programs

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")
"""No test fails because the machine has much to do; a test of its own may still set another."""


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server, started when the first test wants it."""
    installed = programs()
    if installed is None:
        pytest.skip("no PostgreSQL is installed here")
    server = Server(installed)
    yield server
    server.stop()
