"""F17: a personal number, or words about somebody's health or person, in a free text.

Every free text that the asker can mend is looked at: of activities, also cancelled ones, and of
their statuses in every tertial, since what was written last year is still kept and shown; for the
centre also what it writes of goals, of the year and in the memo.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from model.checks.before_save import warnings_for
from model.checks.finding import Finding, Severity
from model.checks.material import Material, status_place
from model.checks.texts import of_documents
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Waiver
from model.plan.identifiers import EntityId

_FIELDS = {
    "title": "Rubriken",
    "description": "Beskrivningen",
    "cancel_reason": "Skälet till att den utgår",
    "comment": "Kommentaren",
    "awaited": "Det som inväntas",
}

_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def personal_data(material: Material) -> Iterator[Finding]:
    """F17 in activities, statuses, documents and reasons of waivers; a warning, never a block."""
    for activity, unit in (*material.mendable, *material.cancelled):
        for field in ("title", "description", "cancel_reason"):
            place = f"activity:{activity.id}:{field}"
            text = getattr(activity, field)
            yield from _in_text(material, activity, unit, place, field, text, None)
    reported = ((row.activity, row.unit) for row in material.rows)
    for activity, unit in (*reported, *material.cancelled):
        for tertial, status in material.plan.statuses_of(activity.id, unit).items():
            awaited = status.standing.awaited if status.standing is not None else ""
            for field, text in (("comment", status.comment), ("awaited", awaited)):
                place = status_place(activity.id, unit, tertial, field)
                yield from _in_text(material, activity, unit, place, field, text, tertial)
    yield from _in_documents(material)
    yield from _in_waivers(material)


def _in_text(
    material: Material,
    activity: Activity,
    unit: EntityId | None,
    place: str,
    field: str,
    text: str,
    tertial: Tertial | None,
) -> Iterator[Finding]:
    for warning in warnings_for(text):
        said = f"{_FIELDS[field]}{f' för {tertial.swedish}' if tertial is not None else ''}"
        yield Finding(
            rule="F17",
            severity=Severity.WARN,
            kind="activity",
            entity=activity.id,
            place=f"{place}:{warning.kind}:{_digest(text)}",
            field=field,
            unit=unit,
            tertial=tertial,
            where=material.where(activity),
            text=warning.text.replace("Texten", said, 1),
            advice=warning.advice,
        )


def _digest(text: str) -> str:
    """A few letters that change with the text: who set it aside has seen this one, and no other.

    Letters only, so that no digit of what is warned of could be read into it.
    """
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8].translate(_LETTERS)


def _in_documents(material: Material) -> Iterator[Finding]:
    for each in of_documents(material):
        for warning in warnings_for(each.text):
            yield each.finding(
                "F17", Severity.WARN, warning.text.replace("Texten", each.called, 1),
                warning.advice, key=f"{warning.kind}:{_digest(each.text)}",
            )  # fmt: skip


def _in_waivers(material: Material) -> Iterator[Finding]:
    for waiver in material.plan.of(Waiver):
        if waiver.unit not in material.units:
            continue
        for warning in warnings_for(waiver.reason):
            yield Finding(
                rule="F17",
                severity=Severity.WARN,
                kind="waiver",
                entity=waiver.id,
                place=f"waiver:{waiver.id}:reason:{warning.kind}:{_digest(waiver.reason)}",
                field="reason",
                unit=waiver.unit,
                where=f"Motivering till {waiver.rule}",
                text=warning.text.replace("Texten", "Motiveringen", 1),
                advice=warning.advice,
            )
