"""From folded values to typed entities."""

from __future__ import annotations

import msgspec

from model.journal.fold import Folded
from model.plan.entities import KINDS, Entity


def entity_of(folded: Folded) -> Entity:
    """The typed entity of a folded row; fields that have not arrived have their defaults."""
    values = {
        **folded.values,
        "id": folded.id,
        "scope": folded.scope,
        "heads": folded.heads,
        "conflicts": folded.conflicts,
    }
    return msgspec.convert(values, KINDS[folded.entity])
