"""A small municipality to tell stories about: goals, departments, units, and what they do.

Ids are readable on purpose: the rules must not care what an id looks like.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from model.plan.assessment import Assessment, Verdict
from model.plan.calendar import Tertial
from model.plan.entities import (
    Activity,
    Entity,
    Goal,
    HandIn,
    Municipality,
    OrganisationUnit,
    Period,
    Person,
    Setting,
    Standing,
    Status,
    Submission,
    TertialDates,
    Waiver,
)
from model.plan.lock import Lock, TertialLock
from model.plan.plan import Plan
from model.plan.reporting import heads_of
from model.plan.vocabulary import (
    AssessmentLevel,
    GoalLevel,
    HandInState,
    OrganisationLevel,
    Origin,
    SizeClass,
    StatusValue,
)

Value = Any
"""A value of an entity's field, as the entity takes it."""

T3_2023 = Tertial(2023, 3)
T1 = Tertial(2024, 1)
T2 = Tertial(2024, 2)
T3 = Tertial(2024, 3)

BUILDING = "samhallsbyggnad"
KITCHEN = "kostenheten"
STREETS = "gata-park"
LIBRARY = "biblioteket"

COUNCIL = "3.4"
BUSINESS = "3.4.5"
YOUTH = "3.3.1"
SICKNESS = "4.1"


def day(text: str) -> date:
    """A day from its ISO form."""
    return date.fromisoformat(text)


def goal_id(number: str, year: int = 2024) -> str:
    """The id of a goal in these stories."""
    return f"mal-{year}-{number}"


def goal(
    number: str, text: str, level: GoalLevel = GoalLevel.BOARD, year: int = 2024, **more: Value
) -> Goal:
    """A goal of a year."""
    values: dict[str, Value] = {
        "id": goal_id(number, year),
        "key": number,
        "number": number,
        "text": text,
        "level": level,
        "year": year,
    }
    return Goal(**(values | more))


def unit(
    unit_id: str,
    name: str,
    parent: str | None = BUILDING,
    level: OrganisationLevel = OrganisationLevel.UNIT,
    size: SizeClass = SizeClass.NORMAL,
    **more: Value,
) -> OrganisationUnit:
    """A part of the organisation."""
    return OrganisationUnit(
        id=unit_id, key=unit_id, name=name, parent=parent, level=level, size_class=size, **more
    )


def goals(year: int = 2024) -> list[Goal]:
    """One council goal, two goals of the board and the one efficiency goal."""
    council = goal(COUNCIL, "Fler företag ska växa.", GoalLevel.COUNCIL, year)
    return [
        council,
        goal(YOUTH, "Ungdomar ska känna ökad trygghet.", year=year, order=1, parent=council.id),
        goal(BUSINESS, "Förbättra näringslivsklimatet.", year=year, order=2, parent=council.id),
        goal(SICKNESS, "Sjukfrånvaron ska minska.", GoalLevel.EFFICIENCY, year, order=3),
    ]


def organisation() -> list[OrganisationUnit]:
    """A department with two units, and a unit elsewhere."""
    return [
        unit(BUILDING, "Samhällsbyggnadsavdelningen", None, OrganisationLevel.DEPARTMENT),
        unit(KITCHEN, "Kostenheten"),
        unit(STREETS, "Gata och park"),
        unit("utbildning", "Utbildningsavdelningen", None, OrganisationLevel.DEPARTMENT),
        unit(LIBRARY, "Biblioteket", "utbildning"),
    ]


def plan(*entities: Entity) -> Plan:
    """The municipality with its goals of 2024, its units, and what the story adds."""
    municipality = Municipality(id="kommunen", key="lillstad", name="Lillstads kommun")
    return Plan([municipality, *goals(), *organisation(), *entities])


def activity(
    title: str = "Dialog med lokala producenter",
    towards: tuple[str, ...] = (BUSINESS,),
    *,
    of: str = KITCHEN,
    start: str = "2024-01-01",
    end: str = "2024-09-30",
    year: int = 2024,
    **more: Value,
) -> Activity:
    """A unit's own activity, towards goals named by their numbers."""
    values: dict[str, Value] = {
        "id": title,
        "scope": of,
        "year": year,
        "title": title,
        "description": "Två möten under året.",
        "period": Period(day(start), day(end)),
        "goals": tuple(goal_id(number, year) for number in towards),
        "unit": of,
    }
    return Activity(**(values | more))


