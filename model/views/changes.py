"""History: who changed what and when, from what to what, in words that people use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from model.journal.change import Entry
from model.journal.clock import moment
from model.journal.validity import is_valid
from model.plan.assessment import Assessment
from model.plan.entities import (
    Activity,
    Assignment,
    ChangeName,
    Entity,
    Goal,
    HandIn,
    OrganisationUnit,
    Person,
    Status,
)
from model.plan.identifiers import EntityId
from model.plan.lock import LateRefusal
from model.plan.plan import Plan
from model.views.entity_names import name_of
from model.views.field_words import field_order, field_words
from model.views.kind_words import KIND_WORDS, NEUTER_KINDS

NOBODY = "okänd person"
_IDENTITY = {
    "status": ("activity", "unit", "tertial"),
    "assignment": ("activity", "unit"),
    "hand_in": ("unit", "tertial"),
    "assessment": ("goal", "tertial"),
    "analysis": ("year",),
    "lock": ("tertial",),
    "late_refusal": ("tertial", "entry"),
}
"""The fields that say which entity it is, which the line says already."""


class FieldChange(msgspec.Struct, frozen=True):
    """One thing that changed; empty where there was or is nothing."""

    label: str
    before: str
    after: str


class HistoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """What one action did to one entity."""

    name: ChangeName
    time: datetime
    """When, by the clock of the machine where it was done; in UTC."""
    author: EntityId
    who: str
    action: EntityId
    """Takes part in undo: all lines of one action are taken back together."""
    kind: str
    entity: EntityId
    what: str
    """What it was done to, in words: `status T1 2024`, `aktivitet`."""
    title: str
    """What the entity is called now."""
    is_new: bool
    is_undoing: bool
    fields: tuple[FieldChange, ...]

    @property
    def headline(self) -> str:
        """The line in a few words: `Ny aktivitet`, `Ändrad status T1 2024`, `Ångrad ändring …`."""
        if self.is_undoing:
            return f"Ångrad ändring av {self.what}"
        if self.kind in NEUTER_KINDS:
            return f"{'Nytt' if self.is_new else 'Ändrat'} {self.what}"
        return f"{'Ny' if self.is_new else 'Ändrad'} {self.what}"


def describe(entries: Iterable[Entry], plan: Plan) -> tuple[HistoryLine, ...]:
    """Changes as lines of history, oldest first.

    Give all changes of each entity, so that what stood before can be told. Changes that are not
    valid are left out, as they are everywhere else. An undoing that gives several values back to
    choose from is one line.
    """
    unique = {entry.name: entry for entry in entries if is_valid(entry.change)}
    ordered = sorted(unique.values(), key=lambda entry: (entry.change.time, entry.name))
    beside = _beside(ordered)
    others = {other.name for each in beside.values() for other in each}
    return tuple(
        _line(entry, unique, plan, beside.get(entry.name, ()))
        for entry in ordered
        if entry.name not in others
    )


def _beside(ordered: Sequence[Entry]) -> dict[ChangeName, list[Entry]]:
    """For the last change of an undoing in each entity the others: what it left to choose from."""
    undoings: dict[tuple[EntityId, EntityId], list[Entry]] = defaultdict(list)
    for entry in ordered:
        if entry.change.undoes is not None:
            undoings[entry.change.action, entry.change.id].append(entry)
    return {found[-1].name: found[:-1] for found in undoings.values() if len(found) > 1}


def told(entries: Iterable[Entry], plan: Plan) -> tuple[str, ...]:
    """What an action did, one text per entity: what undo says was taken back."""
    lines = describe(entries, plan)
    return tuple(dict.fromkeys(f"{line.headline}: {line.title}".rstrip(": ") for line in lines))


def belonging(plan: Plan, entity: Entity) -> list[Entity]:
    """The entities whose changes together are an entity's history, itself first.

    An activity's statuses and who answers for it in a unit; a unit's hand-ins; a goal's
    assessments; and what the centre has refused of them. What was taken back is included.
    """
    if isinstance(entity, Activity):
        found = [entity, *(row for row in plan.everything() if _is_of_activity(row, entity))]
    elif isinstance(entity, OrganisationUnit):
        found = [entity, *(row for row in plan.everything() if _is_of_unit(row, entity))]
    elif isinstance(entity, Goal):
        found = [entity, *(row for row in plan.everything() if _is_of_goal(row, entity))]
    else:
        return [entity]
    ids = {row.id for row in found}
    refusals = (row for row in plan.everything() if isinstance(row, LateRefusal))
    return [*found, *(row for row in refusals if row.entry in ids)]


def _is_of_activity(row: Entity, activity: Activity) -> bool:
    return isinstance(row, Status | Assignment) and row.activity == activity.id


def _is_of_unit(row: Entity, unit: OrganisationUnit) -> bool:
    return isinstance(row, HandIn) and row.unit == unit.id


def _is_of_goal(row: Entity, goal: Goal) -> bool:
    return isinstance(row, Assessment) and row.goal == goal.id


def _line(
    entry: Entry, known: dict[ChangeName, Entry], plan: Plan, beside: Sequence[Entry]
) -> HistoryLine:
    change = entry.change
    person = plan.find(Person, change.author)
    entity = plan.any_of(change.id)
    return HistoryLine(
        name=entry.name,
        time=moment(change.time),
        author=change.author,
        who=person.name if person is not None else NOBODY,
        action=change.action,
        kind=change.entity,
        entity=change.id,
        what=_what(change.entity, entity),
        title=name_of(plan, entity),
        is_new=not change.bases,
        is_undoing=change.undoes is not None,
        fields=tuple(_fields(entry, known, plan, beside)),
    )


def _either(one: str, other: str) -> str:
    return one if one == other else f"{one} eller {other}"


def _what(kind: str, entity: Entity | None) -> str:
    word = KIND_WORDS.get(kind, kind)
    tertial = getattr(entity, "tertial", None)
    return f"{word} {tertial.swedish}" if tertial is not None else word


def _fields(
    entry: Entry, known: dict[ChangeName, Entry], plan: Plan, beside: Sequence[Entry]
) -> Iterable[FieldChange]:
    change = entry.change
    bases = [known[base] for base in change.bases if base in known]
    bases.sort(key=lambda base: (base.change.time, base.name))
    places = {each: place for place, each in enumerate(field_order(change.entity))}
    for field, value in sorted(
        change.fields.items(), key=lambda item: places.get(item[0], len(places))
    ):
        earlier = [base.change.fields[field] for base in bases if field in base.change.fields]
        kind = change.entity
        before = field_words(plan, kind, field, earlier[-1]) if earlier else {}
        after = field_words(plan, kind, field, value)
        for other in beside:
            if field in other.change.fields:
                words = field_words(plan, kind, field, other.change.fields[field])
                after = {
                    label: _either(after.get(label, "–"), words.get(label, "–"))
                    for label in dict.fromkeys((*after, *words))
                }
        if field not in _IDENTITY.get(kind, ()):
            for label in dict.fromkeys((*before, *after)):
                if before.get(label) != after.get(label):
                    yield FieldChange(label, before.get(label, ""), after.get(label, ""))
