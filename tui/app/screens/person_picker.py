"""Choosing who answers: somebody of the unit, somebody else, or somebody new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.widgets import Input

from model.plan.entities import OrganisationUnit, Person
from model.plan.identifiers import EntityId, random_id
from model.plan.plan import Plan
from model.swedish.search import Matcher, searchable
from model.swedish.sorting import sort_key
from tui.app.screens.pick import PickScreen
from tui.app.widgets.row_list import Cell, ListRow

_NEW = "new"


class PersonPicker(PickScreen):
    """Gives back a person's id; `new_people` has the name of one who is in no register yet."""

    title_text: ClassVar[str] = "Välj person"
    placeholder: ClassVar[str] = "Namn, också ett nytt"
    empty_text: ClassVar[str] = "Ingen person finns i registret än. Skriv ett namn."

    def __init__(
        self, plan: Plan, unit: EntityId, new_people: Mapping[EntityId, str], *, query: str = ""
    ) -> None:
        """People of a unit first, then those of others; `new_people` are not saved yet."""
        super().__init__()
        self.new_people: dict[EntityId, str] = {}
        self._first_query = query
        self._new_name = ""
        self._units = {each.id: each.name for each in plan.of(OrganisationUnit)}
        self._unit = unit
        entered = [Person(id=key, name=name, unit=unit) for key, name in new_people.items()]
        everyone = {person.id: person for person in (*entered, *plan.of(Person))}
        self._people = sorted(
            (person for person in everyone.values() if person.name),
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
        if self._new_name and not any(
            person.name.casefold() == self._new_name.casefold() for person in found
        ):
            rows.append(ListRow((Cell(f"Ny i {self._unit_name(self._unit)}"),)))
            rows.append(ListRow((Cell(f"+ {self._new_name}"),), _NEW, self._new_name))
        return rows

    def _unit_name(self, unit: EntityId | None) -> str:
        return self._units.get(unit or "", "")

    def picked(self, key: str) -> None:
        """Give back the person; a new one gets an id now and is entered when the form is saved."""
        if key == _NEW:
            key = random_id()
            self.new_people[key] = self._new_name
        self.dismiss(key)
