"""`tertial export compilation`: every activity with how it stands, as data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.line_mode.exporting import (
    export_table,
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
    "compilation",
    help=(
        "Alla aktiviteter med status, som rader att räkna vidare på.\n\n"
        "Filnamnets ändelse avgör formatet: .xlsx (Excel), .csv eller .json. Filen kan ändras och "
        "läsas in igen med ”tertial import”; oförändrad ändrar den ingenting. Ett låst tertial "
        "visas som det låstes."
    ),
)
@output_option
@year_option
@tertial_option
@with_session
def command(session: Session, *, output: Path, year: int | None, tertial: Tertial | None) -> None:
    """Write what this home knows of a tertial's year."""
    from model.views.assessing import may_see_assessments
    from report.compilation import compilation
    from report.data import DataTable

    about = tertial_of(session, tertial, year)

    def make() -> DataTable:
        plan = session.plan_of(about)
        may_see = may_see_assessments(plan, about, session.config.profile.role)
        return compilation(plan, about, shows_assessments=may_see)

    export_table(session, output, make, tertial=str(about))
