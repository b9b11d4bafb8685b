"""Whether what a home shows is what its changes say, by a second and simpler way of folding."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from model.journal.change import Entry, name_of
from model.journal.fold import LIFECYCLE
from model.journal.validity import is_valid
from model.plan.entities import Entity
from tests.sync.homes import HomeOf


def check_home(home: HomeOf) -> None:
    """What a home shows is what its changes say."""
    entries = home.entries()
    assert all(name_of(entry.line) == name for name, entry in entries.items())
    assert not home.workspace.differences()
    rows = home.tables()
    by_entity: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if is_valid(entry.change):
            by_entity[entry.change.entity, entry.change.id].append(entry)
    assert set(rows) == set(by_entity)
    for key, row in rows.items():
        check_row(row, [entry for entry in by_entity[key] if entry.change.scope == row.scope])


def check_row(row: Entity, entries: list[Entry]) -> None:
    """A row's values, heads and conflicts by looking at every pair of changes."""
    types = {field.name: field.type for field in msgspec.structs.fields(type(row))}
    fields = {field for entry in entries for field in entry.change.fields}
    for field in fields:
        having = [entry for entry in entries if field in entry.change.fields]
        heads = [
            entry
            for entry in having
            if not any(entry.name in other.change.bases for other in having)
        ]
        assert set(row.heads[field]) == {entry.name for entry in heads}
        latest = max(heads, key=lambda entry: (entry.change.time, entry.name))
        if field in types:
            value = msgspec.convert(latest.change.fields[field], types[field])
            assert getattr(row, field) == value
            differ = any(
                entry.change.fields[field] != latest.change.fields[field] for entry in heads
            )
            assert field in LIFECYCLE or (field in row.conflicts) == differ
