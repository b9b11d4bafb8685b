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
    from sync.bundle.reading import read_bundle
    from tui.bundle_words import unpacked_words, unread_words
    from tui.line_mode.exchanges import tell_conflicts

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
        for text in unpacked_words(unpacked):
            say(text)
        tell_conflicts(session)
    for text in unread_words(unpacked):
        note(text)
    return 1 if unpacked.unread else 0
