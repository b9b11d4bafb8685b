"""The compilation as JSON, read back: a list of records, under `rows` or alone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import msgspec

from model.importing.cells import Cell
from sync.spreadsheets.cutting import Row
from sync.spreadsheets.errors import NotASpreadsheet, SpreadsheetTooLarge
from sync.spreadsheets.workbook import MAX_ROWS

_Value = str | int | float | bool | None
_Record = dict[str, _Value]


class _File(msgspec.Struct):
    """What the file must have; the rest tells people what it is."""

    rows: list[_Record]


def rows_of(path: Path, content: bytes) -> Iterator[Row]:
    """A row of headings, then one row for each record. Raises a `SpreadsheetError`."""
    try:
        records = msgspec.json.decode(content, type=_File | list[_Record])
    except (msgspec.DecodeError, RecursionError) as error:
        raise NotASpreadsheet(path, "har ingen lista med poster som går att läsa") from error
    found = records.rows if isinstance(records, _File) else records
    if len(found) > MAX_ROWS:
        raise SpreadsheetTooLarge(path, f"den har fler än {MAX_ROWS} rader")
    headings = list(dict.fromkeys(key for record in found for key in record))
    yield 0, headings
    for number, record in enumerate(found, start=1):
        yield number, [_cell(record.get(key)) for key in headings]


def _cell(value: _Value) -> Cell | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return Decimal(str(value))
    return str(value) if value else None
