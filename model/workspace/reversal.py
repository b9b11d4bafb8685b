"""How an entity would stand without an action, or with one that was taken back.

Undone, a choice between what several had written gives the choice back: the values stand beside
each other again, each in a change of its own that builds on the choice and not on the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

import msgspec

from model.errors import ModelError
from model.journal.change import Change, Entry, Json
from model.journal.clock import moment
from model.journal.fold import Folded, fold_entity
from model.journal.rows import entity_of
from model.journal.undoing import Actions, giving_nothing_new, leave_out
from model.journal.validity import is_valid
from model.plan.entities import ChangeName, Entity, Person
from model.plan.identifiers import EntityId
from model.workspace.edit import Edit
from model.workspace.workspace import Workspace

E = TypeVar("E", bound=Entity)


class UndoRefused(ModelError):
    """The action cannot be taken back; nothing was changed."""


class ChangedSince(UndoRefused):
    """Somebody has changed what the action did, or built on it."""

    def __init__(self, who: str, when: str, *, built_on: bool = False) -> None:
        what = "byggt vidare på det" if built_on else "ändrat samma sak"
        super().__init__(
            f"Det går inte att ångra: {who} har {what} sedan dess ({when}). "
            "Inget är ändrat. Ändra i stället för hand."
        )


def reverse(
    workspace: Workspace,
    edit: Edit,
    current: Entity,
    target: EntityId,
    touched: Collection[tuple[str, EntityId]],
) -> None:
    """Record how an entity stands with `target` taken back; `touched` is all that it touched.

    Raises `ChangedSince` where somebody has gone on from it.
    """
    entries = [entry for entry in workspace.entries_of(current) if is_valid(entry.change)]
    actions = Actions(entry.change for entry in entries)
    done = _done(workspace, entries, actions, target)
    ours = {entry.name for entry in done if entry.change.action == actions.behind(target)}
    fields = {field for entry in done if entry.name in ours for field in entry.change.fields}
    _refuse_if_changed(workspace, done, ours, fields)
    others = leave_out(done, ours)
    is_done = actions.does(target)
    created = bool(ours) and done[0].name in ours
    if created and is_done:
        _refuse_if_built_on(workspace, current, others, touched)
        edit.record(msgspec.structs.replace(current, removed=True), current, undoes=target)
        return
    folded = fold_entity(others if is_done else done)
    if folded is not None:
        given = fields | {"removed"} if created else fields
        _give_back(edit, current, target, folded, given, entries)


def _done(
    workspace: Workspace, entries: list[Entry], actions: Actions, target: EntityId
) -> list[Entry]:
    """The entity's changes that hold, and those of the edit that is behind `target`."""
    behind = actions.behind(target)
    holding = {
        entry.name
        for entry in entries
        if actions.is_edit(entry.change.action)
        and (entry.change.action == behind or actions.hold(entry.change.action))
    }
    idle = {
        entry.name for entry in entries if entry.change.author == workspace.profile.person
    } & giving_nothing_new(entries)
    return leave_out(entries, ({entry.name for entry in entries} - holding) | idle)


def _give_back(
    edit: Edit,
    current: E,
    target: EntityId,
    folded: Folded,
    fields: Collection[str],
    entries: Iterable[Entry],
) -> None:
    """Record the fields as `folded` has them, with the values that stood beside those last."""
    changes = {entry.name: entry.change for entry in entries}
    values = entity_of(folded)
    shown = {field: getattr(values, field) for field in fields if hasattr(values, field)}
    settled = set(current.conflicts).intersection(shown)
    for field in set(folded.conflicts).intersection(shown):
        heads = folded.heads[field]
        if len(heads) == 1:
            end = {field: shown.pop(field)}
            seen = {name for names in current.heads.values() for name in names}
            bases = {*current.heads.get(field, ()), *seen.intersection(changes[heads[0]].bases)}
            ended = msgspec.structs.replace(current, **end)
            edit.record(ended, current, settled=end, undoes=target, bases=bases)
            continue
        settled.add(field)
        for value in _beside(field, heads, changes, type(current)):
            other = msgspec.structs.replace(current, **{field: value})
            edit.record(other, current, settled=(field,), undoes=target)
    edit.record(msgspec.structs.replace(current, **shown), current, settled=settled, undoes=target)


def _beside(
    field: str,
    heads: Iterable[ChangeName],
    changes: Mapping[ChangeName, Change],
    kind: type[Entity],
) -> list[object]:
    """The values that stand beside the first, each once, the latest last."""
    told: list[Json] = []
    for name in heads:
        if changes[name].fields[field] not in told:
            told.append(changes[name].fields[field])
    types = {each.name: each.type for each in msgspec.structs.fields(kind)}
    return [msgspec.convert(value, types[field]) for value in reversed(told[1:])]


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
