"""A world of homes that work apart, are copied, reverted and cut off, and meet on a share.

Whatever has happened, once everybody has met: all hold the same changes and show the same,
nothing that anyone wrote is missing that any disk still has, what is shown is what the changes
say, and a locked tertial shows what it was locked with.
"""

from __future__ import annotations

import hashlib
import random
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from unittest import mock

import msgspec

from model.journal.change import Entry, Json
from model.plan.entities import Activity
from model.plan.identifiers import CENTRAL, Scope
from model.plan.rules import RuleError
from model.plan.vocabulary import Role
from sync import rolling
from sync.exchange import Outcome
from sync.locking import Locks
from sync.state.lines import own_lines, own_scopes
from tests.sync.accidents import Accidents
from tests.sync.checking import check_home
from tests.sync.events import EVENTS
from tests.sync.homes import KITCHEN, LIBRARY, SHARE, Clock, HomeOf, fresh_folder, new_share
from tests.sync.locking_stories import T1, locks, reports
from tests.sync.memory_files import Crash
from tests.sync.watched_files import WatchedFiles

MOST_HOMES = 4
CLOCKS = (timedelta(minutes=-50), timedelta(hours=1), timedelta(days=1100), timedelta(days=-400))
TITLES = ("Möten", "Frukostar", "Besök")
ACTIVITIES = {"aktivitet 0": KITCHEN, "aktivitet 1": KITCHEN, "aktivitet 2": LIBRARY}


