"""People of a unit: adding somebody who can be responsible or deputy."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from msgspec.structs import replace

from model.plan.entities import Person
from model.plan.identifiers import EntityId, Scope
from model.plan.plan import Plan
from model.plan.rules import FieldRefused
from model.plan.vocabulary import Role
from model.workspace.edit import Edit

MAX_NAME = 200


def find_person(plan: Plan, name: str, unit: EntityId | None) -> Person | None:
    """The person with this name, first in the unit, then anywhere; spelling in any case."""
    wanted = " ".join(name.split()).casefold()
    matches = [person for person in plan.of(Person) if person.name.casefold() == wanted]
    in_unit = [person for person in matches if person.unit == unit]
    return next(iter(in_unit or matches), None)


def namesakes(plan: Plan, person_id: EntityId, units: Collection[EntityId]) -> list[Person]:
    """Others in these units with a person's name, perhaps himself on another computer."""
    person = plan.find(Person, person_id)
    if person is None or not person.name:
        return []
    name = person.name.casefold()
    return [
        each
        for each in plan.of(Person)
        if each.id != person_id and each.unit in units and each.name.casefold() == name
    ]


class Entered(NamedTuple):
    """A person as the register has him, and whether he was entered just now."""

    person: Person
    is_new: bool


def entered(edit: Edit, name: str, unit: EntityId) -> Entered:
    """The person with this name, entered in the unit's register where nobody has it.

    Raises `FieldRefused`.
    """
    found = find_person(edit.plan, name, unit)
    if found is not None:
        return Entered(found, is_new=False)
    return Entered(add_person(edit, name, scope=unit, unit=unit), is_new=True)


def add_person(
    edit: Edit,
    name: str,
    *,
    scope: Scope,
    unit: EntityId | None,
    role: Role = Role.UNIT,
    person_id: EntityId | None = None,
) -> Person:
    """Enter a person in the register of a unit or of the centre; raises `FieldRefused`."""
    name = checked_name(name)
    return edit.save(
        Person(id=person_id or edit.new_id_in(scope), scope=scope, name=name, unit=unit, role=role)
    )


def rename_person(edit: Edit, seen: Person, name: str) -> Person:
    """Give a person another name; everything that the person has written follows."""
    return edit.save(replace(seen, name=checked_name(name)), seen)


def checked_name(name: str) -> str:
    """A person's name without needless blanks; raises `FieldRefused`."""
    name = " ".join(name.split())
    if not name:
        raise FieldRefused("name", "Personen behöver ett namn.")
    if len(name) > MAX_NAME:
        raise FieldRefused("name", f"Namnet är för långt (högst {MAX_NAME} tecken).")
    return name
