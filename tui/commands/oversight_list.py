"""`tertial oversight list`: which unit reports to which committee when, and what was decided."""

from __future__ import annotations

import click

from tui.line_mode.listing import show_list
from tui.line_mode.output import column, text_column
from tui.line_mode.oversights import oversight_record
from tui.line_mode.records import short
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import chosen_units, unit_option


@line_command(
    "list",
    help=(
        "Visa uppsiktsplanen.\n\n"
        "En rad för varje redovisning till ett utskott, med beslutet och nästa steg. Stab och "
        "controller ser alla enheters, en enhet sina egna."
    ),
)
@click.option("--open", "is_open", is_flag=True, help="Bara det som någon har kvar att göra.")
@unit_option
@with_session
def command(session: Session, *, is_open: bool, unit: str | None) -> None:
    """List the reports to committees by day."""
    from model.plan.vocabulary import Role
    from model.views.oversight import oversight_rows
    from tui.line_mode.output import Column

    sees_all = session.config.profile.role is Role.CENTRAL and unit is None
    units = None if sees_all else {each.id for each in chosen_units(session, unit)}
    rows = oversight_rows(session.plan, session.today, units)
    records = [oversight_record(row) for row in rows if row.is_open or not is_open]
    columns = [
        Column("Id", short),
        column("Datum", "date"),
        column("Utskott", "committee"),
        column("Enhet", "unit"),
        column("Läge", "state"),
        text_column("Nästa steg", "next_step"),
    ]
    empty = "Uppsiktsplanen har inga redovisningar."
    if sees_all:
        empty += " Lägg till en med ”tertial oversight add”."
    show_list(session, records, columns, empty=empty)
