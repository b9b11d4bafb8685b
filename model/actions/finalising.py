"""Finalising a document: who may, when its figures stand still, and the record that is kept."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from model.plan.calendar import Tertial
from model.plan.entities import ChangeName
from model.plan.final import DocumentType, FinalDocument, FinalForm, Kept, Subject, content_id
from model.plan.identifiers import CENTRAL
from model.plan.lock import TertialLock
from model.plan.plan import Plan
from model.plan.rules import RuleError, check_settled
from model.plan.vocabulary import Role
from model.views.as_of import locked_until
from model.workspace.edit import Author, Edit, NotYourUnit, fields_of


class OnlyCentreFinalises(RuleError):
    """Somebody else than the centre would finalise a document of the whole municipality."""

    def __init__(self, document: DocumentType) -> None:
        super().__init__(
            f"{document.swedish} slutförs centralt, av stab eller controller. Inget är slutfört. "
            "Enhetens egen rapport kan du slutföra."
        )


class LockFirst(RuleError):
    """The tertial is open, so the figures of the document could still change."""

    def __init__(self, document: DocumentType, tertial: Tertial) -> None:
        super().__init__(
            f"{document.swedish} kan slutföras när {tertial.swedish} är låst: fram till dess kan "
            "siffrorna ändras. Inget är slutfört. Lås tertialet först, med "
            f"”tertial lock {tertial}”, eller spara dokumentet som utkast."
        )


class NotAllHere(RuleError):
    """The lock covers changes that this device does not have."""

    def __init__(self, lacking: str) -> None:
        super().__init__(f"{lacking} Inget är slutfört.")


class FinalisedMeanwhile(RuleError):
    """Somebody finalised the same document after this version was made."""

    def __init__(self, version: int) -> None:
        super().__init__(
            f"Version {version} av dokumentet finns redan. Inget är slutfört. Läs den, och slutför "
            "igen om den behöver rättas."
        )


def check_may_finalise(plan: Plan, subject: Subject, author: Author) -> None:
    """Raise `RuleError` unless this person may finalise the document, and its figures stand still.

    What tells of a tertial rests on its lock; a unit's report on the day when it is presented
    (R7), and on the locks of what is locked until then.
    """
    is_central = author.role is Role.CENTRAL
    if subject.document is DocumentType.UNIT_REPORT:
        if not is_central and subject.unit not in author.units:
            raise NotYourUnit
    elif not is_central:
        raise OnlyCentreFinalises(subject.document)
    if subject.tertial is not None and subject.tertial not in plan.locked:
        raise LockFirst(subject.document, subject.tertial)
    for tertial in tertials_of(plan, subject):
        check_settled(plan, tertial)


def tertials_of(plan: Plan, subject: Subject) -> tuple[Tertial, ...]:
    """The locked tertials that a document rests on."""
    if subject.tertial is not None:
        return (subject.tertial,)
    return locked_until(plan, subject.as_of) if subject.as_of is not None else ()


def next_version(plan: Plan, subject: Subject) -> int:
    """The number that a document gets if it is finalised now."""
    versions = (
        row.kept.version
        for row in plan.of(FinalDocument)
        if row.kept is not None and row.subject == subject
    )
    return max(versions, default=0) + 1


def finalise(
    edit: Edit,
    subject: Subject,
    *,
    version: int,
    title: str,
    as_of: date,
    forms: tuple[FinalForm, ...],
) -> FinalDocument:
    """Keep a document as final; raises `RuleError`.

    A unit's own report lives with the unit, everything else with the centre.
    """
    check_may_finalise(edit.plan, subject, edit.author)
    if version != next_version(edit.plan, subject):
        raise FinalisedMeanwhile(version)
    owns = subject.unit is not None and subject.unit in edit.author.units
    scope = subject.unit if owns and subject.unit is not None else CENTRAL
    final = FinalDocument(
        id="",
        scope=scope,
        document=subject.document,
        year=subject.year,
        tertial=subject.tertial,
        unit=subject.unit,
        kept=Kept(
            version=version,
            title=title,
            as_of=as_of,
            day=edit.today,
            by=edit.author.person,
            forms=forms,
            rests_on=_rests_on(edit.plan, subject),
        ),
    )
    return edit.save(replace(final, id=content_id(scope, fields_of(final))), None)


def _rests_on(plan: Plan, subject: Subject) -> tuple[ChangeName, ...]:
    rows = (plan.lock_of(tertial) for tertial in tertials_of(plan, subject))
    return tuple(name for row in rows if row is not None for name in _heads(row))


def _heads(row: TertialLock) -> tuple[ChangeName, ...]:
    return row.heads.get("lock", ())
