"""Delimited text (.csv): whichever sign stands between the cells, whichever encoding."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from model.importing.headings import read_header
from model.swedish.delimited import without_guard
from sync.spreadsheets.cutting import Row
from sync.spreadsheets.errors import NotASpreadsheet, SpreadsheetTooLarge
from sync.spreadsheets.workbook import MAX_COLUMNS, MAX_ROWS

_DELIMITERS = ";\t,"
_TRIED_ROWS = 60
_FIELD_LIMIT = 400_000
"""Letters in a cell; the longest text of a plan is 100,000."""


def rows_of(path: Path, content: bytes) -> Iterator[Row]:
    """The rows of a text file; each has the number of its first line. Raises `SpreadsheetError`."""
    text = _decoded(path, content)
    delimiter = max(_DELIMITERS, key=lambda sign: _recognised(text, sign))
    filled = 0
    try:
        for number, cells in _records(text, delimiter):
            filled += 1
            if filled > MAX_ROWS:
                raise SpreadsheetTooLarge(path, f"den har fler än {MAX_ROWS} rader")
            yield number, [without_guard(cell) or None for cell in cells[:MAX_COLUMNS]]
    except csv.Error as error:
        raise NotASpreadsheet(path, "har citattecken eller celler som inte går ihop") from error


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    before = csv.field_size_limit(_FIELD_LIMIT)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        first = 1
        for cells in reader:
            yield first, cells
            first = reader.line_num + 1
    finally:
        csv.field_size_limit(before)


def _recognised(text: str, delimiter: str) -> int:
    """How many columns of the best header row are understood with this sign between cells."""
    best = 0
    try:
        for _, (_, cells) in zip(range(_TRIED_ROWS), _records(text, delimiter), strict=False):
            header = read_header(cells[:MAX_COLUMNS])
            best = max(best, len(header.columns) if header is not None else 0)
    except csv.Error:
        return best
    return best


def _decoded(path: Path, content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 with a mark, or the encoding of older Excel."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text or content.startswith(codecs.BOM_UTF8):
            return text
    raise NotASpreadsheet(path, "är ingen text som går att läsa")
