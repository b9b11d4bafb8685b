"""Workbooks (.xlsx), a row at a time and never more than a bounded part of what a file claims."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from typing import Protocol, cast
from warnings import catch_warnings, simplefilter
from xml.etree.ElementTree import ParseError

from model.importing.cells import Cell, Unusable
from sync.spreadsheets.cutting import Row
from sync.spreadsheets.errors import NotASpreadsheet, SpreadsheetTooLarge

MAX_UNPACKED = 300_000_000
"""Bytes that a workbook may unpack to; 25,000 activities take about 60 million."""
MAX_ROWS = 200_000
MAX_COLUMNS = 100
_MAX_PARTS = 2_000
_MAX_GAP = 5_000
"""Blank rows after which a sheet is over, wherever it claims to end."""

_BROKEN = "är skadad eller ingen Excel-arbetsbok"
_NEVER_CALCULATED = (
    "Cellen har en formel som aldrig har räknats ut. Öppna filen i kalkylprogrammet, spara den "
    "och försök igen."
)
_OLE = b"\xd0\xcf\x11\xe0"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_OVERLAP = 40
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)
"""What openpyxl and zipfile raise on a file that is not what it claims to be."""


class _Sheet(Protocol):
    """A sheet as openpyxl reads it, a row at a time."""

    title: str
    sheet_state: str

    def reset_dimensions(self) -> None:
        """Forget how far the file says that the sheet reaches."""

    def iter_rows(self, *, max_col: int) -> Iterator[tuple[_Read, ...]]:
        """The rows, each of so many cells; rows that are not there as blank ones."""


class _Read(Protocol):
    """A cell as openpyxl reads it."""

    @property
    def value(self) -> object:
        """What it holds, converted."""

    @property
    def data_type(self) -> str:
        """What sort of value the file says that it is."""

    @property
    def number_format(self) -> str:
        """How a number is shown."""


def sheets_of(path: Path) -> Iterator[tuple[str, Iterator[Row]]]:
    """The visible sheets by name, each with its rows; read each before asking for the next.

    Formulas give the value that was calculated last. Raises a `SpreadsheetError`, also while
    rows are read; an `OSError` is the caller's.
    """
    _check_package(path)
    try:
        has_formulas = _has_formulas(path)
    except _DAMAGED as error:
        raise NotASpreadsheet(path, _BROKEN) from error
    with ExitStack() as opened:
        opened.enter_context(catch_warnings())
        simplefilter("ignore")
        values = _opened(path, opened, data_only=True)
        formulas = _opened(path, opened, data_only=False) if has_formulas else []
        for sheet, beside in zip_longest(values, formulas):
            if sheet.sheet_state == "visible":
                yield sheet.title, _whole(path, _rows(path, sheet, beside))


def _opened(path: Path, opened: ExitStack, *, data_only: bool) -> list[_Sheet]:
    import openpyxl

    try:
        stream = opened.enter_context(path.open("rb"))
        book = openpyxl.load_workbook(stream, read_only=True, data_only=data_only, keep_links=False)
    except _DAMAGED as error:
        raise NotASpreadsheet(path, _BROKEN) from error
    opened.callback(book.close)
    sheets = cast("list[_Sheet]", book.worksheets)
    return [sheet for sheet in sheets if hasattr(sheet, "reset_dimensions")]


def _whole(path: Path, rows: Iterator[Row]) -> Iterator[Row]:
    """The rows, with what a damaged file makes openpyxl raise in words."""
    try:
        yield from rows
    except _DAMAGED as error:
        raise NotASpreadsheet(path, _BROKEN) from error


def _rows(path: Path, sheet: _Sheet, formulas: _Sheet | None) -> Iterator[Row]:
    filled = gap = 0
    for number, (row, beside) in enumerate(_paired(sheet, formulas), start=1):
        cells = [
            None if cell.value is None and formula is None else _cell(cell, formula)
            for cell, formula in zip_longest(row, beside)
        ]
        if all(cell is None for cell in cells):
            gap += 1
            if gap > _MAX_GAP:
                return
            continue
        gap, filled = 0, filled + 1
        if filled > MAX_ROWS:
            raise SpreadsheetTooLarge(path, f"den har fler än {MAX_ROWS} rader")
        yield number, cells


def _paired(
    sheet: _Sheet, formulas: _Sheet | None
) -> Iterator[tuple[tuple[_Read, ...], tuple[_Read, ...]]]:
    """Each row of values with the same row of formulas, where the workbook has any."""
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_col=MAX_COLUMNS)
    if formulas is None:
        for row in rows:
            yield row, ()
    else:
        formulas.reset_dimensions()
        yield from zip(rows, formulas.iter_rows(max_col=MAX_COLUMNS), strict=True)


def _cell(cell: _Read, formula: _Read | None) -> Cell | None:
    """A cell's value as the importer takes it."""
    value = cell.value
    if value is None:
        never = formula is not None and formula.data_type == "f" and cell.data_type != "str"
        return Unusable(_NEVER_CALCULATED) if never else None
    if isinstance(value, time | timedelta):
        return Unusable("Cellen innehåller ett klockslag. Skriv ett datum eller en text.")
    if cell.data_type == "e":
        return Unusable(f"Cellen visar felet {value}. Rätta formeln eller skriv ett värde.")
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value, is_percent="%" in cell.number_format)
    return value if isinstance(value, bool) else _ESCAPED.sub(_unescaped, str(value))


def _unescaped(match: re.Match[str]) -> str:
    """The character that a workbook writes as its number; half of one is left as it stands."""
    letter = chr(int(match[1], 16))
    return match[0] if "\ud800" <= letter <= "\udfff" else letter


def _number(value: float, *, is_percent: bool) -> Cell:
    """A number as it is shown: Excel keeps 9,11 % as 0.0911."""
    number = Decimal(repr(value))
    if is_percent and number.is_finite():
        number = (number * 100).normalize()
    if not number.is_finite():
        return Unusable("Cellen innehåller inget tal som går att läsa.")
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def _check_package(path: Path) -> None:
    """Refuse what is no package, and one that unpacks to more than is ever read."""
    with path.open("rb") as stream:
        if stream.read(len(_OLE)) == _OLE:
            raise NotASpreadsheet(path, "är lösenordsskyddad eller i ett äldre Excel-format")
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
    except zipfile.BadZipFile as error:
        raise NotASpreadsheet(path, _BROKEN) from error
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise SpreadsheetTooLarge(path, "den packas upp till mer än vad en plan behöver")


def _has_formulas(path: Path) -> bool:
    """Whether any sheet has a formula: only then is the workbook read for them, too."""
    with zipfile.ZipFile(path) as package:
        for part in package.infolist():
            if part.filename.startswith("xl/worksheets/") and _has_formula(package, part):
                return True
    return False


def _has_formula(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    before = b""
    with package.open(part) as stream:
        while piece := stream.read(1 << 20):
            if _FORMULA.search(before + piece):
                return True
            before = piece[-_OVERLAP:]
    return False
