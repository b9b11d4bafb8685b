"""Conflicts as records, and finding one by what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from model.errors import ModelError
from tui.line_mode.session import Session

if TYPE_CHECKING:
    from model.views.conflicts import FieldConflict


class NoConflict(ModelError):
    """Nothing that was named waits for a choice."""

    def __init__(self, named: str) -> None:
        super().__init__(
            f"Det finns inget att välja i ”{named}”. Inget är ändrat. "
            "Det som väntar visas med ”tertial conflicts list”."
        )


def open_conflicts(session: Session) -> list[FieldConflict]:
    """Every open conflict that is this home's to settle, as in the app."""
    from model.views.conflicts import conflicts, scopes_to_settle

    mine = scopes_to_settle(session.config.profile)
    found = conflicts(session.plan, session.workspace.entries_of)
    return [each for each in found if each.scope in mine]


def conflicts_of(session: Session, entity_id: str, field: str | None) -> list[FieldConflict]:
    """The conflicts of one entity, in one field or all; raises `NoConflict` or `AmbiguousId`."""
    from model.plan.identifiers import UnknownId, resolve_id

    found = open_conflicts(session)
    try:
        entity = resolve_id(entity_id, (each.entity for each in found))
    except UnknownId as error:
        raise NoConflict(entity_id) from error
    fitting = [
        each for each in found if each.entity == entity and field in (None, each.field, each.label)
    ]
    if not fitting:
        raise NoConflict(f"{entity_id} {field or ''}".strip())
    return fitting


def conflict_record(conflict: FieldConflict) -> dict[str, object]:
    """A conflict as `--json` has it: one object for each entity and field."""
    from tui.line_mode.exchanges import iso

    return {
        "id": conflict.entity,
        "entity": conflict.kind,
        "title": conflict.title,
        "field": conflict.field,
        "values": [
            {"value": side.value, "author": side.who, "time": iso(side.time)}
            for side in conflict.sides
        ],
    }


def told(conflict: FieldConflict) -> Iterator[str]:
    """A conflict in lines: what it is about, then each value by its number."""
    from tui.line_mode.exchanges import local

    about = f"{conflict.what}: {conflict.title}" if conflict.title else conflict.what
    yield f"{about}  [{conflict.entity[:8]}]  {conflict.label}"
    for number, side in enumerate(conflict.sides, start=1):
        shown = "  (visas nu)" if number == 1 else ""
        first, *later = side.words.split("\n")
        yield f"    {number}  {first}"
        yield from (f"       {line}" for line in later)
        yield f"       {side.who}, {local(side.time)}{shown}"
