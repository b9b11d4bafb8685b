"""The central part of a journal, as an import and an export need it: what stood when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from model.catalogue.cells import Json
from model.catalogue.layout import BY_KIND
from model.catalogue.stamp import PREFIX_LENGTH
from model.catalogue.values import same_value, values_of
from model.journal.change import Entry
from model.journal.fold import fold
from model.journal.rows import entity_of
from model.journal.validity import is_valid
from model.plan.entities import ChangeName, Entity
from model.plan.identifiers import OF_THE_CENTRE, EntityId
from model.plan.kinds import KINDS

Key = tuple[str, EntityId]
"""Kind and id of an entity."""

State = Mapping[Key, Entity]
"""Entities as they stood at some time, removed ones included."""


class CentralHistory:
    """The changes of the centre that a catalogue can be about."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take the changes that are folded on this device; those of other scopes are left out."""
        self._entries: dict[ChangeName, Entry] = {}
        self._by_key: dict[Key, list[Entry]] = defaultdict(list)
        for entry in entries:
            change = entry.change
            is_central = change.scope in OF_THE_CENTRE
            if is_central and change.entity in BY_KIND and is_valid(change):
                self._entries[entry.name] = entry
                self._by_key[change.entity, change.id].append(entry)

    @cached_property
    def current(self) -> State:
        """The present state."""
        return _folded(self._entries.values())

    def state_at(self, stamp: Iterable[str]) -> State | None:
        """The state that a stamp names; None when a change that it rests on is not here."""
        names = {name[:PREFIX_LENGTH]: name for name in self._entries}
        if any(prefix not in names for prefix in stamp):
            return None
        found: set[ChangeName] = set()
        queue = [names[prefix] for prefix in stamp]
        while queue:
            name = queue.pop()
            if name not in found and name in self._entries:
                found.add(name)
                queue.extend(self._entries[name].change.bases)
        return _folded(self._entries[name] for name in found)

    def has_recorded(self, key: Key, field: str, value: Json, bases: Iterable[ChangeName]) -> bool:
        """Whether somebody has already given a field this value, with these changes in front.

        That is what an import of the same file has done before, whatever came after it.
        """
        needed = set(bases)
        return any(
            needed.issubset(entry.change.bases)
            for entry in self._by_key.get(key, ())
            if same_value(key[0], field, entry.change.fields.get(field, msgspec.UNSET), value)
        )

    def has_held(self, key: Key, field: str, value: Json) -> bool:
        """Whether a field ever had this value, so that nothing is lost when a file forgets it."""
        default = values_of(KINDS[key[0]](id=key[1])).get(field)
        return same_value(key[0], field, default, value) or self.has_recorded(key, field, value, ())


def _folded(entries: Iterable[Entry]) -> State:
    return {(row.entity, row.id): entity_of(row) for row in fold(entries)}
