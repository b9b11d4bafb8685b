"""`tertial export unit-report`: the unit's report to a committee, as a file."""

from __future__ import annotations

from pathlib import Path

import click

from tui.line_mode.output import note, print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import one_unit, unit_option
from tui.line_mode.value_types import TEXT


@line_command(
    "unit-report",
    help=(
        "Enhetens redovisning till utskottet.\n\n"
        "Filnamnets ändelse avgör formatet: .md (Markdown) eller .txt (ren text). Redovisningen "
        "görs för i dag, eller den dag som --today anger: den tar med status till och med den "
        "dagens tertial. Planen och texterna visas som de är sparade nu."
    ),
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FIL",
    help="Filen att skriva.",
)
@click.option("--committee", type=TEXT, metavar="NAMN", help="Utskottet som den lämnas till.")
@unit_option
@with_session
def command(session: Session, *, output: Path, committee: str | None, unit: str | None) -> None:
    """Write the report of one unit as of today."""
    from report.errors import UnknownSuffix
    from report.export import write_document
    from report.unit_report import unit_report
    from report.writers import writer_for

    try:
        writer_for(output)
    except UnknownSuffix as error:
        raise click.UsageError(str(error), session.ctx) from error
    owner = one_unit(session, unit)
    document = unit_report(session.plan, owner.id, as_of=session.today, committee=committee)
    written = write_document(document, output)
    if session.as_json:
        print_json(
            {
                "id": owner.id,
                "unit": owner.name,
                "path": str(written.path),
                "size": written.size,
                "replaced": written.replaced,
                "as_of": session.today.isoformat(),
            }
        )
    else:
        say(written.saved)
    if written.warning:
        note(written.warning)
