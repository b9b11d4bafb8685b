"""A world of homes that work apart, are copied, reverted and cut off, and meet on a share.

Whatever has happened, once everybody has met: all hold the same changes and show the same,
nothing that anyone wrote is missing that any disk still has, and what is shown is what the
changes say, by a second and simpler way of folding.
"""

from __future__ import annotations

import random
import shutil
from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from unittest import mock

import msgspec

from model.journal.change import Entry, Json, name_of
from model.journal.fold import LIFECYCLE
from model.journal.validity import is_valid
from model.plan.entities import Entity
from model.plan.identifiers import CENTRAL
from model.plan.vocabulary import Role
from sync import rolling
from sync.exchange import Outcome
from tests.sync.homes import KITCHEN, SHARE, Clock, HomeOf, fresh_folder, new_share
from tests.sync.memory_files import Crash
from tests.sync.watched_files import WatchedFiles

MOST_HOMES = 4
CLOCKS = (timedelta(minutes=-50), timedelta(hours=1), timedelta(days=1100), timedelta(days=-400))
TITLES = ("Möten", "Frukostar", "Besök")


class World:
    """Homes of one unit and of the centre, one share, and everything that may happen to them.

    `pick` chooses a number below the one given: chance or hypothesis decides.
    """

    def __init__(self, pick: Callable[[int], int]) -> None:
        self.folder = fresh_folder()
        self.pick = pick
        self.clock = Clock()
        self.files = WatchedFiles()
        new_share(self.files)
        # Two of a size are enough, so that short schedules roll up too.
        self._often = mock.patch.object(rolling, "PARTS", 2)
        self._often.start()
        self.homes = [self._new_home(f"person {number}") for number in range(2)]
        self.copies: list[tuple[HomeOf, Path]] = []
        self.hidden: dict[Path, bytes] = {}
        self.written: set[str] = set()
        self._count = 0

    def _new_home(self, person: str, mark: str | None = None) -> HomeOf:
        number = len(list(self.folder.iterdir()))
        return HomeOf(
            self.folder / f"hem {number}",
            person,
            role=Role.CENTRAL,
            units=(KITCHEN,),
            clock=self.clock,
            mark=mark,
        )

    def close(self) -> None:
        """Give everything back."""
        self._often.stop()
        for home in self.homes:
            home.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    # What happens. Each takes no argument: who and what is picked.

    def _one_home(self) -> HomeOf:
        return self.homes[self.pick(len(self.homes))]

    def _one_file(self) -> Path | None:
        files = sorted(path for path in self.files.content if path.suffix == ".seg")
        return files[self.pick(len(files))] if files else None

    def _next(self) -> int:
        self._count += 1
        return self._count

    def write(self) -> None:
        """Somebody edits an activity, or a goal, that others may be editing too."""
        home = self._one_home()
        before = set(home.entries())
        text = f"{TITLES[self.pick(len(TITLES))]} {self._next()}"
        what = self.pick(6)
        if what == 0:
            home.set_goal("mål", text=text)
        elif what == 1:
            home.plan(f"aktivitet {self.pick(3)}", title=text, description=text)
        elif what == 2:
            home.plan(f"aktivitet {self.pick(3)}", removed=bool(self.pick(2)))
        elif what == 3:
            home.plan(f"aktivitet {self.pick(3)}", description=text)
        else:
            home.plan(f"aktivitet {self.pick(3)}", title=text)
        self.written |= set(home.entries()) - before

    def write_from_the_future(self) -> None:
        """A newer version writes fields and kinds that this one does not know."""
        home = self._one_home()
        raw: dict[str, Json] = {"entity": ("activity", "framtida sort")[self.pick(2)]}
        entry = home.write_raw(
            (KITCHEN, CENTRAL)[self.pick(2)], {"okänt": self._next()}, id="aktivitet 0", **raw
        )
        self.written.add(entry.name)

    def sync(self) -> None:
        """Somebody syncs, and trusts what the folders' own times say as often as not."""
        self.sync_of(self._one_home(), sweep=bool(self.pick(2)))

    def sync_of(self, home: HomeOf, *, sweep: bool = True) -> Outcome:
        """One home syncs; nothing that the share can do is fatal."""
        self.files.now = self.clock.at.timestamp()
        self.files.syncing = home
        return home.sync(self.files, sweep=sweep)

    def settle(self) -> None:
        """Somebody sees a conflict and settles it for what is shown."""
        home = self._one_home()
        before = set(home.entries())
        with home.workspace.edit() as edit:
            for row in list(edit.plan.everything()):
                if row.conflicts:
                    edit.settle(row, row.conflicts, row)
        self.written |= set(home.entries()) - before

    def clone(self) -> None:
        """A laptop's database is copied to another."""
        self._clone(same_machine=False)

    def clone_machine(self) -> None:
        """A whole virtual machine is copied: everything looks the same from inside."""
        self._clone(same_machine=True)

    def _clone(self, *, same_machine: bool) -> None:
        if len(self.homes) >= MOST_HOMES:
            return
        home = self._one_home()
        number = len(list(self.folder.iterdir()))
        home.copy_to(self.folder / f"hem {number}")
        self.homes.append(
            HomeOf(
                self.folder / f"hem {number}",
                home.profile.person,
                role=Role.CENTRAL,
                units=(KITCHEN,),
                clock=self.clock,
                mark=home.mark if same_machine else None,
            )
        )

    def backup(self) -> None:
        """Somebody's database is backed up."""
        home = self._one_home()
        number = len(list(self.folder.iterdir()))
        self.copies.append((home, home.copy_to(self.folder / f"kopia {number}")))

    def restore(self) -> None:
        """Somebody's database is put back from a backup, as a new file."""
        self._restore(looks_new=True)

    def revert(self) -> None:
        """A virtual machine is set back: nothing looks new from inside."""
        self._restore(looks_new=False)

    def _restore(self, *, looks_new: bool) -> None:
        if not self.copies:
            return
        home, copy = self.copies[self.pick(len(self.copies))]
        home.put_back(copy)
        if looks_new:
            home.mark = f"{home.mark}, återställd {self._next()}"
        self._forget_what_no_disk_has()

    def crash(self) -> None:
        """Somebody's machine loses power somewhere in an exchange."""
        home = self._one_home()
        at = self.files.calls + 1 + self.pick(24)
        late = self.pick(2)

        def power_cut(number: int, _what: str, _path: Path) -> None:
            if number == at:
                raise Crash

        if late:
            self.files.after = power_cut
        else:
            self.files.before = power_cut
        try:
            self.sync_of(home)
        except Crash:
            self.files.lose_power()
        finally:
            self.files.mend()
        home.restart()

    def truncate(self) -> None:
        """A file on the share is cut short for good."""
        path = self._one_file()
        if path is not None:
            content = self.files.content[path]
            self.files.content[path] = content[: self.pick(len(content) + 1) // 2]
            self._forget_what_no_disk_has()

    def hide(self) -> None:
        """A sync client takes a file away; it may come back."""
        path = self._one_file()
        if path is not None:
            self.hidden[path] = self.files.content.pop(path)
            self._forget_what_no_disk_has()

    def show_again(self) -> None:
        """The files that were away come back, unless others have taken their places."""
        for path, content in self.hidden.items():
            self.files.content.setdefault(path, content)
        self.hidden.clear()

    def rename(self) -> None:
        """A sync client gives a file another name, or the name of another."""
        path = self._one_file()
        if path is not None:
            other = self._one_file()
            name = f"{path.stem} (1).seg"
            if other is not None and self.pick(2):
                name = other.name.replace("-1-", "-2-", 1)
            target = path.with_name(name)
            if target not in self.files.content:
                self.files.content[target] = self.files.content.pop(path)
                self._forget_what_no_disk_has()

    def duplicate(self) -> None:
        """A sync client makes a copy under its own kind of name, also in the other folder."""
        path = self._one_file()
        if path is not None:
            twin = path.with_name(f"{path.stem}-LAPTOP.seg")
            self.files.content[twin] = self.files.content[path]
            elsewhere = SHARE / (CENTRAL if path.parent.name == KITCHEN else KITCHEN)
            if elsewhere in self.files.folders:
                self.files.content.setdefault(elsewhere / path.name, self.files.content[path])

    def go_stale(self) -> None:
        """Listings are as somebody's cache has them, until somebody has synced with those."""
        home = self._one_home()
        for folder in self.files.folders:
            self.files.stale[folder] = self.files.listed(folder)
        self.sync_of(self.homes[0])
        self.sync_of(home)
        self.sync_of(home)
        self.files.mend()

    def let_days_pass(self) -> None:
        """More than a week in which nothing happens."""
        self.clock.at += timedelta(days=8)

    def change_clock(self) -> None:
        """Somebody's clock goes wrong."""
        self._one_home().off = CLOCKS[self.pick(len(CLOCKS))]

    # What must hold.

    def _on_share(self) -> set[str]:
        """The changes in sound files that can be seen."""
        return {change for path in self.files.content for change in self.files.changes(path)}

    def _forget_what_no_disk_has(self) -> None:
        """What no home and no file has any more is lost by whoever removed it, not by us."""
        there = self._on_share()
        for home in self.homes:
            there |= set(home.entries())
        self.written &= there

    def check_always(self) -> None:
        """No file was ever written over."""
        assert not self.files.replaced

    def check_at_last(self) -> None:
        """Everybody meets; then all is as it should be."""
        self.files.mend()
        self.homes.append(self._new_home("nykomling"))
        for home in (*self.homes, *self.homes):
            self.sync_of(home)
        outcomes = [self.sync_of(home) for home in self.homes]
        for home, outcome in zip(self.homes, outcomes, strict=True):
            assert not outcome.problems
            assert outcome.waiting.count == 0
            check_home(home)
            assert self.written <= set(home.entries())
            assert home.tables() == self.homes[0].tables()
            assert set(home.entries()) == set(self.homes[0].entries())
        assert self.written <= self._on_share()


def check_home(home: HomeOf) -> None:
    """What a home shows is what its changes say."""
    entries = home.entries()
    assert all(name_of(entry.line) == name for name, entry in entries.items())
    assert not home.workspace.differences()
    rows = home.tables()
    by_entity: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if is_valid(entry.change):
            by_entity[entry.change.entity, entry.change.id].append(entry)
    assert set(rows) == set(by_entity)
    for key, row in rows.items():
        check_row(row, [entry for entry in by_entity[key] if entry.change.scope == row.scope])


def check_row(row: Entity, entries: list[Entry]) -> None:
    """A row's values, heads and conflicts by looking at every pair of changes."""
    shown = msgspec.to_builtins(row)
    fields = {field for entry in entries for field in entry.change.fields}
    for field in fields:
        having = [entry for entry in entries if field in entry.change.fields]
        heads = [
            entry
            for entry in having
            if not any(entry.name in other.change.bases for other in having)
        ]
        assert set(row.heads[field]) == {entry.name for entry in heads}
        latest = max(heads, key=lambda entry: (entry.change.time, entry.name))
        if field in row.__struct_fields__:
            assert shown.get(field, False) == latest.change.fields[field]
            differ = any(
                entry.change.fields[field] != latest.change.fields[field] for entry in heads
            )
            assert field in LIFECYCLE or (field in row.conflicts) == differ


EVENTS: tuple[tuple[str, int], ...] = (
    ("write", 8),
    ("sync", 8),
    ("settle", 1),
    ("write_from_the_future", 1),
    ("clone", 1),
    ("clone_machine", 1),
    ("backup", 2),
    ("restore", 1),
    ("revert", 2),
    ("crash", 3),
    ("truncate", 1),
    ("hide", 1),
    ("show_again", 1),
    ("rename", 1),
    ("duplicate", 1),
    ("go_stale", 1),
    ("change_clock", 1),
    ("let_days_pass", 2),
)
"""What may happen, and how often compared with the others."""


def live(seed: int, steps: int = 25) -> None:
    """One schedule by chance, the same for the same seed; raises when something does not hold."""
    chance = random.Random(seed)  # noqa: S311  a schedule, no secret
    world = World(chance.randrange)
    names = [name for name, _ in EVENTS]
    weights = [weight for _, weight in EVENTS]
    try:
        for event in chance.choices(names, weights, k=steps):
            getattr(world, event)()
            world.check_always()
        world.check_at_last()
    finally:
        world.close()
