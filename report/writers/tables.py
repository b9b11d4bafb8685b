"""The writers of tables of data, chosen by the name's suffix."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

from report.data import DataTable
from report.errors import UnknownSuffix

TableWriter = Callable[[DataTable, BinaryIO], None]
"""Writes a whole table; the same table gives the same bytes."""

_WRITERS = {
    ".xlsx": "report.writers.excel",
    ".csv": "report.writers.delimited",
    ".json": "report.writers.records",
}
"""Each module has a function `write`; it is imported when its kind of file is asked for."""


def table_suffixes() -> tuple[str, ...]:
    """The endings of file names that have a writer, with their dots."""
    return tuple(_WRITERS)


def table_writer_for(path: Path) -> TableWriter:
    """The writer for a file name, whatever the case of its ending. Raises `UnknownSuffix`."""
    suffix = path.suffix.lower()
    if suffix not in _WRITERS:
        raise UnknownSuffix(path, table_suffixes())
    return cast("TableWriter", import_module(_WRITERS[suffix]).write)
