"""A spreadsheet file as tables of rows, whatever form it has."""

from __future__ import annotations

from pathlib import Path

from model.importing.tables import SheetTable
from sync.spreadsheets.cutting import tables_in
from sync.spreadsheets.errors import (
    SUFFIXES,
    FileUnreadable,
    NoTable,
    NotASpreadsheet,
    SpreadsheetTooLarge,
)

MAX_BYTES = 50_000_000


def read_spreadsheet(path: Path) -> tuple[SheetTable, ...]:
    """Every table of a file, in order; raises a `SpreadsheetError` that says what to do."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SpreadsheetTooLarge(path, f"högst {MAX_BYTES // 1_000_000} megabyte läses")
        tables = tuple(_tables(path))
    except OSError as error:
        raise FileUnreadable(path, error) from error
    if not tables:
        raise NoTable(path)
    return tables


def _tables(path: Path) -> list[SheetTable]:
    suffix = path.suffix.casefold()
    if suffix in (".xlsx", ".xlsm"):
        from sync.spreadsheets.workbook import sheets_of

        return [table for name, rows in sheets_of(path) for table in tables_in(name, rows)]
    if suffix in (".csv", ".txt", ".tsv"):
        from sync.spreadsheets.delimited import rows_of

        return list(tables_in("", rows_of(path, path.read_bytes())))
    if suffix == ".json":
        from sync.spreadsheets.records import rows_of as records_of

        return list(tables_in("", records_of(path, path.read_bytes())))
    raise NotASpreadsheet(path, f"slutar inte på {', '.join(SUFFIXES[:-1])} eller {SUFFIXES[-1]}")
