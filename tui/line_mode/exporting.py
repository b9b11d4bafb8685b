"""The shape that all commands have that write a document to a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from tui.line_mode.output import Record, Value, note, print_json, say
from tui.line_mode.session import Session
from tui.line_mode.value_types import TERTIAL, YEAR

if TYPE_CHECKING:
    from model.plan.calendar import Tertial
    from report.content import Document
    from report.data import DataTable
    from report.export import Written

F = TypeVar("F", bound=Callable[..., object])

FORMS = (
    "Filnamnets ändelse avgör formatet: .docx (Word), .pdf, .html (webbsida), .md (Markdown) eller "
    ".txt (ren text)."
)
"""A paragraph for the help of each such command."""


def output_option(function: F) -> F:
    """The option `-o` of a command that writes a file."""
    return click.option(
        "-o",
        "--output",
        required=True,
        type=click.Path(path_type=Path),
        metavar="FIL",
        help="Filen att skriva.",
    )(function)


def year_option(function: F) -> F:
    """The option `--year` of a document that is about a year."""
    return click.option("--year", type=YEAR, metavar="ÅR", help="Ett annat år än i år.")(function)


def tertial_option(function: F) -> F:
    """The option `--tertial` of a document that is about a tertial."""
    return click.option(
        "--tertial", type=TERTIAL, metavar="TERTIAL", help="Ett annat tertial, som 2024-T1."
    )(function)


def tertial_of(session: Session, given: Tertial | None, year: int | None) -> Tertial:
    """The tertial given, else the last of the year given, else the one that is reported now."""
    from model.plan.calendar import Tertial
    from model.plan.reporting import current

    if given is not None and year is not None and given.year != year:
        raise click.UsageError(f"{given.swedish} hör inte till {year}.", session.ctx)
    if given is not None:
        return given
    return Tertial(year, 3) if year is not None else current(session.plan, session.today)


def export_document(
    session: Session, output: Path, make: Callable[[], Document], **facts: Value
) -> None:
    """Make a document, save it, and say where it is; `facts` stand first in what --json gives.

    An unknown form is wrong use, and is refused before anything is made.
    """
    from report.errors import UnknownSuffix
    from report.export import write_document
    from report.stationery import stationery_of
    from report.writers import writer_for

    try:
        writer_for(output)
    except UnknownSuffix as error:
        raise click.UsageError(str(error), session.ctx) from error
    document = make()
    stationery = stationery_of(session.plan, session.home.config_folder)
    written = write_document(document, output, stationery=stationery)
    _tell(session, written, document.as_of, facts)


def export_table(
    session: Session, output: Path, make: Callable[[], DataTable], **facts: Value
) -> None:
    """Make a table of data and save it, as `export_document` does with a document."""
    from report.errors import UnknownSuffix
    from report.export import write_table
    from report.writers.tables import table_writer_for

    try:
        table_writer_for(output)
    except UnknownSuffix as error:
        raise click.UsageError(str(error), session.ctx) from error
    table = make()
    _tell(session, write_table(table, output), table.as_of, facts)


def _tell(session: Session, written: Written, as_of: date, facts: Record) -> None:
    if session.as_json:
        record: Record = {
            **facts,
            "path": str(written.path),
            "size": written.size,
            "replaced": written.replaced,
            "as_of": as_of.isoformat(),
        }
        print_json(record)
    else:
        say(written.saved)
    if written.warning:
        note(written.warning)
