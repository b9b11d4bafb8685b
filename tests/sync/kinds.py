"""The kinds of share that homes can meet on, each a real one, and what may happen to its place."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Protocol

from sqlalchemy import create_engine

from sync.address import whole_address
from tests.postgres_server import Server


class Kind(Protocol):
    """A place for one share."""

    address: str

    def back_up(self) -> None:
        """Copy what is there."""

    def restore(self) -> None:
        """Put the copy in its place."""

    def take_away(self) -> None:
        """Nobody can reach it."""

    def bring_back(self) -> None:
        """As it was."""

    def clear(self) -> None:
        """Leave nothing of the share, as if none had been made there."""


class Folder:
    """A folder on a disk."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "Delad plan åäö"
        self._away = folder / "borta"
        self._copy = folder / "kopia"
        self.address = whole_address(str(self._path))

    def back_up(self) -> None:
        shutil.copytree(self._path, self._copy)

    def restore(self) -> None:
        shutil.rmtree(self._path)
        shutil.copytree(self._copy, self._path)

    def take_away(self) -> None:
        self._path.rename(self._away)

    def bring_back(self) -> None:
        self._away.rename(self._path)

    def clear(self) -> None:
        shutil.rmtree(self._path)


class OneFile:
    """A SQLite file on a disk."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "Delad plan 100% åäö.db"
        self._away = folder / "borta.db"
        self._copy = folder / "kopia.db"
        self.address = whole_address("sqlite:///" + self.path.as_posix().replace("%", "%25"))

    def back_up(self) -> None:
        shutil.copyfile(self.path, self._copy)

    def restore(self) -> None:
        shutil.copyfile(self._copy, self.path)

    def take_away(self) -> None:
        self.path.rename(self._away)

    def bring_back(self) -> None:
        self._away.rename(self.path)

    def clear(self) -> None:
        self.path.unlink()


class Postgres:
    """A database in the tests' PostgreSQL server, entered as its owner."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.database = server.new_database()
        self.address = whole_address(server.address(self.database))

    def do(self, statement: str) -> list[object]:
        """Do something there as the superuser."""
        return self.server.run(self.database, statement)

    def back_up(self) -> None:
        self.do("CREATE TABLE kopia AS SELECT * FROM tertial.segment")

    def restore(self) -> None:
        self.do("DELETE FROM tertial.segment; INSERT INTO tertial.segment SELECT * FROM kopia")

    def take_away(self) -> None:
        self._rename(self.database, "borta")

    def bring_back(self) -> None:
        self._rename("borta", self.database)

    def _rename(self, old: str, new: str) -> None:
        self.server.run("postgres", f"ALTER DATABASE {old} RENAME TO {new}")

    def clear(self) -> None:
        self.do("DROP SCHEMA tertial CASCADE")


def rows_of(path: Path, statement: str, *values: object) -> list[tuple[object, ...]]:
    """Do something in a SQLite file as whoever may write in it can."""
    engine = create_engine(f"sqlite:///{path.as_posix().replace('%', '%25')}")
    try:
        with engine.begin() as connection:
            result = connection.exec_driver_sql(statement, values)
            return [tuple(row) for row in result] if result.returns_rows else []
    finally:
        engine.dispose()
