"""Assessing at a prompt: the suggestion, the decision, its texts, and who may read them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tui.line_mode.prompt import Prompt

BUSINESS = "3.4.5"


@pytest.fixture
def central(empty: Prompt, central_demo_home: Path) -> Prompt:
    """A prompt of the centre."""
    shutil.copytree(central_demo_home, empty.home)
    return empty


def test_every_goal_of_the_board_is_listed_with_its_suggestion(central: Prompt) -> None:
    """The nineteen goals of 2024; the counts stand below."""
    rows = central.json("assess")
    assert len(rows) == 19
    row = next(row for row in rows if row["number"] == "3.1.1")
    assert row["tertial"] == "2024-T1"
    assert row["suggested"] == "partly_met"
    assert row["reason"].startswith("Av 6 aktiviteter är ")
    assert row["assessment"] is None
    out = central("assess").out
    assert "T1 2024: Av 19 mål är 0 uppfyllda eller delvis uppfyllda" in out
    assert "19 mål är inte bedömda." in out


def test_a_goal_is_assessed_with_its_texts(central: Prompt) -> None:
    """Level, motivation, summary and comment in one line; each can be written again."""
    answer = central(
        *("assess", BUSINESS, "Uppfyllt", "--motivation", "Målvärdet är nått."),
        *("--summary", "Fler företag än i fjol.", "--comment", "Mässan hölls i mars.", "--json"),
    )
    assert answer.code == 0, answer.err
    wanted = {
        "assessment": "met",
        "motivation": "Målvärdet är nått.",
        "summary": "Fler företag än i fjol.",
        "comment": "Mässan hölls i mars.",
        "outdated": False,
    }
    assert {key: answer.json[key] for key in wanted} == wanted
    central("assess", BUSINESS, "--summary", "Många fler företag.")
    assert central.json("assess", BUSINESS)["summary"] == "Många fler företag."
    shown = central("assess", BUSINESS).out
    assert "■ Uppfyllt" in shown
    assert "Aktiviteter" in shown


def test_another_level_than_the_suggested_one_needs_a_motivation(central: Prompt) -> None:
    """Nothing is saved before it is there."""
    row = central.json("assess", BUSINESS)
    other = "met" if row["suggested"] != "met" else "not_met"
    refused = central("assess", BUSINESS, other)
    assert refused.code == 1
    assert "Skriv en motivering" in refused.err
    assert "Inget är ändrat." in refused.err
    assert central.json("assess", BUSINESS)["assessment"] is None


def test_wrong_use_is_told_in_swedish(central: Prompt) -> None:
    """A level that there is not, and a text without a goal."""
    assert "är ingen bedömning" in central("assess", BUSINESS, "nästan").err
    assert "Ange vilket mål" in central("assess", "--summary", "Text.").err
    assert "finns inte" in central("assess", "9.9", "met").err


def test_a_unit_reads_no_assessment_while_it_is_being_weighed(demo: Prompt) -> None:
    """And is refused to make one."""
    assert demo.json("assess") == []
    assert "visas när T1 2024 är låst" in demo("assess").out
    refused = demo("assess", BUSINESS, "met", "--motivation", "Bra.")
    assert refused.code == 1
    assert "centralt" in refused.err


def test_the_analysis_of_a_year_stands_beside_its_counts(central: Prompt) -> None:
    """Counts are never typed."""
    assert "Ingen analys av 2024 än." in central("analysis").out
    central("assess", BUSINESS, "met", "--motivation", "Nått.")
    answer = central("analysis", "Ett år av förändring.", "--json")
    assert answer.json["text"] == "Ett år av förändring."
    assert (answer.json["goals"], answer.json["met_or_partly_met"]) == (19, 1)
    assert (
        "T1 2024: Av 19 mål är 1 uppfyllt eller delvis uppfyllt och 0 knappt"
        in central("analysis").out
    )


def test_the_history_of_a_goal_tells_who_assessed_it(central: Prompt) -> None:
    """And undo takes it back."""
    central("assess", BUSINESS, "met", "--motivation", "Nått.")
    goal = central.json("assess", BUSINESS)["id"]
    out = central("history", goal[:8]).out
    assert "Ny bedömning T1 2024" in out
    assert "Uppfyllt" in out
    assert central("undo").code == 0
    assert central.json("assess", BUSINESS)["assessment"] is None
