"""The empty workbook: filled in and brought back, it gives the right thing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from model.importing.context import Wishes
from model.importing.headings import read_header
from model.importing.outcome import Verdict
from model.importing.taking_in import take_in
from model.plan.budget import BudgetLine, BudgetTable
from model.plan.entities import Activity, Measure
from model.plan.plan import Plan
from model.plan.vocabulary import Role, StatusValue
from report.template import template
from report.writers.excel import write_book
from sync.spreadsheets.reading import read_spreadsheet
from tests.model.actions.editing import editing
from tests.model.building import BUSINESS, COUNCIL, KITCHEN, SICKNESS, T1, day, goal_id, plan

pytestmark = pytest.mark.filterwarnings("ignore::EncodingWarning")
"""openpyxl names no encoding for the temporary files that it writes ASCII to."""


def form(path: Path, town: Plan, *, is_central: bool) -> Path:
    """The form of the municipality as a file."""
    sheets = template(town, 2024, is_central=is_central, as_of=day("2024-04-23"))
    with path.open("wb") as stream:
        write_book(sheets, stream, is_form=True)
    return path


def fill_in(path: Path, sheet: str, **values: str | date) -> None:
    """Fill in the first row below the headings, as somebody does in a spreadsheet program.

    They are in the first row, or below the name of a table.
    """
    book = openpyxl.load_workbook(path)
    top = 1 if book[sheet].cell(1, 2).value else 2
    columns = [str(cell.value) for cell in book[sheet][top]]
    for heading, value in values.items():
        book[sheet].cell(top + 1, columns.index(heading) + 1, value)
    book.save(path)


def test_a_unit_gets_a_sheet_for_its_activities(tmp_path: Path) -> None:
    """With goals, units and statuses to choose from, notes, and frozen headings."""
    book = openpyxl.load_workbook(form(tmp_path / "mall.xlsx", plan(), is_central=False))
    assert book.sheetnames == ["Aktiviteter", "Listor"]
    sheet = book["Aktiviteter"]
    assert sheet.freeze_panes == "A2"
    header = read_header([str(cell.value) for cell in sheet[1]])
    assert header is not None
    assert (header.unread, header.guessed) == ((), {})
    lists = {str(each.sqref).split(":")[0]: each.formula1
             for each in sheet.data_validations.dataValidation}  # fmt: skip
    assert lists["A2"] == "Listor!$A$1:$A$3"
    goals = [cell.value for cell in book["Listor"]["A"][:3]]
    assert goals[1] == "3.4.5 Förbättra näringslivsklimatet."
    assert not any(str(goal).startswith(f"{COUNCIL} ") for goal in goals)
    statuses = {cell.value for column in book["Listor"].columns for cell in column}
    assert {value.swedish for value in StatusValue} <= statuses
    assert "En tom cell ändrar ingenting" in sheet["B1"].comment.text


def test_what_is_filled_in_is_taken_in(tmp_path: Path) -> None:
    """A goal from the list, days as days, a status."""
    path = form(tmp_path / "mall.xlsx", plan(), is_central=False)
    fill_in(
        path, "Aktiviteter", Mål="3.4.5 Förbättra näringslivsklimatet.", Aktivitet="Frukostar",
        Startdatum=day("2024-02-01"), Slutdatum="30/9", Status="Försenad", Ansvarig="Eva Ek",
    )  # fmt: skip
    edit = editing()
    preview = take_in(edit, read_spreadsheet(path), Wishes(year=2024, tertial=T1, unit=KITCHEN))
    assert not preview.refused
    (made,) = edit.plan.of(Activity)
    assert (made.title, made.goals, str(made.period and made.period.end)) == (
        "Frukostar",
        (goal_id(BUSINESS),),
        "2024-09-30",
    )
    told = edit.plan.status_of(made.id, KITCHEN, T1)
    assert told is not None
    assert told.standing is not None
    assert told.standing.value is StatusValue.DELAYED


def test_the_centre_gets_sheets_for_goals_measures_and_budget_too(tmp_path: Path) -> None:
    """All of which are read, whichever are filled in."""
    path = form(tmp_path / "mall.xlsx", plan(), is_central=True)
    assert len(read_spreadsheet(path)) == 5
    fill_in(path, "Mått", Mått="Sjukfrånvaro", Enhet="%", Organisation="Kostenheten", Värde="9,1",
            Mål=SICKNESS, **{"Per datum": day("2024-03-31")})  # fmt: skip
    fill_in(path, "Mål och bedömning", Målnummer=BUSINESS, Bedömning="Delvis uppfyllt",
            Motivering="Två av tre.")  # fmt: skip
    fill_in(path, "Ramfördelning per avdelning", Ramfördelning="Stab",
            **{"Budget 2023": "71,7", "Prognos 2023": "73,5", "Budget 2024": "81,7"})  # fmt: skip
    edit = editing(role=Role.CENTRAL, units=())
    preview = take_in(edit, read_spreadsheet(path), Wishes(year=2024, tertial=T1))
    assert not preview.refused
    assert [row.unit for row in edit.plan.of(Measure)] == ["%"]
    assert edit.plan.assessment_of(goal_id(BUSINESS), T1) is not None
    assert [(table.name, table.year) for table in edit.plan.of(BudgetTable)] == [
        ("Ramfördelning per avdelning", 2024)
    ]
    assert [line.amounts for line in edit.plan.of(BudgetLine)] == [("71.7", "73.5", "81.7")]


def test_a_budget_that_is_there_keeps_its_columns(tmp_path: Path) -> None:
    """Filling the form in does not rename Prognos 23-08-31 to Prognos 2023."""
    columns = ("Budget 2023", "Prognos 23-08-31", "Budget 2024")
    table = BudgetTable(id="ramar", name="Ramfördelning per avdelning", year=2024, columns=columns)
    book = openpyxl.load_workbook(form(tmp_path / "mall.xlsx", plan(table), is_central=True))
    assert [cell.value for cell in book["Ramfördelning per avdelning"][2]][1:] == list(columns)


LONG = "Ramfördelning utifrån ett medborgarperspektiv"
SAME_START = "Ramfördelning utifrån ett medborgarnära arbetssätt, tkr"


@pytest.mark.parametrize(
    ("sheet", "name", "unit"),
    [
        ("Ramfördelning utifrån ett medbo", LONG, "miljoner kronor"),
        ("Ramfördelning utifrån ett med 2", SAME_START, "tkr"),
        ("Drift Investering", "Drift/Investering", "kkr"),
    ],
)
def test_what_is_filled_in_comes_back_into_its_table(
    tmp_path: Path, sheet: str, name: str, unit: str
) -> None:
    """However long its name is: a sheet takes 31 letters, and not all signs.

    A unit that was only told in the name is told beside it then.
    """
    columns = ("Budget 2023", "Budget 2024")
    town = plan(
        *(
            BudgetTable(id=key, key=key, name=called, year=2024, columns=columns, unit=of,
                        heading="Ramfördelning")
            for key, called, of in (
                ("a", LONG, "miljoner kronor"), ("b", SAME_START, ""),
                ("c", "Drift/Investering", "kkr"),
            )
        )
    )  # fmt: skip
    path = form(tmp_path / "mall.xlsx", town, is_central=True)
    fill_in(path, sheet, Ramfördelning="Stab", **{"Budget 2023": "71,7", "Budget 2024": "81,7"})
    edit = editing(town, role=Role.CENTRAL, units=())
    preview = take_in(edit, read_spreadsheet(path), Wishes(year=2024, tertial=T1))
    assert [row.verdict for row in preview.rows] == [
        Verdict.CHANGED if name == SAME_START else Verdict.UNCHANGED,
        Verdict.CREATED,
    ]
    assert len(edit.plan.of(BudgetTable)) == 3
    (line,) = edit.plan.of(BudgetLine)
    table = edit.plan.find(BudgetTable, line.table)
    assert table is not None
    assert (table.name, table.unit) == (name, unit)


def test_the_same_form_is_the_same_bytes(tmp_path: Path) -> None:
    """Whenever it is written, also where there are no goals yet."""
    empty = Plan()
    first = form(tmp_path / "a.xlsx", empty, is_central=True).read_bytes()
    assert form(tmp_path / "b.xlsx", empty, is_central=True).read_bytes() == first
