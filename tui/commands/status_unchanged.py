"""`tertial status unchanged`: report the same as last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from model.views.naming import find_activity
from tui.line_mode.receipts import show_receipt
from tui.line_mode.records import status_record, status_words
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import reporter_of, unit_option
from tui.line_mode.value_types import TERTIAL

if TYPE_CHECKING:
    from model.plan.calendar import Tertial


@line_command(
    "unchanged",
    help=(
        "Upprepa förra tertialets status.\n\n"
        "Status och kommentar förs över och märks som oförändrade."
    ),
)
@click.argument("activity_id", metavar="ID", help="Aktivitetens id, eller början på det.")
@click.option("--tertial", type=TERTIAL, metavar="TERTIAL", help="Tertial (förval: det aktuella).")
@unit_option
@with_session
def command(
    session: Session, *, activity_id: str, tertial: Tertial | None, unit: str | None
) -> None:
    """Report an activity as unchanged since last time."""
    from model.actions.statuses import unchanged
    from model.plan.reporting import current

    activity = find_activity(session.plan, activity_id)
    owner = reporter_of(session, activity, unit)
    when = tertial or current(session.plan, session.today)
    with session.workspace.edit() as edit:
        unchanged(edit, activity, owner.id, when)
    record = status_record(session.plan, activity, owner, when)
    said = f"{when.swedish}: {status_words(record)}, oförändrat, {activity.title}"
    show_receipt(session, record, said)
