"""`tertial import`: bring a spreadsheet into the plan, or write one to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tui.line_mode.free_text import answers_yes
from tui.line_mode.output import is_interactive, note, print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.units import unit_option
from tui.line_mode.value_types import TERTIAL, YEAR

if TYPE_CHECKING:
    from model.importing.context import Wishes
    from model.importing.outcome import Preview, RowOutcome
    from model.plan.calendar import Tertial
    from model.plan.identifiers import EntityId

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class _Given(TypedDict):
    """What the person says of the file, where its rows do not say it."""

    year: int | None
    tertial: Tertial | None
    unit: str | None
    budget_unit: str


@line_command(
    "import",
    help=(
        "Läs in ett kalkylblad (.xlsx, .csv eller .json) med aktiviteter, statusar, mål, "
        "bedömningar, mått eller budgettabeller.\n\n"
        "Rubrikerna får stå i vilken ordning som helst. Rad för rad visas vad som är nytt, vad "
        "som ändras och vad som avvisas och varför. En tom cell ändrar ingenting. Allt som läses "
        "in är en åtgärd, som ”tertial undo” tar tillbaka. Samma fil en gång till ändrar inget."
    ),
)
@click.argument("file", type=_FILE, metavar="FIL", required=False, help="Kalkylbladet.")
@click.option("--year", type=YEAR, metavar="ÅR", help="Planens år, där raderna inte säger det.")
@click.option("--tertial", type=TERTIAL, metavar="TERTIAL", help="Tertialet som statusarna gäller.")
@unit_option
@click.option(
    "--budget-unit",
    default="",
    metavar="ENHET",
    help="Vad budgettabellernas belopp är i, som ”miljoner kronor”, där bladet inte säger det.",
)
@click.option("--dry-run", is_flag=True, help="Visa vad som skulle hända, och ändra ingenting.")
@click.option("--yes", is_flag=True, help="Läs in utan att fråga; rader som avvisas hoppas över.")
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar="FIL",
    help="Skriv i stället en tom arbetsbok (.xlsx) att fylla i.",
)
@with_session
def command(
    session: Session,
    *,
    file: Path | None,
    dry_run: bool,
    yes: bool,
    template: Path | None,
    **given: Unpack[_Given],
) -> int:
    """Take a file in after a preview; refused rows are left out when that has been said yes to."""
    if (file is None) == (template is None):
        raise click.UsageError("Ange en fil att läsa in, eller --template FIL.", session.ctx)
    if file is None:
        _write_template(session, template or Path(), given["year"])
        return 0
    from model.importing.carrying_out import carry_out, preview_spreadsheet
    from sync.spreadsheets.reading import read_spreadsheet

    planned = preview_spreadsheet(
        session.workspace, read_spreadsheet(file), _wishes(session, given)
    )
    preview = planned.preview
    if dry_run:
        _show(session, preview, None, dry_run=True)
        return 1 if preview.refused else 0
    if not session.as_json and preview.needs_confirmation and not yes:
        _show_rows(preview)
    asked = not yes and preview.needs_confirmation and is_interactive() and not preview.is_empty
    action = carry_out(
        session.workspace, planned, confirmed=yes or (asked and answers_yes("Läsa in raderna?"))
    )
    _show(session, preview, action, dry_run=False, rows_shown=asked)
    return 0


def _wishes(session: Session, given: _Given) -> Wishes:
    from model.importing.carrying_out import wishes_for
    from model.views.naming import find_unit

    unit = given["unit"]
    return wishes_for(
        session.workspace,
        year=given["year"],
        tertial=given["tertial"],
        unit=find_unit(session.plan, unit).id if unit is not None else None,
        money=given["budget_unit"],
    )


def _write_template(session: Session, path: Path, year: int | None) -> None:
    """Write an empty workbook with this municipality's goals and units to choose from."""
    from model.plan.reporting import current
    from model.plan.vocabulary import Role
    from report.errors import UnknownSuffix
    from report.export import save_file
    from report.template import template
    from report.writers.excel import write_book

    if path.suffix.lower() != ".xlsx":
        raise click.UsageError(str(UnknownSuffix(path, [".xlsx"])), session.ctx)
    sheets = template(
        session.plan,
        year or current(session.plan, session.today).year,
        is_central=session.config.profile.role is Role.CENTRAL,
        as_of=session.today,
    )
    written = save_file(path, lambda stream: write_book(sheets, stream, is_form=True))
    if session.as_json:
        print_json({"path": str(written.path), "size": written.size, "replaced": written.replaced})
    else:
        say(written.saved)


def _show(
    session: Session,
    preview: Preview,
    action: EntityId | None,
    *,
    dry_run: bool,
    rows_shown: bool = False,
) -> None:
    if session.as_json:
        print_json(
            {
                "id": action,
                "dry_run": dry_run,
                **preview.counts,
                "notices": list(preview.notices),
                "rows": [_record(row) for row in preview.rows],
            }
        )
        return
    if not rows_shown:
        _show_rows(preview)
    if dry_run:
        say(f"Skulle läsas in: {preview.summary} Inget är ändrat.")
    elif action is not None:
        say(f"Inläst: {preview.summary} Ångra med ”tertial undo”.")
    else:
        say(f"Inget nytt att läsa in: {preview.summary}")


def _show_rows(preview: Preview) -> None:
    for notice in preview.notices:
        note(notice)
    for line in preview.lines:
        say(line)


def _record(row: RowOutcome) -> dict[str, object]:
    return {
        "sheet": row.sheet,
        "row": row.row,
        "kind": row.kind.value,
        "name": row.name,
        "verdict": row.verdict.value,
        "changes": list(row.changes),
        "reason": row.reason,
        "notes": list(row.notes),
    }
