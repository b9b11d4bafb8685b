"""Taking back a whole action, unless somebody has changed what it did since.

Undoing is itself an action: it gives every field the value that it had before, and ends what
the action created. So it travels, shows in the history, and can be undone in turn, which does
the action again. What was taken back counts as never done when an older action is undone, and
so does what the same person did without changing what is shown.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

import msgspec

from model.errors import ModelError
from model.journal.change import Change, Entry
from model.journal.clock import moment
from model.journal.fold import fold_entity
from model.journal.rows import entity_of
from model.journal.undoing import Actions, giving_nothing_new, leave_out
from model.journal.validity import is_valid
from model.plan.entities import ChangeName, Entity, Person
from model.plan.identifiers import EntityId, resolve_id
from model.plan.kinds import KINDS, REPORT_KINDS, WRITTEN_ONCE
from model.plan.plan import Plan
from model.plan.rules import RuleError, check_open
from model.workspace.edit import Edit
from model.workspace.workspace import Workspace

E = TypeVar("E", bound=Entity)


class UndoRefused(ModelError):
    """The action cannot be taken back; nothing was changed."""


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


class ChangedSince(UndoRefused):
    """Somebody has changed what the action did, or built on it."""

    def __init__(self, who: str, when: str, *, built_on: bool = False) -> None:
        what = "byggt vidare på det" if built_on else "ändrat samma sak"
        super().__init__(
            f"Det går inte att ångra: {who} har {what} sedan dess ({when}). "
            "Inget är ändrat. Ändra i stället för hand."
        )


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
        edit.record(_flipped(workspace, current, target, touched), current, undoes=target)
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


def _flipped(
    workspace: Workspace, current: E, target: EntityId, touched: Collection[tuple[str, EntityId]]
) -> E:
    """The entity as it would be without `target`: with or without the edit that is behind it."""
    entries = [
        entry
        for entry in workspace.entries_of(current)
        if entry.change.scope == current.scope and is_valid(entry.change)
    ]
    actions = Actions(entry.change for entry in entries)
    edit = actions.behind(target)
    holding = {
        entry.name
        for entry in entries
        if actions.is_edit(entry.change.action)
        and (entry.change.action == edit or actions.hold(entry.change.action))
    }
    idle = {
        entry.name for entry in entries if entry.change.author == workspace.profile.person
    } & giving_nothing_new(entries)
    done = leave_out(entries, ({entry.name for entry in entries} - holding) | idle)
    ours = {entry.name for entry in done if entry.change.action == edit}
    fields = {field for entry in done if entry.name in ours for field in entry.change.fields}
    _refuse_if_changed(workspace, done, ours, fields)
    others = leave_out(done, ours)
    created = bool(ours) and done[0].name in ours
    if created and actions.does(target):
        _refuse_if_built_on(workspace, current, others, touched)
        return msgspec.structs.replace(current, removed=True)
    folded = fold_entity(others if actions.does(target) else done)
    if folded is None:
        return current
    values = entity_of(folded)
    return msgspec.structs.replace(
        current,
        **{
            field: getattr(values, field)
            for field in (fields | {"removed"} if created else fields)
            if hasattr(values, field)
        },
    )


def _refuse_if_changed(
    workspace: Workspace, done: list[Entry], ours: set[ChangeName], fields: set[str]
) -> None:
    """Refuse when a field has a value that the action did not give it."""
    folded = fold_entity(done)
    heads = folded.heads if folded is not None else {}
    names = {name for field in fields for name in heads.get(field, ())} - ours
    for entry in reversed(done):
        if entry.name in names:
            raise ChangedSince(_who(workspace, entry.change), _day(entry.change))


def _refuse_if_built_on(
    workspace: Workspace,
    current: Entity,
    others: list[Entry],
    touched: Collection[tuple[str, EntityId]],
) -> None:
    """Refuse to end what others have gone on writing in, or refer to."""
    changes = [entry.change for entry in others]
    for row in workspace.plan.referring_to(current.id):
        if (row.kind, row.id) not in touched:
            changes += [entry.change for entry in workspace.entries_of(row)]
    if changes:
        raise ChangedSince(_who(workspace, changes[-1]), _day(changes[-1]), built_on=True)


def _who(workspace: Workspace, change: Change) -> str:
    if change.author == workspace.profile.person:
        return "du själv"
    person = workspace.plan.find(Person, change.author)
    return person.name if person is not None and person.name else "någon annan"


def _day(change: Change) -> str:
    return moment(change.time).astimezone().date().isoformat()
