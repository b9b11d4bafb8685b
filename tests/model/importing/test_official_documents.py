"""The municipality's own documents as spreadsheets: taken in, the plan says what they say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from model.importing.cells import plain
from model.importing.context import Wishes
from model.importing.outcome import Preview, Verdict
from model.importing.taking_in import take_in
from model.plan.budget import BudgetLine, BudgetTable
from model.plan.calendar import Tertial
from model.plan.entities import (
    Activity,
    Goal,
    Measure,
    MeasureValue,
    Municipality,
    OrganisationUnit,
)
from model.plan.identifiers import CENTRAL
from model.plan.plan import Plan
from model.plan.vocabulary import GoalLevel, OrganisationLevel, Role
from model.swedish.sorting import sort_key
from model.workspace.edit import Edit
from sync.spreadsheets.reading import read_spreadsheet
from tests.model.actions.editing import editing
from tests.report.official import facts

Facts = dict[str, Any]
Line = tuple[str | date | float | None, ...]
T1_2023, T3_2023 = Tertial(2023, 1), Tertial(2023, 3)


def town() -> Plan:
    """The municipality with its departments, before any goals."""
    departments = facts("plan-2024")["departments"]
    whole = OrganisationUnit(
        id="ks", key="ks", name="Kommunstyrelsen", level=OrganisationLevel.ADMINISTRATION
    )
    return Plan(
        [
            Municipality(id="ange", key="ange", name="Ånge kommun"),
            whole,
            *(
                OrganisationUnit(
                    id=row["name"], key=plain(row["name"]), name=row["name"], parent="ks",
                    aliases=(row["name_in_measures"],), level=OrganisationLevel.DEPARTMENT,
                )
                for row in departments
            ),
        ]
    )  # fmt: skip


def book(path: Path, **sheets: Iterable[Line]) -> Path:
    """A workbook as somebody would make it: days as days, figures as figures."""
    with xlsxwriter.Workbook(path) as made:
        day = made.add_format({"num_format": "yyyy-mm-dd"})
        for name, lines in sheets.items():
            sheet = made.add_worksheet(name)
            for at, line in enumerate(lines):
                for column, value in enumerate(line):
                    if isinstance(value, date):
                        sheet.write_datetime(at, column, value, day)
                    elif value is not None:
                        sheet.write(at, column, value)
    return path


def take(edit: Edit, path: Path, wishes: Wishes) -> Preview:
    """Take a workbook in, and again: the second time nothing changes."""
    tables = read_spreadsheet(path)
    preview = take_in(edit, tables, wishes)
    assert [(row.row, row.reason) for row in preview.refused] == []
    written = len(edit.entries)
    again = take_in(edit, tables, wishes)
    assert {row.verdict for row in again.rows} == {Verdict.UNCHANGED}
    assert len(edit.entries) == written
    return preview


@pytest.fixture
def edit() -> Edit:
    """The centre takes documents in."""
    return editing(town(), role=Role.CENTRAL, units=())


def _plan_of_2024(folder: Path, plan: Facts, goals: list[Facts]) -> Path:
    """Measures first, goals last: the order of the sheets makes no difference."""
    day = date.fromisoformat
    return book(
        folder / "plan-2024.xlsx",
        Mått=[
            ("Mått", "Enhet", "Organisation", "Del av", "Mål", "Utfall (per 2023-09-30)"),
            *(
                (row["name"], row["unit"], row["organisation"], row["parent"], row["goal"],
                 float(row["value"]))
                for row in plan["measures"]
            ),
        ],
        Aktiviteter=[
            ("Verksamhetsplan 2024",),
            (),
            ("Mål", "Verksamhetens aktiviteter", "Startdatum", "Slutdatum", "Beskrivning"),
            *(
                (row["goal"], row["title"], day(row["start"]), day(row["end"]),
                 f"Om {row['title']}" if row["described"] else None)
                for row in plan["activities"]
            ),
        ],
        Mål=[
            ("Nr", "Mål", "Nivå"),
            *(
                (row["number"], row["text"],
                 "Verksamhetsmål" if row in plan["efficiency_goals"] else None)
                for row in goals
            ),
        ],
    )  # fmt: skip


def test_the_plan_of_2024(edit: Edit, tmp_path: Path) -> None:
    """Goals by their numbers, activities with their days, and measures of sickness absence."""
    plan = facts("plan-2024")
    goals = [*plan["council_goals"], *plan["board_goals"], *plan["efficiency_goals"]]
    take(edit, _plan_of_2024(tmp_path, plan, goals), Wishes(year=2024))
    found = edit.plan.goals(2024)
    goals.sort(key=lambda row: sort_key(row["number"]))
    assert [(goal.number, goal.text) for goal in found] == [
        (row["number"], row["text"]) for row in goals
    ]
    numbers = {goal.id: goal.number for goal in found}
    assert [numbers.get(goal.parent or "") for goal in found] == [
        row.get("parent") for row in goals
    ]
    assert [goal.level for goal in found if goal.number == "4.1"] == [GoalLevel.EFFICIENCY]
    activities = sorted(edit.plan.of(Activity), key=lambda each: each.order)
    assert [
        (numbers[row.goals[0]], row.title, str(row.period and row.period.start),
         str(row.period and row.period.end), bool(row.description))
        for row in activities
    ] == [
        (row["goal"], " ".join(row["title"].split()), row["start"], row["end"], row["described"])
        for row in plan["activities"]
    ]  # fmt: skip
    measures = {row.id: row for row in edit.plan.of(Measure)}
    assert sorted(
        (measures[row.measure].organisation or "", row.outcome.value, str(row.as_of))
        for row in edit.plan.of(MeasureValue)
        if row.outcome is not None
    ) == sorted(
        (_unit(edit.plan, row["organisation"]), row["value"], row["as_of"])
        for row in plan["measures"]
    )


def _unit(plan: Plan, name: str) -> str:
    return next(unit.id for unit in plan.of(OrganisationUnit) if name in (unit.name, *unit.aliases))


_CAPTIONS = {
    "perspective": "Ramfördelning utifrån ett medborgarperspektiv (miljoner kronor)",
    "department": "Ramfördelning per avdelning (miljoner kronor)",
}


@pytest.mark.parametrize("is_text", [False, True])
def test_the_budget_of_2024(edit: Edit, tmp_path: Path, *, is_text: bool) -> None:
    """Both groupings below each other: figures cell by cell, sums beside and not among them."""
    tables = facts("budget-2024")["tables"]

    def shown(amount: str) -> str | float:
        return amount.replace("-", "\u2212").replace(".", ",") if is_text else float(amount)

    lines: list[Line] = [("5 Kommunstyrelsens budget",), ()]
    for table in tables:
        lines += [
            (_CAPTIONS[table["key"]],),
            tuple(table["columns"]),
            *((row["name"], *map(shown, row["amounts"])) for row in table["rows"]),
            ("Summa", *map(shown, table["printed_sums"])),
            (),
        ]
    preview = take(edit, book(tmp_path / "budget.xlsx", Budget=lines), Wishes(year=2024))
    made = sorted(edit.plan.of(BudgetTable), key=lambda each: each.order)
    kept = sorted(edit.plan.of(BudgetLine), key=lambda each: each.order)
    assert [
        {
            "columns": [table.heading, *table.columns],
            "rows": [
                {"name": row.name, "amounts": list(row.amounts)}
                for row in kept
                if row.table == table.id
            ],
            "printed_sums": list(table.printed_sums),
        }
        for table in made
    ] == [{key: table[key] for key in ("columns", "rows", "printed_sums")} for table in tables]
    assert {table.unit for table in made} == {"miljoner kronor"}
    notes = [note for row in preview.rows for note in row.notes]
    assert [note.partition(".")[0] for note in notes] == [
        "Budget 2024: raderna blir 707,8, men 707,7 står som summa",
        "Budget 2023: raderna blir 675,5, men 675,6 står som summa",
    ]


def test_the_reconciliation_of_the_first_tertial_of_2023(edit: Edit, tmp_path: Path) -> None:
    """A comment for each development goal, and the names of the measures."""
    goals = facts("reconciliation-2023-t1")["goals"]
    comments = {
        f"{row['number']}.{at}": (text, "\n".join(f"Stycke {n}." for n in range(1, parts + 1)))
        for row in goals
        for at, (text, parts) in enumerate(row["development_goals"], 1)
    }
    path = book(
        tmp_path / "avstämning.xlsx",
        Mål=[
            ("Nummer", "Utvecklingsmål", "Kommentar"),
            *((row["number"], row["title"], None) for row in goals),
            *((number, *said) for number, said in comments.items()),
        ],
        Mått=[
            ("Mål", "Mått"),
            *((row["number"], measure) for row in goals for measure in row["measures"]),
        ],
    )
    take(edit, path, Wishes(year=2023, tertial=T1_2023))
    found = edit.plan.goals(2023)
    council = [goal for goal in found if goal.level is GoalLevel.COUNCIL]
    assert [(goal.number, goal.text) for goal in council] == [
        (row["number"], row["title"]) for row in goals
    ]
    assert len(council) == 15
    assert {
        goal.number: (goal.text, _comment(edit.plan, goal, T1_2023))
        for goal in found
        if goal.level is GoalLevel.BOARD
    } == comments
    numbers = {goal.id: goal.number for goal in found}
    assert [(numbers[row.goal or ""], row.name) for row in _measures(edit.plan)] == [
        pair
        for row in goals
        for pair in dict.fromkeys((row["number"], measure) for measure in row["measures"])
    ]


def _measures(plan: Plan) -> list[Measure]:
    return sorted(plan.of(Measure), key=lambda row: row.order)


def _comment(plan: Plan, goal: Goal, tertial: Tertial) -> str:
    said = plan.assessment_of(goal.id, tertial)
    return said.comment if said is not None else ""


def test_the_full_year_report_of_2023(edit: Edit, tmp_path: Path) -> None:
    """As the document has it: each goal above its table, the headings again in every table."""
    report = facts("report-2023-t3")
    council = report["council_goals"]
    board = [goal for row in council for goal in row["board_goals"]]
    lines: list[Line] = []
    for goal in board:
        lines += [(f"{goal['number']} {goal['text']}",), ()]
        lines += [("Verksamhetens aktiviteter", "Status", "Slutdatum", "Kommentar")]
        lines += [
            (row["title"], row["status"], row["end"], f"Om {row['title']}")
            for row in goal["activities"]
        ]
    path = book(
        tmp_path / "rapport.xlsx",
        Mål=[
            ("Nummer", "Mål", "Bedömning", "Sammanfattning"),
            *((row["number"], row["text"], None, None) for row in council),
            *(
                (goal["number"], goal["text"], goal["assessment"], f"Om {goal['number']}")
                for goal in board
            ),
        ],
        Aktiviteter=lines,
    )
    take(edit, path, Wishes(year=2023, tertial=T3_2023))
    found = {goal.number: goal for goal in edit.plan.goals(2023)}
    assert {number: goal.text for number, goal in found.items()} == {
        row["number"]: row["text"] for row in [*council, *board]
    }
    assert {
        number: (said.decided.level.swedish, said.summary)
        for number, goal in found.items()
        if (said := edit.plan.assessment_of(goal.id, T3_2023)) is not None
        and said.decided is not None
    } == {goal["number"]: (goal["assessment"], f"Om {goal['number']}") for goal in board}
    for goal in board:
        here = [row for row in edit.plan.of(Activity) if found[goal["number"]].id in row.goals]
        assert sorted(_printed(edit.plan, row) for row in here) == sorted(
            (row["title"], row["status"], row["end"], f"Om {row['title']}")
            for row in goal["activities"]
        )
    titles = [row["title"] for goal in board for row in goal["activities"]]
    assert len(edit.plan.of(Activity)) == len(set(titles)) < len(titles)


def _printed(plan: Plan, row: Activity) -> tuple[str, str, str, str]:
    status = plan.status_of(row.id, CENTRAL, T3_2023)
    assert status is not None
    assert status.standing is not None
    assert row.period is not None
    return row.title, status.standing.value.swedish, str(row.period.end), status.comment
