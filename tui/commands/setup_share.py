"""The first exchange with the share of a home that has just been set up."""

from __future__ import annotations

from tui.line_mode.output import note, say
from tui.line_mode.session import Session


def exchange_first(session: Session, address: str) -> int:
    """Exchange once, now that the home is set up; gives the exit code."""
    from sync.syncing import sync
    from tui.line_mode.exchanges import changes

    outcome = sync(session.workspace, [address])[0]
    if not session.as_json:
        sent = changes(outcome.sent) if outcome.sent else "inget nytt"
        say(f"Delningen {address}: skickat {sent}.")
    for problem in outcome.problems:
        note(str(problem))
    return 1 if outcome.problems else 0
