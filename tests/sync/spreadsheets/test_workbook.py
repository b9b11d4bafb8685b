"""Workbooks as people send them, and as nobody should."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from model.importing.cells import Unusable
from model.importing.headings import Heading, TableKind
from model.importing.tables import SheetTable
from sync.spreadsheets import workbook
from sync.spreadsheets.errors import (
    FileUnreadable,
    NoTable,
    NotASpreadsheet,
    SpreadsheetError,
    SpreadsheetTooLarge,
)
from sync.spreadsheets.reading import read_spreadsheet

pytestmark = pytest.mark.filterwarnings("ignore::EncodingWarning")
"""openpyxl names no encoding for the temporary files that it writes ASCII to."""

Fill = Callable[[Worksheet], None]


def book(path: Path, fill: Fill) -> Path:
    """A workbook with one sheet."""
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Plan"
    fill(sheet)
    made.save(path)
    return path


def read(path: Path) -> SheetTable:
    """The one table that a file has."""
    (table,) = read_spreadsheet(path)
    return table


def test_a_sheet_with_titles_merged_cells_and_blank_columns(tmp_path: Path) -> None:
    """Rows have the numbers that the spreadsheet program shows."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["Verksamhetsplan 2024"])
        sheet.merge_cells("A1:F1")
        sheet.append([])
        sheet.append(["Aktivitet", "Slutdatum", "Mål", None, None])
        sheet.append(["Frukostar", date(2024, 9, 30), 3.1])
        sheet.append([])
        sheet.append(["Mässa", datetime(2024, 10, 1, 12), "3.10"])  # noqa: DTZ001  as Excel has it
        sheet.column_dimensions["Z"].width = 40

    table = read(book(tmp_path / "plan.xlsx", fill))
    assert (table.sheet, table.kind) == ("Plan", TableKind.ACTIVITIES)
    title, first, second = table.rows
    assert (title.alone, first.number, second.number) == ("Verksamhetsplan 2024", 4, 6)
    assert first.cells[Heading.END] == date(2024, 9, 30)
    assert str(first.cells[Heading.GOAL]) == "3.1"
    assert second.cells == {
        Heading.TITLE: "Mässa",
        Heading.END: date(2024, 10, 1),
        Heading.GOAL: "3.10",
    }


def test_formulas_that_were_never_calculated_are_refused_in_words(tmp_path: Path) -> None:
    """The others of the row are read all the same; errors and times of day are no values."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["Aktivitet", "Slutdatum", "Kommentar", "Beskrivning"])
        sheet.append(["Frukostar", "=TODAY()", "#N/A", time(12)])
        sheet.cell(2, 3).data_type = "e"

    (row,) = read(book(tmp_path / "plan.xlsx", fill)).rows
    assert row.cells[Heading.TITLE] == "Frukostar"
    reasons = [cell.reason for cell in row.cells.values() if isinstance(cell, Unusable)]
    assert [reason.split(".")[0] for reason in reasons] == [
        "Cellen har en formel som aldrig har räknats ut",
        "Cellen visar felet #N/A",
        "Cellen innehåller ett klockslag",
    ]


def test_formulas_have_the_value_that_was_calculated_last(tmp_path: Path) -> None:
    """As Excel saved it; an empty text is no value and no fault."""
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet("Plan")
        sheet.write_row(0, 0, ["Aktivitet", "Mål", "Kommentar"])
        sheet.write_formula(1, 0, '="Fruk"&"ostar"', value="Frukostar")
        sheet.write_formula(1, 1, "=3+0.1", value=3.1)
        sheet.write_formula(1, 2, '="tom"', value="tom")
    _rewrite(path, b"<v>tom</v>", b"<v></v>")
    (row,) = read(path).rows
    assert {key: str(cell) for key, cell in row.cells.items()} == {
        Heading.TITLE: "Frukostar",
        Heading.GOAL: "3.1",
    }


def test_hidden_sheets_are_left_alone(tmp_path: Path) -> None:
    """Lists to choose from, and last year's rows that somebody put away."""
    path = book(tmp_path / "plan.xlsx", lambda sheet: sheet.append(["Aktivitet", "Mål"]))
    made = load_workbook(path)
    hidden = made.create_sheet("Gammalt")
    hidden.append(["Aktivitet", "Slutdatum"])
    hidden.sheet_state = "hidden"
    made.save(path)
    assert [table.sheet for table in read_spreadsheet(path)] == ["Plan"]


