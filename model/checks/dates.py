"""Dates against status: F02 an end that has passed, F03 done before its end, F19 slipped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.checks.finding import Finding, Severity
from model.checks.material import Material, Row, about_status
from model.plan.slipping import slip_of


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
        slip = slip_of(material.plan, row.activity, row.unit, material.tertial, material.as_of)
        if slip is not None:
            yield about_status(
                material,
                row,
                "F19",
                Severity.INFO,
                "status",
                f"Sedan {slip.since}: {'; '.join(slip.words)}.",
                "Kommentaren bör säga varför.",
            )
