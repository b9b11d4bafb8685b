"""`tertial finals verify`: whether a file is a finalised document, byte for byte."""

from __future__ import annotations

from pathlib import Path

import click

from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command


@line_command(
    "verify",
    help=(
        "Kontrollera om en fil är ett slutfört dokument.\n\n"
        "Filens kontrollsumma jämförs med alla versioners. Svarskoden är 0 om den är ett av dem, "
        "annars 1. En fil som har öppnats och sparats igen i Word är inte längre den slutförda."
    ),
)
@click.argument(
    "file", type=click.Path(path_type=Path), metavar="FIL", help="Filen att kontrollera."
)
@with_session
def command(session: Session, *, file: Path) -> int:
    """Compare a file's bytes with those that were finalised."""
    from report.finals import digest_of
    from tui.finalising import told_of

    digest = digest_of(file)
    row, said = told_of(session.plan, digest)
    if session.as_json:
        print_json(
            {
                "final": row is not None,
                "sha256": digest,
                "id": row.final.id if row is not None else None,
                "version": row.kept.version if row is not None else None,
                "newest": row.newest if row is not None else None,
            }
        )
    else:
        say(said)
    return 0 if row is not None else 1
