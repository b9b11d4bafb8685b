"""`tertial late decline`: keep a late change out of what is locked, with a reason."""

from __future__ import annotations

import click

from tui.line_mode.free_text import warn_before_save
from tui.line_mode.locks import late_named, late_record, told
from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TEXT


@line_command(
    "decline",
    help=(
        "Avslå en sen ändring, med motivering.\n\n"
        "Det som enheten har skrivit finns kvar, och enheten ser att det inte kom med och varför. "
        "Det går att ångra, och att släppa in ändringen senare."
    ),
)
@click.argument("late_id", type=TEXT, metavar="ID", help="Id, eller början på det.")
@click.option("--reason", type=TEXT, required=True, metavar="TEXT", help="Varför; enheten ser det.")
@with_session
def command(session: Session, *, late_id: str, reason: str) -> None:
    """Decline one late change."""
    from model.actions.locking import check_central, decline

    check_central(session.workspace.author.role)
    warn_before_save(motivering=reason)
    ((tertial, late),) = late_named(session, (late_id,))
    with session.workspace.edit() as edit:
        decline(edit, tertial, late.entry, late.changes, reason)
    ((_, decided),) = late_named(session, (late.entry,))
    if session.as_json:
        print_json(late_record(session, tertial, decided))
    else:
        for line in told(session, tertial, decided):
            say(line)
