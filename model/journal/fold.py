"""Folding: a pure function from a set of changes to rows with values, heads and conflicts.

X is replaced for field f if and only if some change names X in its bases and has f among its
fields, whichever arrived first. What is not replaced is a head. One head is the value;
several heads with different values are a conflict: the latest by (time, name) is shown and
the others are kept. So devices that hold the same changes show the same thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from model.journal.change import Change, Entry, Json
from model.journal.home_scope import MunicipalityKeys, home_scope, no_keys
from model.plan.entities import ChangeName
from model.plan.identifiers import EntityId, Scope

LIFECYCLE = ("removed", "cancelled")
"""Fields that end an entity: one that had not seen an edit conflicts with it."""

FOLD_VERSION = 2
"""Raised when the same changes come to fold differently, so that tables are folded anew."""


class Folded(msgspec.Struct, frozen=True, gc=False):
    """One entity as its changes leave it."""

    entity: str
    id: EntityId
    scope: Scope
    values: dict[str, Json]
    heads: dict[str, tuple[ChangeName, ...]]
    conflicts: tuple[str, ...]

    def bases_for(self, fields: Iterable[str]) -> tuple[ChangeName, ...]:
        """What an edit of these fields replaces, given that this row was in front of the author.

        An edit that ends or revives the entity has seen every field; an edit of an ended
        entity has seen that it is ended.
        """
        return bases_for(self.heads, self.values, fields)


def bases_for(
    heads: Mapping[str, tuple[ChangeName, ...]], values: Mapping[str, Json], fields: Iterable[str]
) -> tuple[ChangeName, ...]:
    """The bases of an edit of `fields` by somebody who saw `heads` and `values`; sorted."""
    touched = set(fields)
    if touched.intersection(LIFECYCLE):
        touched.update(heads)
    touched.update(end for end in LIFECYCLE if values.get(end))
    return tuple(sorted({name for field in touched for name in heads.get(field, ())}))


def _heads(entries: list[Entry]) -> dict[str, list[Entry]]:
    replaced: set[tuple[str, ChangeName]] = set()
    for entry in entries:
        for base in entry.change.bases:
            for field in entry.change.fields:
                replaced.add((field, base))
    heads: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for field in entry.change.fields:
            if (field, entry.name) not in replaced:
                heads[field].append(entry)
    for found in heads.values():
        if len(found) > 1:
            found.sort(key=lambda entry: (entry.change.time, entry.name), reverse=True)
    return heads


def _ended_unseen(ends: list[Entry], heads: Mapping[str, list[Entry]]) -> bool:
    """Whether an ending stands beside an edit that neither had seen."""
    for end in ends:
        seen = set(end.change.bases)
        for others in heads.values():
            for other in others:
                if (
                    other.name != end.name
                    and other.name not in seen
                    and end.name not in other.change.bases
                ):
                    return True
    return False


def fold_entity(entries: Iterable[Entry], keys: MunicipalityKeys = no_keys) -> Folded | None:
    """Fold all changes of one entity; None without any. Order and duplicates do not matter.

    Changes outside the entity's home scope are kept by the caller but not shown; see
    `model.journal.home_scope`, also for `keys`.
    """
    unique = {entry.name: entry for entry in entries}
    if not unique:
        return None
    scope = home_scope(unique.values(), keys)
    at_home = [unique[name] for name in sorted(unique) if unique[name].change.scope == scope]
    heads = _heads(at_home)
    values = {field: found[0].change.fields[field] for field, found in heads.items()}
    conflicts = {
        field
        for field, found in heads.items()
        if len(found) > 1
        and any(entry.change.fields[field] != values[field] for entry in found[1:])
    }
    for end in LIFECYCLE:
        ends = [entry for entry in heads.get(end, ()) if entry.change.fields[end]]
        if ends and _ended_unseen(ends, heads):
            conflicts.add(end)
    first = at_home[0].change
    return Folded(
        first.entity,
        first.id,
        scope,
        values,
        {field: tuple([entry.name for entry in heads[field]]) for field in sorted(heads)},
        tuple(sorted(conflicts)),
    )


def fold(
    entries: Iterable[Entry],
    is_valid: Callable[[Change], bool] | None = None,
    keys: MunicipalityKeys = no_keys,
) -> Iterator[Folded]:
    """Fold a whole set of changes, entity by entity; what is not valid is passed over."""
    grouped: dict[tuple[str, EntityId], list[Entry]] = defaultdict(list)
    for entry in entries:
        if is_valid is None or is_valid(entry.change):
            grouped[entry.change.entity, entry.change.id].append(entry)
    for key in sorted(grouped):
        folded = fold_entity(grouped[key], keys)
        if folded is not None:
            yield folded
