"""A spreadsheet as the importer takes it: rows whose cells are known by their headings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from model.importing.cells import Cell, CellRefused, day_of, quoted
from model.importing.headings import Header, Heading, TableKind


class SheetRow(msgspec.Struct, frozen=True):
    """One row of a table."""

    number: int
    """As the spreadsheet program counts, from 1."""
    cells: dict[Heading, Cell]
    alone: str = ""
    """The only text in the row, where there is just one: a goal above its activities, say."""
    figures: tuple[Cell | None, ...] = ()
    """The figures of a budget's row, one for each of its columns."""


class SheetTable(msgspec.Struct, frozen=True):
    """A header row and the rows below it."""

    sheet: str
    """The sheet's name; empty for a file that has no sheets."""
    header: Header
    rows: tuple[SheetRow, ...]
    """Those with a single text may stand above the headings."""
    number: int = 0
    """The row of the headings."""

    @property
    def kind(self) -> TableKind:
        """What the rows are about."""
        return self.header.kind

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person should know of how the headings were read."""
        where = f"Bladet {quoted(self.sheet)}: k" if self.sheet else "K"
        notices = [
            f"{where}olumnen {quoted(label)} läses som {heading.swedish}."
            for label, heading in self.header.guessed.items()
        ]
        if unread := self.header.unread:
            listed = ", ".join(map(quoted, unread))
            notices.append(f"{where}olumner som inte läses: {listed}.")
        return tuple(notices)


def day_in(
    cells: Mapping[Heading, Cell], heading: Heading, *, near: date, year: int
) -> date | None:
    """A row's day under a heading; raises `CellRefused`, naming the column."""
    try:
        return day_of(cells.get(heading), near=near, year=year)
    except CellRefused as refused:
        raise CellRefused(f"{heading.swedish}: {refused}") from refused
