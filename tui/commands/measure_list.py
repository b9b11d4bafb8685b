"""`tertial measure list`: the measures of a year's goals with outcome, target and trend."""

from __future__ import annotations

from datetime import date

import click

from model.plan.vocabulary import Role
from tui.line_mode.listing import show_list
from tui.line_mode.measures import measure_records
from tui.line_mode.output import column, text_column
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import DAY, YEAR


@line_command(
    "list",
    help=(
        "Visa måtten med utfall, målvärde och utveckling.\n\n"
        "Utfallet är det senaste till och med i dag eller den dag som anges. Uppgifter om högst "
        "tio anställda redovisas inte, och inte heller en uppgift som de går att räkna ut med."
    ),
)
@click.option("--year", type=YEAR, metavar="ÅR", help="Målens år (förval: i år).")
@click.option("--as-of", type=DAY, metavar="DATUM", help="Dagen vars läge visas.")
@with_session
def command(session: Session, *, year: int | None, as_of: date | None) -> None:
    """List the measures as documents print them."""
    plan = session.plan
    wanted = plan.goal_year(year or session.today.year)
    records = measure_records(plan, wanted, as_of or session.today)
    columns = [
        column("Mål", "goal"),
        text_column("Mått", "shown"),
        column("Utfall", "outcome"),
        column("Datum", "as_of"),
        column("Före", "before"),
        column("Utveckling", "trend_words"),
        column("Målvärde", "target"),
        column("Nyckel", "key"),
    ]
    is_central = session.config.profile.role is Role.CENTRAL
    yet = "" if is_central else " som staben visar än"
    show_list(session, records, columns, empty=f"Målen för {wanted} har inga mått{yet}.")
