"""A small plan around Kostenheten, with the goals and the two activities of the official report."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, TypedDict, Unpack

from model.plan.calendar import Tertial
from model.plan.entities import (
    Activity,
    Entity,
    FixedText,
    Goal,
    Municipality,
    OrganisationUnit,
    Period,
    PolicyArea,
    Standing,
    Status,
)
from model.plan.plan import Plan
from model.plan.vocabulary import Cause, GoalLevel, OrganisationLevel, Origin, StatusValue

FACTS: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "facts" / "goals-2024.json").read_text(encoding="utf-8")
)
PLAN_FACTS: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "facts" / "plan-2024.json").read_text(encoding="utf-8")
)
KITCHEN = "kostenheten"
T1, T2, T3 = (Tertial(2024, number) for number in (1, 2, 3))
SPRING = date(2024, 4, 23)
HEALTH = "4.1"
BUSINESS = "3.4.5"


class ActivityFields(TypedDict, total=False):
    """What a test may say of an activity."""

    title: str
    description: str
    year: int
    unit: str
    participants: tuple[str, ...]
    origin: Origin
    period: Period | None
    cancelled: bool
    cancel_reason: str


class StandingFields(TypedDict, total=False):
    """What a test may say of a status beside its value."""

    revised_end: date
    actual_end: date
    cause: Cause
    awaited: str
    review_date: date


def basis(year: int = 2024) -> list[Entity]:
    """The municipality, two parts of its organisation, and the goals of 2024 in plan order."""
    areas = [row["name"] for row in FACTS["policy_areas"]]
    area_of = {text: row["name"] for row in FACTS["policy_areas"] for text in row["goals"]}
    goals = [
        Goal(
            id=row["number"],
            number=row["number"],
            year=year,
            text=row["text"],
            order=order,
            policy_area=area_of[row["text"]],
        )
        for order, row in enumerate(PLAN_FACTS["board_goals"])
    ]
    return [
        Municipality(id="ange", key="ange", name="Ånge kommun"),
        OrganisationUnit(
            id="samhall", name="Samhällsbyggnadsavdelningen", level=OrganisationLevel.DEPARTMENT
        ),
        OrganisationUnit(id=KITCHEN, name="Kostenheten", parent="samhall"),
        *(PolicyArea(id=name, name=name, order=order) for order, name in enumerate(areas)),
        *goals,
        Goal(
            id=HEALTH,
            number=HEALTH,
            year=year,
            level=GoalLevel.EFFICIENCY,
            text="Sjukfrånvaron ska minska",
            order=99,
        ),
    ]


def activity(
    key: str, goals: tuple[str, ...] = (BUSINESS,), **fields: Unpack[ActivityFields]
) -> Activity:
    """An own activity of Kostenheten in 2024."""
    given: ActivityFields = {
        "title": f"Aktivitet {key}",
        "year": 2024,
        "unit": KITCHEN,
        "period": Period(date(2024, 1, 1), date(2024, 9, 30)),
        **fields,
    }
    return Activity(id=key, scope=KITCHEN, goals=goals, **given)


def status(
    key: str, value: StatusValue, tertial: Tertial = T1, **standing: Unpack[StandingFields]
) -> Status:
    """What Kostenheten has reported of an activity."""
    return Status(
        id=f"{key} {tertial}",
        scope=KITCHEN,
        activity=key,
        unit=KITCHEN,
        tertial=tertial,
        standing=Standing(value=value, **standing),
    )


def own_text(key: str, text: str) -> FixedText:
    """A fixed text in the municipality's own words."""
    return FixedText(id=key, key=key, text=text)


def plan_of(*entities: Entity, year: int = 2024) -> Plan:
    """A plan with the goals of a year and what is given."""
    return Plan([*basis(year), *entities])
