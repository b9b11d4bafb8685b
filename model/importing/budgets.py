"""A budget table as the documents print it: frames as rows, a figure for each column, a sum.

The sum is compared and kept beside the table as what was printed, never as a row of its own
(F13). A table is taken in whole or not at all: with a row left out its sums say another thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from model.actions.budgeting import TableSaid, set_budget_line, set_budget_table
from model.importing.captions import is_called, name_in, unit_in, without_unit
from model.importing.cells import Cell, CellRefused, plain, quoted, text_of
from model.importing.context import Context
from model.importing.headings import Heading
from model.importing.tables import SheetRow, SheetTable
from model.plan.budget import BudgetLine, BudgetTable
from model.plan.decimals import decimal_text, decimals_in
from model.plan.identifiers import EntityId
from model.swedish.letters import fold
from model.swedish.numbers import write_number

_SUMS = frozenset({"summa", "summa totalt", "totalt", "total", "totalsumma"})
_NAMELESS = re.compile(r"(?:blad|sheet|tabell|budget)?\s*\d*")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_PLACES = 6
"""Decimals that are kept of a figure that a spreadsheet has worked out."""

Taken = tuple[str, tuple[str, ...]]


class BudgetRows:
    """One table of a sheet on its way into the plan."""

    def __init__(self, context: Context, table: SheetTable, taken: set[EntityId]) -> None:
        """`taken` are the tables that other parts of the file are about; this one is added."""
        self._context = context
        self._sheet = table
        self._taken = taken
        self._table: BudgetTable | None = None
        self._seen: set[str] = set()
        self._columns = tuple(
            table.header.labels[at]
            for at, heading in table.header.columns.items()
            if heading is Heading.AMOUNT
        )
        below = [row for row in table.rows if row.number > table.number]
        at = next((at for at, row in enumerate(below) if plain(_name(row)) in _SUMS), len(below))
        self.lines = below[:at]
        self._sum = below[at] if at < len(below) else None
        self.stray = [row for row in below[at + 1 :] if not row.alone]
        """Rows below the sum that have figures."""
        cells = [cell for row in [*self.lines, *below[at : at + 1]] for cell in row.figures]
        self._places = max(
            (decimals_in(text) for cell in cells if (text := _typed(cell))), default=0
        )

    @property
    def head(self) -> SheetRow:
        """The row of headings, as the row that the table itself is told on."""
        return SheetRow(self._sheet.number, {Heading.FRAME: self._named()[0]})

    def take_table(self, _: SheetRow) -> Taken:
        """Take the table into the edit, without its lines; raises `RuleError`."""
        name, is_given, unit = self._named()
        year = self._context.wishes.year
        found = self._found(name, year, is_given=is_given)
        if found is not None and found.id in self._taken:
            raise CellRefused(
                f"Filen har flera tabeller som heter {quoted(found.name)}. Skriv var tabells namn "
                "på en egen rad ovanför rubrikerna."
            )
        sums = self._printed() or self._kept_sums(found)
        said = TableSaid(
            year=year,
            name=found.name if found is not None else name,
            heading=without_unit(self._heading()),
            columns=self._columns,
            unit=unit or self._context.wishes.money or (found.unit if found is not None else ""),
            printed_sums=sums,
        )
        self._check_left_out(found)
        self._table = set_budget_table(self._context.edit, said, found)
        self._taken.add(self._table.id)
        return self._table.name, tuple(self._notes(self._table))

    def take_line(self, row: SheetRow) -> Taken:
        """Take one line into the edit; raises `RuleError`."""
        name = _name(row)
        if self._table is None:
            raise CellRefused("Tabellen läses inte in.")
        if not name:
            raise CellRefused(f"Raden har inget namn under {self._heading()}.")
        if row in self.stray:
            raise CellRefused("Raden står under summan. Flytta upp den, eller ta bort den.")
        if plain(name) in self._seen:
            raise CellRefused(f"{quoted(name)} står två gånger i tabellen.")
        self._seen.add(plain(name))
        amounts = self._figures(row)
        found = next((each for each in self._present() if plain(each.name) == plain(name)), None)
        set_budget_line(self._context.edit, self._table, name, amounts, found)
        return f"{self._table.name}: {name}", ()

    def _heading(self) -> str:
        """The heading of the first column."""
        columns = self._sheet.header.columns.items()
        return self._sheet.header.labels[next(at for at, each in columns if each is Heading.FRAME)]

    def _named(self) -> tuple[str, bool, str]:
        """What the table is called, whether it says so itself, and the unit of its figures."""
        above = [row.alone for row in self._sheet.rows if row.number < self._sheet.number]
        caption = " ".join(next((text for text in reversed(above) if text.strip()), "").split())
        unit = unit_in(caption) or unit_in(self._heading())
        if name := name_in(caption):
            return name, True, unit
        sheet = " ".join(self._sheet.sheet.split())
        if not _NAMELESS.fullmatch(fold(sheet)):
            return sheet, True, unit
        return without_unit(self._heading()), False, unit

    def _found(self, name: str, year: int, *, is_given: bool) -> BudgetTable | None:
        """The table of the year with a name; one that says no name is known by its lines."""
        plan = self._context.edit.plan
        tables = [table for table in plan.of(BudgetTable) if table.year == year]
        found = next((each for each in tables if is_called(each, name)), None)
        if found is not None or is_given:
            return found
        names = {plain(_name(row)) for row in self.lines}
        return next((each for each in tables if names == set(map(plain, self._names(each)))), None)

    def _names(self, table: BudgetTable) -> list[str]:
        lines = self._context.edit.plan.of(BudgetLine)
        return [line.name for line in lines if line.table == table.id]

    def _present(self) -> Iterator[BudgetLine]:
        for line in self._context.edit.plan.of(BudgetLine):
            if self._table is not None and line.table == self._table.id:
                yield line

    def _left_out(self, table: BudgetTable | None) -> list[str]:
        """Lines that the plan has and the file leaves out."""
        names = {plain(_name(row)) for row in self.lines}
        kept = self._names(table) if table is not None else []
        return [name for name in kept if plain(name) not in names]

    def _check_left_out(self, found: BudgetTable | None) -> None:
        missing = self._left_out(found)
        if missing and found is not None and len(found.columns) != len(self._columns):
            raise CellRefused(
                f"Tabellen får fler eller färre kolumner, men {quoted(missing[0])} saknas i filen."
            )

    def _kept_sums(self, found: BudgetTable | None) -> tuple[str, ...]:
        """What was printed before, where the file has no sums and the columns are as many."""
        if found is None or len(found.printed_sums) != len(self._columns):
            return ()
        return found.printed_sums

    def _printed(self) -> tuple[str, ...]:
        """The sums that the file prints; raises `CellRefused`."""
        if self._sum is None or all(cell is None for cell in self._sum.figures):
            return ()
        try:
            return self._figures(self._sum)
        except CellRefused as refused:
            raise CellRefused(f"Summan på rad {self._sum.number}: {refused}") from refused

    def _figures(self, row: SheetRow) -> tuple[str, ...]:
        """A row's figures as the texts that are kept, one for each column; raises `CellRefused`."""
        figures = []
        for column, cell in zip(
            self._columns, row.figures or (None,) * len(self._columns), strict=True
        ):
            typed = _typed(cell)
            if typed is None:
                text = text_of(cell).strip()
                what = f"{quoted(text)} är inget tal" if text else "beloppet saknas"
                raise CellRefused(f"{column}: {what}. Skriv som 306,3; noll skrivs 0.")
            figures.append(self._padded(typed) if isinstance(cell, Decimal) else typed)
        return tuple(figures)

    def _padded(self, text: str) -> str:
        """A spreadsheet's number as it is shown beside the others: it keeps 288,0 as 288."""
        return f"{Decimal(text):.{self._places}f}"

    def _notes(self, table: BudgetTable) -> Iterator[str]:
        rows = [[_typed(cell) for cell in row.figures] for row in self.lines]
        for at, (column, text) in enumerate(zip(self._columns, self._printed(), strict=False)):
            figures = [row[at] for row in rows if at < len(row)]
            total = sum((Decimal(figure) for figure in figures if figure), Decimal(0))
            if abs(total) != abs(Decimal(text)):
                yield (
                    f"{column}: raderna blir {write_number(total)}, men "
                    f"{write_number(Decimal(text))} står som summa. Dokumenten skriver den "
                    "uträknade."
                )
        if not table.unit:
            yield (
                "Bladet säger inte vilken enhet beloppen har. Skriv den inom parentes efter "
                "tabellens namn, eller ange --budget-unit."
            )
        for name in self._left_out(table):
            yield f"{quoted(name)} finns i budgeten men inte i filen, och står kvar."
        years = [int(year) for column in self._columns for year in _YEAR.findall(column)]
        if years and max(years) != table.year:
            yield f"Tabellen läses in för {table.year}. Ange --year om den hör till ett annat år."


def _name(row: SheetRow) -> str:
    return " ".join(text_of(row.cells.get(Heading.FRAME)).split())


def _typed(cell: Cell | None) -> str | None:
    """A figure as text, without what a spreadsheet's arithmetic adds; None for no number."""
    if isinstance(cell, Decimal):
        text = f"{round(cell, _PLACES):f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return decimal_text(cell) if isinstance(cell, str) and cell.strip() else None
