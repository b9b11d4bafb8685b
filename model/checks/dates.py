"""Dates against status: F02 an end that has passed, F03 done before its end, F19 slipped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.checks.finding import Finding, Severity
from model.checks.material import Material, Row, about_status
from model.plan.entities import Status
from model.plan.reporting import effective_end, previous_status
from model.plan.vocabulary import StatusValue

_LATENESS = {
    StatusValue.COMPLETED_ON_PLAN: 0,
    StatusValue.ONGOING_ON_PLAN: 0,
    StatusValue.NOT_STARTED: 1,
    StatusValue.COMPLETED_DEVIATING: 1,
    StatusValue.ONGOING_DEVIATING: 2,
    StatusValue.DELAYED: 3,
    StatusValue.ON_HOLD: 3,
    StatusValue.CANCELLED: 4,
}
"""How far a status is from the plan; F19 speaks of a worse one when this has grown."""


def end_has_passed(row: Row, as_of: date) -> bool:
    """Whether the status is open although the end date that holds is not after the as-of date."""
    return (
        row.standing is not None
        and row.standing.value.is_open
        and row.end is not None
        and row.end <= as_of
    )


def open_past_end(material: Material) -> Iterator[Finding]:
    """F02: open, the end date has passed, and no later one is given."""
    for row in material.rows:
        if end_has_passed(row, material.as_of):
            yield about_status(
                material,
                row,
                "F02",
                Severity.WARN,
                "revised_end_date",
                f"Aktiviteten är öppen men skulle vara klar {row.end}.",
                "Ange ett nytt slutdatum, eller avsluta aktiviteten.",
            )


def done_before_end(material: Material) -> Iterator[Finding]:
    """F03: completed, but its end date lies ahead and no actual end is given."""
    for row in material.rows:
        standing = row.latest.standing if row.latest is not None else None
        if (
            standing is not None
            and standing.value.is_completed
            and standing.actual_end is None
            and row.end is not None
            and row.end > material.as_of
        ):
            yield about_status(
                material,
                row,
                "F03",
                Severity.ASK,
                "actual_end_date",
                f"Aktiviteten är avslutad före slutdatumet {row.end}. När blev den klar?",
                "Ange faktiskt slutdatum.",
            )


def slipped(material: Material) -> Iterator[Finding]:
    """F19: a later end date or a worse status than last tertial, or not done when it was to be."""
    for row in material.rows:
        if row.standing is None:
            continue
        before = previous_status(material.plan, row.activity.id, row.unit, before=material.tertial)
        slips = _slips(material, row, before)
        if slips:
            since = "planen"
            if before is not None and before.tertial is not None:
                since = before.tertial.swedish
            yield about_status(
                material,
                row,
                "F19",
                Severity.INFO,
                "status",
                f"Sedan {since}: {'; '.join(slips)}.",
                "Kommentaren bör säga varför.",
            )


def _slips(material: Material, row: Row, before: Status | None) -> list[str]:
    now = row.standing
    if now is None:
        return []
    slips = []
    end_before = effective_end(
        material.plan, row.activity, row.unit, until=material.tertial.previous
    )
    if end_before is not None and row.end is not None and row.end > end_before:
        slips.append(f"slutdatum {row.end} i stället för {end_before}")
    then = before.standing if before is not None else None
    if then is None:
        return slips
    if _LATENESS[now.value] > _LATENESS[then.value]:
        slips.append(f"status {now.value.swedish} i stället för {then.value.swedish}")
    was_expected = end_before is not None and end_before <= material.as_of
    if now.value.is_open and was_expected and row.end == end_before:
        slips.append(f"inte klar {end_before} som väntat")
    return slips
