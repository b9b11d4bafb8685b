"""`tertial export unit-report`: the unit's report to a committee, as a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tui.line_mode.exporting import (
    FORMS,
    export_document,
    output_option,
    tertial_option,
    year_option,
)
from tui.line_mode.output import note
from tui.line_mode.presenting import as_of_option, committee_option, presented_on
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import one_unit, unit_option

if TYPE_CHECKING:
    from model.plan.calendar import Tertial


@line_command(
    "unit-report",
    help=(
        f"Enhetens redovisning till utskottet.\n\n{FORMS} Redovisningen görs för den dag och det "
        "utskott som står näst på tur i uppsiktsplanen, annars för i dag: den tar med status till "
        "och med den dagens tertial. --as-of, --tertial och --year ger en annan dag, de två senare "
        "tertialets eller årets sista. Planen och texterna visas som de är sparade nu, men det som "
        "är låst visas som det låstes."
    ),
)
@output_option
@committee_option
@as_of_option
@tertial_option
@year_option
@unit_option
@with_session
def command(
    session: Session,
    *,
    output: Path,
    committee: str | None,
    as_of: date | None,
    tertial: Tertial | None,
    year: int | None,
    unit: str | None,
) -> None:
    """Write the report of one unit as of the day when it is presented."""
    from report.unit_report import unit_report
    from report.versions import as_draft

    owner = one_unit(session, unit)
    day, planned = presented_on(session, owner.id, as_of=as_of, tertial=tertial, year=year)
    is_planned = as_of is None and tertial is None and year is None and committee is None
    if is_planned and planned is not None:
        note(f"Redovisas för {planned} {day}, enligt uppsiktsplanen.")
    export_document(
        session,
        output,
        lambda: as_draft(
            unit_report(
                session.plan_as_of(day), owner.id, as_of=day, committee=committee or planned
            )
        ),
        id=owner.id,
        unit=owner.name,
    )
