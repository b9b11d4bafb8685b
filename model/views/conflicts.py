"""Conflicts side by side: what each person wrote who had not seen the other's, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from model.journal.change import Change, Entry, Json
from model.journal.clock import moment
from model.journal.fold import LIFECYCLE
from model.journal.undoing import given_back
from model.plan.entities import Entity, Person
from model.plan.identifiers import OF_THE_CENTRE, EntityId, Scope
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from model.views.changes import NOBODY
from model.views.entity_names import name_of
from model.views.field_labels import field_label
from model.views.field_words import field_words
from model.views.kind_words import KIND_WORDS

if TYPE_CHECKING:
    from model.home.config import Profile

_ENDINGS = {"removed": ("borttagen", "kvar"), "cancelled": ("utgår", "utgår inte")}
EMPTY = "(tomt)"


class Side(msgspec.Struct, frozen=True):
    """One value of a field, who wrote it, and when by the clock of that machine (UTC)."""

    value: Json
    words: str
    author: EntityId
    who: str
    time: datetime


class FieldConflict(msgspec.Struct, frozen=True, kw_only=True):
    """A field with several values for a person to choose between; the one shown now is first."""

    kind: str
    entity: EntityId
    scope: Scope
    what: str
    """What it is, in words: `aktivitet`, `status T1 2024`."""
    title: str
    field: str
    label: str
    sides: tuple[Side, ...]

    @property
    def is_text(self) -> bool:
        """Whether the values are running text, so that a third can be written from them."""
        return all(side.words in (side.value, EMPTY) for side in self.sides)


def scopes_to_settle(profile: Profile) -> frozenset[Scope]:
    """Where the conflicts are this home's to settle: its units', and the centre's for the centre.

    What the centre has written in two ways reaches every unit, and none of them may choose.
    """
    central = OF_THE_CENTRE if profile.role is Role.CENTRAL else ()
    return frozenset([*profile.units, *central])


def conflicts(
    plan: Plan, entries_of: Callable[[Entity], Iterable[Entry]]
) -> Iterator[FieldConflict]:
    """Every open conflict of a plan; `entries_of` gives an entity's changes."""
    rows = [row for row in plan.everything() if row.conflicts]
    for row in sorted(rows, key=lambda row: (row.kind, name_of(plan, row), row.id)):
        changes = {entry.name: entry.change for entry in entries_of(row)}
        for field in row.conflicts:
            sides = tuple(_sides(plan, row, field, changes))
            if len(sides) > 1:
                yield FieldConflict(
                    kind=row.kind,
                    entity=row.id,
                    scope=row.scope,
                    what=_what(row),
                    title=name_of(plan, row),
                    field=field,
                    label=field_label(field),
                    sides=sides,
                )


def _what(row: Entity) -> str:
    tertial = getattr(row, "tertial", None)
    word = KIND_WORDS.get(row.kind, row.kind)
    return f"{word} {tertial.swedish}" if tertial is not None else word


def _sides(plan: Plan, row: Entity, field: str, changes: dict[str, Change]) -> Iterator[Side]:
    """The values of the changes that nothing replaces, latest first, each value once."""
    heads = {name: changes[name] for name in row.heads.get(field, ()) if name in changes}
    latest_first = sorted(heads, key=lambda name: (heads[name].time, name), reverse=True)
    told: list[Json] = []
    for name in latest_first:
        value = heads[name].fields[field]
        if value not in told:
            told.append(value)
            written = changes[given_back(name, field, changes)]
            yield _side(plan, row.kind, field, value, written)
    if field in LIFECYCLE and told == [True]:
        unseen = list(_beside(row, heads, changes))
        if unseen:
            edit = max(unseen, key=lambda change: change.time)
            yield _side(plan, row.kind, field, value=False, change=edit)


def _beside(row: Entity, ends: dict[str, Change], changes: dict[str, Change]) -> Iterator[Change]:
    """The edits that an ending had not seen, nor they it: for them the entity goes on."""
    for names in row.heads.values():
        for name in names:
            other = changes.get(name)
            if other is not None and any(
                name not in (end, *change.bases) and end not in other.bases
                for end, change in ends.items()
            ):
                yield other


def _side(plan: Plan, kind: str, field: str, value: Json, change: Change) -> Side:
    person = plan.find(Person, change.author)
    who = person.name if person is not None and person.name else NOBODY
    return Side(value, _words(plan, kind, field, value), change.author, who, moment(change.time))


def _words(plan: Plan, kind: str, field: str, value: Json) -> str:
    if field in _ENDINGS:
        ended, goes_on = _ENDINGS[field]
        return ended if value else goes_on
    said = field_words(plan, kind, field, value)
    if len(said) == 1:
        return next(iter(said.values()))
    return ", ".join(f"{label}: {text}" for label, text in said.items()) or EMPTY
