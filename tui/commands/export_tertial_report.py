"""`tertial export tertial-report`: goals, assessments and statuses of a tertial, as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.documents import check_may_write, incomplete_words
from tui.line_mode.exporting import (
    FORMS,
    export_document,
    output_option,
    tertial_of,
    tertial_option,
    year_option,
)
from tui.line_mode.output import note
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command

if TYPE_CHECKING:
    from model.plan.calendar import Tertial
    from report.content import Document


@line_command(
    "tertial-report",
    help=(
        "Kommunstyrelsens måluppföljning: målen med bedömning, och planens aktiviteter med "
        f"status.\n\n{FORMS} Rapporten gäller tertialet som rapporteras nu, eller det som "
        "--tertial anger. Med --year blir det årets sista, T3, som också har en analys av året."
    ),
)
@output_option
@tertial_option
@year_option
@with_session
def command(session: Session, *, output: Path, tertial: Tertial | None, year: int | None) -> None:
    """Write the report of a tertial."""
    from report.tertial_report import tertial_report
    from report.versions import as_draft

    chosen, role = tertial_of(session, tertial, year), session.config.profile.role

    def make() -> Document:
        plan = session.plan_of(chosen)
        check_may_write(plan, chosen, role)
        return as_draft(tertial_report(plan, chosen))

    export_document(session, output, make, tertial=str(chosen))
    if words := incomplete_words(role):
        note(words)
