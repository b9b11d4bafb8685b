"""`tertial oversight add`: enter that a unit reports to a committee on a day."""

from __future__ import annotations

from datetime import date

import click

from model.views.naming import find_unit
from tui.line_mode.oversights import find_report, show_report
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import DAY, TEXT


@line_command(
    "add",
    help=(
        "Skriv in i uppsiktsplanen att en enhet redovisar för ett utskott en viss dag.\n\n"
        "Enheten ser det på sin första skärm. Rapporten omfattar tiden från årsskiftet till den "
        "dagen."
    ),
)
@click.argument("unit", type=TEXT, metavar="ENHET", help="Enhetens namn, nyckel eller id.")
@click.argument("committee", type=TEXT, metavar="UTSKOTT", help="Utskottets namn.")
@click.argument("day", type=DAY, metavar="DATUM", help="Dagen då rapporten redovisas.")
@click.option(
    "--follows", type=TEXT, metavar="ID", help="Den återremitterade redovisning som kompletteras."
)
@with_session
def command(session: Session, *, unit: str, committee: str, day: date, follows: str | None) -> None:
    """Plan a report to a committee."""
    from model.actions.overseeing import plan_report

    owner = find_unit(session.plan, unit)
    earlier = find_report(session.plan, follows) if follows is not None else None
    with session.workspace.edit() as edit:
        item = plan_report(edit, owner, committee, day, follows=earlier)
    show_report(session, item)
