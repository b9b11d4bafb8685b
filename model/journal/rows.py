"""From folded values to typed entities."""

from __future__ import annotations

import msgspec

from model.journal.fold import Folded
from model.journal.validity import known_fields
from model.plan.entities import Entity
from model.plan.kinds import KINDS


def entity_of(folded: Folded) -> Entity:
    """The typed entity of a folded row; fields that have not arrived have their defaults.

    A conflict in a field that this version does not know waits, with the field, for one that does.
    """
    known = known_fields(folded.entity)
    values = {
        **folded.values,
        "id": folded.id,
        "scope": folded.scope,
        "heads": folded.heads,
        "conflicts": tuple(field for field in folded.conflicts if field in known),
    }
    return msgspec.convert(values, KINDS[folded.entity])
