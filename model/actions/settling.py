"""Settling a conflict: choosing one of the values that people wrote apart from each other."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from model.journal.change import Json
from model.plan.entities import Entity
from model.workspace.edit import Edit

E = TypeVar("E", bound=Entity)


def settle(edit: Edit, entity: E, field: str, value: Json) -> E:
    """Let a field have this value, in place of all that stand beside each other now.

    `entity` is the row that the person had in front of him; what arrives later is a new conflict.
    Raises `RuleError` when it is not this person's to settle.
    """
    types = {each.name: each.type for each in msgspec.structs.fields(type(entity))}
    settled = msgspec.structs.replace(entity, **{field: msgspec.convert(value, types[field])})
    return edit.settle(settled, (field,), entity)
