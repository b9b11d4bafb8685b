"""What arrived after a tertial was locked: what it would change, from whom, and what was decided.

Only what reports the tertial can be late: statuses, hand-ins, assessments. All other edits go on.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum

import msgspec

from model.journal.change import Entry
from model.journal.clock import moment
from model.journal.validity import is_valid
from model.plan.calendar import Tertial
from model.plan.entities import ChangeName, Entity, OrganisationUnit, Person
from model.plan.identifiers import EntityId
from model.plan.kinds import KINDS, REPORT_KINDS
from model.plan.lock import Refusal
from model.plan.plan import Plan
from model.swedish.sorting import sort_key
from model.views.changes import NOBODY, FieldChange
from model.views.entity_names import name_of
from model.views.field_words import field_order, field_words
from model.views.kind_words import KIND_WORDS


class Decision(StrEnum):
    """What the centre has decided on a late entry."""

    WAITING = "waiting"
    DECLINED = "declined"


class LateEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A status, hand-in or assessment that stands otherwise now than when it was locked."""

    entry: EntityId
    kind: str
    what: str
    """What it is, in words: `status`."""
    title: str
    unit: EntityId | None
    unit_name: str
    author: EntityId
    who: str
    """Who made the latest of the late changes, and when by the clock of that machine (UTC)."""
    time: datetime
    fields: tuple[FieldChange, ...]
    """What the locked view shows, and what would stand there instead."""
    changes: tuple[ChangeName, ...]
    """Every late change of the entry, by name: what is let in or refused."""
    decision: Decision
    refusal: Refusal | None = None


def late_entries(
    plan: Plan,
    locked: Plan,
    tertial: Tertial,
    names: Container[ChangeName],
    entries_of_all: Callable[[Sequence[Entity]], Iterable[Iterable[Entry]]],
) -> Iterator[LateEntry]:
    """The late entries of a locked tertial, unit by unit.

    `plan` is the present one, `locked` the one that the lock covers, `names` the changes that it
    covers. An entry that says the same as when it was locked is not late, whatever was written.
    """
    rows = list(reports_beside(plan, tertial, names))
    found = []
    for row, entries in zip(rows, entries_of_all(rows), strict=True):
        entry = _late(plan, locked, row, names, entries)
        if entry is not None:
            found.append(entry)
    yield from sorted(found, key=lambda each: (sort_key(each.unit_name), each.time, each.entry))


def still_refused(
    plan: Plan, tertial: Tertial, entries_of: Callable[[Entity], Iterable[Entry]]
) -> frozenset[ChangeName]:
    """The declined changes that stay out when a tertial is locked again.

    Where the unit has gone on from what was declined, while the tertial was open, it has reported
    anew, and nothing of it stays out.
    """
    refused: set[ChangeName] = set()
    for row in _reporting(plan, tertial):
        decided = plan.refusal_of(tertial, row.id)
        if decided is None or decided.refusal is None:
            continue
        names = set(decided.refusal.changes)
        others = (entry.change for entry in entries_of(row) if entry.name not in names)
        if not any(names.intersection(change.bases) for change in others):
            refused |= names
    return frozenset(refused)


def _reporting(plan: Plan, tertial: Tertial) -> Iterator[Entity]:
    for row in plan.everything():
        if row.kind in REPORT_KINDS and getattr(row, "tertial", None) == tertial:
            yield row


def reports_beside(plan: Plan, tertial: Tertial, names: Container[ChangeName]) -> Iterator[Entity]:
    """What reports a tertial and stands on any change that is not among these."""
    for row in _reporting(plan, tertial):
        if any(name not in names for heads in row.heads.values() for name in heads):
            yield row


def _late(
    plan: Plan,
    locked: Plan,
    row: Entity,
    names: Container[ChangeName],
    entries: Iterable[Entry],
) -> LateEntry | None:
    late = [
        entry
        for entry in entries
        if entry.name not in names and entry.change.scope == row.scope and is_valid(entry.change)
    ]
    fields = tuple(_differences(plan, locked, row))
    if not late or not fields:
        return None
    latest = max(late, key=lambda entry: (entry.change.time, entry.name)).change
    changes = tuple(sorted(entry.name for entry in late))
    person = plan.find(Person, latest.author)
    unit = plan.find(OrganisationUnit, getattr(row, "unit", None))
    refusal = _refusal(plan, row, changes)
    return LateEntry(
        entry=row.id,
        kind=row.kind,
        what=KIND_WORDS.get(row.kind, row.kind),
        title=name_of(plan, row),
        unit=unit.id if unit is not None else None,
        unit_name=unit.name if unit is not None else "",
        author=latest.author,
        who=person.name if person is not None and person.name else NOBODY,
        time=moment(latest.time),
        fields=fields,
        changes=changes,
        decision=Decision.WAITING if refusal is None else Decision.DECLINED,
        refusal=refusal,
    )


def _refusal(plan: Plan, row: Entity, changes: Iterable[ChangeName]) -> Refusal | None:
    """The refusal that names every one of these; what is written after it waits again."""
    tertial = getattr(row, "tertial", None)
    refused = plan.refusal_of(tertial, row.id) if isinstance(tertial, Tertial) else None
    if refused is None or refused.refusal is None:
        return None
    return refused.refusal if set(changes) <= set(refused.refusal.changes) else None


def _differences(plan: Plan, locked: Plan, row: Entity) -> Iterator[FieldChange]:
    """Where the entry differs, field by field, in words."""
    kind = KINDS[row.kind]
    then = locked.find(kind, row.id)
    gone_then, gone_now = then is None or then.removed, row.removed
    if gone_now and not gone_then:
        yield FieldChange(
            "läge", *("finns inte" if gone else "finns" for gone in (gone_then, gone_now))
        )
    for field in field_order(row.kind):
        if field in _NOT_SAID:
            continue
        before = None if then is None or gone_then else msgspec.to_builtins(getattr(then, field))
        after = None if gone_now else msgspec.to_builtins(getattr(row, field))
        if before == after:
            continue
        words = [
            field_words(plan, row.kind, field, value) if value is not None else {}
            for value in (before, after)
        ]
        for label in dict.fromkeys((*words[0], *words[1])):
            if words[0].get(label) != words[1].get(label):
                yield FieldChange(label, words[0].get(label, ""), words[1].get(label, ""))


_NOT_SAID = frozenset(
    {"id", "scope", "removed", "heads", "conflicts", "tertial", "activity", "unit", "goal"}
)
"""What an entry is, rather than what it says."""
