"""The overview at a prompt: units as rows, and the lists that are followed up."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from tests.tui.line_mode.prompt import Prompt
from tui.line_mode.exchanges import local


@pytest.fixture
def central(empty: Prompt, central_demo_home: Path) -> Prompt:
    """A prompt of the centre."""
    shutil.copytree(central_demo_home, empty.home)
    return empty


def test_every_unit_is_a_row(central: Prompt) -> None:
    """With what it has planned, reported and handed in, its remarks, and when it was heard of."""
    rows = central.json("overview")
    kitchen = next(row for row in rows if row["unit"] == "Kostenheten")
    wanted = {
        "is_sum": False,
        "minimum_met": True,
        "reported": 5,
        "activities": 7,
        "handed_in": 0,
        "findings": 2,
        "last_heard": "2024-04-16T09:50+00:00",
    }
    assert {key: kitchen[key] for key in wanted} == wanted
    out = central("overview").out
    assert "T1 2024: 3 av 19 enheter har lämnat in." in out
    assert "· · · Kostenheten" in out
    heard = local(datetime.fromisoformat(str(kitchen["last_heard"])))
    assert heard in out, "by the clock that the person has, as everywhere"


def test_the_figure_of_remarks_is_the_one_that_check_gives(central: Prompt) -> None:
    """Two commands never give two figures for the same thing."""
    for row in central.json("overview"):
        if row["unit"] in ("Kostenheten", "Lokalvården", "Gata och park"):
            found = central.json("check", "--unit", row["id"])
            urgent = sum(each["severity"] in ("error", "warn") for each in found)
            assert row["findings"] == urgent, row["unit"]


def test_a_department_head_sees_the_units_below(empty: Prompt, department_demo_home: Path) -> None:
    """And nobody else's."""
    shutil.copytree(department_demo_home, empty.home)
    names = {row["unit"] for row in empty.json("overview")}
    assert "Kostenheten" in names
    assert "Socialavdelningen" not in names


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ("--missing", "- Kostenheten, Gun-Britt Häggmo: 2 av 7 saknar status"),
        ("--goals", "3.4.5"),
        ("--causes", "finansieringsbeslut"),
        ("--without-deputy", "Dialog med lokala producenter"),
        ("--slipped", "sedan T3 2023: slutdatum 2024-08-30 i stället för 2024-05-31"),
    ],
)
def test_the_lists(central: Prompt, option: str, says: str) -> None:
    """For people as text, for programs as records."""
    assert says in central("overview", option).out
    rows = central.json("overview", option)
    assert rows
    assert all(row["unit"] for row in rows)


def test_the_goals_are_counted_by_their_numbers(central: Prompt) -> None:
    """A cell for each goal, 0 where there is nothing."""
    rows = central.json("overview", "--goals")
    kitchen = next(row for row in rows if row["unit"] == "Kostenheten")
    assert (kitchen["3.4.5"], kitchen["4.1"], kitchen["3.5.1"]) == (2, 2, 0)


def test_another_tertial(central: Prompt) -> None:
    """The one before has been handed in by more."""
    out = central("overview", "--tertial", "2023-T3", "--missing").out
    assert "T3 2023" in out
