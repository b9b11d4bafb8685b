"""Choosing who answers: somebody of the unit, somebody else, or somebody new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.widgets import Input

from model.plan.entities import OrganisationUnit, Person
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.swedish.search import Matcher, searchable
from model.swedish.sorting import sort_key
from tui.app.screens.pick import PickScreen
from tui.app.widgets.row_list import Cell, ListRow, RowList

_NEW = "new"


class PersonPicker(PickScreen):
    """Gives back a person's id, or "" for somebody new; `picked_name` is then what was picked."""

    context: ClassVar[str] = "people"
    title_text: ClassVar[str] = "Välj person"
    placeholder: ClassVar[str] = "Namn, också ett nytt"
    empty_text: ClassVar[str] = "Ingen person finns i registret än. Skriv ett namn."

    def __init__(
        self, plan: Plan, unit: EntityId, *, query: str = "", may_be_new: bool = True
    ) -> None:
        """People of a unit first, then those of others; `query` is what was typed already."""
        super().__init__()
        self.picked_name = ""
        self._first_query = query
        self._new_name = ""
        self._may_be_new = may_be_new
        self._units = {each.id: each.name for each in plan.of(OrganisationUnit)}
        self._unit = unit
        self._people = sorted(
            (person for person in plan.of(Person) if person.name),
            key=lambda person: (person.unit != unit, sort_key(person.name)),
        )
        self._searchable = [searchable(person.name) for person in self._people]

    def on_mount(self) -> None:
        """Begin with what was typed in the form."""
        super().on_mount()
        if self._first_query:
            field = self.query_one("#pick-query", Input)
            field.value = self._first_query
            field.cursor_position = len(self._first_query)

    def rows_for(self, query: str) -> Sequence[ListRow]:
        """People whose name fits, and last the name itself as somebody new."""
        found = [self._people[place] for place in Matcher(query).best(self._searchable)]
        found.sort(key=lambda person: person.unit != self._unit)
        rows: list[ListRow] = []
        heading = None
        for person in found:
            group = self._unit_name(self._unit) if person.unit == self._unit else "Andra"
            if group != heading:
                heading = group
                rows.append(ListRow((Cell(group),)))
            other = "" if person.unit == self._unit else self._unit_name(person.unit)
            rows.append(
                ListRow((Cell(person.name), Cell(other, 24, "muted")), person.id, person.name)
            )
        self._new_name = " ".join(query.split())
        if (
            self._may_be_new
            and self._new_name
            and not any(person.name.casefold() == self._new_name.casefold() for person in found)
        ):
            rows.append(ListRow((Cell(f"Ny i {self._unit_name(self._unit)}"),)))
            rows.append(ListRow((Cell(f"+ {self._new_name}"),), _NEW, self._new_name))
        return rows

    def _unit_name(self, unit: EntityId | None) -> str:
        return self._units.get(unit or "", "")

    def picked(self, key: str) -> None:
        """Give back whom the row says."""
        row = self.query_one(RowList).current
        self.picked_name = row.plain if row is not None else ""
        self.dismiss("" if key == _NEW else key)
