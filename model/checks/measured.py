"""F16: a measure that cannot be judged, and a figure of a small group that stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.checks.finding import Finding, Severity
from model.checks.material import Material, shown
from model.checks.texts import written
from model.plan.calendar import tertial_of
from model.plan.entities import Goal, Measure, MeasureValue
from model.plan.identifiers import EntityId
from model.plan.suppression import SMALL
from model.plan.vocabulary import GoalLevel
from model.swedish.letters import fold
from model.views.figures import MeasureLine, MeasureTable
from model.views.measures import measure_tables

_OF_EMPLOYEES = re.compile(
    r"sjuk|frånvaro|anställd|medarbetar|personal|övertid|friskvård", re.IGNORECASE
)


def measure_in_full(material: Material) -> Iterator[Finding]:
    """F16: a measure without target, baseline or head count.

    Parts are judged by the whole that they are part of, so only that needs a target and a
    baseline; head counts are asked for where the figure is one of employees.
    """
    if not material.sees_whole:
        return
    plan = material.plan
    year = plan.goal_year(material.tertial.year)
    for table in measure_tables(plan, year, material.as_of):
        goal = plan.find(Goal, table.goal)
        if goal is None:
            continue
        whole = table.lines[0]
        lacking = [
            words
            for words, text in (("målvärde", whole.target), ("utgångsvärde", whole.baseline))
            if not text
        ]
        if lacking:
            yield _finding(
                goal, whole.measure, "aim", f"{whole.label} saknar {' och '.join(lacking)}.",
                "Ange det som saknas, så att det går att se om målet nås.",
            )  # fmt: skip
        yield from _without_headcount(material, table, goal)


def measure_in_place(material: Material) -> Iterator[Finding]:
    """F16: a measure of no goal, the same one twice under a goal, a day that closes no tertial."""
    if not material.sees_whole:
        return
    plan = material.plan
    seen: set[tuple[EntityId | None, str]] = set()
    for table in measure_tables(plan, plan.goal_year(material.tertial.year), material.as_of):
        goal, whole = plan.find(Goal, table.goal), table.lines[0]
        if goal is None:
            yield _finding(
                None, whole.measure, "goal", f"{whole.label} hör inte till något mål.",
                "Ange målet i målkatalogen, så att måttet kommer med i dokumenten.",
            )  # fmt: skip
        elif (table.goal, fold(whole.label)) in seen:
            yield _finding(
                goal, whole.measure, "twice", f"{whole.label} finns två gånger under målet.",
                "Behåll det ena. Annars: säg i namnen vad som skiljer dem åt.",
            )  # fmt: skip
        seen.add((table.goal, fold(whole.label)))
        if table.as_of is not None and table.as_of != tertial_of(table.as_of).as_of:
            yield _finding(
                goal, whole.measure, f"day:{table.as_of}",
                f"Utfallet är från {table.as_of}, som inte är slutet av något tertial.",
                "Ange utfallet för sista april, augusti eller december: då går det att jämföra.",
                severity=Severity.HINT,
            )  # fmt: skip


def _without_headcount(material: Material, table: MeasureTable, goal: Goal) -> Iterator[Finding]:
    values = _values(material, table)
    counted = [value for value in values.values() if _headcount(value) is not None]
    of_employees = goal.level is GoalLevel.EFFICIENCY or _OF_EMPLOYEES.search(
        table.lines[0].measure.name
    )
    if not counted and not of_employees:
        return
    for line in table.lines:
        value = values.get(line.measure.id)
        if value is not None and _headcount(value) is None:
            yield _finding(
                goal, line.measure, f"headcount:{table.as_of}",
                f"{line.label} saknar antal anställda för {table.as_of}.",
                f"Ange antalet: uppgifter om högst {SMALL} personer får inte lämnas ut.",
            )  # fmt: skip


def small_group_told(material: Material) -> Iterator[Finding]:
    """F16: a figure that the documents leave out stands in somebody's text."""
    if not material.sees_whole:
        return
    plan = material.plan
    hidden = [
        (line, value)
        for table in measure_tables(plan, plan.goal_year(material.tertial.year), material.as_of)
        for line in table.lines
        if line.figure.is_suppressed
        and (value := _values(material, table).get(line.measure.id)) is not None
    ]
    texts = list(written(material)) if hidden else []
    for line, value in hidden:
        said = _said(line, value)
        for each in texts:
            if said is not None and said.search(each.text):
                yield each.finding(
                    "F16", Severity.ERROR,
                    f"{each.called} har utfallet för {shown(line.label)}, som inte får redovisas.",
                    "Ta bort siffran: gruppen är för liten, eller så går en liten grupp att räkna "
                    "fram.",
                    key=f"told:{line.measure.id}",
                )  # fmt: skip


def _said(line: MeasureLine, value: MeasureValue) -> re.Pattern[str] | None:
    """How the figure would stand in a text: with its unit, since a bare number may be anything."""
    number = value.outcome.value if value.outcome is not None else ""
    if not number or not line.measure.unit:
        return None
    digits = re.escape(number).replace(r"\.", "[.,]")
    unit = r"(?:%|procent)" if line.measure.unit == "%" else re.escape(line.measure.unit)
    return re.compile(rf"(?<![\d.,]){digits}\s*{unit}", re.IGNORECASE)


def _values(material: Material, table: MeasureTable) -> dict[EntityId, MeasureValue]:
    """The outcomes of the table's day, as they are kept."""
    members = {line.measure.id for line in table.lines}
    return {
        value.measure: value
        for value in material.plan.of(MeasureValue)
        if value.measure in members and value.as_of == table.as_of and table.as_of is not None
    }


def _headcount(value: MeasureValue) -> int | None:
    return value.outcome.headcount if value.outcome is not None else None


def _finding(
    goal: Goal | None,
    measure: Measure,
    key: str,
    text: str,
    advice: str,
    *,
    severity: Severity = Severity.WARN,
) -> Finding:
    number = f"{goal.number} " if goal is not None else ""
    return Finding(
        rule="F16", severity=severity, kind=measure.kind, entity=measure.id,
        place=f"measure:{measure.id}:{key}", field="", unit=None,
        where=shown(f"{number}{measure.name}"), text=shown(text), advice=advice,
    )  # fmt: skip
