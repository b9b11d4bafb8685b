"""One action of one person, gathered before it is written.

Rules and use cases see the plan as it will be (`edit.plan`) and hand over whole entities;
the edit works out which fields changed and which changes they replace.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TypeVar

import msgspec

from model.journal.change import Change, Entry, record
from model.journal.fold import bases_for
from model.plan.entities import CENTRAL_KINDS, ChangeName, Entity
from model.plan.identifiers import CENTRAL, EntityId, random_id
from model.plan.plan import Plan
from model.plan.rules import RuleError
from model.plan.vocabulary import Role

E = TypeVar("E", bound=Entity)

_NOT_FIELDS = frozenset({"id", "scope", "heads", "conflicts"})


class OnlyCentrally(RuleError):
    """What was to be changed belongs to the centre."""

    def __init__(self) -> None:
        super().__init__(
            "Det här ändras bara centralt (stab eller controller). Inget är ändrat. "
            "Hör av dig till dem om något är fel."
        )


class NotYourUnit(RuleError):
    """What was to be changed belongs to a unit that this device does not report for."""

    def __init__(self) -> None:
        super().__init__(
            "Det här hör till en annan enhet än dem som du planerar för här. Inget är ändrat."
        )


class Author(msgspec.Struct, frozen=True):
    """Who edits, and where he may: the units of the device, or the centre."""

    person: EntityId
    role: Role
    units: tuple[EntityId, ...]

    def may_edit(self, entity: Entity) -> None:
        """Raise `OnlyCentrally` or `NotYourUnit` when the entity is not this person's to edit."""
        if entity.scope == CENTRAL and self.role is not Role.CENTRAL:
            raise OnlyCentrally
        if entity.scope != CENTRAL and entity.scope not in self.units:
            raise NotYourUnit


class Edit:
    """Changes of one action; nothing is written until the workspace commits it."""

    def __init__(
        self,
        plan: Plan,
        author: Author,
        today: date,
        tick: Callable[[], str],
        new_id: Callable[[], EntityId] = random_id,
    ) -> None:
        self.plan = plan
        self.author = author
        self.today = today
        self.action = new_id()
        self.new_id = new_id
        self.entries: list[Entry] = []
        self._tick = tick

    def save(self, entity: E, seen: E | None = None) -> E:
        """Record what differs between `entity` and the row that the person had in front of him.

        `seen` is that row where it was read earlier (a form); without it the plan's present
        row is meant. Gives back the entity as it stands in `edit.plan`; what does not differ
        is not recorded. Raises `RuleError` when it is not this person's to edit.
        """
        return self.record(entity, seen or self.plan.find(type(entity), entity.id))

    def record(
        self,
        entity: E,
        seen: E | None,
        *,
        heads: dict[str, tuple[ChangeName, ...]] | None = None,
        undoes: EntityId | None = None,
    ) -> E:
        """Like `save`, with the heads to build on given apart from what was seen."""
        if entity.kind in CENTRAL_KINDS and entity.scope != CENTRAL:
            raise OnlyCentrally
        self.author.may_edit(entity)
        before = msgspec.to_builtins(seen) if seen is not None else {}
        after = msgspec.to_builtins(entity)
        defaults = _defaults(type(entity))
        fields = {
            name: after.get(name, default)
            for name, default in defaults.items()
            if after.get(name, default) != before.get(name, default)
            or (seen is None and name in after)
        }
        if not fields:
            return entity
        known = heads if heads is not None else (seen.heads if seen is not None else {})
        entry = record(
            Change(
                scope=entity.scope,
                author=self.author.person,
                time=self._tick(),
                action=self.action,
                entity=entity.kind,
                id=entity.id,
                fields=fields,
                bases=bases_for(known, before, fields),
                undoes=undoes,
            )
        )
        self.entries.append(entry)
        return self._show(entity, entry)

    def _show(self, entity: E, entry: Entry) -> E:
        current = self.plan.find(type(entity), entity.id)
        heads = dict(current.heads if current is not None else entity.heads)
        heads.update(dict.fromkeys(entry.change.fields, (entry.name,)))
        shown = msgspec.structs.replace(entity, heads=dict(sorted(heads.items())))
        self.plan = self.plan.replacing([shown])
        return shown


@cache
def _defaults(kind: type[Entity]) -> dict[str, object]:
    """A kind's journal fields with the value that each has before any change arrives."""
    return {
        field.name: msgspec.to_builtins(field.default)
        for field in msgspec.structs.fields(kind)
        if field.name not in _NOT_FIELDS
    }
