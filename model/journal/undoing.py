"""Which actions still hold, when some have taken others back, and the changes without them.

An edit is an action that takes nothing back; an undoing takes back an edit, or an undoing,
which does the edit again. Answers depend on the set of changes alone, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import msgspec

from model.journal.change import Change, Entry
from model.journal.fold import LIFECYCLE, fold_entity
from model.plan.entities import ChangeName
from model.plan.identifiers import EntityId

_NONE = object()
"""Where a field has no value at all."""


class Actions:
    """The actions that a set of changes belongs to."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self._undoes: dict[EntityId, EntityId] = {}
        self._undoers: dict[EntityId, set[EntityId]] = defaultdict(set)
        self._holds: dict[EntityId, bool] = {}
        for change in changes:
            if change.undoes is not None:
                self._undoes[change.action] = change.undoes
                self._undoers[change.undoes].add(change.action)

    def is_edit(self, action: EntityId) -> bool:
        """Whether the action takes nothing back."""
        return action not in self._undoes

    def behind(self, action: EntityId) -> EntityId:
        """The edit that a chain of undoings is about; the action itself when it is an edit."""
        return self._chain(action)[-1]

    def does(self, action: EntityId) -> bool:
        """Whether the action does the edit behind it, first or again, rather than takes it back."""
        return len(self._chain(action)) % 2 == 1

    def hold(self, action: EntityId) -> bool:
        """Whether no action that itself holds has taken this one back."""
        stack = [action]
        while stack:
            top = stack[-1]
            waiting = [
                each
                for each in self._undoers.get(top, ())
                if each not in self._holds and each not in stack
            ]
            if waiting:
                stack.append(min(waiting))
                continue
            stack.pop()
            self._holds[top] = not any(
                self._holds.get(each, False) for each in self._undoers.get(top, ())
            )
        return self._holds[action]

    def _chain(self, action: EntityId) -> list[EntityId]:
        chain = [action]
        while (earlier := self._undoes.get(chain[-1])) is not None and earlier not in chain:
            chain.append(earlier)
        return chain


def giving_nothing_new(entries: Iterable[Entry]) -> set[ChangeName]:
    """Changes that gave only what was shown already, and chose nothing."""
    by_name = {entry.name: entry for entry in entries}
    return {name for name, entry in by_name.items() if _gives_what_was(entry, by_name)}


def _gives_what_was(entry: Entry, by_name: Mapping[ChangeName, Entry]) -> bool:
    fields = entry.change.fields
    direct = [by_name[name].change.fields for name in entry.change.bases if name in by_name]
    if not all(any(each.get(field, _NONE) == fields[field] for each in direct) for field in fields):
        return False
    changes = {name: each.change for name, each in by_name.items()}
    folded = fold_entity(by_name[name] for name in _before(entry.change.bases, changes))
    return folded is not None and all(
        folded.values.get(field, _NONE) == value and field not in folded.conflicts
        for field, value in fields.items()
    )


def given_back(name: ChangeName, field: str, changes: Mapping[ChangeName, Change]) -> ChangeName:
    """The change whose value another gives back where a choice was undone; else `name` itself.

    `changes` are all of the entity.
    """
    change = changes[name]
    if change.undoes is None or not _reopens(name, field, changes):
        return name
    actions = Actions(changes.values())
    written = [
        each
        for each in _before(change.bases, changes)
        if changes[each].fields.get(field, _NONE) == change.fields[field]
        and actions.is_edit(changes[each].action)
        and actions.hold(changes[each].action)
    ]
    return max(written, key=lambda each: (changes[each].time, each), default=name)


def _reopens(name: ChangeName, field: str, changes: Mapping[ChangeName, Change]) -> bool:
    """Whether the undoing gave several values back at once, or an ending beside edits."""
    action = changes[name].action
    return field in LIFECYCLE or any(
        each != name and other.action == action and field in other.fields
        for each, other in changes.items()
    )


def _before(bases: Iterable[ChangeName], changes: Mapping[ChangeName, Change]) -> set[ChangeName]:
    """All that these changes build on, themselves among them."""
    found: set[ChangeName] = set()
    queue = list(bases)
    while queue:
        name = queue.pop()
        if name in changes and name not in found:
            found.add(name)
            queue.extend(changes[name].bases)
    return found


def leave_out(entries: Iterable[Entry], gone: Collection[ChangeName]) -> list[Entry]:
    """The other changes, each standing on what those left out stood on; their names stay."""
    entries = list(entries)
    bases = {entry.name: entry.change.bases for entry in entries}

    def held(names: tuple[ChangeName, ...]) -> set[ChangeName]:
        found: set[ChangeName] = set()
        seen: set[ChangeName] = set()
        queue = list(names)
        while queue:
            name = queue.pop()
            if name in seen:
                continue
            seen.add(name)
            if name in gone:
                queue.extend(bases.get(name, ()))
            else:
                found.add(name)
        return found

    return [
        msgspec.structs.replace(
            entry,
            change=msgspec.structs.replace(
                entry.change, bases=tuple(sorted(held(entry.change.bases)))
            ),
        )
        for entry in entries
        if entry.name not in gone
    ]
