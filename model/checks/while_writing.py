"""What to say of an activity while it is being written: by the rules that judge it when saved.

Everything here is advice. What cannot be saved is refused by `model.plan.rules`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from model.checks.before_save import warnings_for
from model.checks.finding import Severity
from model.checks.language import listed_words
from model.checks.material import Material, shown
from model.checks.planning import planned_in_full, status_told_in_title
from model.plan.entities import Activity
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.reporting import current, planned
from model.plan.vocabulary import Role
from model.swedish.left_out_words import left_out_words
from model.swedish.misspellings import misspellings
from model.swedish.slips import doubled_words
from model.swedish.titles import near_same_title

_TEXTS = ("title", "description")


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """Something to say under one field of a form. No personal number is repeated in it (F17)."""

    field: str
    """By its name in files and on the command line, as in a finding."""
    severity: Severity
    text: str
    advice: str


def remarks(plan: Plan, draft: Activity, unit: EntityId, today: date) -> list[Remark]:
    """All that is to be said of an activity as it is written now, worst first.

    The plan may hold the activity in an older shape, or not at all.
    """
    found = [*_findings(plan, draft, unit, today), *_told_too_much(draft)]
    found += [*_like_another(plan, draft, unit), *_left_out(draft), *_slips(draft)]
    return sorted(found, key=lambda remark: remark.severity.rank)


def _findings(plan: Plan, draft: Activity, unit: EntityId, today: date) -> Iterator[Remark]:
    """F12 and F20, of the draft alone."""
    material = Material(plan, (unit,), current(plan, today), today, Role.UNIT)
    material.mendable = ((draft, unit),)
    for rule in (planned_in_full, status_told_in_title):
        for finding in rule(material):
            yield Remark(
                field=finding.field,
                severity=finding.severity,
                text=finding.text,
                advice=finding.advice,
            )


def _told_too_much(draft: Activity) -> Iterator[Remark]:
    """F17."""
    for field in _TEXTS:
        for warning in warnings_for(getattr(draft, field)):
            yield Remark(
                field=field, severity=Severity.WARN, text=warning.text, advice=warning.advice
            )


def _like_another(plan: Plan, draft: Activity, unit: EntityId) -> Iterator[Remark]:
    """F07, before there are two."""
    if not draft.title.strip():
        return
    for other in planned(plan, unit, draft.year):
        is_another = other.id != draft.id and not other.cancelled
        if is_another and near_same_title(draft.title, other.title):
            yield Remark(
                field="title",
                severity=Severity.ASK,
                text=f"Planen har redan ”{shown(other.title)}”.",
                advice="Är det samma sak? Ändra i så fall den.",
            )
            return


def _slips(draft: Activity) -> Iterator[Remark]:
    """F18, as far as it can be told of a text that is not finished: it may lack its full stop."""
    for field in _TEXTS:
        text = getattr(draft, field)
        wrong = {found.written: found.right for found in misspellings(text)}
        if wrong:
            yield _slip(field, f"Felstavat: {listed_words(wrong)}.", "Rätta stavningen.")
        for span in doubled_words(text)[:1]:
            yield _slip(
                field, f"Samma ord två gånger: ”{shown(span.of(text))}”.", "Ta bort det ena."
            )


def _slip(field: str, text: str, advice: str) -> Remark:
    return Remark(field=field, severity=Severity.HINT, text=text, advice=advice)


def _left_out(draft: Activity) -> Iterator[Remark]:
    """R8, each kind once, at the field that says so first."""
    told = set()
    for field in _TEXTS:
        for what, word in left_out_words(getattr(draft, field)):
            if what not in told:
                told.add(what)
                yield Remark(
                    field=field,
                    severity=Severity.HINT,
                    text=f"”{shown(word)}”: enhetens rapport tar inte upp {what.value}.",
                    advice="Behåll aktiviteten om den leder mot målet.",
                )
