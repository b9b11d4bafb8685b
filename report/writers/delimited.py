"""Tables as delimited text (.csv) that Excel in Swedish opens as it is: semicolon, UTF-8 with mark.

Every cell is quoted, lines end as on Windows, and no cell begins like a formula.
"""

from __future__ import annotations

import csv
import io
from typing import BinaryIO

from model.swedish.delimited import guarded
from report.data import DataTable, Value


def write(table: DataTable, stream: BinaryIO) -> None:
    """Write a table; the same table gives the same bytes."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    lines = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    lines.writerow([column.heading for column in table.columns])
    for row in table.rows():
        lines.writerow([_cell(value) for value in row])
    text.detach()


def _cell(value: Value) -> str:
    if not value:
        return ""
    return guarded(value if isinstance(value, str) else value.isoformat())
