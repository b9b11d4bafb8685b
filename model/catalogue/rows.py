"""What reading a catalogue gives: rows that are ready to be compared with the plan."""

from __future__ import annotations

import msgspec

from model.catalogue.cells import Json
from model.catalogue.places import Path
from model.plan.identifiers import EntityId

ORDER_STEP = 100
"""Between neighbours in an ordered table, so that a row put between two has a number free."""


class Row(msgspec.Struct, frozen=True):
    """One row of the file: an entity and what the file says of it."""

    kind: str
    id: EntityId
    fields: dict[str, Json]
    """Journal fields and their values as JSON builtins; a key that is not written is not here."""
    name: str
    """What people call it: `Mål 3.4.5`, `Aktivitet ”Halkskydd”`."""
    path: Path
    """Where it stands in the file."""
    line: int


class CatalogueFile(msgspec.Struct, frozen=True):
    """A whole catalogue without faults."""

    municipality: str
    """The municipality's key, part of every id."""
    year: int
    """The year of goals and activities that do not say their own."""
    rows: tuple[Row, ...]
    stamp: tuple[str, ...] | None
    """Prefixes of the changes that the file shows the state of; None without a usable stamp."""

    def of(self, kind: str) -> tuple[Row, ...]:
        """The rows of a kind, in the order of the file."""
        return tuple(row for row in self.rows if row.kind == kind)
