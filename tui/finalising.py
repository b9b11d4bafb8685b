"""Finalising a document: what somebody is asked first, and how its files and record are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from model.actions.finalising import check_may_finalise, finalise, next_version
from model.plan.final import DocumentType, Subject
from model.plan.rules import RuleError
from model.views.finals import FinalRow, with_digest
from report.content import MISSING, Chart, Document
from report.export import personal_numbers
from report.finals import keep
from report.stationery import stationery_of
from report.versions import as_final

if TYPE_CHECKING:
    from datetime import date

    from model.home.paths import Home
    from model.plan.calendar import Tertial
    from model.plan.final import FinalDocument, FinalForm
    from model.plan.plan import Plan
    from model.workspace.edit import Author, Edit
    from tui.documents import Offer

LAW = (
    "Ett slutfört dokument är färdigställt och blir därmed en allmän handling "
    "(tryckfrihetsförordningen 2 kap. 10 §). Det går inte att ändra, ta bort eller ångra. En "
    "rättelse blir en ny version, och båda finns kvar."
)
"""What it means, before anybody says yes."""


class OnlyDocuments(RuleError):
    """What was to be finalised is data to count on, not a document."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} är data att räkna vidare på och slutförs inte. Inget är ändrat. Välj ett av "
            "dokumenten."
        )


class Candidate(NamedTuple):
    """A document about to be finalised."""

    subject: Subject
    document: Document
    """As it will read, with its version."""
    version: int
    personal_numbers: int
    """How many personal numbers it seems to have (F17)."""

    @property
    def question(self) -> str:
        """What somebody says yes to."""
        return f"Slutföra {self.document.title}, version {self.version}?"

    @property
    def warning(self) -> str:
        """That it has personal numbers, without repeating them; empty when it has none."""
        found = self.personal_numbers
        return f"▲ Texten kan innehålla {found} personnummer. Ta bort dem först." if found else ""

    @property
    def gaps(self) -> str:
        """What the document itself counts as missing; empty where nothing is."""
        missing = [
            f"{bar.label.lower()} {bar.shown}"
            for block in self.document.blocks
            if isinstance(block, Chart)
            for bar in block.bars
            if bar.mark is not None and bar.mark.value == MISSING
        ]
        if not missing:
            return ""
        return f"▲ Dokumentet har luckor: {', '.join(missing)}. De står kvar i det slutförda."

    @property
    def text(self) -> str:
        """What the yes means, with what should be mended first."""
        kept = "Dokumentet sparas skrivskyddat som PDF och Word, med kontrollsumma."
        return "\n\n".join(part for part in (self.warning, self.gaps, LAW, kept) if part)


def subject_of(kind: DocumentType, tertial: Tertial) -> Subject:
    """Which of the centre's documents it is: that of a tertial, or that of its year."""
    return Subject(
        document=kind, year=tertial.year, tertial=tertial if kind.is_of_tertial else None
    )


def document_of(offer: Offer, plan: Plan) -> Document:
    """The document that is offered; a table of data is none and cannot be finalised."""
    made = offer.make(plan)
    if not isinstance(made, Document):
        raise OnlyDocuments(offer.name)
    return made


def told_of(plan: Plan, digest: str) -> tuple[FinalRow | None, str]:
    """The finalised document that a file with this digest is, and a sentence that says so."""
    found = with_digest(plan, digest)
    if found is None:
        return None, (
            "▲ Filen är inte något av de slutförda dokument som den här datorn känner till. Den "
            "kan vara ett utkast, ha ändrats efteråt, eller ha slutförts någon annanstans: synka "
            "och försök igen."
        )
    row, kept = found[0], found[0].kept
    newer = f" Det finns en senare version: {row.newest}." if row.newest > kept.version else ""
    who = f" av {row.who}" if row.who else ""
    return row, f"✔ Filen är {kept.title}, version {kept.version}, slutfört {kept.day}{who}.{newer}"


def candidate(
    plan: Plan, subject: Subject, document: Document, author: Author, today: date
) -> Candidate:
    """The document as it would be finalised; raises `RuleError` when it may not be.

    `plan` is the plan as it is now: it knows the locks and the earlier versions.
    """
    check_may_finalise(plan, subject, author)
    version = next_version(plan, subject)
    final = as_final(document, version, today)
    return Candidate(subject, final, version, personal_numbers(final))


def keep_files(made: Candidate, plan: Plan, home: Home) -> tuple[FinalForm, ...]:
    """Keep the files, before there is a record of them; raises a `ReportError`."""
    stationery = stationery_of(plan, home.config_folder)
    return keep(made.document, home.finals, stationery=stationery)


def record(edit: Edit, made: Candidate, forms: tuple[FinalForm, ...]) -> FinalDocument:
    """Keep the record; raises `RuleError`."""
    return finalise(
        edit,
        made.subject,
        version=made.version,
        title=made.document.title,
        as_of=made.document.as_of,
        forms=forms,
    )
