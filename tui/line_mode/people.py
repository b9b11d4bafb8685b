"""People named on the command line: those in the register, or new ones of the unit."""

from __future__ import annotations

from model.actions.people import entered
from model.plan.entities import OrganisationUnit, Person
from model.plan.identifiers import EntityId
from model.swedish.search import nearest
from model.workspace.edit import Edit
from tui.line_mode.output import note


def person_named(edit: Edit, name: str, unit: OrganisationUnit) -> EntityId | None:
    """The person with a name, entered in the unit's register if nobody has it; none for "".

    A new person is told of on stderr, with the name that it may be a slip for.
    """
    if not name.strip():
        return None
    before = [one.name for one in edit.plan.of(Person) if one.unit == unit.id]
    person, is_new = entered(edit, name, unit.id)
    if not is_new:
        return person.id
    near = nearest(name, before, limit=1)
    slip = f" Menade du {near[0]}? Ändra då med ”tertial plan edit”." if near else ""
    note(f"{person.name} är ny i registret för {unit.name}.{slip}")
    return person.id
