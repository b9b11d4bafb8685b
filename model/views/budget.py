"""Budget tables as documents and screens show them: computed sums, one sign, one precision.

A council's frames are net costs, which some columns write with a minus sign and others without.
A column whose sum has the other sign than the municipality's setting is turned as a whole, so
that an income among costs keeps its own sign against them. What does not add up is told by
`model.checks.budget` and never smoothed over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

import msgspec

from model.plan.budget import BudgetLine, BudgetTable
from model.plan.decimals import decimal_of, decimals_in
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.swedish.numbers import write_number

NEGATIVE = "negative"
"""The setting `budget_sign` for costs with a minus sign."""


class BudgetRow(msgspec.Struct, frozen=True):
    """A line's name and its figures, None where one is missing."""

    name: str
    values: tuple[Decimal | None, ...]


class BudgetView(msgspec.Struct, frozen=True, kw_only=True):
    """A table ready to be written."""

    table: BudgetTable
    lines: tuple[BudgetLine, ...]
    """The lines as they are kept."""
    rows: tuple[BudgetRow, ...]
    sums: tuple[Decimal, ...]
    decimals: int
    """How many decimals every figure is written with."""

    @property
    def caption(self) -> str:
        """What the table shows and in which unit."""
        unit = f" ({self.table.unit})" if self.table.unit else ""
        return f"{self.table.name}{unit}"

    def written(self, value: Decimal | None) -> str:
        """A figure as text; empty where there is none."""
        return "" if value is None else write_number(value, decimals=self.decimals)


def budget_tables(plan: Plan, year: int) -> tuple[BudgetView, ...]:
    """The tables of a year in catalogue order."""
    lines: dict[EntityId | None, list[BudgetLine]] = defaultdict(list)
    for line in sorted(plan.of(BudgetLine), key=lambda each: (each.order, each.key, each.id)):
        lines[line.table].append(line)
    tables = [table for table in plan.of(BudgetTable) if table.year == year]
    tables.sort(key=lambda each: (each.order, each.key, each.id))
    negative = plan.settings.get("budget_sign") == NEGATIVE
    return tuple(_view(table, lines[table.id], negative=negative) for table in tables)


def column_sums(table: BudgetTable, lines: Iterable[BudgetLine]) -> tuple[Decimal, ...]:
    """The sum of each column, with the signs as they are kept."""
    rows = [_values(table, line) for line in lines]
    return tuple(
        sum((row[place] or Decimal(0) for row in rows), Decimal(0))
        for place in range(len(table.columns))
    )


def _values(table: BudgetTable, line: BudgetLine) -> tuple[Decimal | None, ...]:
    amounts = (*line.amounts, *("" for _ in table.columns))[: len(table.columns)]
    return tuple(map(decimal_of, amounts))


def _view(table: BudgetTable, lines: list[BudgetLine], *, negative: bool) -> BudgetView:
    kept = column_sums(table, lines)
    turned = [total != 0 and (total < 0) != negative for total in kept]
    rows = tuple(
        BudgetRow(
            line.name,
            tuple(
                -value if value is not None and turn else value
                for value, turn in zip(_values(table, line), turned, strict=True)
            ),
        )
        for line in lines
    )
    return BudgetView(
        table=table,
        lines=tuple(lines),
        rows=rows,
        sums=tuple(-total if turn else total for total, turn in zip(kept, turned, strict=True)),
        decimals=max((decimals_in(text) for line in lines for text in line.amounts), default=0),
    )
