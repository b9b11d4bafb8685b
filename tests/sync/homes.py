"""Homes that meet on a share: each a real database with a workspace, its own clock and place."""

from __future__ import annotations

import atexit
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import msgspec

from model.home.config import Profile
from model.journal.change import Change, Entry, Json, record
from model.journal.clock import HybridClock
from model.plan.entities import Activity, Entity, Goal, OrganisationUnit
from model.plan.vocabulary import Role
from model.store.database import Database
from model.store.journal import Source, all_entries
from model.workspace.workspace import Workspace
from sync.exchange import Exchange, Outcome
from sync.files import Files
from sync.folder.share import FolderShare
from sync.share import Share
from sync.state.tables import prepare
from tests.sync.memory_files import MemoryFiles

SHARE = Path("/delningen")
KITCHEN = "11111111-1111-4111-8111-111111111111"
LIBRARY = "22222222-2222-4222-8222-222222222222"
BUILDING = "33333333-3333-4333-8333-333333333333"
TODAY = date(2024, 4, 22)
START = datetime(2024, 4, 22, 8, tzinfo=UTC)


@cache
def _empty_database() -> bytes:
    """A new home's database, made once for all homes of a run."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tertial.sqlite3"
        database = Database(path)
        prepare(database)
        Workspace(database, Profile("ingen", ()), TODAY).close()
        return path.read_bytes()


def fresh_folder() -> Path:
    """An empty folder for the homes of one story; each new story takes the place of the last."""
    memory = Path("/dev/shm")  # noqa: S108  where there is one, databases need no disk
    within = memory if memory.is_dir() else Path(tempfile.gettempdir())
    folder = within / f"tertial-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _database(path: Path) -> Database:
    """One engine for each path in a run: making statements anew takes longer than all else."""
    return Database(path)


class Clock:
    """Machine time that everyone shares; each home may be off by its own amount."""

    def __init__(self) -> None:
        self.at = START
        self._numbers = itertools.count()

    def number(self) -> int:
        """Another one each time: what is made with it is the same in every run of a story."""
        return next(self._numbers)

    def tick(self) -> datetime:
        """A second later."""
        self.at += timedelta(seconds=1)
        return self.at


def no_pause(_seconds: float) -> None:
    """Waiting takes no time in tests."""


class HomeOf:
    """One person's device."""

    def __init__(
        self,
        folder: Path,
        person: str,
        *,
        role: Role = Role.UNIT,
        units: Iterable[str] = (KITCHEN,),
        clock: Clock | None = None,
        mark: str | None = None,
    ) -> None:
        """`mark` is what its fingerprint says; a home gets its own unless one is given."""
        self.folder = folder
        self.path = folder / "tertial.sqlite3"
        self.profile = Profile(person, tuple(units), role)
        self.clock = clock or Clock()
        self.mark = mark or f"place {self.clock.number()}"
        self.off = timedelta(0)
        self.workspace = self._open()

    def _open(self) -> Workspace:
        if not self.path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            self.path.write_bytes(_empty_database())
        database = _database(self.path)
        database.close()
        return Workspace(
            database,
            self.profile,
            TODAY,
            HybridClock(now=self.now),
            lambda: f"{self.folder.name} {self.clock.number()}",
        )

    def now(self) -> datetime:
        """What this machine's clock says."""
        return self.clock.tick() + self.off

    def restart(self) -> None:
        """The program is started again."""
        self.workspace.close()
        self.workspace = self._open()

    def close(self) -> None:
        """The program ends."""
        self.workspace.close()

    def copy_to(self, folder: Path) -> Path:
        """The database's file copied while the program does not run."""
        self.workspace.close()
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / self.path.name
        shutil.copyfile(self.path, target)
        self.workspace = self._open()
        return target

    def put_back(self, copy: Path) -> None:
        """The database as it was, in place of the present one."""
        self.workspace.close()
        shutil.copyfile(copy, self.path)
        self.workspace = self._open()

    # What the person does.

    def plan(self, name: str, unit: str | None = None, **fields: Json) -> Activity:
        """Write an activity of a unit, else of the first, new or changed."""
        unit = unit or self.profile.units[0]
        with self.workspace.edit() as edit:
            before = edit.plan.find(Activity, name)
            activity = before or Activity(id=name, scope=unit, unit=unit, year=2024)
            return edit.save(msgspec.structs.replace(activity, **fields))

    def set_goal(self, name: str, **fields: Json) -> Goal:
        """Write a goal, as the centre."""
        with self.workspace.edit() as edit:
            goal = edit.plan.find(Goal, name) or Goal(id=name, number=name, year=2024)
            return edit.save(msgspec.structs.replace(goal, **fields))

    def set_unit(self, unit: str, name: str, **fields: Json) -> OrganisationUnit:
        """Write a part of the organisation, as the centre."""
        with self.workspace.edit() as edit:
            return edit.save(OrganisationUnit(id=unit, key=unit, name=name, **fields))

    def write_raw(self, scope: str, fields: dict[str, Json], **more: Json) -> Entry:
        """A change as another version of the program writes it."""
        values: dict[str, Json] = {
            "scope": scope,
            "author": self.profile.person,
            "time": self.workspace.clock.tick(),
            "action": f"action {self.clock.number()}",
            "entity": "activity",
            "id": "framtid",
            "fields": fields,
        }
        entry = record(Change(**(values | more)))
        self.workspace.write([entry], Source.OWN)
        return entry

    # What the program does.

    def share(self, files: Files, address: str = str(SHARE)) -> FolderShare:
        """The share as this home reaches it."""
        return FolderShare(address, SHARE, files, no_pause, lambda: self.now().timestamp())

    def exchange(self, share: Share) -> Outcome:
        """Exchange with a share of any kind."""
        return Exchange(self.workspace, share, mark=self.mark, now=self.now).run()

    def sync(self, files: Files, address: str = str(SHARE), *, sweep: bool = True) -> Outcome:
        """Exchange with the share."""
        share = self.share(files, address)
        return Exchange(self.workspace, share, mark=self.mark, now=self.now).run(sweep=sweep)

    # What can be seen of it.

    def entries(self) -> dict[str, Entry]:
        """Every change in the journal, by name."""
        with self.workspace.database.reading() as connection:
            return {entry.name: entry for entry in all_entries(connection)}

    def tables(self) -> dict[tuple[str, str], Entity]:
        """Every row that is shown."""
        self.workspace.refresh()
        return {(row.kind, row.id): row for row in self.workspace.plan.everything()}

    def title(self, name: str) -> str:
        """An activity's title as this home shows it."""
        found = self.workspace.plan.find(Activity, name)
        return found.title if found is not None else ""


def new_share(files: MemoryFiles, share_id: str = "5ba7e000-0000-4000-8000-000000000001") -> str:
    """Make the share that everyone uses."""
    files.folders.update({SHARE.parent, SHARE})
    return FolderShare(str(SHARE), SHARE, files, no_pause).create(share_id)
