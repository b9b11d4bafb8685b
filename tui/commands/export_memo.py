"""`tertial export memo`: the cover memo of a tertial report."""

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
    "memo",
    help=(
        f"Tjänsteskrivelsen till en tertialrapport.\n\n{FORMS} Texterna skrivs med "
        "”tertial memo set”."
    ),
)
@output_option
@year_option
@tertial_option
@with_session
def command(session: Session, *, output: Path, year: int | None, tertial: Tertial | None) -> None:
    """Write the document of a tertial."""
    from report.memo import memo

    when = tertial_of(session, tertial, year)
    export_document(session, output, lambda: memo(session.plan_of(when), when), tertial=str(when))
