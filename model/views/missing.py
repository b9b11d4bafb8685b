"""Who has not handed in: a list for the centre, and as a text to put in a mail."""

from __future__ import annotations

import msgspec

from model.plan.calendar import Tertial
from model.plan.entities import Person
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.reporting import entry_deadline
from model.plan.rules import lock_told
from model.plan.vocabulary import Role
from model.views.department import Overview


class MissingUnit(msgspec.Struct, frozen=True, kw_only=True):
    """A unit that has not handed in a tertial, and who answers for it."""

    unit: EntityId
    name: str
    department: str
    """What stands above it in the overview; empty for what stands by itself."""
    head: str
    """Who heads it, by the catalogue; empty where it names nobody."""
    reported: int
    total: int

    @property
    def words(self) -> str:
        """What is left, in a few words."""
        left = self.total - self.reported
        return f"{left} av {self.total} saknar status" if left else "ej inlämnat"


def missing_units(plan: Plan, view: Overview) -> tuple[MissingUnit, ...]:
    """The units of an overview that have not handed in, in its order."""
    heads = _heads(plan)
    above: list[str] = []
    found: list[MissingUnit] = []
    for row in view.rows:
        del above[row.depth :]
        if row.is_sum:
            above.append(row.name)
        elif row.units and not row.is_handed_in:
            found.append(
                MissingUnit(
                    unit=row.unit,
                    name=row.name,
                    department=above[-1] if above else "",
                    head=heads.get(row.unit, ""),
                    reported=row.reported,
                    total=row.total,
                )
            )
    return tuple(found)


def mail_text(plan: Plan, tertial: Tertial, missing: tuple[MissingUnit, ...]) -> str:
    """The list as a text to copy into a mail: department by department."""
    locked = lock_told(plan, tertial)
    if not missing:
        done = f"Alla enheter har lämnat in {tertial.swedish}."
        return f"{locked}. {done}" if locked else done
    if locked:
        lines = [f"{locked}. Följande enheter hade inte lämnat in, och kan inte längre göra det."]
    else:
        day = entry_deadline(plan, tertial)
        lines = [f"Följande enheter har inte lämnat in {tertial.swedish}. Sista dag är {day}."]
    department = None
    for unit in missing:
        if unit.department != department:
            department = unit.department
            lines += ["", department] if department else [""]
        head = f", {unit.head}" if unit.head else ""
        lines.append(f"- {unit.name}{head}: {unit.words}")
    return "\n".join(lines)


def _heads(plan: Plan) -> dict[EntityId, str]:
    """The name of each unit's head: the first in that role, else the first that is there."""
    heads: dict[EntityId, str] = {}
    for in_role in (True, False):
        for person in plan.of(Person):
            is_head = person.role is not Role.CENTRAL
            if person.unit is not None and person.name and (is_head or not in_role):
                heads.setdefault(person.unit, person.name)
    return heads
