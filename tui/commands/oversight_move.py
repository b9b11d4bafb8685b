"""`tertial oversight move`: let a report be presented on another day."""

from __future__ import annotations

from datetime import date

import click

from tui.line_mode.oversights import find_report, show_report
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import DAY, TEXT


@line_command("move", help="Flytta en redovisning till en annan dag.")
@click.argument("item", type=TEXT, metavar="ID", help="Redovisningens id, eller början på det.")
@click.argument("day", type=DAY, metavar="DATUM", help="Den nya dagen.")
@with_session
def command(session: Session, *, item: str, day: date) -> None:
    """Move a report that nothing is decided of."""
    from model.actions.overseeing import move_report

    found = find_report(session.plan, item)
    with session.workspace.edit() as edit:
        moved = move_report(edit, found, day)
    show_report(session, moved)
