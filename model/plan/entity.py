"""What every kind of entity has."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec

from model.plan.identifiers import CENTRAL, EntityId, Scope

ChangeName = str
"""The hash that names a change."""

Year = Annotated[int, msgspec.Meta(ge=0, le=9999)]
"""A calendar year that days exist in; 0 while it has not arrived."""


class Entity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every kind has: identity, home scope, and what an edit of a field would replace."""

    kind: ClassVar[str] = ""
    natural: ClassVar[tuple[str, ...]] = ()
    """Fields that make up the natural key; they are fixed at birth."""

    id: EntityId
    scope: Scope = CENTRAL
    removed: bool = False
    heads: dict[str, tuple[ChangeName, ...]] = msgspec.field(default_factory=dict)
    """Per field, the changes that nothing replaces: the bases of an edit made from this row."""
    conflicts: tuple[str, ...] = ()
    """Fields with several differing heads, for a person to settle."""
