"""Locking a tertial, unlocking it, and deciding on what arrives after the lock.

All of it is the centre's. What is decided is written like everything else: it travels, shows in
the history, and can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from model.journal.change import LineTooLong
from model.plan.calendar import Tertial
from model.plan.entities import ChangeName
from model.plan.identifiers import EntityId
from model.plan.lock import Cut, LateRefusal, Lock, Refusal, TertialLock, letting_in
from model.plan.rules import FieldRefused, RuleError, check_settled, checked_text
from model.plan.vocabulary import Role
from model.workspace.edit import Edit

MOST_LOOSE = 10_000
"""How many changes without a position a lock names: a line of the journal has its bounds."""


class OnlyCentreLocks(RuleError):
    """Somebody else than the centre would lock, unlock, or decide on late changes."""

    def __init__(self) -> None:
        super().__init__(
            "Bara stab eller controller låser och låser upp tertial och tar ställning till sena "
            "ändringar. Inget är ändrat. Hör av dig till dem om tertialet behöver öppnas."
        )


class NotLocked(RuleError):
    """The tertial is open."""

    def __init__(self, tertial: Tertial) -> None:
        super().__init__(f"{tertial.swedish} är inte låst. Inget är ändrat.")


class SyncFirst(RuleError):
    """More changes have no position than a lock can name one by one."""

    def __init__(self, count: int) -> None:
        super().__init__(
            f"{count} ändringar här är inte färdighämtade från delningen. Inget är låst. "
            "Synka och lås igen."
        )


class CutTooLong(RuleError):
    """The changes come in more unbroken runs than one lock can name."""

    def __init__(self, runs: int) -> None:
        super().__init__(
            f"Det som ska låsas kommer i {runs} serier, och en låsning rymmer ungefär 17 000. "
            "Inget är låst, och inget är förlorat. Varje gång en databas flyttas eller kopieras "
            "börjar en ny serie: det här blir det bara om datorer gör så dagligen i åratal. Lägg "
            "de databaserna på datorernas egna diskar, och visa det här för den som sköter "
            "programmet."
        )
        self.runs = runs


def lock(
    edit: Edit,
    tertial: Tertial,
    cut: Cut,
    *,
    loose: Iterable[ChangeName] = (),
    left_out: Iterable[ChangeName] = (),
    seen: TertialLock | UnsetType | None = UNSET,
) -> TertialLock:
    """Lock a tertial, or lock it again, by a cut; raises `RuleError`.

    `loose` are changes without a position that are covered as well. `left_out` are changes that
    were declined and stay out, see `model.views.late.still_refused`.
    `seen` is the lock that the person had in front of him, None where there was none; without it
    the plan's present one is meant.
    """
    check_central(edit.author.role)
    if tertial.first_day > edit.today:
        raise RuleError(f"{tertial.swedish} har inte börjat. Inget är låst.")
    unplaced, declined = (tuple(sorted(set(names))) for names in (loose, left_out))
    if len(unplaced) > MOST_LOOSE:
        raise SyncFirst(len(unplaced))
    taken = Lock(
        day=edit.today,
        by=edit.author.person,
        cut=cut,
        loose=unplaced,
        left_out=declined,
    )
    try:
        return _save(edit, tertial, taken, seen)
    except LineTooLong as error:
        raise CutTooLong(sum(map(len, cut.values()))) from error


def unlock(
    edit: Edit, tertial: Tertial, *, seen: TertialLock | UnsetType | None = UNSET
) -> TertialLock:
    """Open a locked tertial again; raises `RuleError`. `seen` as in `lock`."""
    check_central(edit.author.role)
    _present(edit, tertial)
    return _save(edit, tertial, None, seen)


def accept(edit: Edit, tertial: Tertial, changes: Iterable[ChangeName]) -> TertialLock:
    """Let late changes in: a new lock that covers exactly them besides; raises `RuleError`.

    A refusal that names any of them is taken back.
    """
    check_central(edit.author.role)
    row, present = _present(edit, tertial)
    check_settled(edit.plan, tertial)
    names = set(changes)
    for refused in edit.plan.refusals_of(tertial):
        if refused.refusal is not None and names.intersection(refused.refusal.changes):
            edit.save(replace(refused, refusal=None))
    return edit.save(replace(row, lock=letting_in(present, names)))


def decline(
    edit: Edit, tertial: Tertial, entry: EntityId, changes: Iterable[ChangeName], reason: str
) -> LateRefusal:
    """Keep the late changes of a status, hand-in or assessment out, with a reason.

    They stay in the journal, and the unit is told why. Raises `RuleError`.
    """
    check_central(edit.author.role)
    _, present = _present(edit, tertial)
    names = tuple(sorted(set(changes)))
    if set(names).intersection(present.let_in):
        raise RuleError("Ändringen är redan insläppt. Inget är ändrat. Ångra det i stället.")
    reason = checked_text("reason", reason)
    if not reason.strip():
        raise FieldRefused("reason", "Skriv varför ändringen inte släpps in.")
    identity = edit.plan.id_of(LateRefusal, str(tertial), entry)
    seen = edit.plan.find(LateRefusal, identity)
    base = seen or LateRefusal(id=identity, tertial=tertial, entry=entry)
    refusal = Refusal(day=edit.today, by=edit.author.person, reason=reason, changes=names)
    return edit.save(replace(base, refusal=refusal, removed=False), seen)


def check_central(role: Role) -> None:
    """Raise `OnlyCentreLocks` for anybody who does not work centrally."""
    if role is not Role.CENTRAL:
        raise OnlyCentreLocks


def _present(edit: Edit, tertial: Tertial) -> tuple[TertialLock, Lock]:
    row = edit.plan.lock_of(tertial)
    if row is None or row.lock is None:
        raise NotLocked(tertial)
    return row, row.lock


def _save(
    edit: Edit, tertial: Tertial, taken: Lock | None, seen: TertialLock | UnsetType | None
) -> TertialLock:
    identity = edit.plan.id_of(TertialLock, str(tertial))
    present = edit.plan.lock_of(tertial) or edit.plan.find(TertialLock, identity)
    undone = present if present is not None and present.removed else None
    before = present if isinstance(seen, UnsetType) else seen or undone
    base = before or TertialLock(id=identity, tertial=tertial)
    wanted = replace(base, lock=taken, removed=False)
    if before is not None and before.conflicts:
        return edit.settle(wanted, ("lock",), before)
    return edit.save(wanted, before)
