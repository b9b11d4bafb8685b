"""`tertial export unit-report`: the unit's report to a committee, as a file."""

from __future__ import annotations

from pathlib import Path

import click

from tui.line_mode.exporting import FORMS, export_document, output_option
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import one_unit, unit_option
from tui.line_mode.value_types import TEXT


@line_command(
    "unit-report",
    help=(
        f"Enhetens redovisning till utskottet.\n\n{FORMS} Redovisningen görs för i dag, eller den "
        "dag som --today anger: den tar med status till och med den dagens tertial. Planen och "
        "texterna visas som de är sparade nu."
    ),
)
@output_option
@click.option("--committee", type=TEXT, metavar="NAMN", help="Utskottet som den lämnas till.")
@unit_option
@with_session
def command(session: Session, *, output: Path, committee: str | None, unit: str | None) -> None:
    """Write the report of one unit as of today."""
    from report.unit_report import unit_report

    owner = one_unit(session, unit)
    export_document(
        session,
        output,
        lambda: unit_report(session.plan, owner.id, as_of=session.today, committee=committee),
        id=owner.id,
        unit=owner.name,
    )
