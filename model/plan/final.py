"""What is kept of a finalised document: which it is, its exact files, and what it rests on.

A document is an official record once it is finalised (tryckfrihetsförordningen 2:10), so what is
said here is never changed: a correction is a new version beside it.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import ClassVar

import msgspec

from model.plan.calendar import Tertial
from model.plan.entities import ChangeName, Entity, Year
from model.plan.identifiers import EntityId, Scope


class DocumentType(StrEnum):
    """The five documents; the value is what the export command is called."""

    UNIT_REPORT = "unit-report"
    OPERATIONAL_PLAN = "operational-plan"
    MEMO = "memo"
    TERTIAL_REPORT = "tertial-report"
    RECONCILIATION = "reconciliation"

    @property
    def swedish(self) -> str:
        """What the document is called."""
        return _DOCUMENT_WORDS[self]

    @property
    def is_of_tertial(self) -> bool:
        """Whether it tells of one tertial, and so rests on its lock."""
        return self not in (DocumentType.UNIT_REPORT, DocumentType.OPERATIONAL_PLAN)


_DOCUMENT_WORDS = {
    DocumentType.UNIT_REPORT: "Enhetsrapport",
    DocumentType.OPERATIONAL_PLAN: "Verksamhetsplan",
    DocumentType.MEMO: "Tjänsteskrivelse",
    DocumentType.TERTIAL_REPORT: "Måluppföljning",
    DocumentType.RECONCILIATION: "Målavstämning",
}


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """Which document it is: versions of the same one are numbered together."""

    document: DocumentType
    year: int
    tertial: Tertial | None = None
    unit: EntityId | None = None
    as_of: date | None = None
    """The day that a unit's report is presented: another day is another report (R7)."""


class FinalForm(msgspec.Struct, frozen=True):
    """One file of the document; the digest is the SHA-256 of its exact bytes."""

    suffix: str
    digest: str
    size: int


class Kept(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The document as it was finalised."""

    version: int
    title: str
    as_of: date
    """The day whose state it shows."""
    day: date
    by: EntityId
    forms: tuple[FinalForm, ...]
    rests_on: tuple[ChangeName, ...] = ()
    """The changes that locked what it tells of; each has the cut in it."""


class FinalDocument(Entity, frozen=True, kw_only=True):
    """A finalised document; it is written once and never changed.

    Its id is a digest of what it says (`content_id`), so nobody can say anything else under it.
    """

    kind: ClassVar[str] = "final_document"
    document: DocumentType = DocumentType.UNIT_REPORT
    year: Year = 0
    tertial: Tertial | None = None
    unit: EntityId | None = None
    kept: Kept | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return self.kept.title if self.kept is not None else self.document.swedish

    @property
    def subject(self) -> Subject:
        """Which document it is a version of."""
        is_of_day = self.document is DocumentType.UNIT_REPORT and self.kept is not None
        return Subject(
            document=self.document,
            year=self.year,
            tertial=self.tertial,
            unit=self.unit,
            as_of=self.kept.as_of if is_of_day and self.kept else None,
        )


def content_id(scope: Scope, fields: Mapping[str, object]) -> EntityId:
    """The id of what is written once: a digest of where it lives and what is said of it."""
    said = msgspec.json.encode((scope, fields), order="sorted")
    return str(uuid.UUID(bytes=hashlib.sha256(said).digest()[:16], version=5))
