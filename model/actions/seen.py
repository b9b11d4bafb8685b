"""What an edit is written in place of: the row that the person had in front of him."""

from __future__ import annotations

from typing import TypeVar

from msgspec import UNSET, UnsetType

from model.plan.entities import Entity
from model.plan.identifiers import EntityId
from model.workspace.edit import Edit

E = TypeVar("E", bound=Entity)


def replaced(edit: Edit, kind: type[E], identity: EntityId, seen: E | UnsetType | None) -> E | None:
    """What is written in place of; one that was taken back looks as if there was none.

    `seen` is the row that a form showed, None where it showed that there was none yet, and
    UNSET where the plan's present one is meant.
    """
    present = edit.plan.find(kind, identity)
    if seen is UNSET or (seen is None and present is not None and present.removed):
        return present
    return seen if isinstance(seen, kind) else None
