"""A PostgreSQL server of the tests' own, started from what this machine has installed."""

from __future__ import annotations

import itertools
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from sqlalchemy import create_engine, text

OWNER = "agare"
"""Who makes databases and shares; may make roles, and is no superuser."""

_PLACES = ("/usr/lib/postgresql", "/usr/pgsql", "/usr/local/pgsql")
_NOBODY = "nobody"


def programs() -> Path | None:
    """The folder with `initdb` and `postgres`; None where none is installed."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    folders = [each for place in _PLACES for each in Path(place).glob("**/bin/initdb")]
    return max(folders, default=Path()).parent if folders else None


class Server:
    """A running server on a socket of its own and a free port of this machine.

    Through the socket everybody is trusted; through the port a password is asked for.
    """

    def __init__(self, programs: Path) -> None:
        """Start it; as another user when this one is root, which PostgreSQL refuses to be."""
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        self._user = _NOBODY if sys.platform != "win32" and os.geteuid() == 0 else None
        if self._user is not None:
            shutil.chown(self.folder, self._user)
        data = str(self.folder / "data")
        making = ["-D", data, "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync"]
        access = ["--auth-local=trust", "--auth-host=scram-sha-256"]
        self._run([str(programs / "initdb"), *making, *access])
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        settings = {
            "port": self.port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": self.folder,
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "max_connections": 60,
            "shared_buffers": "16MB",
        }
        options = " ".join(f"-c {name}={value}" for name, value in settings.items())
        self._pg_ctl = [str(programs / "pg_ctl"), "-D", data, "-w"]
        self._run([*self._pg_ctl, "-l", str(self.folder / "log"), "-o", options, "start"])
        self._numbers = itertools.count(1)
        self.run("postgres", f"CREATE ROLE {OWNER} LOGIN CREATEDB CREATEROLE")

    def _run(self, command: list[str]) -> None:
        subprocess.run(
            command,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.folder,
            user=self._user,
            env={**os.environ, "LC_ALL": "C"},
        )

    def address(self, database: str, user: str = OWNER) -> str:
        """The address of a database through the socket."""
        return f"postgresql://{user}@/{database}?host={self.folder}&port={self.port}"

    def port_address(self, database: str, user: str) -> str:
        """The address of a database through the port, where a password is asked for."""
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """An empty database that the owner has."""
        name = f"plan_{next(self._numbers)}"
        self.run("postgres", f"CREATE DATABASE {name} OWNER {OWNER}", user=OWNER)
        return name

    def run(self, database: str, statement: str, *, user: str = "postgres") -> list[object]:
        """Do something as somebody; gives the first column of what comes back."""
        address = self.address(database, user).replace("postgresql:", "postgresql+psycopg:")
        engine = create_engine(address, isolation_level="AUTOCOMMIT")
        try:
            with engine.connect() as connection:
                result = connection.execute(text(statement))
                return list(result.scalars()) if result.returns_rows else []
        finally:
            engine.dispose()

    def stop(self) -> None:
        """End it at once and leave nothing behind."""
        self._run([*self._pg_ctl, "-m", "immediate", "stop"])
        shutil.rmtree(self.folder, ignore_errors=True)
