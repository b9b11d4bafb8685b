"""Delimited text from Excel, from other systems, and from the compilation itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.importing.headings import Heading
from model.importing.tables import SheetRow
from sync.spreadsheets import delimited
from sync.spreadsheets.errors import NotASpreadsheet, SpreadsheetTooLarge
from sync.spreadsheets.reading import read_spreadsheet

ROWS = (("Mål", "Aktivitet", "Slutdatum"), ("3.4.5", "Frukostar, kaffe; te", "2024-09-30"))


def read(path: Path, content: bytes) -> tuple[SheetRow, ...]:
    """The rows of a file with one table."""
    path.write_bytes(content)
    (table,) = read_spreadsheet(path)
    return table.rows


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_whichever_sign_and_whichever_encoding(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    """Found out from the headings."""
    lines = (delimiter.join(f'"{cell}"' for cell in row) for row in ROWS)
    (row,) = read(tmp_path / "plan.csv", "\r\n".join(lines).encode(encoding))
    assert row.cells == dict(zip((Heading.GOAL, Heading.TITLE, Heading.END), ROWS[1], strict=True))


def test_rows_have_the_number_of_their_first_line(tmp_path: Path) -> None:
    """Also where texts have several lines, and the file's own hint stands first."""
    content = 'sep=;\nAktivitet;Beskrivning\n"Ett";"två\nrader"\nTvå;x\n'
    _, first, second = read(tmp_path / "plan.csv", content.encode())
    assert (first.number, second.number) == (3, 5)
    assert first.cells[Heading.DESCRIPTION] == "två\nrader"


def test_the_apostrophe_before_a_formula_is_taken_off(tmp_path: Path) -> None:
    """It was put there when the file was written."""
    (row,) = read(tmp_path / "plan.csv", b"Aktivitet;Beskrivning\n'=1+1;'citat'\n")
    assert row.cells == {Heading.TITLE: "=1+1", Heading.DESCRIPTION: "'citat'"}


def test_too_long_a_cell_and_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused, however they came about."""
    with pytest.raises(NotASpreadsheet):
        read(tmp_path / "plan.csv", b"Aktivitet;Slutdatum\n" + b"x" * 500_000)
    monkeypatch.setattr(delimited, "MAX_ROWS", 2)
    with pytest.raises(SpreadsheetTooLarge):
        read(tmp_path / "plan.csv", b"Aktivitet;Slutdatum\n" + b"x;y\n" * 2)


def test_records_from_json(tmp_path: Path) -> None:
    """By our names for the columns; the order and what else there is make no difference."""
    content = (
        '{"format": "x", "rows": [{"title": "Ett", "goal": "3.1"}, {"end": "30/9", "x": null}]}'
    )
    path = tmp_path / "plan.json"
    path.write_text(content, encoding="utf-8")
    (table,) = read_spreadsheet(path)
    assert [row.cells for row in table.rows] == [
        {Heading.TITLE: "Ett", Heading.GOAL: "3.1"},
        {Heading.END: "30/9"},
    ]