def _rewrite(path: Path, old: bytes, new: bytes) -> None:
    """Change something in the sheet itself."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            is_sheet = name.startswith("xl/worksheets/")
            package.writestr(name, content.replace(old, new) if is_sheet else content)


def _not_a_package(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 och sedan ingenting")


def _protected(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))


def _other_package(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("brev.txt", "Hej")


def _torn(path: Path) -> None:
    book(path, lambda sheet: sheet.append(["Aktivitet", "Slutdatum"]))
    _rewrite(path, b"</sheetData>", b"")


@pytest.mark.parametrize("make", [_not_a_package, _protected, _other_package, _torn])
def test_what_is_no_workbook_is_told(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """Damaged, protected or something else: never a traceback."""
    path = tmp_path / "plan.xlsx"
    make(path)
    with pytest.raises(NotASpreadsheet, match=r"Inget är ändrat\. Spara den som"):
        read_spreadsheet(path)


def test_a_file_that_unpacks_to_very_much_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few kilobytes that are very much when they are unpacked."""
    path = tmp_path / "plan.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", bytes(2_000_000))
    assert path.stat().st_size < 20_000
    monkeypatch.setattr(workbook, "MAX_UNPACKED", 1_000_000)
    with pytest.raises(SpreadsheetTooLarge, match="packas upp"):
        read_spreadsheet(path)


def test_a_sheet_that_claims_a_million_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies beyond a long gap is not waited for; too many rows are refused."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["Aktivitet", "Slutdatum"])
        sheet.append(["Frukostar", "30/9"])
        sheet.cell(1_048_576, 16_384, "långt borta")

    path = book(tmp_path / "plan.xlsx", fill)
    assert len(read(path).rows) == 1
    monkeypatch.setattr(workbook, "MAX_ROWS", 1)
    with pytest.raises(SpreadsheetTooLarge, match="fler än 1 rader"):
        read_spreadsheet(path)


def test_control_characters_come_back_as_they_were(tmp_path: Path) -> None:
    """Workbooks write them as numbers; half a character stays as it is written."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["Aktivitet", "Slutdatum"])
        sheet.append(["a_x000B_b_x005F_x000D_c_xD800_", "30/9"])

    (row,) = read(book(tmp_path / "plan.xlsx", fill)).rows
    assert str(row.cells[Heading.TITLE]).startswith("a\vb")
    assert str(row.cells[Heading.TITLE]).endswith("c_xD800_")


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("plan.xls", b"x", NotASpreadsheet),
        ("plan.xlsx", b"x", NotASpreadsheet),
        ("plan.csv", b"Hej;du", NoTable),
        ("plan.csv", b"\x81\x8d", NotASpreadsheet),
        ("plan.csv", b"Akt\0ivitet", NotASpreadsheet),
        ("plan.json", b"[1", NotASpreadsheet),
        ("plan.json", b'{"rows": 3}', NotASpreadsheet),
        ("plan.json", b"[" * 100_000, NotASpreadsheet),
        ("plan.json", b"[]", NoTable),
    ],
)
def test_files_that_cannot_be_read(
    tmp_path: Path, name: str, content: bytes, error: type[SpreadsheetError]
) -> None:
    """Each says that nothing has changed, and what to do."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(error, match="Inget är ändrat"):
        read_spreadsheet(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """As when a stick has been pulled out."""
    with pytest.raises(FileUnreadable, match="finns inte"):
        read_spreadsheet(tmp_path / "plan.xlsx")
