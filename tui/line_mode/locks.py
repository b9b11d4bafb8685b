"""Locks and late changes as records and as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from model.errors import ModelError
from model.plan.identifiers import UnknownId, resolve_id, short_id
from model.swedish.numbers import counted
from tui.line_mode.exchanges import iso, local
from tui.line_mode.output import Record, column, plain, print_table, say
from tui.line_mode.session import Session

if TYPE_CHECKING:
    from model.plan.calendar import Tertial
    from model.views.late import LateEntry
    from model.views.locking import LockView, UnitReadiness


class NothingLate(ModelError):
    """No late change has an id that begins so."""

    def __init__(self, named: str) -> None:
        super().__init__(
            f"Ingen sen ändring har ett id som börjar på ”{named}”. Inget är ändrat. "
            "De visas med ”tertial late list”."
        )


def lock_view_of(session: Session, tertial: Tertial) -> LockView:
    """A tertial and its units as they are now."""
    from model.views.locking import lock_view

    return lock_view(session.plan, tertial, session.today, session.workspace.last_heard())


def lock_record(session: Session, tertial: Tertial) -> dict[str, object]:
    """A tertial's lock as `--json` has it, with its units."""
    from model.plan.lock import TertialLock

    view = lock_view_of(session, tertial)
    late = late_of(session, tertial)
    return {
        "id": session.plan.id_of(TertialLock, str(tertial)),
        "tertial": str(tertial),
        "locked": view.is_locked,
        "date": plain(view.day),
        "by": view.who or None,
        "conflict": view.is_in_conflict,
        "late": len(late),
        "units": [_unit_record(unit) for unit in view.units],
    }


def _unit_record(unit: UnitReadiness) -> Record:
    return {
        "id": unit.unit,
        "unit": unit.name,
        "handed_in": unit.is_handed_in,
        "handed_in_date": plain(unit.handed_in_on),
        "missing": unit.missing,
        "changed": unit.changed_since,
        "last_heard": iso(unit.heard),
    }


def tell_readiness(view: LockView) -> None:
    """Say how many have handed in, and list the units that are waited for."""
    units = counted(len(view.units), "enhet", "enheter")
    say(f"{view.tertial.swedish}: {view.handed_in} av {units} har lämnat in.")
    if view.waited_for:
        print_table(_COLUMNS, [_shown(unit) for unit in view.waited_for])
    if view.is_running:
        say(f"{view.tertial.swedish} slutar först {view.tertial.as_of}.")


_COLUMNS = (
    column("Inte klara", "unit"),
    column("Inlämnad", "handed_in"),
    column("Saknar status", "missing"),
    column("Senast hört av", "heard"),
)


def _shown(unit: UnitReadiness) -> Record:
    changed = " ✎" if unit.changed_since else ""
    return {
        "unit": unit.name,
        "handed_in": f"{plain(unit.handed_in_on) or '–'}{changed}",
        "missing": unit.missing or "–",
        "heard": local(unit.heard) if unit.heard is not None else "aldrig",
    }


def late_of(session: Session, tertial: Tertial) -> list[LateEntry]:
    """The late changes of a tertial; none where it is open."""
    from model.views.late import late_entries

    found = session.locks.locked(tertial)
    if found is None:
        return []
    entries_of_all = session.workspace.entries_of_all
    return list(late_entries(session.plan, found.plan, tertial, found.names, entries_of_all))


def all_late(session: Session, tertial: Tertial | None) -> list[tuple[Tertial, LateEntry]]:
    """The late changes of one tertial, or of every locked one, oldest tertial first."""
    tertials = sorted(session.plan.locked) if tertial is None else [tertial]
    return [(each, entry) for each in tertials for entry in late_of(session, each)]


def late_named(session: Session, ids: Iterable[str]) -> list[tuple[Tertial, LateEntry]]:
    """The late changes whose ids begin so; raises `NothingLate` or `AmbiguousId`."""
    known = {entry.entry: (tertial, entry) for tertial, entry in all_late(session, None)}
    found = []
    for named in ids:
        try:
            found.append(known[resolve_id(named, known)])
        except UnknownId as error:
            raise NothingLate(named) from error
    return found


def late_record(session: Session, tertial: Tertial, late: LateEntry) -> dict[str, object]:
    """A late change as `--json` has it."""
    refusal = late.refusal
    return {
        "id": late.entry,
        "tertial": str(tertial),
        "kind": late.kind,
        "unit": late.unit_name or None,
        "title": late.title,
        "author": late.who,
        "time": iso(late.time),
        "decision": plain(late.decision),
        "reason": refusal.reason if refusal is not None else None,
        "declined_by": who_declined(session, late),
        "declined_on": plain(refusal.day) if refusal is not None else None,
        "changes": [
            {"field": each.label, "locked": each.before or None, "late": each.after or None}
            for each in late.fields
        ],
    }


def who_declined(session: Session, late: LateEntry) -> str | None:
    """The name of who declined a late change; None where nobody has."""
    from model.plan.entities import Person
    from model.views.changes import NOBODY

    if late.refusal is None:
        return None
    person = session.plan.find(Person, late.refusal.by)
    return person.name if person is not None and person.name else NOBODY


def told(session: Session, tertial: Tertial, late: LateEntry) -> Iterator[str]:
    """A late change in lines: whose it is, what it would change, and what was decided."""
    unit = f"{late.unit_name}, " if late.unit_name else ""
    yield f"[{short_id(late.entry)}]  {unit}{late.what} {tertial.swedish}: {late.title}".rstrip(
        ": "
    )
    yield f"    {late.who}, {local(late.time)}"
    for each in late.fields:
        yield f"    {each.label}: {each.before or '(tomt)'} → {each.after or '(tomt)'}"
    if late.refusal is not None:
        who = who_declined(session, late)
        yield f"    Avslagen {late.refusal.day} av {who}: {late.refusal.reason}"
