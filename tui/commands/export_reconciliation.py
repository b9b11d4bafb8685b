"""`tertial export reconciliation`: a comment for each of the board's goals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.documents import check_may_write
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
    from report.content import Document


@line_command(
    "reconciliation",
    help=(
        f"Målavstämningen: en kommentar för varje mål.\n\n{FORMS} Kommentarerna skrivs med "
        "”tertial assess”."
    ),
)
@output_option
@year_option
@tertial_option
@with_session
def command(session: Session, *, output: Path, year: int | None, tertial: Tertial | None) -> None:
    """Write the document of a tertial."""
    from report.reconciliation import reconciliation
    from report.versions import as_draft

    when = tertial_of(session, tertial, year)

    def make() -> Document:
        plan = session.plan_of(when)
        check_may_write(plan, when, session.config.profile.role)
        return as_draft(reconciliation(plan, when))

    export_document(session, output, make, tertial=str(when))
