"""`tertial export operational-plan`: the board's plan of a year, as a file."""

from __future__ import annotations

from pathlib import Path

from tui.line_mode.exporting import FORMS, export_document, output_option, year_option
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command


@line_command(
    "operational-plan",
    help=(
        "Kommunstyrelsens verksamhetsplan: mål, planens aktiviteter, mått och budget.\n\n"
        f"{FORMS} Planen gäller i år, eller det år som --year anger."
    ),
)
@output_option
@year_option
@with_session
def command(session: Session, *, output: Path, year: int | None) -> None:
    """Write the operational plan of a year."""
    from report.operational_plan import operational_plan
    from report.versions import as_draft

    chosen = year or session.today.year
    export_document(
        session, output, lambda: as_draft(operational_plan(session.plan, chosen)), year=chosen
    )
