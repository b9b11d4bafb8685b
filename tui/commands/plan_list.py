"""`tertial plan list`: a year's activities."""

from __future__ import annotations

import click

from tui.line_mode.listing import show_list
from tui.line_mode.output import Column, Record, column, text_column
from tui.line_mode.records import activity_record, short, status_words
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import chosen_units, unit_option
from tui.line_mode.value_types import YEAR


@line_command(
    "list",
    help=(
        "Visa årets aktiviteter.\n\n"
        "Aktiviteter från tidigare år visas också så länge de ska rapporteras."
    ),
)
@unit_option
@click.option("--year", type=YEAR, metavar="ÅR", help="Ett annat år än i år.")
@with_session
def command(session: Session, *, unit: str | None, year: int | None) -> None:
    """List what the units plan for a year, by end date."""
    from model.plan.calendar import Tertial
    from model.plan.reporting import by_end, current, planned, reportable

    plan = session.plan
    now = current(plan, session.today)
    records: list[Record] = []
    for each in chosen_units(session, unit):
        found = planned(plan, each.id, year or session.today.year)
        if year is None:
            found += [row for row in reportable(plan, each.id, now) if row not in found]
        until = now if year is None else Tertial(year, 3)
        records += [activity_record(plan, row, each, until) for row in sorted(found, key=by_end)]
    columns = [
        Column("Id", short),
        text_column("Aktivitet", "title"),
        column("Mål", "goals"),
        column("Start", "start_date"),
        Column("Slut", _end),
        Column("Status", status_words),
    ]
    if len({record["unit"] for record in records}) > 1:
        columns.insert(1, column("Enhet", "unit"))
    show_list(
        session,
        records,
        columns,
        empty=f"Inga aktiviteter {year or session.today.year}. Planera en med ”tertial plan add”.",
    )


def _end(record: Record) -> str:
    return str(record["revised_end_date"] or record["end_date"] or "")
