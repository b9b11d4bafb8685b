"""`tertial goals export`: the catalogue as a file to edit."""

from __future__ import annotations

from pathlib import Path

import click

from model.errors import ModelError
from model.plan.vocabulary import Role
from tui.line_mode.output import note, print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command


class FiguresOfTheCentre(ModelError):
    """All figures were asked for in a home that is not the centre's, or is so no more."""

    def __init__(self) -> None:
        super().__init__(
            "Utfall om små grupper skrivs bara ut centralt (stab eller controller). Inget är "
            "skrivet. Kör kommandot utan --all-figures."
        )


@line_command(
    "export",
    help=(
        "Skriv målkatalogen till en fil att ändra i.\n\n"
        "Finns filen redan behålls kommentarer och ordning, och bara det som skiljer skrivs om. "
        "Har den ändringar som inte är inlästa lämnas den orörd.\n\n"
        "Utfall och utgångsvärden som skulle tala om högst tio anställda är inte med, så att filen "
        "kan lämnas vidare. Det som inte står i filen ändras inte när den läses in."
    ),
)
@click.argument(
    "file",
    required=False,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FIL",
    help="Filen att skriva.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FIL",
    help="Filen att skriva, om den inte redan är angiven.",
)
@click.option(
    "--all-figures", is_flag=True, help="Ta med alla utfall. Filen är då bara för staben."
)
@with_session
def command(session: Session, *, file: Path | None, output: Path | None, all_figures: bool) -> None:
    """Write the present catalogue, stamped with the state that it shows."""
    from model.catalogue.export import export
    from model.catalogue.files import read_file, write_file
    from model.catalogue.history import CentralHistory
    from model.store.journal import all_entries
    from model.swedish.numbers import counted

    target = file or output
    if target is None or (file is not None and output is not None):
        raise click.UsageError("Ange en fil att skriva.", session.ctx)
    with session.workspace.database.reading() as connection:
        history = CentralHistory(all_entries(connection))
    if all_figures and session.config.profile.role is not Role.CENTRAL:
        raise FiguresOfTheCentre
    existing = read_file(target) if target.exists() else None
    exported = export(history, existing, whole=all_figures)
    write_file(target, exported.content)
    for fault in exported.faults:
        note(f"Behöver rättas före nästa inläsning: {fault}")
    if exported.left_out:
        note(f"Går inte att visa i filen: {', '.join(exported.left_out)}.")
    if exported.withheld:
        figures = counted(exported.withheld, "siffra", "siffror")
        note(f"{figures} om små grupper är inte med i filen. --all-figures tar med dem.")
    if session.as_json:
        print_json({"id": str(target), "path": str(target), "size": len(exported.content)})
    else:
        say(f"Målkatalogen är skriven till {target}.")
