"""`tertial finalise`: make a document final, and keep it unchangeably."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from tui.documents import check_may_write, incomplete_words, offers
from tui.line_mode.exporting import tertial_of, tertial_option, year_option
from tui.line_mode.finals import final_record, row_for
from tui.line_mode.free_text import answers_yes
from tui.line_mode.output import is_interactive, note, print_json, say
from tui.line_mode.presenting import as_of_option, committee_option, presented_on
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import one_unit, unit_option

if TYPE_CHECKING:
    from model.plan.calendar import Tertial
    from model.plan.final import Subject
    from model.plan.identifiers import EntityId
    from report.content import Document
    from tui.finalising import Candidate

DOCUMENTS = ("unit-report", "operational-plan", "memo", "tertial-report", "reconciliation")


@line_command(
    "finalise",
    help=(
        "Slutför ett dokument: det blir en allmän handling och ändras aldrig mer.\n\n"
        "DOKUMENT är unit-report, operational-plan, memo, tertial-report eller reconciliation. "
        "Det sparas skrivskyddat som PDF och Word, med kontrollsumma (SHA-256), version och "
        "datum. Det som gäller ett tertial slutförs när tertialet är låst. Enhetens redovisning "
        "gäller dagen då den redovisas, enligt uppsiktsplanen eller --as-of, eller den sista i "
        "--tertial eller --year.\n\n"
        "En fråga visas först; --yes svarar ja. Det går inte att ångra: en rättelse slutförs som "
        "en ny version. ”tertial finals list” visar alla."
    ),
)
@click.argument(
    "document", type=click.Choice(DOCUMENTS), metavar="DOKUMENT", help="Vilket dokument."
)
@tertial_option
@year_option
@unit_option
@committee_option
@as_of_option
@click.option("--yes", is_flag=True, help="Slutför utan att fråga.")
@with_session
def command(
    session: Session,
    *,
    document: str,
    tertial: Tertial | None,
    year: int | None,
    unit: str | None,
    committee: str | None,
    as_of: date | None,
    yes: bool,
) -> int:
    """Show what it means, ask, keep the files, and then the record."""
    from tui.finalising import candidate, keep_files, record

    if document == "unit-report":
        owner = one_unit(session, unit)
        day, planned = presented_on(session, owner.id, as_of=as_of, tertial=tertial, year=year)
        subject, made = _unit_report(session, owner.id, day, committee or planned)
    else:
        subject, made = _central(session, document, tertial, year)
    _refuse_if_lacking(session, subject)
    workspace = session.workspace
    wanted = candidate(session.plan, subject, made, workspace.author, session.today)
    if not (yes or _confirmed(wanted)):
        note("Inget är slutfört.")
        return 1
    if wanted.personal_numbers:
        note(wanted.warning)
    forms = keep_files(wanted, session.plan, session.home)
    with workspace.edit() as edit:
        final = record(edit, wanted, forms)
    row = row_for(session, final)
    if session.as_json:
        print_json(final_record(session, row))
        return 0
    say(f"Slutfört: {row.kept.title}, version {row.kept.version} (id {final.id[:8]}).")
    for form in forms:
        say(f"  {form.suffix}  SHA-256 {form.digest}")
    say(f"Filerna finns i ”{session.home.finals}”. Spara en kopia med ”tertial finals save”.")
    return 0


def _confirmed(wanted: Candidate) -> bool:
    note(wanted.text)
    return is_interactive() and answers_yes(wanted.question)


def _unit_report(
    session: Session, unit: EntityId, day: date, committee: str | None
) -> tuple[Subject, Document]:
    from model.plan.final import DocumentType, Subject
    from report.unit_report import unit_report

    subject = Subject(document=DocumentType.UNIT_REPORT, year=day.year, unit=unit, as_of=day)
    shown = session.plan_as_of(day)
    return subject, unit_report(shown, unit, as_of=day, committee=committee)


def _central(
    session: Session, document: str, tertial: Tertial | None, year: int | None
) -> tuple[Subject, Document]:
    from model.plan.calendar import Tertial
    from model.plan.final import DocumentType
    from tui.finalising import document_of, subject_of

    kind = DocumentType(document)
    role = session.config.profile.role
    if kind.is_of_tertial:
        chosen = tertial_of(session, tertial, year)
        plan = session.plan_of(chosen)
        check_may_write(plan, chosen, role)
    else:
        chosen, plan = Tertial(year or session.today.year, 3), session.plan
    offer = next(each for each in offers(chosen) if each.key == document)
    if offer.needs_all_units and (words := incomplete_words(role)):
        note(words)
    return subject_of(kind, chosen), document_of(offer, plan)


def _refuse_if_lacking(session: Session, subject: Subject) -> None:
    from model.actions.finalising import NotAllHere, tertials_of

    for tertial in tertials_of(session.plan, subject):
        found = session.locks.locked(tertial)
        if found is not None and found.lacking:
            raise NotAllHere(found.lacking_words)
