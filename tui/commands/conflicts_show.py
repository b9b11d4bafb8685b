"""`tertial conflicts show`: what each has written, for one thing."""

from __future__ import annotations

import click

from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command


@line_command("show", help="Visa vad var och en har skrivit.")
@click.argument("entity_id", metavar="ID", help="Id, eller början på det.")
@with_session
def command(session: Session, *, entity_id: str) -> None:
    """Show the conflicts of one entity."""
    from tui.line_mode.conflicts import conflict_record, conflicts_of, told

    found = conflicts_of(session, entity_id, None)
    if session.as_json:
        print_json([conflict_record(each) for each in found])
        return
    for each in found:
        for line in told(each):
            say(line)
