"""`python -m benchmarks.exchanging two|many|large FOLDER`: time exchanges against a floor.

The floor in the same run is what nobody can do without: the same lines into SQLite in one
transaction, one file that has reached the disk, and reading that into another SQLite. The edits
are made before the clock starts; every hash is checked, and everything is folded and validated.
Prints one JSON object: seconds.
"""

import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count as count_from
from pathlib import Path
from statistics import median

from benchmarks.figures import Figures
from benchmarks.history import TODAY
from model.home.config import Profile
from model.journal.change import Change, Entry, record
from model.journal.clock import HybridClock
from model.plan.entities import Activity
from model.plan.identifiers import random_id
from model.store.database import Database
from model.store.journal import Source
from model.workspace.workspace import Workspace
from sync.address import share_at
from sync.exchange import Exchange
from sync.segment import START, cut, encode

UNIT = random_id()
CHANGES = 10_000
MORE = 100
REPLICAS = 50
EACH = 200
OTHERS = 499
"""Units beside the one that is measured, with 2,000 changes each: a million in all."""

TURNS = 101
"""How often an exchange with nothing new is timed."""

_FIRST_EDIT = datetime(2024, 1, 8, 8, tzinfo=UTC)


def edits(author: str, count: int, scope: str = UNIT, begin: int = 0) -> list[Entry]:
    """Changes of activities, four of each: it is planned, and edited three times."""
    found: list[Entry] = []
    minutes = count_from(begin)
    clock = HybridClock(now=lambda: _FIRST_EDIT + timedelta(minutes=next(minutes)))
    for number in range(begin, begin + count):
        activity, turn = divmod(number, 4)
        fields = {"title": f"Aktivitet {activity} av {author}, lydelse {turn}"}
        if turn == 0:
            fields |= {"unit": scope, "description": "Arbetet går som det ska. " * 4}
        change = Change(
            scope=scope,
            author=author,
            time=clock.tick(),
            action=f"{author}-{number}",
            entity=Activity.kind,
            id=f"{author}-{activity}",
            fields=fields,
            bases=(found[-1].name,) if turn and found else (),
        )
        found.append(record(change))
    return found


class Replica:
    """A home of the unit."""

    def __init__(self, folder: Path, share: Path) -> None:
        self._share = share
        self.workspace = Workspace(
            Database(folder / "tertial.sqlite3"), Profile(random_id(), (UNIT,)), TODAY
        )

    def write(self, entries: Iterable[Entry]) -> None:
        """Edit, before any clock starts."""
        self.workspace.write(entries, Source.OWN)

    def exchange(self) -> None:
        """Exchange with the share; raises what is wrong with it."""
        outcome = Exchange(self.workspace, share_at(str(self._share))).run()
        for problem in outcome.problems:
            raise problem

    def has(self, changes: int) -> None:
        """Raise `ValueError` if it has another number of changes, or shows them wrongly."""
        there = self.workspace.arrival
        if there != changes or len(self.workspace.plan.of(Activity)) != changes // 4:
            raise ValueError(f"{there} changes arrived, not {changes}")


class Floor:
    """Lines into SQLite, a file on the disk, and that into another SQLite."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._count = 0

    def database(self) -> sqlite3.Connection:
        """One as durable as the program's own."""
        self._count += 1
        connection = sqlite3.connect(self._folder / f"{self._count}.sqlite3")
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("CREATE TABLE line (name TEXT PRIMARY KEY, line BLOB)")
        return connection

    def take(self, connection: sqlite3.Connection, lines: Iterable[tuple[str, bytes]]) -> None:
        """In one transaction."""
        with connection:
            connection.executemany("INSERT INTO line VALUES (?, ?)", lines)

    def put(self, entries: Sequence[Entry], name: str) -> Path:
        """A file that has reached the disk."""
        path = self._folder / name
        with path.open("wb") as file:
            file.write(b"\n".join(entry.line for entry in entries))
            file.flush()
            os.fsync(file.fileno())
        return path

    def read(self, path: Path, names: Sequence[Entry]) -> list[tuple[str, bytes]]:
        """What lies in a file."""
        lines = path.read_bytes().split(b"\n")
        return [(entry.name, line) for entry, line in zip(names, lines, strict=True)]


