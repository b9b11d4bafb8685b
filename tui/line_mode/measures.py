"""Measures as records: what a list and `--json` show."""

from __future__ import annotations

from datetime import date

from model.plan.entities import Goal
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.views.figures import MeasureLine, MeasureTable
from model.views.measures import all_tables, measure_tables
from tui.line_mode.output import Record, plain


def measure_records(plan: Plan, year: int, until: date) -> list[Record]:
    """Every measure of a year's goals, parts under their whole."""
    return [
        measure_record(plan, table, line)
        for table in measure_tables(plan, year, until)
        for line in table.lines
    ]


def record_of(plan: Plan, measure: EntityId, until: date) -> Record:
    """One measure by its id, whatever year its goal is of."""
    table, line = next(
        (table, line)
        for table in all_tables(plan, until)
        for line in table.lines
        if line.measure.id == measure
    )
    return measure_record(plan, table, line)


def measure_record(plan: Plan, table: MeasureTable, line: MeasureLine) -> Record:
    """One measure as it may be printed."""
    goal = plan.find(Goal, table.goal)
    has_figure = table.as_of is not None
    return {
        "id": line.measure.id,
        "key": line.measure.key,
        "goal": goal.number if goal is not None else None,
        "name": line.measure.name,
        "label": line.label,
        "shown": f"{'- ' * line.depth}{line.label}",
        "unit": line.measure.unit,
        "outcome": line.figure.text,
        "value": plain(line.figure.value),
        "suppressed": line.figure.is_suppressed,
        "as_of": plain(line.figure.as_of) if has_figure else None,
        "before": line.before.text if line.before is not None else None,
        "before_as_of": plain(line.before.as_of) if line.before is not None else None,
        "trend": plain(line.trend),
        "trend_words": line.trend.swedish if line.trend is not None else None,
        "target": line.target,
        "baseline": line.baseline,
        "meets_target": line.meets_target,
    }
