"""People of a unit: adding somebody who can be responsible or deputy."""

from __future__ import annotations

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
        Person(id=person_id or edit.new_id(), scope=scope, name=name, unit=unit, role=role)
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
