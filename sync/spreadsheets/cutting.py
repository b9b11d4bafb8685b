"""Cutting the rows of a sheet into tables: where the headings are, and what lies below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from model.importing.cells import Cell, CellRefused, text_of
from model.importing.headings import Header, Heading, TableKind, read_header
from model.importing.tables import SheetRow, SheetTable

Row = tuple[int, Sequence[Cell | None]]
"""A row's number and its cells, empty ones as None."""

_KEPT_ABOVE = 20
_LONGEST_HEADING = 200


def tables_in(sheet: str, rows: Iterable[Row]) -> Iterator[SheetTable]:
    """The tables of a sheet: title rows above, headings that come again, blank rows and columns.

    A row with a single text belongs to the table below the headings, or to the next one when
    none has come: it may name the goal of the rows that follow.
    """
    header: Header | None = None
    headed = 0
    kept: list[SheetRow] = []
    for number, cells in rows:
        given = {at: cell for at, cell in enumerate(cells) if cell is not None}
        filled = {at: cell for at, cell in given.items() if not _is_blank(cell)}
        if not filled:
            continue
        found = read_header(_texts(filled)) if len(filled) > 1 else None
        if found is None:
            kept.append(_row(number, filled, header))
            if header is None:
                kept = [row for row in kept if row.alone][-_KEPT_ABOVE:]
        elif header is None or _differs(found, header):
            if header is not None:
                own, kept = _parted(kept)
                yield SheetTable(sheet, header, tuple(own), headed)
            header, headed = found, number
    if header is not None:
        yield SheetTable(sheet, header, tuple(kept), headed)


def _parted(rows: list[SheetRow]) -> tuple[list[SheetRow], list[SheetRow]]:
    """The rows of a table, and those with a single text at its end: they stand above the next."""
    end = len(rows)
    while end and rows[end - 1].alone:
        end -= 1
    return rows[:end], rows[end:]


def _differs(found: Header, header: Header) -> bool:
    """Whether a header row begins another table, and is not the same headings once more.

    A budget has several tables with the same headings, each with its own sums.
    """
    if found.kind is TableKind.BUDGET:
        return True
    return found.kind is not header.kind or found.columns != header.columns


def _row(number: int, filled: dict[int, Cell], header: Header | None) -> SheetRow:
    columns = header.columns if header is not None else {}
    known = {columns[at]: cell for at, cell in filled.items() if at in columns}
    if header is not None and header.tertial and len(known) > 1:
        known.setdefault(Heading.TERTIAL, header.tertial)
    alone = next(iter(filled.values())) if len(filled) == 1 else ""
    figures = tuple(filled.get(at) for at, each in columns.items() if each is Heading.AMOUNT)
    return SheetRow(number, known, alone if isinstance(alone, str) else "", figures)


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()


def _texts(filled: dict[int, Cell]) -> list[str]:
    """A row as headings would stand in it; what is too long, or no text, is none."""
    texts = [""] * (max(filled) + 1)
    for at, cell in filled.items():
        try:
            text = text_of(cell)
        except CellRefused:
            continue
        texts[at] = text if len(text) <= _LONGEST_HEADING else ""
    return texts
