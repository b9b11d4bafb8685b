"""`tertial late accept`: let late changes into what is locked."""

from __future__ import annotations

import click

from tui.line_mode.locks import all_late, late_named, late_record, told
from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TEXT


@line_command(
    "accept",
    help=(
        "Släpp in sena ändringar i det låsta.\n\n"
        "Tertialet får en ny låsning som omfattar just dem. Med --all släpps alla in som inte är "
        "avslagna. En avslagen ändring släpps in när dess id anges. Det går att ångra."
    ),
)
@click.argument("ids", type=TEXT, nargs=-1, metavar="ID …", help="Id, eller början på det.")
@click.option("--all", "takes_all", is_flag=True, help="Alla som inte är avslagna.")
@with_session
def command(session: Session, *, ids: tuple[str, ...], takes_all: bool) -> None:
    """Let the named late changes in, or all that wait."""
    from model.actions.locking import accept, check_central
    from model.views.late import Decision

    if bool(ids) == takes_all:
        raise click.UsageError("Ange id, eller --all.", session.ctx)
    check_central(session.workspace.author.role)
    if takes_all:
        found = [each for each in all_late(session, None) if each[1].decision is Decision.WAITING]
    else:
        found = late_named(session, ids)
    if found:
        with session.workspace.edit() as edit:
            for tertial, late in found:
                accept(edit, tertial, late.changes)
    if session.as_json:
        print_json([late_record(session, *each) | {"decision": "accepted"} for each in found])
        return
    for each in found:
        say(next(told(session, *each)))
    say("Insläppt i det låsta." if found else "Inget väntar på beslut.")
