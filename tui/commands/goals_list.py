"""`tertial goals list`: the goals of a year."""

from __future__ import annotations

import click

from tui.line_mode.listing import show_list
from tui.line_mode.output import column, text_column
from tui.line_mode.records import goal_record
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import YEAR


@line_command("list", help="Visa årets mål, med nummer att använda i ”tertial plan add --goal”.")
@click.option("--year", type=YEAR, metavar="ÅR", help="Ett annat år än i år.")
@with_session
def command(session: Session, *, year: int | None) -> None:
    """List the goals of a year in catalogue order; the latest year's where it has none."""
    plan = session.plan
    wanted = year if year is not None else plan.goal_year(session.today.year)
    records = [goal_record(plan, goal) for goal in plan.goals(wanted)]
    columns = [
        column("Nummer", "number"),
        text_column("Mål", "text"),
        column("Målområde", "policy_area"),
    ]
    years = ", ".join(map(str, plan.goal_years)) or "inga år"
    show_list(session, records, columns, empty=f"Inga mål för {wanted}. Målkatalogen har {years}.")
