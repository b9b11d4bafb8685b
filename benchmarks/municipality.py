"""A municipality's year as a plan in memory, of any size: units, activities, statuses, assessments.

The same size gives the same plan, so what is written of it is the same in every round.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from model.plan.assessment import Analysis, Assessment, Verdict
from model.plan.calendar import Tertial
from model.plan.entities import (
    Activity,
    Entity,
    Goal,
    Municipality,
    OrganisationUnit,
    Period,
    Person,
    Standing,
    Status,
)
from model.plan.identifiers import CENTRAL, EntityId
from model.plan.plan import Plan
from model.plan.vocabulary import (
    AssessmentLevel,
    Cause,
    GoalLevel,
    OrganisationLevel,
    Origin,
    StatusValue,
)

YEAR = 2024
LAST = Tertial(YEAR, 3)
EACH = 5
"""Own activities of a unit."""

_COUNCIL, _BOARD = 8, 6
_DEPARTMENT = 50
_NEW_YEAR = date(YEAR, 1, 1)
_STATUSES, _LEVELS = tuple(StatusValue), tuple(AssessmentLevel)
_COMMENTS = (
    "Arbetet går som det ska och gruppen träffas varannan vecka.",
    "Två möten är hållna, det tredje är i juni. Underlaget är skickat till avdelningen.",
    "Förseningen beror på vakanser under våren; vi väntar på besked om medel innan nästa steg.",
    "",
)


def municipality(units: int, planned: int) -> Plan:
    """So many units with `EACH` activities of their own, and the plan's `planned` activities."""
    return Plan((*_frame(), *_units(units), *_planned(planned)))


def _frame() -> Iterator[Entity]:
    """Goals on two levels, all assessed, and the centre's analysis."""
    yield Municipality(id="ange", key="ange", name="Ånge kommun")
    for council in range(1, _COUNCIL + 1):
        text = f"Kommunens mål {council} för ett gott liv i hela kommunen"
        yield _goal(f"{council}", text, GoalLevel.COUNCIL, None)
        for board in range(1, _BOARD + 1):
            number = f"{council}.{board}"
            text = f"Nämndens mål {number} om trygghet, service och delaktighet ska nås"
            yield _goal(number, text, GoalLevel.BOARD, f"{council}")
            level = _LEVELS[(council + board) % len(_LEVELS)]
            yield Assessment(
                id=f"bedömt {number}",
                goal=number,
                tertial=LAST,
                decided=Verdict(level),
                summary=" ".join(_COMMENTS * 2).strip(),
            )
    yield Analysis(id="analys", year=YEAR, text="\n\n".join(_COMMENTS[:3]))


def _goal(number: str, text: str, level: GoalLevel, parent: EntityId | None) -> Goal:
    order = int(float(number) * 10)
    return Goal(
        id=number, number=number, year=YEAR, level=level, text=text, parent=parent, order=order
    )


def _units(count: int) -> Iterator[Entity]:
    """Departments of fifty units, each with somebody who answers for its activities."""
    for at in range(count):
        department = f"avdelning {at // _DEPARTMENT:04}"
        if at % _DEPARTMENT == 0:
            name = department.capitalize()
            yield OrganisationUnit(id=department, name=name, level=OrganisationLevel.DEPARTMENT)
        unit = f"enhet {at:06}"
        yield OrganisationUnit(id=unit, name=unit.capitalize(), parent=department)
        yield Person(id=f"chef {at:06}", name=f"Åsa Öst {at}", unit=unit)
        for number in range(at * EACH, (at + 1) * EACH):
            own = _activity(f"egen {number:07}", number)
            yield Activity(
                id=own.id,
                scope=unit,
                year=YEAR,
                unit=unit,
                responsible=f"chef {at:06}",
                title=own.title,
                description=own.description,
                period=own.period,
                goals=own.goals,
            )
            yield _status(own.id, unit, number)


def _planned(count: int) -> Iterator[Entity]:
    """What the board has decided; the centre reports it."""
    for number in range(count):
        activity = _activity(f"plan {number:06}", number)
        yield activity
        yield _status(activity.id, CENTRAL, number)


def _activity(identity: EntityId, number: int) -> Activity:
    at = number % (_COUNCIL * _BOARD)
    start = _NEW_YEAR + timedelta(days=number % 90)
    return Activity(
        id=identity,
        year=YEAR,
        origin=Origin.PLAN,
        title=f"Pröva och förbättra rutinen för matsvinn, etapp {number + 1}",
        description=f"Arbetet görs tillsammans med skolan, grupp {number}. {_COMMENTS[0]}",
        period=Period(start, start + timedelta(days=200)),
        goals=(f"{at // _BOARD + 1}.{at % _BOARD + 1}",),
        order=number,
    )


def _status(activity: EntityId, unit: EntityId, number: int) -> Status:
    value = _STATUSES[number % len(_STATUSES)]
    return Status(
        id=f"status {activity}",
        scope=unit,
        activity=activity,
        unit=unit,
        tertial=LAST,
        standing=Standing(
            value=value,
            cause=Cause.STAFFING if value is StatusValue.DELAYED else None,
            revised_end=date(YEAR + 1, 3, 31) if value is StatusValue.DELAYED else None,
            actual_end=date(YEAR, 11, 30) if value is StatusValue.COMPLETED_ON_PLAN else None,
        ),
        comment=_COMMENTS[number % len(_COMMENTS)] and f"{_COMMENTS[number % 4]} ({number})",
    )
