"""`tertial export tertial-report`: goals, assessments and statuses of a tertial, as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.line_mode.exporting import (
    FORMS,
    export_document,
    output_option,
    tertial_of,
    tertial_option,
    year_option,
)
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command

if TYPE_CHECKING:
    from model.plan.calendar import Tertial


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

    chosen = tertial_of(session, tertial, year)
    export_document(
        session,
        output,
        lambda: tertial_report(session.plan_of(chosen), chosen),
        tertial=str(chosen),
    )
