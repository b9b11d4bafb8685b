"""Taking back a whole action, unless somebody has changed what it did since.

Undoing is itself an action: it gives every field the value that it had before, and ends what
the action created. So it travels, shows in the history, and can be undone in turn.
"""

from __future__ import annotations

import msgspec

from model.errors import ModelError
from model.journal.change import Entry
from model.journal.fold import fold_entity
from model.journal.rows import entity_of
from model.journal.validity import is_valid
from model.plan.entities import KINDS, ChangeName, Entity, Person
from model.plan.identifiers import EntityId, resolve_id
from model.workspace.workspace import Workspace


class UndoRefused(ModelError):
    """The action cannot be taken back; nothing was changed."""


class NothingToUndo(UndoRefused):
    """This device has no action left to take back."""

    def __init__(self) -> None:
        super().__init__("Det finns inget att ångra.")


class ChangedSince(UndoRefused):
    """Somebody has changed what the action did."""

    def __init__(self, who: str, when: str) -> None:
        super().__init__(
            f"Det går inte att ångra: {who} har ändrat samma sak sedan dess ({when}). "
            "Inget är ändrat. Ändra i stället för hand."
        )


def undoable(workspace: Workspace) -> list[EntityId]:
    """Own actions that still hold and can be taken back, newest first."""
    undoes: dict[EntityId, EntityId | None] = {}
    for entry in workspace.own_entries():
        if entry.change.id != workspace.profile.person:
            undoes.setdefault(entry.change.action, entry.change.undoes)
    taken_back: set[EntityId] = set()
    for action, target in undoes.items():
        if target is not None and action not in taken_back:
            taken_back.add(target)
    return [
        action for action, target in undoes.items() if target is None and action not in taken_back
    ]


def redoable(workspace: Workspace) -> EntityId | None:
    """The undoing that can itself be taken back: it must be the newest own action."""
    newest = next(iter(workspace.own_entries(1)), None)
    if newest is None or newest.change.undoes is None:
        return None
    original = workspace.entries_of_action(newest.change.undoes)
    if original and original[0].change.undoes is not None:
        return None
    return newest.change.action


def undo(workspace: Workspace, action: EntityId | None = None) -> tuple[Entity, ...]:
    """Take back an action (a prefix of its id; without one the latest own that still holds).

    Gives back the entities as they now stand; raises `UndoRefused`.
    """
    workspace.refresh()
    if action is None:
        target = next(iter(undoable(workspace)), None)
        if target is None:
            raise NothingToUndo
    else:
        known = (entry.change.action for entry in workspace.own_entries())
        target = resolve_id(action, known)
    entries = workspace.entries_of_action(target)
    touched = dict.fromkeys((entry.change.entity, entry.change.id) for entry in entries)
    with workspace.edit() as edit:
        for kind, entity_id in touched:
            current = edit.plan.find(KINDS[kind], entity_id) if kind in KINDS else None
            if current is not None:
                before = _without(workspace, current, target)
                edit.record(before, current, undoes=target)
    found = (workspace.plan.find(KINDS[kind], entity_id) for kind, entity_id in touched)
    return tuple(entity for entity in found if entity is not None)


def _without(workspace: Workspace, current: Entity, action: EntityId) -> Entity:
    """The entity with the action's fields as they were without it; ended if it created it."""
    entries = [entry for entry in workspace.entries_of(current) if is_valid(entry.change)]
    if all(entry.change.undoes is None for entry in entries if entry.change.action == action):
        entries = _as_if_never_undone(entries)
    ours = {entry.name for entry in entries if entry.change.action == action}
    others = _leave_out(entries, ours)
    touched = {f for entry in entries if entry.name in ours for f in entry.change.fields}
    if entries[0].name in ours:
        _refuse_if_changed(workspace, others[-1:])
        return msgspec.structs.replace(current, removed=True)
    now = fold_entity(entries)
    heads = {name for field in touched for name in (now.heads if now else {}).get(field, ())}
    _refuse_if_changed(workspace, [entry for entry in others if entry.name in heads])
    folded = fold_entity(others)
    earlier = entity_of(folded) if folded is not None else type(current)(id=current.id)
    return msgspec.structs.replace(
        current, **{field: getattr(earlier, field) for field in touched if hasattr(earlier, field)}
    )


def _as_if_never_undone(entries: list[Entry]) -> list[Entry]:
    """The changes that still hold: without what was taken back, and without the taking back."""
    undone: set[EntityId] = set()
    for entry in reversed(entries):
        change = entry.change
        if change.undoes is not None and change.action not in undone:
            undone.add(change.undoes)
    gone = {
        entry.name
        for entry in entries
        if entry.change.undoes is not None or entry.change.action in undone
    }
    return _leave_out(entries, gone)


def _leave_out(entries: list[Entry], gone: set[ChangeName]) -> list[Entry]:
    """The other changes, standing on what those left out stood on."""
    bases = {entry.name: entry.change.bases for entry in entries}

    def held(names: tuple[ChangeName, ...]) -> set[ChangeName]:
        found: set[ChangeName] = set()
        queue = list(names)
        while queue:
            name = queue.pop()
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


def _refuse_if_changed(workspace: Workspace, others: list[Entry]) -> None:
    if others:
        change = others[0].change
        person = workspace.plan.find(Person, change.author)
        raise ChangedSince(person.name if person else "någon annan", change.time[:10])
