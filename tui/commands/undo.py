"""`tertial undo`: take back a whole action."""

from __future__ import annotations

import click

from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command


@line_command(
    "undo",
    help=(
        "Ta tillbaka det senaste du gjorde.\n\n"
        "Med ett nummer ur ”tertial history” tas just det tillbaka. Det går också att ångra en "
        "ångring. Har någon annan ändrat samma sak sedan dess händer ingenting."
    ),
)
@click.argument("action", required=False, metavar="NUMMER", help="Vad som ska ångras.")
@with_session
def command(session: Session, *, action: str | None) -> None:
    """Take back the latest own action, or the one named, and say what it was."""
    from model.views.changes import told
    from model.workspace.undo import undo

    workspace = session.workspace
    undone = undo(workspace, action)
    target = undone.target
    texts = told(workspace.entries_of_action(target), workspace.plan)
    if session.as_json:
        print_json({"id": target, "undone_by": undone.action, "text": "; ".join(texts)})
        return
    say("Ångrat:")
    for each in texts:
        say(f"    {each}")
    if any(entity.conflicts for entity in undone.entities):
        say("Värdena står kvar att välja på: tertial conflicts list")
    say(f"Ta tillbaka ångringen: tertial undo {undone.action[:8]}")
