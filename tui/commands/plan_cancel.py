"""`tertial plan cancel`: an activity will not be done."""

from __future__ import annotations

import click

from model.views.naming import find_activity
from tui.line_mode.free_text import warn_before_save
from tui.line_mode.receipts import show_receipt
from tui.line_mode.records import activity_record
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import unit_of, unit_option
from tui.line_mode.value_types import TEXT


@line_command(
    "cancel",
    help=(
        "Markera att en aktivitet utgår.\n\n"
        "Den står kvar i planen men räknas inte och rapporteras inte."
    ),
)
@click.argument("activity_id", metavar="ID", help="Aktivitetens id, eller början på det.")
@click.option("--reason", type=TEXT, default="", metavar="TEXT", help="Varför den utgår.")
@click.option("--revive", is_flag=True, help="Ta upp en aktivitet som har utgått igen.")
@unit_option
@with_session
def command(
    session: Session, *, activity_id: str, reason: str, revive: bool, unit: str | None
) -> None:
    """Cancel an own activity, or take it up again."""
    from model.actions.planning import cancel_activity, revive_activity
    from model.plan.reporting import current

    activity = find_activity(session.plan, activity_id)
    owner = unit_of(session, activity, unit)
    warn_before_save(orsak=reason)
    with session.workspace.edit() as edit:
        if revive:
            changed = revive_activity(edit, activity)
        else:
            changed = cancel_activity(edit, activity, reason)
    record = activity_record(session.plan, changed, owner, current(session.plan, session.today))
    show_receipt(session, record, f"{'Tas upp igen' if revive else 'Utgår'}: {changed.title}")
