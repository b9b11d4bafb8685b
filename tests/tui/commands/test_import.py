"""Bringing a spreadsheet in, from the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tui.line_mode.prompt import Prompt

ROWS = """Mål;Aktivitet;Startdatum;Slutdatum;Status;Kommentar
3.4.5;Frukostar för företag;2024-02-01;30/9;Pågående enligt plan;Två möten hölls.
"""
BUDGET = """Ramfördelning per förvaltningsområde;;
Ramfördelning;Budget 2023;Budget 2024
Stab;71,7;-81,7
Skola;243,4;-258,4
Summa;315,1;-340,0
"""
REFUSED = ROWS + "9.9;Mässa;2024-02-01;31/2;;\n"


def file_of(folder: Path, text: str) -> str:
    """A spreadsheet as a file."""
    path = folder / "plan.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_file_is_taken_in_and_undone_as_one_action(demo: Prompt, tmp_path: Path) -> None:
    """Rows are told, nothing is asked where nothing is replaced, and undo takes all of it back."""
    answer = demo("import", file_of(tmp_path, ROWS))
    assert answer.code == 0, answer.err
    assert "rad 2: ny, Frukostar för företag" in answer.out
    assert "Inläst: 1 ny rad." in answer.out
    shown = demo.json("status", "list")
    assert ("Frukostar för företag", "ongoing_on_plan") in [
        (row["title"], row["status"]) for row in shown
    ]
    assert demo("undo").code == 0
    assert "Frukostar för företag" not in demo("plan", "list").out


def test_the_same_file_twice(demo: Prompt, tmp_path: Path) -> None:
    """The second time there is nothing to take in."""
    file = file_of(tmp_path, ROWS)
    demo("import", file)
    answer = demo("import", file)
    assert (answer.code, answer.out) == (0, "Inget nytt att läsa in: 1 oförändrad rad.\n")


def test_a_dry_run_changes_nothing(demo: Prompt, tmp_path: Path) -> None:
    """It tells what would happen, and ends as refused where a row is."""
    answer = demo.json("import", file_of(tmp_path, REFUSED), "--dry-run")
    assert (answer["id"], answer["created"], answer["refused"]) == (None, 1, 1)
    assert [row["verdict"] for row in answer["rows"]] == ["created", "refused"]
    assert "Målet ”9.9” finns inte" in answer["rows"][1]["reason"]
    assert "Frukostar för företag" not in demo("plan", "list").out
    assert demo("import", file_of(tmp_path, REFUSED), "--dry-run").code == 1


def test_rows_that_are_refused_stop_the_file_until_somebody_says_yes(
    demo: Prompt, tmp_path: Path
) -> None:
    """Then the others are taken in."""
    file = file_of(tmp_path, REFUSED)
    answer = demo("import", file)
    assert answer.code == 1
    assert "Inget är ändrat" in answer.err
    assert "rad 3: avvisas, Mässa" in answer.out
    assert "Frukostar för företag" not in demo("plan", "list").out
    assert demo("import", file, "--yes").code == 0
    assert "Frukostar för företag" in demo("plan", "list").out


def test_another_year_has_no_tertial_of_its_own(demo: Prompt, tmp_path: Path) -> None:
    """It has to be said."""
    file = file_of(tmp_path, ROWS)
    answer = demo.json("import", file, "--year", "2025", "--dry-run")
    assert "vilket tertial" in answer["rows"][0]["reason"]
    said = demo.json("import", file, "--tertial", "T1", "--dry-run")
    assert said["rows"][0]["verdict"] == "created"


def test_a_file_that_is_no_spreadsheet(demo: Prompt, tmp_path: Path) -> None:
    """Told in words."""
    answer = demo("import", file_of(tmp_path, "Hej\n"))
    assert answer.code == 1
    assert "Aktivitet och Slutdatum" in answer.err


@pytest.mark.parametrize("words", [(), ("--template", "a.xlsx", "plan.csv")])
def test_a_file_or_a_template(demo: Prompt, tmp_path: Path, words: tuple[str, ...]) -> None:
    """Neither none nor both."""
    file_of(tmp_path, ROWS)
    answer = demo("import", *(str(tmp_path / word) if "." in word else word for word in words))
    assert answer.code == 2
    assert not (tmp_path / "a.xlsx").exists()


def test_a_template_is_written_and_says_nothing_while_it_is_empty(
    demo: Prompt, tmp_path: Path
) -> None:
    """Only as a workbook."""
    file = tmp_path / "mall.xlsx"
    assert demo("import", "--template", str(file)).code == 0
    answer = demo("import", str(file))
    assert answer.out == "Inget nytt att läsa in: Filen har inga rader att läsa in.\n"
    wrong = demo("import", "--template", str(tmp_path / "mall.csv"))
    assert (wrong.code, wrong.err.count(".xlsx")) == (2, 1)


@pytest.fixture
def central(empty: Prompt, central_demo_home: Path) -> Prompt:
    """The centre's home of the demo."""
    shutil.copytree(central_demo_home, empty.home)
    return empty


def test_a_budget_table_is_taken_in_by_the_centre(central: Prompt, tmp_path: Path) -> None:
    """With computed sums, the difference told, and the unit that the person says."""
    file = file_of(tmp_path, BUDGET)
    answer = central("import", file, "--year", "2024", "--budget-unit", "mnkr")
    assert answer.code == 0, answer.err
    assert "Budget 2024: raderna blir -340,1, men -340,0 står som summa" in answer.out.replace(
        "\u2212", "-"
    )
    cells = [
        row
        for row in central.json("budget", "list", "--year", "2024")
        if row["table"] == "Ramfördelning per förvaltningsområde"
    ]
    assert [row["line"] for row in cells] == [
        "Stab", "Stab", "Skola", "Skola", "Summa", "Summa",
    ]  # fmt: skip
    assert (cells[-1]["unit"], cells[-1]["amount"]) == ("mnkr", "340.1")
    again = central("import", file, "--year", "2024")
    assert again.out == "Inget nytt att läsa in: 3 oförändrade rader.\n"
    assert central("undo").code == 0
    assert "förvaltningsområde" not in central("budget", "list", "--year", "2024").out


def test_a_unit_brings_in_no_budget(demo: Prompt, tmp_path: Path) -> None:
    """Every row is refused, and nothing is taken in whatever the person says yes to."""
    answer = demo("import", file_of(tmp_path, BUDGET), "--year", "2024", "--yes")
    assert "bara centralt" in answer.out
    assert "3 avvisade rader" in answer.out
