"""`tertial oversight remove`: take a report out of the oversight plan."""

from __future__ import annotations

import click

from tui.line_mode.output import print_json, say
from tui.line_mode.oversights import find_report
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TEXT


@line_command("remove", help="Ta bort en redovisning som inget är beslutat om.")
@click.argument("item", type=TEXT, metavar="ID", help="Redovisningens id, eller början på det.")
@with_session
def command(session: Session, *, item: str) -> None:
    """Remove a report that nothing is decided of."""
    from model.actions.overseeing import remove_report

    found = find_report(session.plan, item)
    with session.workspace.edit() as edit:
        remove_report(edit, found)
    if session.as_json:
        print_json({"id": found.id, "removed": True})
    else:
        say(f"Borttagen ur uppsiktsplanen: {found.committee} {found.day}.")