def timed(what: Callable[[], object]) -> float:
    """Seconds."""
    start = time.perf_counter()
    what()
    return time.perf_counter() - start


def two_replicas(folder: Path) -> Figures:
    """10,000 changes from one to another, and then 100 more."""
    share = made(folder / "delning")
    anna, bo = Replica(folder / "a", share), Replica(folder / "b", share)
    floor = Floor(folder / "floor")
    first, second = floor.database(), floor.database()
    found: Figures = {}
    begin = 0
    for name, count in (("10,000 changes", CHANGES), ("100 more", MORE)):
        entries = edits("anna", count, begin=begin)
        begin += count
        anna.write(entries)
        found[name] = timed(anna.exchange) + timed(bo.exchange)
        bo.has(begin)

        def least(entries: list[Entry] = entries, name: str = name) -> None:
            floor.take(first, ((entry.name, entry.line) for entry in entries))
            floor.take(second, floor.read(floor.put(entries, name), entries))

        found[f"{name} floor"] = timed(least)
    return found


def many_replicas(folder: Path) -> Figures:
    """Fifty, each with 200 changes of its own, until all have all."""
    share = made(folder / "delning")
    written = [edits(f"enhet{number}", EACH) for number in range(REPLICAS)]
    replicas = [Replica(folder / f"{number}", share) for number in range(REPLICAS)]
    for replica, entries in zip(replicas, written, strict=True):
        replica.write(entries)

    def meet() -> None:
        for replica in (*replicas, *replicas):
            replica.exchange()

    seconds = timed(meet)
    for replica in replicas:
        replica.has(REPLICAS * EACH)
    return {"50 × 200": seconds, "50 × 200 floor": timed(lambda: least_of_many(folder, written))}


def least_of_many(folder: Path, written: Sequence[list[Entry]]) -> None:
    """The floor of fifty: each writes its own, and reads the files of all others."""
    floor = Floor(folder / "floor")
    databases = [floor.database() for _ in written]
    paths = []
    for number, (database, entries) in enumerate(zip(databases, written, strict=True)):
        floor.take(database, ((entry.name, entry.line) for entry in entries))
        paths.append(floor.put(entries, f"{number}"))
    for number, database in enumerate(databases):
        floor.take(
            database,
            (
                line
                for other, (path, entries) in enumerate(zip(paths, written, strict=True))
                if other != number
                for line in floor.read(path, entries)
            ),
        )


def large_share(folder: Path) -> Figures:
    """A unit's first exchange of the day: beside 499 other units, and alone on the share.

    The two take turns, so that what else the disk does meanwhile falls on both.
    """
    replicas = {
        name: _of_a_unit(folder, name, others)
        for name, others in (("alone", 0), ("among a million", OTHERS))
    }
    os.sync()
    times: dict[str, list[float]] = {name: [] for name in replicas}
    for _ in range(TURNS):
        for name, replica in replicas.items():
            times[name].append(timed(replica.exchange))
    return {name: median(found) for name, found in times.items()}


def _of_a_unit(folder: Path, name: str, others: int) -> Replica:
    share = made(folder / name)
    for number in range(others):
        scope = random_id()
        put_on(share, scope, edits(f"e{number}", 2_000, scope))
    put_on(share, UNIT, edits("anna", 2_000))
    replica = Replica(folder / f"hem {name}", share)
    replica.exchange()
    replica.has(2_000)
    return replica


def put_on(share: Path, scope: str, entries: Sequence[Entry]) -> None:
    """As a writer of its own has published them."""
    (share / scope).mkdir()
    for segment in cut(scope, os.urandom(10).hex(), 0, START, [entry.line for entry in entries]):
        (share / scope / segment.name.file).write_bytes(encode(segment))


def made(share: Path) -> Path:
    """A new share."""
    share.parent.mkdir(parents=True, exist_ok=True)
    share_at(str(share)).create(random_id())
    return share


PARTS = {"two": two_replicas, "many": many_replicas, "large": large_share}

if __name__ == "__main__":
    part, where = sys.argv[1:]
    print(json.dumps(PARTS[part](Path(where))))