class World(Accidents):
    """A home of the centre and one of two units, one share, and everything that may happen.

    `pick` chooses a number below the one given: chance or hypothesis decides.
    """

    def __init__(self, pick: Callable[[int], int]) -> None:
        self.folder = fresh_folder()
        self.pick = pick
        self.clock = Clock()
        self.files = WatchedFiles()
        new_share(self.files)
        # Two of a size are enough, so that short schedules roll up too.
        self._patches = ExitStack()
        self._patches.enter_context(mock.patch.object(rolling, "PARTS", 2))
        self._patches.enter_context(mock.patch.object(secrets, "token_hex", self._token))
        self.homes = [self._new_home("cia"), self._new_home("anna", role=Role.UNIT)]
        self.copies: list[tuple[HomeOf, Path]] = []
        self.hidden: dict[Path, bytes] = {}
        self.written: dict[str, Scope] = {}
        self.locked: dict[bytes, frozenset[str]] = {}
        """What each lock covered when it was made."""
        self._count = 0

    def _token(self, size: int) -> str:
        """What looks random and is the same in every run of a schedule."""
        return hashlib.sha256(str(self.clock.number()).encode("ascii")).hexdigest()[: 2 * size]

    def _new_home(self, person: str, mark: str | None = None, role: Role = Role.CENTRAL) -> HomeOf:
        number = len(list(self.folder.iterdir()))
        return HomeOf(
            self.folder / f"hem {number}",
            person,
            role=role,
            units=(KITCHEN, LIBRARY),
            clock=self.clock,
            mark=mark,
        )

    def close(self) -> None:
        """Give everything back."""
        self._patches.close()
        for home in self.homes:
            home.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    # What happens. Each takes no argument: who and what is picked.

    def _one_home(self) -> HomeOf:
        return self.homes[self.pick(len(self.homes))]

    def _next(self) -> int:
        self._count += 1
        return self._count

    def write(self) -> None:
        """Somebody edits an activity, or a goal, that others may be editing too."""
        home = self._one_home()
        text = f"{TITLES[self.pick(len(TITLES))]} {self._next()}"
        name, unit = self._one_activity()
        what = self.pick(6)
        before = conflicts_of(home, name)
        with self._writing(home):
            if what == 0 and is_central(home):
                home.set_goal("mål", text=text)
            elif what == 1:
                home.plan(name, unit, title=text, description=text)
            elif what == 2:
                home.plan(name, unit, removed=bool(self.pick(2)))
            elif what == 3:
                home.plan(name, unit, description=text)
            else:
                home.plan(name, unit, title=text)
        assert conflicts_of(home, name) <= before, "what one person does is no conflict"

    def _one_activity(self) -> tuple[str, Scope]:
        return list(ACTIVITIES.items())[self.pick(len(ACTIVITIES))]

    @contextmanager
    def _writing(self, home: HomeOf) -> Iterator[None]:
        """What is written meanwhile must never be lost; what a rule refuses is not written."""
        before = home.entries().keys()
        with suppress(RuleError):
            yield
        after = home.entries()
        self.written.update((name, after[name].change.scope) for name in after.keys() - before)

    def report(self) -> None:
        """Somebody reports a status, before or after the tertial was locked by somebody else."""
        home = self._one_home()
        with self._writing(home):
            home.plan("aktivitet 0", KITCHEN, title="Rapporteras")
            reports(home, "aktivitet 0", comment=f"Rapport {self._next()}")

    def lock(self) -> None:
        """The centre locks the tertial, or locks it again."""
        home = self._one_home()
        if is_central(home):
            with self._writing(home):
                locks(home)
            found = Locks(home.workspace).locked(T1)
            assert found is not None
            self.locked[msgspec.json.encode(found.lock)] = found.names

    def write_from_the_future(self) -> None:
        """A newer version writes fields and kinds that this one does not know."""
        home = self._one_home()
        raw: dict[str, Json] = {"entity": ("activity", "framtida sort")[self.pick(2)]}
        scope = (KITCHEN, CENTRAL)[self.pick(2)]
        if scope != CENTRAL or is_central(home):
            with self._writing(home):
                home.write_raw(scope, {"okänt": self._next()}, id="aktivitet 0", **raw)

    def sync(self) -> None:
        """Somebody syncs, and trusts what the folders' own times say as often as not."""
        self.sync_of(self._one_home(), sweep=bool(self.pick(2)))

    def sync_of(self, home: HomeOf, *, sweep: bool = True) -> Outcome:
        """One home syncs; nothing that the share can do is fatal."""
        self.files.now = self.clock.at.timestamp()
        self.files.syncing = home
        outcome = home.sync(self.files, sweep=sweep)
        if sweep:
            self._check_sent(home, outcome)
        return outcome

    def settle(self) -> None:
        """Somebody sees a conflict and settles it for what is shown."""
        home = self._one_home()
        with self._writing(home), home.workspace.edit() as edit:
            for row in list(edit.plan.everything()):
                if row.conflicts and (row.scope != CENTRAL or is_central(home)):
                    edit.settle(row, row.conflicts, row)

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
                role=home.profile.role,
                units=home.profile.units,
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

    def unmount(self) -> None:
        """The drive goes somewhere in an exchange; it comes back as it was when it went."""
        home = self._one_home()
        at = self.files.calls + 1 + self.pick(24)
        content, folders = self.files.content, self.files.folders

        def drive_goes(number: int, _what: str, _path: Path) -> None:
            if number == at:
                self.files.content, self.files.folders = {}, {SHARE.parent, SHARE}

        self.files.now = self.clock.at.timestamp()
        self.files.syncing = home
        self.files.before = drive_goes
        outcome = home.sync(self.files)
        self.files.content, self.files.folders = content, folders
        self.files.mend()
        self._check_sent(home, outcome)

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
        """More than a week in which nothing happens; then somebody comes back."""
        self.clock.at += timedelta(days=8)
        home = self._one_home()
        with self._writing(home):
            home.plan("aktivitet 0", KITCHEN, title=f"Tillbaka {self._next()}")
        self.sync_of(home)
        self.sync_of(home)

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
            there.update(self._answered_for(home, home.entries()))
        self.written = {name: scope for name, scope in self.written.items() if name in there}

    def _answered_for(self, home: HomeOf, entries: Mapping[str, Entry]) -> set[str]:
        """What of a home's changes it would give to a share that had lost it."""
        return {
            name
            for name, entry in entries.items()
            if entry.change.scope != CENTRAL or is_central(home)
        }

    def _check_sent(self, home: HomeOf, outcome: Outcome) -> None:
        """What somebody is told is sent lies in a file that anybody can read."""
        if outcome.problems or outcome.waiting.count:
            return
        with home.workspace.database.reading() as connection:
            scopes = own_scopes(connection)
            own = {each.name for scope in scopes for each in own_lines(connection, scope, 0)}
        mine = {name: entry for name, entry in home.entries().items() if name in own}
        assert self._answered_for(home, mine) <= self._on_share()

    def check_always(self) -> None:
        """No file was ever written over."""
        assert not self.files.replaced

    def check_at_last(self) -> None:
        """Everybody meets; then all is as it should be."""
        self.files.mend()
        self.homes.append(self._new_home("nykomling"))
        for home in self.homes:
            self.sync_of(home)
        outcomes = [self.sync_of(home) for home in self.homes]
        first = self.homes[0]
        entries = first.entries()
        assert self.written.keys() <= entries.keys()
        assert self.written.keys() <= self._on_share()
        for home, outcome in zip(self.homes, outcomes, strict=True):
            assert not outcome.problems
            assert outcome.waiting.count == 0
            check_home(home)
            self._check_same(home, first, entries)
            self._check_locked(home)

    def _check_same(self, home: HomeOf, first: HomeOf, entries: Mapping[str, Entry]) -> None:
        """Everybody has the same; a unit may keep what all of the centre's disks have lost."""
        mine = home.entries()
        assert entries.keys() <= mine.keys()
        lost = {mine[name].change.scope for name in mine.keys() - entries.keys()}
        assert not lost or (lost == {CENTRAL} and not is_central(home))
        if not lost:
            assert home.tables() == first.tables()

    def _check_locked(self, home: HomeOf) -> None:
        """A lock shows what it covered when it was made, or says that something is lacking."""
        found = Locks(home.workspace).locked(T1)
        if found is None or not is_central(home):
            return
        covered = self.locked[msgspec.json.encode(found.lock)]
        assert found.names <= covered
        assert found.lacking or found.names == covered


def conflicts_of(home: HomeOf, name: str) -> set[str]:
    """The fields of an activity in which a home sees a conflict, as it is now."""
    home.workspace.refresh()
    found = home.workspace.plan.find(Activity, name)
    return set(found.conflicts) if found is not None else set()


def is_central(home: HomeOf) -> bool:
    """Whether a home is the centre's."""
    return home.profile.role is Role.CENTRAL


def live(seed: int, steps: int = 25, events: Sequence[tuple[str, int]] = EVENTS) -> None:
    """One schedule by chance, the same for the same seed; raises when something does not hold."""
    chance = random.Random(seed)  # noqa: S311  a schedule, no secret
    world = World(chance.randrange)
    names = [name for name, _ in events]
    weights = [weight for _, weight in events]
    try:
        for event in chance.choices(names, weights, k=steps):
            getattr(world, event)()
            world.check_always()
        world.check_at_last()
    finally:
        world.close()
