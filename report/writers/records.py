"""Tables as JSON for programs: one object, whose `rows` are objects by the columns' keys."""

from __future__ import annotations

import json
from typing import BinaryIO

from report.data import DataTable, Row


def write(table: DataTable, stream: BinaryIO) -> None:
    """Write a table, a line for each row; the same table gives the same bytes."""
    facts = {"title": table.title, "as_of": table.as_of.isoformat(), **table.facts}
    head = json.dumps(facts, ensure_ascii=False, indent=2)
    stream.write(f'{head[:-2]},\n  "rows": [\n'.encode())
    before = b""
    for row in table.rows():
        stream.write(before + b"    " + _record(table, row))
        before = b",\n"
    stream.write(b"\n  ]\n}\n")


def _record(table: DataTable, row: Row) -> bytes:
    """A row as an object, without what is empty."""
    record = {
        column.key: value if isinstance(value, str) else value.isoformat()
        for column, value in zip(table.columns, row, strict=True)
        if value
    }
    return json.dumps(record, ensure_ascii=False).encode()
