"""`tertial bundle read`: take in what somebody has put into a file."""

from __future__ import annotations

from pathlib import Path

import click

from tui.line_mode.output import note, print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command


@line_command(
    "read",
    help=(
        "Hämta det som finns i ett paket, skrivet med ”tertial bundle write”.\n\n"
        "Inget skrivs över: har två ändrat samma sak sparas båda. Läses filen igen händer inget. "
        "Slutkoden är 1 när någon del av filen inte gick att läsa."
    ),
)
@click.argument("path", type=click.Path(path_type=Path), metavar="FIL", help="Filen att läsa.")
@with_session
def command(session: Session, *, path: Path) -> int:
    """Read a bundle and say what came."""
    from model.swedish.numbers import counted
    from sync.bundle.reading import read_bundle
    from tui.line_mode.exchanges import changes, tell_conflicts

    unpacked = read_bundle(session.workspace, path.absolute())
    if session.as_json:
        print_json(
            {
                "id": None,
                "path": str(path.absolute()),
                "received": unpacked.received,
                "unread": len(unpacked.unread),
                "not_shown": unpacked.not_shown,
                "elsewhere": unpacked.elsewhere,
            }
        )
    else:
        new = changes(unpacked.received) if unpacked.received else "inget nytt"
        say(f"Hämtat: {new}.")
        if unpacked.elsewhere:
            others = counted(unpacked.elsewhere, "annan enhet", "andra enheter")
            say(f"Det som gäller {others} är lämnat.")
        tell_conflicts(session)
    for each in unpacked.unread:
        note(f"{each.scope}/{each.file}: {each.reason}.")
    if unpacked.unread:
        note("Det andra i filen är hämtat. Be avsändaren skicka den igen.")
    return 1 if unpacked.unread else 0
