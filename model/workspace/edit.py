"""One action of one person, gathered before it is written.

Rules and use cases see the plan as it will be (`edit.plan`) and hand over whole entities;
the edit works out which fields changed and which changes they replace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from model.journal.change import Change, Entry, record
from model.journal.fold import bases_for
from model.journal.validity import BOOKKEEPING, problem_of
from model.plan.entities import ChangeName, Entity
from model.plan.identifiers import OF_THE_CENTRE, EntityId, Scope, born_in, random_id
from model.plan.plan import Plan
from model.plan.rules import RuleError
from model.plan.vocabulary import Role

E = TypeVar("E", bound=Entity)


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


class NeverShown(RuleError):
    """What was to be saved would be kept but shown to nobody."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"Det går inte att spara: {problem}. Inget är ändrat.")


class Author(msgspec.Struct, frozen=True):
    """Who edits, and where he may: the units of the device, or the centre."""

    person: EntityId
    role: Role
    units: tuple[EntityId, ...]

    def may_edit(self, entity: Entity) -> None:
        """Raise `OnlyCentrally` or `NotYourUnit` when the entity is not this person's to edit."""
        if entity.scope in OF_THE_CENTRE and self.role is not Role.CENTRAL:
            raise OnlyCentrally
        if entity.scope not in OF_THE_CENTRE and entity.scope not in self.units:
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

    def new_id_in(self, scope: Scope) -> EntityId:
        """A fresh id for what is born in a scope."""
        return born_in(scope, self.new_id())

    def save(self, entity: E, seen: E | UnsetType | None = UNSET) -> E:
        """Record what differs between `entity` and the row that the person had in front of him.

        `seen` is that row where it was read earlier (a form), None where the form showed that
        there was none yet; without it the plan's present row is meant. What somebody else has
        written in the same field since then stays beside it, as a conflict. Gives back the
        entity as it stands in `edit.plan`; what does not differ is not recorded. Raises
        `RuleError` when it is not this person's to edit.
        """
        return self.record(entity, self._present(entity) if seen is UNSET else seen)

    def settle(self, entity: E, fields: Iterable[str], seen: E | None = None) -> E:
        """Settle conflicts: these fields are to be as `entity` has them, whoever wrote what.

        `seen` is the row that the person had in front of him, else the plan's. Raises
        `RuleError` when it is not this person's to edit.
        """
        return self.record(entity, seen or self._present(entity), settled=fields)

    def record(
        self,
        entity: E,
        seen: E | None,
        *,
        settled: Iterable[str] = (),
        undoes: EntityId | None = None,
        bases: Iterable[ChangeName] | None = None,
    ) -> E:
        """Record what differs from `seen`, and the `settled` fields even where they do not.

        `bases` are what it replaces, where that is not what stands in `seen`.
        """
        self.author.may_edit(entity)
        if seen is not None and seen.scope != entity.scope:
            raise NeverShown("det hör hemma på ett annat ställe, och det ändras aldrig")
        before = msgspec.to_builtins(seen) if seen is not None else {}
        after = msgspec.to_builtins(entity)
        fields = {
            name: after.get(name, default)
            for name, default in _defaults(type(entity)).items()
            if after.get(name, default) != before.get(name, default) or name in settled
        }
        if not fields:
            return self._present(entity) or entity
        replaced = bases_for(seen.heads, before, fields) if seen is not None else ()
        change = Change(
            scope=entity.scope,
            author=self.author.person,
            time=self._tick(),
            action=self.action,
            entity=entity.kind,
            id=entity.id,
            fields=fields,
            bases=tuple(sorted(bases)) if bases is not None else replaced,
            undoes=undoes,
        )
        if (problem := problem_of(change)) is not None:
            raise NeverShown(problem)
        entry = record(change)
        self.entries.append(entry)
        return self._show(entity, entry)

    @contextmanager
    def whole(self) -> Iterator[None]:
        """What is recorded in the block is recorded whole: when it raises, it never was."""
        plan, recorded = self.plan, len(self.entries)
        try:
            yield
        except BaseException:
            self.plan = plan
            del self.entries[recorded:]
            raise

    def _present(self, entity: E) -> E | None:
        return self.plan.find(type(entity), entity.id)

    def _show(self, entity: E, entry: Entry) -> E:
        """Let the plan have what was recorded, beside what the change has not seen."""
        fields = entry.change.fields
        present = self._present(entity) or type(entity)(id=entity.id, scope=entity.scope)
        unseen = {
            field: tuple(
                name for name in present.heads.get(field, ()) if name not in entry.change.bases
            )
            for field in fields
        }
        heads = {**present.heads, **{field: (entry.name, *unseen[field]) for field in fields}}
        open_fields = set(present.conflicts).difference(fields)
        open_fields.update(
            field
            for field in fields
            if unseen[field] and getattr(present, field) != getattr(entity, field)
        )
        shown = msgspec.structs.replace(
            present,
            **{field: getattr(entity, field) for field in fields},
            heads=dict(sorted(heads.items())),
            conflicts=tuple(sorted(open_fields)),
        )
        self.plan = self.plan.replacing([shown])
        return shown


def fields_of(entity: Entity) -> dict[str, object]:
    """What the first change of an entity says: the fields that have another value than before."""
    said = msgspec.to_builtins(entity)
    return {
        name: said[name]
        for name, default in _defaults(type(entity)).items()
        if said.get(name, default) != default
    }


@cache
def _defaults(kind: type[Entity]) -> dict[str, object]:
    """A kind's journal fields with the value that each has before any change arrives."""
    return {
        field.name: msgspec.to_builtins(field.default)
        for field in msgspec.structs.fields(kind)
        if field.name not in BOOKKEEPING
    }
