"""Measures and budgets as tables: figures to the right, decimal comma, unit said once."""

from __future__ import annotations

from model.views.budget import BudgetView
from model.views.figures import MeasureTable
from report.content import Column, Row, Table, Text
from report.free_text import one_line
from report.texts import Texts


def measure_table(table: MeasureTable, texts: Texts) -> Table:
    """`Mått | Utfall (per …)`; what is part of a measure stands below it after a dash."""
    day = table.as_of.isoformat() if table.as_of is not None else ""
    outcome = (
        texts.line("measure_table.column_outcome", datum=day)
        if day
        else texts.line("measure_table.column_outcome_missing")
    )
    measure = texts.line("measure_table.column_measure")
    rows = tuple(
        Row(
            cells=(
                ((Text(f"{'- ' * bool(line.depth)}{one_line(line.label)}"),),),
                ((Text(line.figure.text),),),
            )
        )
        for line in table.lines
    )
    name = one_line(table.lines[0].label) if table.lines else measure
    columns = (Column(measure, wide=True), Column(outcome, numeric=True))
    return Table(title=f"{measure}: {name}", columns=columns, rows=rows)


def budget_table(view: BudgetView, texts: Texts) -> Table:
    """The lines and their computed sum; what the figures are in stands in the caption."""
    heading = one_line(view.table.heading) or texts.line("budget_table.column_name")
    columns = (
        Column(heading, wide=True),
        *(Column(one_line(column), numeric=True) for column in view.table.columns),
    )
    rows = [
        Row(
            cells=(
                ((Text(one_line(row.name)),),),
                *(((Text(view.written(value)),),) for value in row.values),
            )
        )
        for row in view.rows
    ]
    total = Row(
        cells=(
            ((Text(texts.line("budget_table.sum")),),),
            *(((Text(view.written(value)),),) for value in view.sums),
        ),
        is_sum=True,
    )
    caption = one_line(view.caption)
    return Table(
        title=one_line(view.table.name) or heading,
        caption=caption,
        columns=columns,
        rows=(*rows, total),
    )
