"""Taking the cut that locks a tertial, and the plan as it was locked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET, UnsetType

from model.actions.locking import lock
from model.plan.calendar import Tertial
from model.plan.entities import ChangeName, Entity
from model.plan.kinds import WRITTEN_AFTER
from model.plan.lock import Cut, Lock, TertialLock
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from model.store.journal import shown_names
from model.swedish.numbers import counted
from model.views.as_of import AsLocked, locked_until, plan_as_of
from model.views.late import still_refused
from model.workspace.workspace import Workspace
from sync import writer as writers
from sync.fingerprint import fingerprint
from sync.missing import fresh
from sync.scopes import scopes_of
from sync.segment import Writer
from sync.segment import cut as into_segments
from sync.state import cuts, segments, tables
from sync.state.lines import in_journal, own_scopes

if TYPE_CHECKING:
    from sqlalchemy import Connection


class LockedTertial(msgspec.Struct, frozen=True, kw_only=True):
    """A tertial as it is locked: what the locked figures are computed from."""

    tertial: Tertial
    lock: Lock
    plan: Plan
    """The plan as the lock covers it, with the lock itself in it."""
    names: frozenset[ChangeName]
    """The changes that the lock covers and lets in."""
    written: tuple[Entity, ...]
    """What the centre has written since on the grounds of it, which is in the plan as it is now."""
    lacking: int
    """How many covered changes, of the scopes that this home reads, are not here."""

    @property
    def lacking_words(self) -> str:
        """That the locked figures are not whole here, as sentences; empty where they are."""
        if not self.lacking:
            return ""
        return (
            f"{self.tertial.swedish} är låst, och {counted(self.lacking, 'ändring', 'ändringar')} "
            "som låsningen omfattar finns inte på den här datorn än. Siffrorna är därför inte "
            "fullständiga. Synka för att hämta dem."
        )


class Locks:
    """The locked tertials of a workspace; each is folded once, however often it is asked for."""

    def __init__(self, workspace: Workspace) -> None:
        """Nothing is read before a tertial is asked for."""
        self._workspace = workspace
        self._known: dict[Tertial, LockedTertial] = {}
        self._arrival: dict[Tertial, int] = {}

    def locked(self, tertial: Tertial) -> LockedTertial | None:
        """A tertial as it is locked, None where it is open. Raises a `StoreError`."""
        row = self._workspace.plan.lock_of(tertial)
        if row is None or row.lock is None:
            self._known.pop(tertial, None)
            return None
        found = self._known.get(tertial)
        if found is None or not self._holds(found, row):
            found = _fold(self._workspace, tertial, row, row.lock)
            self._known[tertial] = found
            self._arrival[tertial] = self._workspace.arrival
        written = _written(self._workspace.plan)
        if found.written != written:
            plan = found.plan.replacing(written)
            found = msgspec.structs.replace(found, plan=plan, written=written)
            self._known[tertial] = found
        return found

    def plan(self, tertial: Tertial) -> Plan:
        """The plan to show a tertial from: as it was locked, else as it is now."""
        found = self.locked(tertial)
        return found.plan if found is not None else self._workspace.plan

    def as_of(self, day: date) -> Plan:
        """The plan that a report of a day is made from; see `model.views.as_of`."""
        plan = self._workspace.plan
        found = {tertial: self.locked(tertial) for tertial in locked_until(plan, day)}
        known = {
            tertial: AsLocked(locked.plan, locked.names)
            for tertial, locked in found.items()
            if locked is not None
        }
        return plan_as_of(plan, day, known)

    def _holds(self, found: LockedTertial, row: TertialLock) -> bool:
        """Whether nothing can have changed: what is lacking may have arrived since."""
        if found.plan.lock_of(found.tertial) != row:
            return False
        return not found.lacking or self._arrival[found.tertial] == self._workspace.arrival


class Taken(msgspec.Struct, frozen=True):
    """A cut, and what it does not reach."""

    cut: Cut
    loose: tuple[ChangeName, ...]
    """Changes that are shown here and have no position: they did not come through an exchange, or
    through one that was broken off."""


def take_cut(workspace: Workspace, mark: str | None = None) -> Taken:
    """A cut through everything that is here; raises a `StoreError`.

    What was written here and has no position yet gets one, as if it were published: a share gets
    it under the same name. `mark` is the fingerprint of the database; found out when not given.
    """
    workspace.refresh()
    tables.prepare(workspace.database)
    with workspace.database.writing() as connection:
        _give_positions(connection, mark or fingerprint(workspace.database.path))
        cut = cuts.take(connection)
        placed = cuts.covered(connection, cut, ()).names
        return Taken(cut, tuple(name for name in shown_names(connection) if name not in placed))


def lock_tertial(
    workspace: Workspace,
    tertial: Tertial,
    *,
    seen: TertialLock | UnsetType | None = UNSET,
    mark: str | None = None,
) -> TertialLock:
    """Lock a tertial, or lock it again, by a cut through everything that is here.

    `seen` as in `model.actions.locking.lock`. Raises `RuleError` or a `StoreError`; then nothing
    is locked.
    """
    taken = take_cut(workspace, mark)
    left_out = still_refused(workspace.plan, tertial, workspace.entries_of)
    with workspace.edit() as edit:
        return lock(edit, tertial, taken.cut, loose=taken.loose, left_out=left_out, seen=seen)


def _give_positions(connection: Connection, mark: str) -> None:
    writer: Writer | None = writers.current(connection, mark)
    for scope in own_scopes(connection):
        new = fresh(connection, scope)
        if not new:
            continue
        writer = writer or writers.replace(connection, mark)
        after, before = segments.head(connection, scope, writer)
        lines = [each.line for each in new]
        segments.add(connection, scope, into_segments(scope, writer, after, before, lines))
        segments.pass_to(connection, scope, new[-1].arrival)


def _written(plan: Plan) -> tuple[Entity, ...]:
    return tuple(row for kind in WRITTEN_AFTER for row in plan.of(kind))


def _fold(workspace: Workspace, tertial: Tertial, row: TertialLock, lock: Lock) -> LockedTertial:
    tables.prepare(workspace.database)
    is_central = workspace.profile.role is Role.CENTRAL
    with workspace.database.reading() as connection:
        there = lock.cut if is_central else ()
        read = scopes_of(workspace.profile, workspace.plan, own_scopes(connection), there).all
        found = cuts.covered(connection, lock.cut, read)
        # Only the centre reads everything: others cannot tell whose a change is that is not here.
        named = {*lock.loose, *lock.let_in}
        here = in_journal(connection, tuple(named)) if is_central else named
    covered = found.names.union(named)
    return LockedTertial(
        tertial=tertial,
        lock=lock,
        plan=workspace.plan_of(covered, lock.left_out).replacing([row]),
        names=covered.difference(lock.left_out),
        written=(),
        lacking=found.lacking + len(named) - len(here),
    )