def plan_activity(
    title: str = "Företagsfrukostar", towards: tuple[str, ...] = (BUSINESS,), **more: Value
) -> Activity:
    """An activity of the operational plan; nobody's until `unit` or `participants` say whose."""
    values: dict[str, Value] = {"scope": "central", "origin": Origin.PLAN, "unit": None}
    return activity(title, towards, **(values | more))


def standing(value: StatusValue = StatusValue.ONGOING_ON_PLAN, **more: Value) -> Standing:
    """How an activity stands; days may be written as ISO text."""
    days = ("revised_end", "actual_end", "review_date")
    given: dict[str, Value] = {
        key: day(text) if key in days else text for key, text in more.items()
    }
    return Standing(value=value, **given)


def status(
    of: Activity,
    tertial: Tertial = T1,
    value: StatusValue = StatusValue.ONGOING_ON_PLAN,
    comment: str = "Första mötet hölls i mars.",
    *,
    by: str | None = None,
    version: str = "v1",
    conflicts: tuple[str, ...] = (),
    **how: Value,
) -> Status:
    """What a unit (the activity's own unless said) reports of an activity for a tertial."""
    unit_id = by or of.unit or ""
    return Status(
        id=f"status {of.id} {unit_id} {tertial}",
        scope=unit_id,
        activity=of.id,
        unit=unit_id,
        tertial=tertial,
        standing=standing(value, **how),
        comment=comment,
        heads={"standing": (f"{of.id}-{tertial}-{version}",)},
        conflicts=conflicts,
    )


def hand_in(
    *statuses: Status,
    of: str = KITCHEN,
    tertial: Tertial = T1,
    state: HandInState = HandInState.HANDED_IN,
    on: str = "2024-04-22",
) -> HandIn:
    """A hand-in that names these statuses as they stand."""
    named = {each.id: heads_of(each) for each in statuses}
    return HandIn(
        id=f"inlamning {of} {tertial}",
        scope=of,
        unit=of,
        tertial=tertial,
        submission=Submission(state, day(on), named),
    )


def assessment(
    number: str = BUSINESS,
    level: AssessmentLevel | None = AssessmentLevel.MET,
    tertial: Tertial = T1,
    *,
    motivation: str = "",
    suggested: AssessmentLevel | None = None,
    **more: Value,
) -> Assessment:
    """What the centre says of a goal; no level for one that only has texts."""
    return Assessment(
        id=f"bedomning {number} {tertial}",
        goal=goal_id(number, tertial.year),
        tertial=tertial,
        decided=Verdict(level, motivation, suggested) if level else None,
        **more,
    )


def setting(key: str, value: str) -> Setting:
    """A setting of the catalogue."""
    return Setting(id=f"setting {key}", key=key, value=value)


def person(name: str, **more: Value) -> Person:
    """Somebody with a name."""
    return Person(id=name, key=name, name=name, scope=KITCHEN, unit=KITCHEN, **more)


def waiver(rule: str, place: str, reason: str, **more: Value) -> Waiver:
    """A finding that a unit sets aside."""
    return Waiver(
        id=f"waiver {rule} {place}", scope=KITCHEN, rule=rule, place=place, reason=reason,
        unit=KITCHEN, **more,
    )  # fmt: skip


def tertial_dates(tertial: Tertial, deadline: str = "") -> TertialDates:
    """The catalogue's own dates of a tertial."""
    return TertialDates(
        id=f"tertial {tertial}",
        tertial=tertial,
        entry_deadline=day(deadline) if deadline else None,
    )


def locked(tertial: Tertial, on: str = "2024-05-20", **more: Value) -> TertialLock:
    """A tertial that the centre has locked."""
    lock = Lock(day=day(on), by="Cia Ek", **more)
    return TertialLock(id=f"lock {tertial}", tertial=tertial, lock=lock)
