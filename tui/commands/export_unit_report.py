"""`tertial export unit-report`: the unit's report to a committee, as a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tui.line_mode.exporting import FORMS, export_document, output_option
from tui.line_mode.output import note
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import one_unit, unit_option
from tui.line_mode.value_types import DAY, TEXT


@line_command(
    "unit-report",
    help=(
        f"Enhetens redovisning till utskottet.\n\n{FORMS} Redovisningen görs för den dag och det "
        "utskott som står näst på tur i uppsiktsplanen, annars för i dag: den tar med status till "
        "och med den dagens tertial. Planen och texterna visas som de är sparade nu, men det som "
        "är låst visas som det låstes."
    ),
)
@output_option
@click.option("--committee", type=TEXT, metavar="NAMN", help="Utskottet som den lämnas till.")
@click.option("--as-of", type=DAY, metavar="DATUM", help="Dagen som den redovisas.")
@unit_option
@with_session
def command(
    session: Session,
    *,
    output: Path,
    committee: str | None,
    as_of: date | None,
    unit: str | None,
) -> None:
    """Write the report of one unit as of the day when it is presented."""
    from model.views.oversight import presented
    from report.unit_report import unit_report
    from report.versions import as_draft

    owner = one_unit(session, unit)
    day, planned = presented(session.plan, owner.id, session.today)
    if as_of is None and committee is None and planned is not None:
        note(f"Redovisas för {planned} {day}, enligt uppsiktsplanen.")
    export_document(
        session,
        output,
        lambda: as_draft(
            unit_report(
                session.plan_as_of(as_of or day),
                owner.id,
                as_of=as_of or day,
                committee=committee or planned,
            )
        ),
        id=owner.id,
        unit=owner.name,
    )
