"""`tertial conflicts list`: where people have written different things."""

from __future__ import annotations

from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command


@line_command(
    "list",
    help=(
        "Visa det som någon behöver välja i.\n\n"
        "När två har ändrat samma sak utan att ha sett varandras ändring sparas båda. Det senaste "
        "visas tills någon har valt."
    ),
)
@with_session
def command(session: Session) -> None:
    """List every open conflict with its values."""
    from tui.line_mode.conflicts import conflict_record, open_conflicts, told

    found = open_conflicts(session)
    if session.as_json:
        print_json([conflict_record(each) for each in found])
    elif not found:
        say("Ingen har skrivit olika. Det finns inget att välja.")
    else:
        for each in found:
            for line in told(each):
                say(line)
        say("Välj med ”tertial conflicts settle ID --take NUMMER”.")
