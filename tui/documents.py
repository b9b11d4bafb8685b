"""The documents that the centre writes, as the export screen offers them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from model.plan.vocabulary import Role
from report.content import Document
from report.export import Written, write_document, write_table
from report.stationery import stationery_of
from report.versions import as_draft

if TYPE_CHECKING:
    from pathlib import Path

    from model.plan.calendar import Tertial
    from model.plan.plan import Plan
    from report.data import DataTable


DOCUMENT_FORMS = (
    "Filens ändelse bestämmer formen: .docx är Word, .pdf är PDF, .html är en webbsida, .md är "
    "Markdown och .txt vanlig text."
)
TABLE_FORMS = (
    "Filens ändelse bestämmer formen: .xlsx är Excel, .csv öppnas i vilket kalkylprogram som helst "
    "och .json är för andra program."
)


class Offer(NamedTuple):
    """One document of one year or tertial, and how it is made into a file."""

    key: str
    name: str
    about: str
    """What it holds and who reads it, in a few sentences."""
    file_name: str
    """What the file is called unless somebody says otherwise."""
    make: Callable[[Plan], Document | DataTable]
    """What it is, from a plan."""
    forms: str = DOCUMENT_FORMS
    """Which forms there are, and how one is chosen."""
    needs_all_units: bool = False
    """Whether it shows what every unit has reported."""
    is_of_tertial: bool = True
    """Whether it shows a tertial, and so what was locked where the tertial is locked."""

    def save(self, plan: Plan, path: Path, folder: Path) -> Written:
        """Save it as a file; a document says that it is a draft.

        A letterhead or logotype is looked for in `folder`. Raises a `ReportError`.
        """
        made = self.make(plan)
        if isinstance(made, Document):
            return write_document(as_draft(made), path, stationery=stationery_of(plan, folder))
        return write_table(made, path)


class OfSomebody(NamedTuple):
    """A document of one unit or one person, who is chosen first."""

    key: str
    name: str
    about: str


UNIT_REPORT = OfSomebody(
    "unit-report",
    "En enhets rapport till utskottet …",
    "Enhetens aktiviteter mot målen, för dagen då den redovisas enligt uppsiktsplanen. Välj "
    "enheten, läs rapporten, och spara eller slutför den där.",
)
HANDOVER = OfSomebody(
    "handover",
    "Överlämning från en person …",
    "Allt som någon är ansvarig eller ersättare för, med läge, kommentarer och nästa steg, för den "
    "som tar över. Det är ett arbetspapper och slutförs inte.",
)


def offers(tertial: Tertial) -> tuple[Offer, ...]:
    """What can be written for a tertial and its year."""
    year = tertial.year
    return (
        Offer(
            "tertial-report",
            f"Måluppföljning {tertial.swedish}",
            "Målen med bedömning, och verksamhetsplanens aktiviteter med status och kommentar, som "
            "de stod när tertialet stängde. T3 gäller hela året och slutar med en analys.",
            f"Måluppföljning {tertial}.docx",
            lambda plan: _tertial_report(plan, tertial),
            needs_all_units=True,
        ),
        Offer(
            "operational-plan",
            f"Verksamhetsplan {year}",
            "Mål, beslutade aktiviteter, mått och budget för året. Enheternas egna aktiviteter "
            "finns inte med.",
            f"Verksamhetsplan {year}.docx",
            lambda plan: _operational_plan(plan, year),
            is_of_tertial=False,
        ),
        Offer(
            "memo",
            f"Tjänsteskrivelse {tertial.swedish}",
            "Förslaget till beslut, ärendet i korthet och förvaltningens övervägande, till utskott "
            "och kommunstyrelse. Texterna skrivs med k i översikten.",
            f"Tjänsteskrivelse {tertial}.docx",
            lambda plan: _memo(plan, tertial),
        ),
        Offer(
            "reconciliation",
            f"Målavstämning {tertial.swedish}",
            "Målen med en kommentar och sina mått, utan statusar och bedömningar.",
            f"Målavstämning {tertial}.docx",
            lambda plan: _reconciliation(plan, tertial),
        ),
        Offer(
            "compilation",
            f"Sammanställning {tertial.swedish}",
            "Alla aktiviteter med status, som rader att räkna vidare på. Filen kan ändras och "
            "läsas in igen.",
            f"Sammanställning {tertial}.xlsx",
            lambda plan: _compilation(plan, tertial),
            forms=TABLE_FORMS,
        ),
    )


def check_may_write(plan: Plan, tertial: Tertial, role: Role) -> None:
    """Raise `NotShownYet` where a document would show what is still being weighed of the goals."""
    from model.views.assessing import may_see_assessments
    from model.views.goal_attainment import goals_to_assess
    from report.errors import NotShownYet

    said = (plan.assessment_of(goal.id, tertial) for goal in goals_to_assess(plan, tertial))
    is_assessed = any(each and (each.decided or each.summary or each.comment) for each in said)
    if is_assessed and not may_see_assessments(plan, tertial, role):
        raise NotShownYet(tertial.swedish)


def incomplete_words(role: Role) -> str:
    """That a report of all units is whole only at the centre; empty there."""
    if role is Role.CENTRAL:
        return ""
    return (
        "Den här datorn läser inte alla enheters status. Måluppföljningen är fullständig bara när "
        "den skrivs centralt."
    )


def _tertial_report(plan: Plan, tertial: Tertial) -> Document:
    from report.tertial_report import tertial_report

    return tertial_report(plan, tertial)


def _compilation(plan: Plan, tertial: Tertial) -> DataTable:
    from report.compilation import compilation

    return compilation(plan, tertial)


def _memo(plan: Plan, tertial: Tertial) -> Document:
    from report.memo import memo

    return memo(plan, tertial)


def _reconciliation(plan: Plan, tertial: Tertial) -> Document:
    from report.reconciliation import reconciliation

    return reconciliation(plan, tertial)


def _operational_plan(plan: Plan, year: int) -> Document:
    from report.operational_plan import operational_plan

    return operational_plan(plan, year)
