"""How an activity is planned and worded: F12 description and dates, F20 status in the title."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Finding, Severity
from model.checks.material import Material, shown
from model.plan.entities import Activity
from model.plan.identifiers import EntityId
from model.swedish.status_words import status_in_title


def planned_in_full(material: Material) -> Iterator[Finding]:
    """F12: no description or dates (R11), an end before the start, a start outside the year.

    Several years are normal, so the last is information only.
    """
    for activity, unit in material.mendable:
        if not activity.description.strip():
            yield _finding(
                material, activity, unit, "F12", Severity.WARN, "description",
                "Beskrivning saknas.",
                "Skriv en eller två meningar: rapporten visar dem under aktiviteten.",
            )  # fmt: skip
        yield from _dates(material, activity, unit)


def _dates(material: Material, activity: Activity, unit: EntityId | None) -> Iterator[Finding]:
    period = activity.period
    if period is None:
        yield _finding(
            material, activity, unit, "F12", Severity.WARN, "start_date",
            "Startdatum och slutdatum saknas.",
            "Ange båda: utan datum går aktiviteten inte att följa.",
        )  # fmt: skip
        return
    if period.end < period.start:
        yield _finding(
            material, activity, unit, "F12", Severity.ERROR, "end_date",
            f"Slutdatumet {period.end} ligger före startdatumet {period.start}.",
            "Rätta datumen.",
        )  # fmt: skip
    if period.start.year != activity.year:
        side = "före" if period.start.year < activity.year else "efter"
        yield _finding(
            material, activity, unit, "F12", Severity.INFO, "start_date",
            f"Startdatumet {period.start} ligger {side} planåret {activity.year}.",
            "Inget att göra om det är rätt: aktiviteter får löpa över flera år.",
        )  # fmt: skip


def status_told_in_title(material: Material) -> Iterator[Finding]:
    """F20: the title tells how things stand, which will soon be out of date."""
    for activity, unit in material.mendable:
        spans = status_in_title(activity.title)
        if spans:
            words = shown(spans[0].of(activity.title))
            yield _finding(
                material, activity, unit, "F20", Severity.HINT, "title",
                f"Rubriken säger hur det går: ”{words}”.",
                "Flytta det till status eller kommentar.",
            )  # fmt: skip


def _finding(
    material: Material,
    activity: Activity,
    unit: EntityId | None,
    rule: str,
    severity: Severity,
    field: str,
    text: str,
    advice: str,
) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        kind="activity",
        entity=activity.id,
        place=f"activity:{activity.id}:{field}",
        field=field,
        unit=unit,
        where=material.where(activity),
        text=text,
        advice=advice,
    )
