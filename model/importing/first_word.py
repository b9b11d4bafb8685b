"""The first word of a file: a later row may add to what an earlier one says, and not replace it.

Nobody can say which of two rows holds, and the file would change something each time.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.importing.cells import CellRefused
from model.journal.change import Entry
from model.plan.identifiers import EntityId
from model.plan.kinds import KINDS
from model.plan.plan import Plan
from model.views.field_labels import field_label

_MORE_GOALS = "goals"
"""An activity under several goals has a row under each; every one adds its goal."""


class FirstWord:
    """What the rows of a file so far were about, and where each stands."""

    def __init__(self, advice: str = "Behåll en av raderna.") -> None:
        self._advice = advice
        self._places: dict[EntityId, str] = {}
        self._about: set[EntityId] = set()

    def about(self, identity: EntityId) -> None:
        """The row that is being taken is about this, also where it says nothing new of it."""
        self._about.add(identity)

    def check(self, before: Plan, written: Sequence[Entry]) -> None:
        """Refuse what would replace a value that an earlier row has."""
        for entry in written:
            place = self._places.get(entry.change.id)
            present = before.find(KINDS[entry.change.entity], entry.change.id)
            if place is None or present is None:
                continue
            for field in entry.change.fields.keys() - {_MORE_GOALS}:
                if getattr(present, field, None):
                    raise CellRefused(
                        f"Samma sak står redan på {place}, med annat under {field_label(field)}. "
                        f"{self._advice}"
                    )

    def end_row(self, place: str, *, is_taken: bool) -> None:
        """The row is done; one that was refused has said nothing."""
        for identity in self._about if is_taken else ():
            self._places.setdefault(identity, place)
        self._about.clear()
