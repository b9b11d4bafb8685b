"""`tertial budget list`: the budget tables of a year with computed sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.line_mode.output import Column, Record, column, print_json, print_table, say, text_column
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command
from tui.line_mode.value_types import YEAR

if TYPE_CHECKING:
    from model.views.budget import BudgetView

_TOTAL = "Summa"


@line_command(
    "list",
    help=(
        "Visa årets budgettabeller.\n\n"
        "Summorna räknas ut, och alla kolumner visas med samma tecken. Det som inte går ihop "
        "visas av ”tertial check”. Tabellerna ändras i målkatalogen eller läses in "
        "med ”tertial import”. Med --json är varje belopp "
        "en rad."
    ),
)
@click.option("--year", type=YEAR, metavar="ÅR", help="Ett annat år än i år.")
@with_session
def command(session: Session, *, year: int | None) -> None:
    """List the tables as the operational plan prints them."""
    from model.views.budget import budget_tables

    wanted = year or session.today.year
    views = budget_tables(session.plan, wanted)
    if session.as_json:
        print_json([record for view in views for record in _cells(view)])
        return
    if not views:
        say(f"Det finns ingen budget för {wanted}.")
    for place, view in enumerate(views):
        say(f"{chr(10) if place else ''}{view.caption}")
        print_table(_columns(view), _rows(view))


def _columns(view: BudgetView) -> list[Column]:
    names = [column(heading, str(place)) for place, heading in enumerate(view.table.columns)]
    return [text_column(view.table.heading or "Rad", "name"), *names]


def _rows(view: BudgetView) -> list[Record]:
    rows: list[Record] = [
        {"name": row.name, **{str(n): view.written(value) for n, value in enumerate(row.values)}}
        for row in view.rows
    ]
    sums = {str(n): view.written(total) for n, total in enumerate(view.sums)}
    return [*rows, {"name": _TOTAL, **sums}]


def _cells(view: BudgetView) -> list[Record]:
    """One flat object for each figure, as programs want them: a point for decimals, no spaces."""
    lines = [(row.name, row.values, False) for row in view.rows]
    return [
        {
            "id": view.table.id,
            "table": view.table.name,
            "unit": view.table.unit,
            "line": name,
            "column": heading,
            "amount": str(value) if value is not None else None,
            "is_sum": is_sum,
        }
        for name, values, is_sum in [*lines, (_TOTAL, view.sums, True)]
        for heading, value in zip(view.table.columns, values, strict=True)
    ]
