"""The oversight plan at a prompt: planned by the centre, decided by a committee, read by a unit."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tui.line_mode.prompt import Prompt

SCHOOLS = "Utbildningsutskottet"


@pytest.fixture
def central(empty: Prompt, central_demo_home: Path) -> Prompt:
    """A prompt of the centre."""
    shutil.copytree(central_demo_home, empty.home)
    return empty


def test_a_report_is_planned_decided_and_supplemented(central: Prompt) -> None:
    """From the plan to the second presentation, each with its next step."""
    added = central("oversight", "add", "Kostenheten", SCHOOLS, "2024-04-16", "--json")
    assert added.code == 0, added.err
    first = added.json["id"]
    assert added.json["state"] == "… väntar på beslut"
    decided = central(
        *("decide", first[:8], "återremiss", "--reasons", "Effekten saknas."),
        *("--paragraph", "§ 47", "--json"),
    )
    wanted = {
        "decision": "refer_back",
        "decided_on": "2024-04-16",
        "paragraph": "§ 47",
        "reasons": "Effekten saknas.",
        "open": True,
    }
    assert {key: decided.json[key] for key in wanted} == wanted
    central("oversight", "add", "Kostenheten", SCHOOLS, "2024-05-14", "--follows", first[:8])
    rows = central.json("oversight", "list")
    assert [row["date"] for row in rows] == ["2024-04-16", "2024-05-14"]
    assert rows[0]["next_step"] == "Redovisas igen 2024-05-14."
    assert [row["date"] for row in central.json("oversight", "list", "--open")] == ["2024-05-14"]
    assert "↩ återremitterad" in central("oversight", "list").out
    assert "beslut: Återremitterad" in central("history", first).out


def test_it_moves_goes_and_is_refused_in_swedish(central: Prompt) -> None:
    """Until something is decided."""
    item = central("oversight", "add", "Kostenheten", SCHOOLS, "2024-05-14", "--json").json["id"]
    assert central("oversight", "move", item[:8], "2024-05-21", "--json").json["date"] == (
        "2024-05-21"
    )
    assert "i framtiden" in central("decide", item, "approve").err
    assert "är inget beslut" in central("decide", item, "kanske").err
    assert "Borttagen ur uppsiktsplanen" in central("oversight", "remove", item).out
    assert central.json("oversight", "list") == []
    assert "tertial oversight add" in central("oversight", "list").out


def test_a_unit_reads_the_plan_and_does_not_keep_it(demo: Prompt) -> None:
    """That is the centre's."""
    assert demo.json("oversight", "list") == []
    refused = demo("oversight", "add", "Kostenheten", SCHOOLS, "2024-05-14")
    assert refused.code == 1
    assert "centralt" in refused.err


def test_the_units_report_is_as_of_the_day_when_it_is_presented(
    central: Prompt, tmp_path: Path
) -> None:
    """To the committee that is next in the plan, unless another is named (R7)."""
    central("oversight", "add", "Kostenheten", SCHOOLS, "2024-05-14")
    target = tmp_path / "rapport.md"
    answer = central("export", "unit-report", "--unit", "Kostenheten", "-o", str(target))
    assert answer.code == 0, answer.err
    assert "Redovisas för Utbildningsutskottet 2024-05-14, enligt uppsiktsplanen." in answer.err
    text = target.read_text(encoding="utf-8")
    assert "lämnas till Utbildningsutskottet" in text
    assert "2024-05-14" in text.replace("\u2011", "-")


def test_the_units_report_of_a_tertial_or_year_is_as_of_its_last_day(
    central: Prompt, tmp_path: Path
) -> None:
    """Whatever the plan of oversight says; a day and a tertial at once are wrong use."""
    central("oversight", "add", "Kostenheten", SCHOOLS, "2024-05-14")
    words = ("export", "unit-report", "--unit", "Kostenheten", "-o", str(tmp_path / "rapport.md"))
    assert central(*words, "--tertial", "T1", "--json").json["as_of"] == "2024-04-30"
    assert central(*words, "--year", "2023", "--json").json["as_of"] == "2023-12-31"
    wrong = central(*words, "--tertial", "T1", "--as-of", "2024-05-14")
    assert wrong.code == 2
    assert "Ange en dag eller ett tertial, inte båda." in wrong.err
    made = ("finalise", "unit-report", "--unit", "Kostenheten", "--tertial", "T1", "--yes")
    assert central(*made, "--json").json["as_of"] == "2024-04-30"
