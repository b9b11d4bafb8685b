"""Measures and the budget at a prompt: what is printed, what is entered, who may."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from tests.tui.line_mode.prompt import Prompt

WHOLE = "sjukfranvaro-ks"


@pytest.fixture
def central(empty: Prompt, central_demo_home: Path) -> Prompt:
    """A prompt of the centre."""
    shutil.copytree(central_demo_home, empty.home)
    return empty


def test_measures_are_listed_as_documents_print_them(demo: Prompt) -> None:
    """The department of nine is not told of, nor the one that would give it away."""
    rows = {row["key"]: row for row in demo.json("measure", "list")}
    assert rows[WHOLE]["outcome"] == "9,11\u00a0%"
    assert (rows[WHOLE]["value"], rows[WHOLE]["target"]) == ("9.11", "5\u00a0%")
    for key in ("sjukfranvaro-ekonomi", "sjukfranvaro-staben"):
        assert (rows[key]["outcome"], rows[key]["value"]) == ("redovisas ej", None)
    assert "1,69" not in demo("measure", "list").out


def test_the_centre_enters_an_outcome_and_what_it_aims_at(central: Prompt) -> None:
    """In one line, and the list shows how it has moved."""
    answer = central(
        *("measure", "set", WHOLE, "8,8 %", "--date", "2024-03-31", "--headcount", "850"),
        *("--baseline", "9,5", "--source", "PA-systemet"),
    )
    assert answer.code == 0, answer.err
    assert "8,8 % per 2024-03-31, målvärde 5 %" in answer.out.replace("\u00a0", " ")
    row = next(row for row in central.json("measure", "list") if row["key"] == WHOLE)
    assert (row["value"], row["as_of"], row["trend"]) == ("8.8", "2024-03-31", "better")
    assert row["baseline"] == "9,5\u00a0%"
    removed = central("measure", "set", WHOLE, "--remove", "--date", "2024-03-31")
    assert "utfallet från 2024-03-31 är borttaget" in removed.out


def test_who_is_no_longer_the_centre_is_not_shown_small_groups(
    central: Prompt, tmp_path: Path
) -> None:
    """Their figures stay in the file of the computer, and the program does not tell them."""
    row = next(r for r in central.json("measure", "list") if r["key"] == "sjukfranvaro-ekonomi")
    assert central("history", row["id"]).code == 0
    whole, some = (str(tmp_path / name) for name in ("alla.toml", "mål.toml"))
    assert central("goals", "export", whole, "--all-figures").code == 0
    central("setup", "--unit", "Kostenheten", "--role", "unit", "--leave-unsent")
    assert "Inget har ett id" in central("history", row["id"]).err
    refused = central("goals", "export", some, "--all-figures")
    assert (refused.code, Path(some).exists()) == (1, False)
    assert "Inget är skrivet" in refused.err
    assert central("goals", "export", some).code == 0
    assert "1.69" in Path(whole).read_text(encoding="utf-8")
    assert "1.69" not in Path(some).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("sjukfranvaro", "3"), 1, "Menade du ”sjukfranvaro-ks”"),
        ((WHOLE, "många"), 1, "”många” är inget tal"),
        ((WHOLE, "3", "--date", "2025-01-01"), 1, "som inte har varit än"),
        ((WHOLE,), 2, "Ange ett VÄRDE"),
        ((WHOLE, "3", "--remove"), 2, "Ange ett VÄRDE"),
        ((WHOLE, "--remove", "--date", "2020-01-01"), 1, "har inget utfall"),
    ],
)
def test_what_cannot_be_entered_is_said(
    central: Prompt, words: tuple[str, ...], code: int, said: str
) -> None:
    """With what to do about it."""
    answer = central("measure", "set", *words)
    assert answer.code == code
    assert said in answer.err


def test_a_unit_enters_no_measure(demo: Prompt) -> None:
    """Measures are the centre's."""
    for named in (WHOLE, "ett mått som bara staben har"):
        answer = demo("measure", "set", named, "3")
        assert answer.code == 1
        assert "ändras bara centralt" in answer.err


def test_the_budget_is_listed_with_computed_sums(demo: Prompt) -> None:
    """One object for each figure, and tables for people."""
    rows = demo.json("budget", "list")
    sums = [row["amount"] for row in rows if row["is_sum"] and row["column"] == "Budget 2024"]
    assert sums == ["707.8", "707.7"]
    out = demo("budget", "list").out
    assert "Ramfördelning utifrån ett medborgarperspektiv (miljoner kronor)" in out
    assert "59,0" in out
    assert demo("budget", "list", "--year", "2020").out == "Det finns ingen budget för 2020.\n"


def test_a_finding_on_the_budget_is_set_aside_with_what_the_check_says_to_type(
    central: Prompt,
) -> None:
    """The place names a column, which has a space in it."""
    told = central("check", "--as-of", "2024-04-30").out.splitlines()
    line = next(each for each in told if "waive F13" in each and ":sum:" in each)
    words = shlex.split(line.partition("tertial ")[2])
    assert central(*words, "--reason", "Avrundning.").code == 0


def test_the_centre_lets_the_units_see_the_measures(central: Prompt) -> None:
    """Each measure and its day; once more there is nothing new to show."""
    (row,) = central.json("measure", "release")
    assert (row["as_of"], row["released"]) == ("2023-09-30", True)
    assert "ser redan måtten" in central("measure", "release").err
