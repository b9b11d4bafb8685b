"""`tertial share forget`: stop using a share."""

from __future__ import annotations

import click

from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TEXT


@line_command(
    "forget",
    help=(
        "Sluta använda en delning.\n\n"
        "Inget tas bort, varken här eller på delningen. Det som väntar skickas inte dit längre."
    ),
)
@click.argument("address", type=TEXT, metavar="ADRESS", help="Delningens adress.")
@with_session
def command(session: Session, *, address: str) -> None:
    """Forget an address."""
    from sync.syncing import forget, remembered, share_state
    from tui.line_mode.exchanges import changes

    found = remembered(session.config.shares, address)
    waits = share_state(session.workspace, found).waiting.count
    forget(session.home, session.workspace.database, found)
    if session.as_json:
        print_json({"id": None, "address": found, "waiting": waits})
        return
    say(f"Delningen {found} används inte längre. Det som har hämtats därifrån är kvar.")
    if waits:
        say(f"{changes(waits)} hann inte skickas. De är sparade här.")
