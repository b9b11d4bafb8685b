"""Taking back a whole action, unless somebody has changed what it did since.

Undoing is itself an action: it gives every field the value that it had before, and ends what
the action created. So it travels, shows in the history, and can be undone in turn, which does
the action again. What was taken back counts as never done when an older action is undone, and
so does what the same person did without changing what is shown.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from model.journal.change import Change
from model.journal.undoing import Actions
from model.plan.entities import Entity, Person
from model.plan.identifiers import EntityId, resolve_id
from model.plan.kinds import KINDS, REPORT_KINDS, WRITTEN_ONCE
from model.plan.plan import Plan
from model.plan.rules import RuleError, check_open
from model.workspace.edit import Edit
from model.workspace.reversal import UndoRefused, reverse
from model.workspace.workspace import Workspace


class NothingToUndo(UndoRefused):
    """This device has no action left to take back."""

    def __init__(self) -> None:
        super().__init__("Det finns inget att ångra.")


class NothingToRedo(NothingToUndo):
    """Nothing was just taken back."""

    def __init__(self) -> None:
        UndoRefused.__init__(self, "Det finns inget att göra om.")


class AlreadyUndone(UndoRefused):
    """The action has been taken back before."""

    def __init__(self) -> None:
        super().__init__("Det är redan ångrat. Inget är ändrat.")


class NothingWouldChange(UndoRefused):
    """All would stand as it stands without the action, as where it settled for what was shown."""

    def __init__(self) -> None:
        super().__init__(
            "Det går inte att ångra: allt skulle stå kvar som det är. Inget är ändrat. "
            "Ändra i stället för hand."
        )


class Undone(msgspec.Struct, frozen=True):
    """What was taken back."""

    action: EntityId
    """The undoing's own, with which it can be undone in turn."""
    target: EntityId
    """The action that was taken back."""
    entities: tuple[Entity, ...]
    """The entities as they now stand."""


def undoable(workspace: Workspace) -> list[EntityId]:
    """Own edits that still hold and can be taken back, newest first.

    Saying who one is and loading the first catalogue are none of them, nor is what would leave
    everything as it is. One that somebody has changed since is: it is refused with a reason.
    """
    return [action for action in _holding(workspace) if _would_change(workspace, action)]


def _holding(workspace: Workspace) -> list[EntityId]:
    own = _own(workspace)
    actions = Actions(own.values())
    return [action for action in own if actions.is_edit(action) and actions.hold(action)]


def _would_change(workspace: Workspace, target: EntityId) -> bool:
    edit = workspace.begin()
    try:
        _take_back(workspace, edit, target)
    except (UndoRefused, RuleError):
        return True
    return bool(edit.entries)


def redoable(workspace: Workspace) -> EntityId | None:
    """The undoing to take back next; None once something else has been done since."""
    own = _own(workspace)
    actions = Actions(own.values())
    for action in own:
        if actions.is_edit(action):
            return None
        if actions.hold(action) and not actions.does(action):
            return action
    return None


def undo(workspace: Workspace, action: EntityId | None = None) -> Undone:
    """Take back an action (a prefix of its id; without one the latest own that still holds).

    Raises `UndoRefused`, `TertialLocked` for what reports a locked tertial, and `UnknownId` or
    `AmbiguousId` for a prefix that is not that of one own action.
    """
    for target in _holding(workspace) if action is None else (_named(workspace, action),):
        with workspace.edit() as edit:
            touched = _take_back(workspace, edit, target)
        if edit.entries:
            found = (_present(workspace.plan, *each) for each in touched)
            rows = tuple(entity for entity in found if entity is not None)
            return Undone(edit.action, target, rows)
        if action is not None:
            raise NothingWouldChange
    raise NothingToUndo


def _named(workspace: Workspace, prefix: str) -> EntityId:
    """The own action whose id begins so, if it still holds."""
    own = set(workspace.own_actions_beginning(prefix.strip().casefold()))
    target = resolve_id(prefix, own - _begun(workspace))
    rows = (_present(workspace.plan, *each) for each in _touched(workspace, target))
    entries = [entry for row in rows if row is not None for entry in workspace.entries_of(row)]
    if not Actions(entry.change for entry in entries).hold(target):
        raise AlreadyUndone
    return target


def _touched(workspace: Workspace, action: EntityId) -> list[tuple[str, EntityId]]:
    changes = (entry.change for entry in workspace.entries_of_action(action))
    return list(dict.fromkeys((change.entity, change.id) for change in changes))


def _present(plan: Plan, kind: str, entity_id: EntityId) -> Entity | None:
    return plan.find(KINDS[kind], entity_id) if kind in KINDS else None


def _take_back(
    workspace: Workspace, edit: Edit, target: EntityId
) -> Collection[tuple[str, EntityId]]:
    """Record what takes an action back; gives the entities that it touched."""
    touched = _touched(workspace, target)
    for each in touched:
        current = _present(edit.plan, *each)
        if current is None:
            continue
        tertial = getattr(current, "tertial", None)
        if current.kind in REPORT_KINDS and tertial is not None:
            check_open(edit.plan, tertial)
        reverse(workspace, edit, current, target, touched)
    return touched


def _begun(workspace: Workspace) -> set[EntityId]:
    """The actions that set the home up."""
    plan = workspace.plan
    begun: set[EntityId] = set()
    for row in (plan.municipality, plan.find(Person, workspace.profile.person)):
        lines = workspace.entries_of(row) if row is not None else []
        begun.update(entry.change.action for entry in lines[:1])
    return begun


def _own(workspace: Workspace) -> dict[EntityId, Change]:
    """A change of each of the newest own actions, newest first, as far as they can be taken back.

    What set the home up cannot, and what is written once.
    """
    begun = _begun(workspace)
    return {
        entry.change.action: entry.change
        for entry in workspace.own_actions()
        if entry.change.action not in begun and entry.change.entity not in WRITTEN_ONCE
    }
