"""Choosing a unit by typing a part of its name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from model.plan.entities import OrganisationUnit
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.swedish.search import Matcher, searchable
from model.swedish.sorting import sort_key
from tui.app.screens.pick import PickScreen
from tui.app.widgets.row_list import Cell, ListRow


class UnitPicker(PickScreen):
    """Gives back a unit's id, or None."""

    context: ClassVar[str] = "units"
    title_text: ClassVar[str] = "Välj enhet"
    placeholder: ClassVar[str] = "En del av namnet"

    def __init__(self, plan: Plan, among: Collection[EntityId] | None = None) -> None:
        """Every living unit, or those `among` them, by name, with what stands above it."""
        super().__init__()
        units = plan.of(OrganisationUnit)
        self._names = {unit.id: unit.name for unit in units}
        self._units = sorted(
            (
                unit
                for unit in units
                if unit.merged_into is None and (among is None or unit.id in among)
            ),
            key=lambda unit: (sort_key(unit.name), unit.id),
        )
        self._searchable = [searchable(unit.name, *unit.aliases) for unit in self._units]

    def rows_for(self, query: str) -> Sequence[ListRow]:
        """The units whose names fit, best first."""
        found = [self._units[place] for place in Matcher(query).best(self._searchable)]
        return [
            ListRow(
                (Cell(unit.name), Cell(self._names.get(unit.parent or "", ""), 28, "muted")),
                unit.id,
                unit.name,
            )
            for unit in found
        ]
