"""`tertial share show`: how it is with one share."""

from __future__ import annotations

import click

from tui.line_mode.output import print_fields, print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TEXT


@line_command(
    "show",
    help=(
        "Visa hur det står till med en delning, utan att fråga den.\n\n"
        "Adressen behövs bara när flera är valda."
    ),
)
@click.argument("address", required=False, type=TEXT, metavar="[ADRESS]", help="Delningens adress.")
@with_session
def command(session: Session, *, address: str | None) -> None:
    """Tell when a share was last reached, what waits for it, and which files cannot be read."""
    from sync.errors import NoShare
    from sync.syncing import remembered, share_state
    from tui.line_mode.exchanges import (
        changes,
        local,
        state_record,
        tell_held_back,
        tell_trouble,
        tell_unread,
    )

    known = session.config.shares
    if not known:
        raise NoShare
    if address is None and len(known) > 1:
        raise click.UsageError("Flera delningar är valda. Ange adressen.", session.ctx)
    state = share_state(session.workspace, remembered(known, address or known[0]))
    if session.as_json:
        print_json(state_record(state))
        return
    waits = "inget"
    if state.waiting.count:
        since = f", sedan {local(state.waiting.since)}" if state.waiting.since else ""
        waits = f"{changes(state.waiting.count)}{since}"
    print_fields(
        {
            "Adress": state.address,
            "Id": state.share or "okänt",
            "Senast nådd": local(state.reached) if state.reached else "aldrig",
            "Väntar": waits,
        }
    )
    tell_trouble(state)
    tell_held_back(state.held_back)
    tell_unread(state.unread)
    for reason, count in state.not_shown.items():
        say(f"    {changes(count)} är sparade men visas inte: {reason}.")
