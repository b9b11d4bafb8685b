"""The municipality's own documents as plans: what was decided for 2024, and how 2023 ended."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from model.plan.assessment import Assessment, Verdict
from model.plan.budget import BudgetLine, BudgetTable
from model.plan.calendar import Tertial
from model.plan.entities import (
    Activity,
    Entity,
    Goal,
    Measure,
    MeasureValue,
    Municipality,
    OrganisationUnit,
    Outcome,
    Period,
    Standing,
    Status,
)
from model.plan.identifiers import CENTRAL
from model.plan.plan import Plan
from model.plan.vocabulary import (
    GoalLevel,
    OrganisationLevel,
    Origin,
    assessment_from,
    status_from,
)

T3_2023 = Tertial(2023, 3)
ENOUGH = 100
"""Employees: the document does not say how many, and groups of ten are not printed."""


def facts(name: str) -> Any:  # noqa: ANN401 # JSON
    """One file of facts."""
    path = Path(__file__).parents[1] / "facts" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))


def plan_2024() -> Plan:
    """Goals, activities, measures and budget as the board decided them for 2024."""
    return Plan(_decided(facts("plan-2024"), facts("budget-2024")))


def _decided(plan: dict[str, Any], budget: dict[str, Any]) -> Iterator[Entity]:
    yield Municipality(id="ange", key="ange", name=plan["municipality"])
    departments = {row["name_in_measures"]: row["name"] for row in plan["departments"]}
    for name in departments.values():
        yield OrganisationUnit(id=name, name=name, level=OrganisationLevel.DEPARTMENT)
    levels = {
        GoalLevel.COUNCIL: plan["council_goals"],
        GoalLevel.BOARD: plan["board_goals"],
        GoalLevel.EFFICIENCY: plan["efficiency_goals"],
    }
    for level, rows in levels.items():
        for order, row in enumerate(rows):
            yield _goal(2024, level, row["number"], row["text"], row.get("parent"), order)
    for order, row in enumerate(plan["activities"]):
        period = Period(date.fromisoformat(row["start"]), date.fromisoformat(row["end"]))
        yield Activity(
            id=f"a{order}",
            year=2024,
            origin=Origin.PLAN,
            title=row["title"],
            description="En beskrivning." if row["described"] else "",
            period=period,
            goals=(row["goal"],),
            order=order,
        )
    yield from _measured(plan["measures"], departments)
    yield from _budgeted(budget["tables"])


def _measured(rows: list[dict[str, Any]], departments: dict[str, str]) -> Iterator[Entity]:
    for order, row in enumerate(rows):
        yield Measure(
            id=row["organisation"],
            name=row["name"].removesuffix(" (%)"),
            unit=row["unit"],
            goal=row["goal"],
            organisation=departments.get(row["organisation"]),
            parent=row["parent"],
            order=order,
        )
        yield MeasureValue(
            id=f"v{order}",
            measure=row["organisation"],
            as_of=date.fromisoformat(row["as_of"]),
            outcome=Outcome(row["value"], headcount=ENOUGH),
        )


def _budgeted(tables: list[dict[str, Any]]) -> Iterator[Entity]:
    for order, table in enumerate(tables):
        heading, *columns = table["columns"]
        yield BudgetTable(
            id=table["key"],
            year=2024,
            name=f"Ramar {order + 1}",
            heading=heading,
            columns=tuple(columns),
            unit="miljoner kronor",
            order=order,
        )
        for place, row in enumerate(table["rows"]):
            yield BudgetLine(
                id=f"{table['key']} {place}",
                table=table["key"],
                name=row["name"],
                amounts=tuple(row["amounts"]),
                order=place,
            )


def report_2023() -> Plan:
    """The goals of 2023 with their assessments, and how the activities towards them ended."""
    return Plan(_ended(facts("report-2023-t3")))


def _ended(report: dict[str, Any]) -> Iterator[Entity]:
    yield Municipality(id="ange", key="ange", name=report["municipality"])
    found: dict[tuple[str, str, str], list[str]] = {}
    for order, council in enumerate(report["council_goals"]):
        number = council["number"]
        yield _goal(2023, GoalLevel.COUNCIL, number, council["text"], None, order)
        for place, row in enumerate(council["board_goals"]):
            yield _goal(2023, GoalLevel.BOARD, row["number"], row["text"], number, place)
            level = assessment_from(row["assessment"])
            assert level is not None
            yield Assessment(
                id=f"b{row['number']}",
                goal=row["number"],
                tertial=T3_2023,
                decided=Verdict(level),
                summary=f"Sammanfattning av {row['number']}.",
            )
            for each in row["activities"]:
                same = (each["title"], each["status"], each["end"])
                found.setdefault(same, []).append(row["number"])
    for order, ((title, status, end), goals) in enumerate(found.items()):
        value = status_from(status)
        assert value is not None
        last = date.fromisoformat(end)
        yield Activity(
            id=f"a{order}",
            year=2023,
            origin=Origin.PLAN,
            title=title,
            period=Period(min(last, date(2023, 1, 1)), last),
            goals=tuple(goals),
            order=order,
        )
        yield Status(
            id=f"s{order}",
            activity=f"a{order}",
            unit=CENTRAL,
            tertial=T3_2023,
            standing=Standing(value=value),
        )


def _goal(
    year: int, level: GoalLevel, number: str, text: str, parent: str | None, order: int
) -> Goal:
    return Goal(
        id=number, number=number, year=year, level=level, text=text, parent=parent, order=order
    )
