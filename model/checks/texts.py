"""The free texts of a plan and of the centre's documents, each with its place: for rules on words.

A unit is given its own texts, the centre also those that go into the documents of the tertial.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.checks.finding import Finding, Severity
from model.checks.material import Material, shown, status_place
from model.plan.calendar import Tertial
from model.plan.entities import Entity, Goal
from model.plan.identifiers import CENTRAL, EntityId
from model.plan.memo import FocusArea, FocusReason, Memo


class Written(NamedTuple):
    """A text that somebody has written, and where."""

    text: str
    kind: str
    entity: EntityId
    place: str
    field: str
    called: str
    """The text in the definite form, as a sentence begins: `Kommentaren`."""
    where: str
    unit: EntityId | None = None
    tertial: Tertial | None = None
    keeper: str = CENTRAL
    """Whose text it is: texts of one keeper are compared with each other."""
    goal: EntityId | None = None
    """The goal that an assessment is of."""

    def finding(
        self, rule: str, severity: Severity, text: str, advice: str, *, key: str = ""
    ) -> Finding:
        """A finding on this text; `key` tells it from others of the same rule here."""
        return Finding(
            rule=rule,
            severity=severity,
            kind=self.kind,
            entity=self.entity,
            place=f"{self.place}:{key}" if key else self.place,
            field=self.field,
            unit=self.unit,
            tertial=self.tertial,
            where=self.where,
            text=text,
            advice=advice,
        )


def written(material: Material) -> Iterator[Written]:
    """Every free text that is not empty."""
    for each in _all(material):
        if each.text.strip():
            yield each


def titles(material: Material) -> Iterator[Written]:
    """The titles of the activities that the asker can mend."""
    for activity, unit in material.mendable:
        yield Written(
            activity.title, "activity", activity.id, f"activity:{activity.id}:title", "title",
            "Rubriken", material.where(activity), unit, keeper=activity.scope,
        )  # fmt: skip


def _all(material: Material) -> Iterator[Written]:
    for activity, unit in material.mendable:
        yield Written(
            activity.description, "activity", activity.id, f"activity:{activity.id}:description",
            "description", "Beskrivningen", material.where(activity), unit, keeper=activity.scope,
        )  # fmt: skip
    for row in material.rows:
        if row.status is not None:
            place = status_place(row.activity.id, row.unit, material.tertial, "comment")
            yield Written(
                row.status.comment, "activity", row.activity.id, place, "comment", "Kommentaren",
                material.where(row.activity), row.unit, material.tertial, keeper=row.unit,
            )  # fmt: skip
    yield from of_documents(material)


def of_documents(material: Material) -> Iterator[Written]:
    """The texts that the centre writes for the documents of the tertial; none for who is not it."""
    if material.sees_whole:
        yield from _assessments(material)
        yield from _memo(material)


def _assessments(material: Material) -> Iterator[Written]:
    plan, tertial = material.plan, material.tertial
    for goal in plan.goals(plan.goal_year(tertial.year)):
        found = plan.assessment_of(goal.id, tertial)
        if found is None:
            continue
        motivation = found.decided.motivation if found.decided is not None else ""
        texts = {
            "summary": ("Sammanfattningen", found.summary),
            "motivation": ("Motiveringen", motivation),
            "comment": ("Kommentaren till målet", found.comment),
        }
        for field, (called, text) in texts.items():
            yield _central(
                found, text, field, called, shown(f"{goal.number} {goal.text}"), tertial, goal
            )
    analysis = plan.analysis_of(tertial.year)
    if analysis is not None:
        yield _central(analysis, analysis.text, "text", "Analysen", f"Analys av {tertial.year}")


def _memo(material: Material) -> Iterator[Written]:
    plan, tertial = material.plan, material.tertial
    where = f"Tjänsteskrivelsen för {tertial.swedish}"
    memo = plan.find(Memo, plan.id_of(Memo, str(tertial)))
    if memo is not None and not memo.removed:
        yield _central(memo, memo.brief, "brief", "Ärendet i korthet", where, tertial)
        yield _central(memo, memo.considerations, "considerations", "Övervägandet", where, tertial)
    for reason in plan.of(FocusReason):
        area = plan.find(FocusArea, reason.focus_area)
        if reason.tertial == tertial and area is not None:
            yield _central(
                reason, reason.text, "text", "Skälet", shown(f"{where}: {area.name}"), tertial
            )


def _central(
    entity: Entity,
    text: str,
    field: str,
    called: str,
    where: str,
    tertial: Tertial | None = None,
    goal: Goal | None = None,
) -> Written:
    place = f"{entity.kind}:{entity.id}:{field}"
    return Written(
        text, entity.kind, entity.id, place, field, called, where, None, tertial,
        goal=goal.id if goal is not None else None,
    )  # fmt: skip
