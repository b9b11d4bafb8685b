"""Tables of data as files: safe to open, easy to use, and read back by what other programs read."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from report.data import Column, DataTable, Sort
from report.errors import MissingFolder, UnknownSuffix
from report.export import write_table
from report.writers.tables import table_suffixes

COLUMNS = (
    Column(key="goal", heading="Mål", choices=("3.1", "3.10")),
    Column(key="title", heading="Aktivitet", sort=Sort.TEXT, width=30, note="Kort."),
    Column(key="end", heading="Slutdatum", sort=Sort.DAY),
    Column(key="id", heading="Id", is_technical=True),
)
ROWS = (
    ("3.10", '=HYPERLINK("http://x")', date(2024, 9, 30), "a1"),
    ("3.1", 'Råd & "möte";\nsedan <b>kaffe</b> 😀', None, ""),
    ("", "https://exempel.se", date(1899, 12, 31), None),
)
TABLE = DataTable(
    name="Plan",
    title="Plan & mål 2024",
    as_of=date(2024, 4, 30),
    columns=COLUMNS,
    rows=lambda: ROWS,
    facts={"year": "2024"},
)


@pytest.fixture
def book(tmp_path: Path) -> Any:  # noqa: ANN401  openpyxl's sheets have no types to speak of
    """The table as a workbook, read by another library than the one that wrote it."""
    path = tmp_path / "plan.xlsx"
    write_table(TABLE, path)
    return openpyxl.load_workbook(path)


def test_in_excel_days_are_days_and_texts_are_texts(book: Any) -> None:  # noqa: ANN401
    """Also those that look like numbers, links or formulas; days that Excel has not are texts."""
    sheet = book["Plan"]
    assert [[cell.value for cell in row] for row in sheet["A2:B4"]] == [
        ["3.10", ROWS[0][1]],
        ["3.1", ROWS[1][1]],
        [None, "https://exempel.se"],
    ]
    assert [sheet[name].value for name in ("C3", "C4", "D2", "D3")] == [
        None,
        "1899-12-31",
        "a1",
        None,
    ]
    assert sheet["C2"].value.date() == date(2024, 9, 30)
    assert {cell.data_type for row in sheet["A2:B3"] for cell in row} == {"s"}
    assert not sheet._hyperlinks  # noqa: SLF001  openpyxl has no other word for them


def test_a_workbook_is_easy_to_use(book: Any) -> None:  # noqa: ANN401
    """Frozen headings with filters, widths, lists to choose from, headings again on each page."""
    sheet = book["Plan"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == (
        "A2",
        "A1:D4",
        "$1:$1",
    )
    assert sheet.column_dimensions["B"].width > 29
    assert sheet.column_dimensions["D"].hidden
    assert [each.formula1 for each in sheet.data_validations.dataValidation] == ["Listor!$A$1:$A$2"]
    assert [cell.value for cell in book["Listor"]["A"]] == ["3.1", "3.10"]
    assert book["Listor"].sheet_state == "hidden"
    assert sheet["B1"].comment.text.endswith("Kort.")
    assert book.properties.title == "Plan & mål 2024"
    assert sheet.row_dimensions[3].height > sheet.row_dimensions[2].height


def test_delimited_text_opens_in_swedish_excel(tmp_path: Path) -> None:
    """Semicolons, a mark for UTF-8, every cell quoted, and nothing that begins like a formula."""
    path = tmp_path / "plan.csv"
    write_table(TABLE, path)
    content = path.read_bytes()
    assert content.startswith('\ufeff"Mål";"Aktivitet"'.encode())
    assert content.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[1] == ["3.10", '\'=HYPERLINK("http://x")', "2024-09-30", "a1"]
    assert rows[2][1] == ROWS[1][1]


def test_json_says_what_it_is(tmp_path: Path) -> None:
    """Facts first, then the rows; what is empty is left out."""
    path = tmp_path / "plan.json"
    write_table(TABLE, path)
    found = json.loads(path.read_text(encoding="utf-8"))
    assert (found["title"], found["as_of"], found["year"]) == (
        "Plan & mål 2024",
        "2024-04-30",
        "2024",
    )
    assert found["rows"][0] == {
        "goal": "3.10",
        "title": ROWS[0][1],
        "end": "2024-09-30",
        "id": "a1",
    }
    assert found["rows"][1] == {"goal": "3.1", "title": ROWS[1][1]}


def test_other_forms_and_folders_that_are_not_there(tmp_path: Path) -> None:
    """The forms of tables are not those of documents."""
    assert table_suffixes() == (".xlsx", ".csv", ".json")
    with pytest.raises(UnknownSuffix, match=r"\.xlsx, \.csv eller \.json"):
        write_table(TABLE, tmp_path / "plan.docx")
    with pytest.raises(MissingFolder):
        write_table(TABLE, tmp_path / "finns" / "inte.csv")
    assert list(tmp_path.iterdir()) == []
