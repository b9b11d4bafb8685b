"""`tertial goals check`: what is wrong with a catalogue, and what an import would do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.line_mode.catalogue_files import CATALOGUE, known_texts
from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command

if TYPE_CHECKING:
    from model.catalogue.faults import Fault


@line_command(
    "check",
    help=(
        "Granska en målkatalog utan att läsa in den.\n\n"
        "Visar varje fel med rad, och vad en inläsning skulle ändra. Slutkoden är 1 när filen har "
        "fel."
    ),
)
@click.argument("file", type=CATALOGUE, metavar="FIL", help="Målkatalogen.")
@with_session
def command(session: Session, *, file: Path) -> int:
    """Read a catalogue and tell its faults; nothing is written."""
    from model.catalogue.faults import FaultyCatalogue
    from model.catalogue.files import read_file

    content = read_file(file)
    try:
        lines = _would_change(session, content)
    except FaultyCatalogue as faulty:
        return _show_faults(session, faulty)
    if session.as_json:
        print_json([])
        return 0
    for line in lines:
        say(line)
    return 0


def _would_change(session: Session, content: bytes) -> list[str]:
    """What to say of a catalogue without faults."""
    from model.catalogue.reading import read_catalogue
    from model.swedish.numbers import counted
    from model.workspace.importing import preview_import

    if not session.home.is_set_up:
        rows = len(read_catalogue(content, known_texts=known_texts()).rows)
        return [f"Inga fel. {counted(rows, 'rad', 'rader')}."]
    preview = preview_import(session.workspace, content, known_texts=known_texts())
    return [*preview.lines, *preview.notices, f"Inga fel. {preview.summary}"]


def _show_faults(session: Session, faulty: Exception) -> int:
    faults: tuple[Fault, ...] = getattr(faulty, "faults", ())
    if session.as_json:
        print_json(
            [
                {"id": f"{number}", "line": fault.line, "key": fault.key, "text": fault.text}
                for number, fault in enumerate(faults, 1)
            ]
        )
    else:
        say(str(faulty))
    return 1
