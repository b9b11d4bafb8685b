"""`tertial goals import`: bring a catalogue into the plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.line_mode.catalogue_files import CATALOGUE, known_texts
from tui.line_mode.free_text import answers_yes
from tui.line_mode.output import is_interactive, note, print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command

if TYPE_CHECKING:
    from model.catalogue.preview import Preview
    from model.workspace.importing import Imported


@line_command(
    "import",
    help=(
        "Läs in en målkatalog.\n\n"
        "En felaktig fil avvisas i sin helhet. En fil som är skriven med ”tertial goals export” "
        "vet vilket läge den visar, så bara det som är ändrat i filen läses in. För andra filer "
        "som ändrar det som redan finns visas ändringarna och en fråga; --yes svarar ja."
    ),
)
@click.argument("file", type=CATALOGUE, metavar="FIL", help="Målkatalogen.")
@click.option("--yes", is_flag=True, help="Läs in utan att fråga.")
@with_session
def command(session: Session, *, file: Path, yes: bool) -> int:
    """Import a catalogue, after a preview where it would change what is there."""
    from model.catalogue.files import read_file
    from model.workspace.importing import carry_out, preview_import

    workspace = session.workspace
    preview = preview_import(workspace, read_file(file), known_texts=known_texts())
    for notice in preview.notices:
        note(notice)
    confirmed = yes or _confirmed(preview)
    imported = carry_out(workspace, preview, confirmed=confirmed)
    _show(session, imported)
    return 0


def _confirmed(preview: Preview) -> bool:
    if not preview.needs_confirmation:
        return True
    for line in preview.lines:
        note(line)
    note(preview.summary)
    return is_interactive() and answers_yes("Läsa in ändringarna?")


def _show(session: Session, imported: Imported) -> None:
    preview = imported.preview
    if session.as_json:
        print_json(
            {
                "id": imported.action,
                "created": preview.created,
                "changed": preview.changed,
                "conflicts": len(imported.conflicts),
                "stand_in": imported.is_stand_in,
            }
        )
        return
    say(f"Inläst: {preview.summary}" if preview.changes else preview.summary)
    for conflict in imported.conflicts:
        say(f"{conflict}: någon annan har ändrat samma sak. Båda är sparade och en får väljas.")
    if imported.is_stand_in and preview.changes:
        say("Målen gäller på den här datorn tills de kommer från den som sköter dem centralt.")
