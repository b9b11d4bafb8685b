"""Homes that meet in a database while everything that can happen happens, by chance and in turn."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from model.plan.identifiers import CENTRAL
from model.plan.vocabulary import Role
from sync.address import share_at
from sync.database.postgres import PostgresServer
from sync.database.share import DatabaseShare, ShareDatabase
from sync.database.sqlite import SqliteFile
from sync.exchange import Outcome
from tests.repository.tree import ROOT
from tests.sync.checking import check_home
from tests.sync.homes import KITCHEN, Clock, HomeOf, fresh_folder
from tests.sync.kinds import Kind, OneFile, rows_of
from tests.sync.memory_files import Crash

if TYPE_CHECKING:
    from sqlalchemy import Connection

SHARE = "5ba7e000-0000-4000-8000-000000000001"


class Moments:
    """Lets the power go at one of the transactions with a share, before or after it is done."""

    def __init__(self, patched: pytest.MonkeyPatch) -> None:
        self.done = 0
        self.at = 0
        self.late = False
        for kind in (SqliteFile, PostgresServer):
            self._watch(patched, kind)

    def _watch(self, patched: pytest.MonkeyPatch, kind: type[ShareDatabase]) -> None:
        real = kind.transaction
        moments = self

        @contextmanager
        def transaction(self: ShareDatabase, *, writing: bool) -> Iterator[Connection]:
            moments.done += 1
            is_now = moments.done == moments.at
            if is_now and not moments.late:
                raise Crash
            with real(self, writing=writing) as connection:
                yield connection
            if is_now:
                raise Crash

        patched.setattr(kind, "transaction", transaction)

    def cut(self, after: int, *, late: bool) -> None:
        """The power goes at so many transactions from now."""
        self.at, self.late = self.done + after, late


class Town:
    """Some homes of the kitchen and the centre, and a share in a database."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.folder = fresh_folder()
        self.clock = Clock()
        self.homes = [self.new_home(f"person {number}") for number in range(3)]
        self.copies: list[tuple[HomeOf, Path]] = []
        self.written: set[str] = set()
        share = self.share
        share.create(SHARE)
        share.close()

    @property
    def share(self) -> DatabaseShare:
        """The share as somebody reaches it."""
        share = share_at(self.kind.address)
        assert isinstance(share, DatabaseShare)
        return share

    def new_home(self, person: str) -> HomeOf:
        """Somebody's device."""
        number = len(list(self.folder.iterdir()))
        return HomeOf(
            self.folder / f"hem {number}",
            person,
            role=Role.CENTRAL,
            units=(KITCHEN,),
            clock=self.clock,
        )

    def sync(self, home: HomeOf) -> Outcome:
        """Somebody exchanges; nothing that happens is fatal."""
        return home.exchange(self.share)

    def write(self, home: HomeOf, text: str) -> None:
        """Somebody edits what others may be editing too."""
        before = set(home.entries())
        home.plan("gemensam", title=text)
        home.set_goal("mål", text=text)
        self.written |= set(home.entries()) - before

    def crash(self, home: HomeOf, moments: Moments, at: int, *, late: bool) -> bool:
        """Somebody's machine stops at a step of an exchange; False if there are not so many."""
        moments.cut(at, late=late)
        try:
            self.sync(home)
        except Crash:
            return True
        finally:
            moments.at = 0
            home.restart()
        return False

    def check(self) -> None:
        """Everybody meets; then all hold the same, and nothing that anybody wrote is missing."""
        self.homes.append(self.new_home("nykomling"))
        for home in (*self.homes, *self.homes):
            self.sync(home)
        for home in self.homes:
            outcome = self.sync(home)
            assert not outcome.problems
            assert not outcome.unread
            assert outcome.waiting.count == 0
            check_home(home)
            assert self.written <= set(home.entries())
            assert home.tables() == self.homes[0].tables()
            home.close()


def live(town: Town, moments: Moments, chance: random.Random, steps: int) -> None:
    """What happens to homes and share, by chance."""
    for step in range(steps):
        home = chance.choice(town.homes)
        match chance.randrange(12):
            case 0 | 1 | 2 | 3:
                town.write(home, f"Text {step}")
            case 4 | 5 | 6:
                town.sync(home)
            case 7 | 8:
                at, late = 1 + chance.randrange(12), bool(chance.randrange(2))
                town.crash(home, moments, at, late=late)
            case 9:
                town.copies.append((home, home.copy_to(town.folder / f"kopia {step}")))
            case 10 if town.copies:
                owner, copy = chance.choice(town.copies)
                town.sync(owner)
                owner.put_back(copy)
            case 11 if len(town.homes) < 5:
                twin = town.new_home(home.profile.person)
                twin.put_back(home.copy_to(town.folder / f"tvilling {step}"))
                twin.mark = home.mark if chance.randrange(2) else twin.mark
                town.homes.append(twin)


@pytest.mark.parametrize("seed", range(2))
def test_nothing_is_lost_whatever_happens(
    database: Kind, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Crashes, copied and reverted laptops, edits of the same thing: all meet and are equal."""
    moments = Moments(monkeypatch)
    town = Town(database)
    live(town, moments, random.Random(seed), steps=20)  # noqa: S311  a schedule, no secret
    town.check()


@pytest.mark.long
@pytest.mark.parametrize("first", range(100, 200, 10))
def test_nothing_is_lost_in_many_lives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    """The same for longer, in a file."""
    moments = Moments(monkeypatch)
    for seed in range(first, first + 10):
        folder = tmp_path / str(seed)
        folder.mkdir()
        town = Town(OneFile(folder))
        live(town, moments, random.Random(seed), steps=40)  # noqa: S311  a schedule, no secret
        town.check()


def test_power_goes_at_every_step(database: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an exchange that both receives and sends, in two scopes; in turn before and after it."""
    moments = Moments(monkeypatch)
    town = Town(database)
    anna, bo, _ = town.homes
    for step in range(1, 40):
        town.write(bo, f"Bo {step}")
        assert not town.sync(bo).problems
        town.write(anna, f"Anna {step}")
        if not town.crash(anna, moments, step, late=step % 2 == 0):
            break
        assert not town.sync(anna).problems
    assert 6 < step < 39, "it was cut at every step, and not for ever"
    town.check()


KILLED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN IMMEDIATE")
for number in range(200):
    row = ("central", "ab" * 10, number + 1, number + 1, "cd" * 20, 1, 0.0, bytes(5000))
    connection.execute("INSERT INTO segment VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
os._exit(9)
"""


def test_a_writer_that_was_killed_leaves_nothing_in_the_way(one_file: OneFile) -> None:
    """Half a transaction is taken back by whoever comes next; no lock is left behind."""
    town = Town(one_file)
    town.write(town.homes[0], "Text")
    town.sync(town.homes[0])
    killed = subprocess.run([sys.executable, "-c", KILLED, one_file.path], cwd=ROOT, check=False)
    assert killed.returncode == 9
    assert Path(f"{one_file.path}-journal").exists()
    assert set(town.share.scopes()) == {CENTRAL, KITCHEN}
    assert rows_of(one_file.path, "SELECT count(*) FROM segment") == [(2,)]
    assert rows_of(one_file.path, "PRAGMA integrity_check") == [("ok",)]
    town.check()
