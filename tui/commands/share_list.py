"""`tertial share list`: the shares that this home uses."""

from __future__ import annotations

from tui.line_mode.listing import show_list
from tui.line_mode.output import Column, Record, column
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command


@line_command(
    "list",
    help="Visa de delningar som används här, utan att fråga dem.",
)
@with_session
def command(session: Session) -> None:
    """List the remembered shares with what waits for each."""
    from sync.syncing import share_state
    from tui.line_mode.exchanges import state_record

    states = [share_state(session.workspace, address) for address in session.config.shares]
    show_list(
        session,
        [state_record(state) for state in states],
        [
            column("Adress", "address"),
            Column("Senast nådd", _reached),
            column("Väntar", "waiting"),
            column("Oläsliga filer", "unread"),
        ],
        empty="Ingen delning är vald. Allt sparas bara här. Se ”tertial share create --help”.",
    )


def _reached(record: Record) -> str:
    reached = record["reached"]
    if not isinstance(reached, str):
        return "aldrig"
    from datetime import datetime

    from tui.line_mode.exchanges import local

    return local(datetime.fromisoformat(reached))
