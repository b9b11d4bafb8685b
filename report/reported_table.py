"""Activities as the tertial report has them: status and comment beside the planned end (2.4).

The status is that of the unit which answers for the activity, or the centre's where none does;
what units that take part have reported stands below it, merged across the columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.plan.calendar import Tertial
from model.plan.entities import Activity, OrganisationUnit, Status
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.reporting import latest_status, status_shown
from model.plan.vocabulary import StatusValue
from report.activity_table import (
    UNTITLED,
    Reading,
    day_cell,
    explanation,
    missing_mark,
    reason,
    spaced,
    status_mark,
)
from report.content import Column, Inline, Row, Runs, Table, Text
from report.free_text import one_line, paragraphs
from report.texts import Texts


def reported_table(
    plan: Plan, tertial: Tertial, activities: Iterable[Activity], texts: Texts, *, title: str
) -> Table:
    """The activities in the order given, as they stood when the tertial closed."""
    columns = (
        Column(texts.line("activity_table.column_title"), wide=True, share=22),
        Column(texts.line("activity_table.column_status"), wide=True, share=19),
        Column(texts.line("activity_table.column_end")),
        Column(texts.line("activity_table.column_comment"), wide=True, share=29),
    )
    rows = tuple(_row(plan, tertial, activity, texts) for activity in activities)
    return Table(title=title, columns=columns, rows=rows)


def _row(plan: Plan, tertial: Tertial, activity: Activity, texts: Texts) -> Row:
    title = one_line(activity.title) or UNTITLED
    status = status_shown(plan, activity.id, activity.reporter, tertial)
    reading = Reading(plan, activity.reporter, tertial.as_of)
    return Row(
        cells=(
            ((Text(title),),),
            ((_mark(activity, status, texts),),),
            day_cell(activity.period.end if activity.period else None),
            tuple(_comment(reading, activity, status)),
        ),
        lines=tuple(_participants(plan, tertial, activity)),
    )


def _mark(activity: Activity, status: Status | None, texts: Texts) -> Inline:
    if activity.cancelled:
        return status_mark(StatusValue.CANCELLED)
    if status is None or status.standing is None:
        return missing_mark(texts)
    return status_mark(status.standing.value)


def _comment(reading: Reading, activity: Activity, status: Status | None) -> Iterator[Runs]:
    """What was written, then the dates and reasons that the status has."""
    if activity.cancelled:
        if runs := reason(activity.cancel_reason):
            yield runs
        return
    if status is not None:
        yield from paragraphs(status.comment)
    if status is not None and status.standing is not None:
        if runs := spaced(tuple(explanation(reading, activity, status.standing))):
            yield runs
        return
    earlier = latest_status(reading.plan, activity.id, reading.unit, until=reading.tertial.previous)
    if earlier is not None and earlier.standing is not None and earlier.tertial is not None:
        words = f"Senast rapporterat {earlier.tertial.swedish}: {earlier.standing.value.swedish}."
        yield (Text(words),)


def _participants(plan: Plan, tertial: Tertial, activity: Activity) -> Iterator[Runs]:
    """One line for each unit that takes part and has reported."""
    for unit in dict.fromkeys(activity.participants):
        status = status_shown(plan, activity.id, unit, tertial)
        if unit != activity.reporter and status is not None and status.standing is not None:
            comment = " ".join(str(run) for line in paragraphs(status.comment) for run in line)
            said = (Text(f". {comment}"),) if comment else ()
            yield (Text(f"{_name(plan, unit)}: "), status_mark(status.standing.value), *said)


def _name(plan: Plan, unit: EntityId) -> str:
    row = plan.find(OrganisationUnit, unit)
    return one_line(row.name) if row is not None and row.name.strip() else "Deltagande enhet"
