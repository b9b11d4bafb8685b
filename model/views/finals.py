"""The finalised documents as they are read: every version, and which is the newest."""

from __future__ import annotations

from collections import Counter
from datetime import date

import msgspec

from model.plan.entities import OrganisationUnit, Person
from model.plan.final import DocumentType, FinalDocument, FinalForm, Kept, Subject
from model.plan.oversight import OversightItem
from model.plan.plan import Plan


class FinalRow(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a finalised document."""

    final: FinalDocument
    kept: Kept
    unit_name: str
    who: str
    newest: int
    """The number of the newest version of the same document."""
    is_double: bool
    """Whether two have finalised the same version apart from each other."""

    @property
    def period(self) -> str:
        """What it tells of: a tertial, a day or a year."""
        if self.final.tertial is not None:
            return self.final.tertial.swedish
        is_of_unit = self.final.unit is not None
        return f"per {self.kept.as_of}" if is_of_unit else str(self.final.year)

    @property
    def standing(self) -> str:
        """Whether it is the one that holds, in words."""
        if self.is_double:
            return "▲ två slutförde samma version"
        if self.kept.version < self.newest:
            return f"· ersatt av version {self.newest}"
        return "✔ gäller"


def final_rows(plan: Plan) -> tuple[FinalRow, ...]:
    """Every finalised document, the newest first."""
    found = [(row, row.kept) for row in plan.of(FinalDocument) if row.kept is not None]
    counts = Counter((row.subject, kept.version) for row, kept in found)
    newest: dict[Subject, int] = {}
    for row, kept in found:
        newest[row.subject] = max(kept.version, newest.get(row.subject, 0))
    rows = [
        FinalRow(
            final=row,
            kept=kept,
            unit_name=_unit_name(plan, row),
            who=_who(plan, kept),
            newest=newest[row.subject],
            is_double=counts[row.subject, kept.version] > 1,
        )
        for row, kept in found
    ]
    rows.sort(key=lambda row: (row.kept.day, row.kept.version, row.final.id), reverse=True)
    return tuple(rows)


def with_digest(plan: Plan, digest: str) -> tuple[FinalRow, FinalForm] | None:
    """The finalised document that a file is, by the digest of its bytes; None if it is none."""
    for row in final_rows(plan):
        for form in row.kept.forms:
            if form.digest == digest:
                return row, form
    return None


def reports_for(plan: Plan, item: OversightItem) -> tuple[FinalRow, ...]:
    """The finalised versions of what a unit presents to a committee that day, newest first."""
    found = (row for row in final_rows(plan) if row.final.document is DocumentType.UNIT_REPORT)
    mine = [row for row in found if (row.final.unit, row.kept.as_of) == (item.unit, item.day)]
    return tuple(sorted(mine, key=lambda row: row.kept.version, reverse=True))


def report_decided_on(
    plan: Plan, item: OversightItem, day: date, version: int | None = None
) -> FinalRow | None:
    """The version that a decision of a day is about: the one named, else the newest there was."""
    for row in reports_for(plan, item):
        is_meant = row.kept.day <= day if version is None else row.kept.version == version
        if is_meant:
            return row
    return None


def _unit_name(plan: Plan, row: FinalDocument) -> str:
    unit = plan.find(OrganisationUnit, row.unit)
    return unit.name if unit is not None else ""


def _who(plan: Plan, kept: Kept) -> str:
    person = plan.find(Person, kept.by)
    return person.name if person is not None else ""
