"""What one person answers for, for who takes over: domain 1.9, against work that hangs on one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from model.errors import ModelError
from model.plan.calendar import tertial_of
from model.plan.entities import Activity, OrganisationUnit, Person, Status
from model.plan.identifiers import SHORT_LENGTH, EntityId
from model.plan.plan import Plan
from model.swedish.letters import fold
from model.swedish.search import nearest
from model.swedish.visible import visible
from model.views.details import ActivityDetails, activity_details


class UnknownPerson(ModelError):
    """Nobody in the register has that name; the message gives the nearest ones."""

    def __init__(self, name: str, near: list[str]) -> None:
        names = " eller ".join(f"”{each}”" for each in near)
        meant = f"Menade du {names}?" if near else "Kontrollera hur namnet är skrivet i planen."
        super().__init__(f"Ingen heter ”{visible(name)}” i planen. Inget är ändrat. {meant}")


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One activity of a unit that a person is responsible or deputy for."""

    details: ActivityDetails
    is_responsible: bool
    latest: Status | None
    """The newest status, of whatever tertial."""

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do: it is completed, or it lapses."""
        standing = self.latest.standing if self.latest is not None else None
        is_closed = standing is not None and not standing.value.is_open
        return self.details.activity.cancelled or is_closed

    @property
    def lacks_deputy(self) -> bool:
        """Whether nobody steps in for who is responsible."""
        return self.details.deputy is None


def people_named(plan: Plan, said: str) -> tuple[Person, ...]:
    """Whom somebody means, by id or its beginning, else everybody in the register with the name.

    Capitals and accents do not matter in a name. Raises `UnknownPerson`.
    """
    wanted, people = _plain(said), plan.of(Person)
    meant = [person for person in people if len(wanted) >= SHORT_LENGTH and _begins(person, wanted)]
    if len(meant) == 1:
        return one_person(plan, meant[0])
    found = tuple(person for person in people if wanted and _plain(person.name) == wanted)
    if not found:
        names = {person.name for person in people if person.name}
        raise UnknownPerson(said, nearest(said, sorted(names)))
    return found


def one_person(plan: Plan, person: Person) -> tuple[Person, ...]:
    """A person, in all entries: two computers of the same unit make two of one.

    Who has the same name in another unit may be somebody else, and is not taken along.
    """
    return (person, *(each for each in _namesakes(plan, person) if each.unit == person.unit))


def namesakes_elsewhere(plan: Plan, person: Person) -> tuple[str, ...]:
    """In which other units somebody has the same name: it may be the same person, or not."""
    units = {each.unit for each in _namesakes(plan, person) if each.unit != person.unit}
    rows = (plan.find(OrganisationUnit, unit) for unit in units)
    return tuple(sorted(row.name for row in rows if row is not None))


def _namesakes(plan: Plan, person: Person) -> list[Person]:
    name = _plain(person.name)
    others = (each for each in plan.of(Person) if each.id != person.id)
    return [each for each in others if name and _plain(each.name) == name]


def _begins(person: Person, wanted: str) -> bool:
    return person.id.startswith(wanted)


def held_by(plan: Plan, people: tuple[Person, ...], today: date) -> tuple[Held, ...]:
    """What they answer for, by the end that holds.

    What was carried over is told once, as it is now; what is done only where it is of this year.
    """
    ids = {person.id for person in people}
    found = [held for held in _held(plan, ids, today) if _is_told(held, today)]
    found.sort(key=lambda held: (held.details.end or date.max, held.details.activity.title))
    return tuple(found)


def _held(plan: Plan, people: set[EntityId], today: date) -> Iterator[Held]:
    tertial = tertial_of(today)
    for activity in plan.of(Activity):
        for unit in dict.fromkeys((activity.reporter, *activity.participants)):
            named = plan.people_for(activity, unit)
            if not any(person is not None and person.id in people for person in named):
                continue
            if plan.successor_of(activity.id, unit) is not None:
                continue
            details = activity_details(plan, activity, unit, tertial)
            responsible = details.responsible
            yield Held(
                details=details,
                is_responsible=responsible is not None and responsible.id in people,
                latest=details.present or next(iter(details.earlier), None),
            )


def _is_told(held: Held, today: date) -> bool:
    return not held.is_done or held.details.activity.year == today.year


def _plain(name: str) -> str:
    return fold(" ".join(name.split()).casefold())
