"""`tertial share create`: make a share in a folder, a file or a database."""

from __future__ import annotations

import click

from tui.line_mode.output import note, print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TEXT


@line_command(
    "create",
    help=(
        "Skapa en delning och börja använda den.\n\n"
        "ADRESS är en mapps sökväg, sqlite:///SÖKVÄG för en enda fil, eller "
        "postgresql://NAMN:LÖSENORD@SERVER/DATABAS. Mappen eller filen skapas om den saknas, men "
        "mappen som den ligger i måste finnas, och databasen likaså. Finns delningen redan "
        "används den som den är. Har den tömts görs den om med samma adress, och fylls på när de "
        "som använder den synkar."
    ),
)
@click.argument("address", type=TEXT, metavar="ADRESS", help="Var delningen ska ligga.")
@with_session
def command(session: Session, *, address: str) -> int:
    """Make the share, remember it, and exchange with it."""
    from sync import syncing
    from sync.address import kept_address
    from tui.line_mode.exchanges import outcome_record, tell_outcome

    whole = kept_address(address, session.home.database)
    workspace = session.workspace
    syncing.create_share(workspace.database, whole)
    outcome = syncing.sync(workspace, [whole])[0]
    if outcome.share is not None:
        syncing.remember(session.home, whole)
    if session.as_json:
        print_json(outcome_record(outcome))
    else:
        if outcome.share is not None:
            say("Delningen är klar att använda. Ge adressen till de andra.")
        tell_outcome(outcome)
    for problem in outcome.problems:
        note(str(problem))
    return 1 if outcome.problems else 0
