"""`tertial finals save`: a copy of a finalised document, byte for byte."""

from __future__ import annotations

from pathlib import Path

import click

from tui.line_mode.exporting import output_option
from tui.line_mode.finals import row_of
from tui.line_mode.output import print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import TEXT


@line_command(
    "save",
    help=(
        "Spara en kopia av ett slutfört dokument, exakt som det slutfördes.\n\n"
        "Filnamnet slutar på .pdf eller .docx. Filerna finns på den dator där dokumentet "
        "slutfördes."
    ),
)
@click.argument("final", type=TEXT, metavar="ID", help="Dokumentets id, eller början på det.")
@output_option
@with_session
def command(session: Session, *, final: str, output: Path) -> None:
    """Save the bytes that were finalised somewhere else."""
    from report.errors import UnknownSuffix
    from report.finals import save_kept

    row = row_of(session, final)
    forms = {form.suffix: form for form in row.kept.forms}
    form = forms.get(output.suffix.lower())
    if form is None:
        raise click.UsageError(str(UnknownSuffix(output, forms)), session.ctx)
    written = save_kept(session.home.finals, form, output)
    if session.as_json:
        print_json(
            {
                "id": row.final.id,
                "version": row.kept.version,
                "sha256": form.digest,
                "path": str(written.path),
                "size": written.size,
                "replaced": written.replaced,
            }
        )
    else:
        say(written.saved)
