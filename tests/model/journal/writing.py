"""Changes as people on several devices would have made them, for the tests of the fold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from hypothesis import strategies as st

from model.journal.change import Change, Entry, record
from model.journal.fold import Folded, bases_for, fold_entity

UNIT = "kostenheten"
OTHER = "biblioteket"
Value = Any
"""A JSON value of a field."""


def wrote(
    fields: Mapping[str, Value],
    *seen: Entry,
    at: int = 0,
    by: str = "anna",
    scope: str = UNIT,
    kind: str = "activity",
    entity: str = "a1",
    action: str = "",
    undoes: str | None = None,
) -> Entry:
    """A change of an activity of Kostenheten that replaces the changes `seen`."""
    return record(
        Change(
            scope=scope,
            author=by,
            time=f"2024-04-23T08:00:{at:02d}.000Z-0000",
            action=action or f"{by} {at}",
            entity=kind,
            id=entity,
            fields=dict(fields),
            bases=tuple(sorted(each.name for each in seen)),
            undoes=undoes,
        )
    )


def folded(*entries: Entry) -> Folded:
    """What the changes come to; there must be some."""
    found = fold_entity(entries)
    assert found is not None
    return found


def edited(present: Folded, fields: Mapping[str, Value], at: int, by: str) -> Entry:
    """What somebody writes who has `present` in front of him, with the bases that this gives."""
    return record(
        Change(
            scope=UNIT,
            author=by,
            time=f"2024-04-23T08:{at % 7:02d}:{(at * 31) % 60:02d}.000Z-0000",
            action=f"{by} {at}",
            entity=present.entity,
            id=present.id,
            fields=dict(fields),
            bases=bases_for(present.heads, present.values, fields),
        )
    )


FIELDS: st.SearchStrategy[Mapping[str, Value]] = st.sampled_from(
    [
        {"title": "Dialog"},
        {"title": "Samråd"},
        {"description": "Två möten."},
        {"title": "Möten", "description": "Ett möte."},
        {"cancelled": True, "cancel_reason": "Ingen budget."},
        {"cancelled": False, "cancel_reason": ""},
        {"removed": True},
        {"removed": False},
        {"colour_of_a_later_version": "blå"},
    ]
)


@st.composite
def histories(draw: st.DrawFn, least: int = 1, most: int = 12) -> list[Entry]:
    """An activity's changes by three people, each of whom has seen some of the earlier ones."""
    entries = [wrote({"title": "Dialog med producenter", "unit": UNIT}, at=0)]
    for at in range(1, draw(st.integers(least, most))):
        seen = draw(st.sets(st.integers(0, at - 1), min_size=1))
        present = folded(*with_causes((entries[each] for each in seen), entries))
        entries.append(edited(present, draw(FIELDS), at, draw(st.sampled_from("ABC"))))
    return entries


def with_causes(seen: Iterable[Entry], among: Iterable[Entry]) -> list[Entry]:
    """The changes with all that they build on: what a device that holds them also holds."""
    by_name = {entry.name: entry for entry in among}
    found: dict[str, Entry] = {}
    queue = list(seen)
    while queue:
        entry = queue.pop()
        if entry.name not in found:
            found[entry.name] = entry
            queue.extend(by_name[base] for base in entry.change.bases)
    return list(found.values())
