"""`tertial plan carry-over`: go on with an activity in a later year."""

from __future__ import annotations

import click

from model.views.carried_over import goals_to_check
from model.views.naming import find_activity
from tui.line_mode.receipts import show_receipt
from tui.line_mode.records import activity_record
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import unit_of, unit_option
from tui.line_mode.value_types import YEAR


@line_command(
    "carry-over",
    help=(
        "För över en aktivitet till ett nytt år.\n\n"
        "Den nya hänger ihop med den gamla, så att det går att följa arbetet mellan åren."
    ),
)
@click.argument("activity_id", metavar="ID", help="Aktivitetens id, eller början på det.")
@click.option(
    "--year", type=YEAR, metavar="ÅR", help="Det nya året (förval: i år, annars året efter)."
)
@unit_option
@with_session
def command(session: Session, *, activity_id: str, year: int | None, unit: str | None) -> None:
    """Carry an activity over to a later year of the same unit."""
    from model.actions.planning import carry_over
    from model.plan.reporting import current

    activity = find_activity(session.plan, activity_id)
    owner = unit_of(session, activity, unit)
    target = year or max(session.today.year, activity.year + 1)
    with session.workspace.edit() as edit:
        carried = carry_over(edit, activity, owner.id, target)
    record = activity_record(session.plan, carried, owner, current(session.plan, session.today))
    told = [f"Överförd till {target}: {carried.title}"]
    told += (f"Kontrollera målet. {line}" for line in goals_to_check(session.plan, [carried]))
    show_receipt(session, record, "\n".join(told))
