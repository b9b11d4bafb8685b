"""`tertial bundle write`: put what this home may pass on into one file."""

from __future__ import annotations

from pathlib import Path

import click

from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command


@line_command(
    "write",
    help=(
        "Skriv ett paket: en fil med allt som den här datorn har i de delar som den läser.\n\n"
        "En enhet får med målen och sitt eget, staben allt. Skicka filen med e-post eller ett "
        "USB-minne; mottagaren kör ”tertial bundle read”. Filen är inte krypterad. Ingenting "
        "räknas som skickat, så inget går förlorat om filen försvinner. Ändelsen blir .tertial.\n\n"
        "Måttens utfall, som bara staben läser, följer med först med --for-centre."
    ),
)
@click.argument("path", type=click.Path(path_type=Path), metavar="FIL", help="Filen att skriva.")
@click.option("--for-centre", is_flag=True, help="Ta med måttens utfall. Bara till staben.")
@with_session
def command(session: Session, *, path: Path, for_centre: bool) -> None:
    """Write a bundle and say what is in it."""
    from sync.bundle.writing import write_bundle
    from tui.bundle_words import packed_words

    packed = write_bundle(session.workspace, path.absolute(), for_centre=for_centre)
    if session.as_json:
        print_json(
            {
                "id": None,
                "path": str(packed.path),
                "size": packed.size,
                "changes": packed.changes,
                "scopes": packed.scopes,
                "replaced": packed.replaced,
            }
        )
        return
    for text in packed_words(packed):
        say(text)
