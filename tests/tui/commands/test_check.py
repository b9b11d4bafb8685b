"""Checks at a prompt: what is found, the exit code, and setting aside with a reason."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tui.line_mode.prompt import Prompt

WASTE = "Skapa rutin för matsvinn"
DIALOGUE = "Dialog med lokala producenter"


def test_missing_statuses_are_warnings_and_give_exit_code_1(demo: Prompt) -> None:
    """Rule, severity, place and text, in words and as flat objects."""
    answer = demo("check", "--json")
    assert (answer.code, answer.err) == (1, "")
    found = {(row["id"], row["severity"], row["entity"]) for row in answer.json}
    assert found == {("F05", "warn", demo.id_of(title)) for title in (WASTE, DIALOGUE)}
    for row in answer.json:
        assert {"id", "severity", "entity", "place", "text"} <= row.keys()
        assert not any(isinstance(value, list | dict) for value in row.values())
    told = demo("check")
    assert told.code == 1
    assert f"F05 varning: 3.4.5 {WASTE}\n    Status saknas för T1 2024." in told.out
    assert "T1 2024: 2 att åtgärda, 0 övriga." in told.out


def test_a_year_and_a_day_choose_what_is_looked_at(demo: Prompt) -> None:
    """A day before the end date finds nothing late; an earlier year is looked at whole."""
    assert demo("check", "--year", "2024", "--as-of", "2024-04-01").code == 1
    assert "T3 2023" in demo("check", "--year", "2023").out
    answer = demo("check", "--year", "2023", "--tertial", "2024-T1")
    assert (answer.code, "T1 2024 är inte ett tertial i 2023." in answer.err) == (2, True)


def test_questions_and_tips_do_not_stop_a_script(demo: Prompt) -> None:
    """On hold without cause is a question: exit code 0."""
    for title in (WASTE, DIALOGUE):
        words = ("ongoing_on_plan", "--comment", "Två kök provar.")
        assert demo("status", "set", demo.id_of(title), *words).code == 0
    assert demo("check").out == "Inga anmärkningar för T1 2024.\n"
    words = ("on_hold", "--comment", "Väntar.")
    assert demo("status", "set", demo.id_of(WASTE), *words).code == 0
    answer = demo("check", "--json")
    assert answer.code == 0
    assert {row["severity"] for row in answer.json} == {"ask"}


def test_a_finding_is_set_aside_and_taken_up(demo: Prompt) -> None:
    """With a reason; it is shown when asked for, and counts no more."""
    identity = demo.id_of(WASTE)
    place = next(row["place"] for row in demo.json("check") if row["entity"] == identity)
    assert demo("waive", "F05", place, "--reason", "Rapporteras av köket.").code == 0
    assert {row["entity"] for row in demo.json("check")} == {demo.id_of(DIALOGUE)}
    (aside,) = (row for row in demo.json("check", "--all") if row["waived"])
    assert (aside["entity"], aside["reason"]) == (identity, "Rapporteras av köket.")
    assert demo("waive", "f05", demo.id_of(DIALOGUE)[:8], "--reason", "Också.").code == 0
    answer = demo("check")
    assert (answer.code, answer.out) == (
        0,
        "Inga anmärkningar för T1 2024.\n2 åsidosatta (visas med --all).\n",
    )
    assert demo("waive", "F05", identity[:8], "--take-up", "--json").json["waived"] is False
    assert demo("check").code == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("F05", "status"), 2, "Det saknas --reason."),
        (("F05", "status", "--reason", " "), 2, "Det saknas --reason."),
        (("F99", "status", "--reason", "x"), 1, "Det finns ingen anmärkning F99"),
        (("F05", "ingenstans", "--reason", "x"), 1, "Det finns ingen anmärkning F05"),
        (("F05", "status", "--reason", "x"), 1, "Flera anmärkningar passar."),
    ],
)
def test_what_cannot_be_set_aside(
    demo: Prompt, words: tuple[str, ...], code: int, said: str
) -> None:
    """A reason and one finding are needed."""
    answer = demo("waive", *words)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err


def test_checks_concern_this_home_s_units(demo: Prompt) -> None:
    """Another unit's findings are shown only when it is named."""
    entities = {row["entity"] for row in demo.json("check")}
    assert entities == {demo.id_of(WASTE), demo.id_of(DIALOGUE)}
    rows = demo.json("check", "--unit", "Fritidsenheten")
    assert {row["id"] for row in rows} >= {"F01"}


def test_an_unplanned_year_lacks_the_minimum(tertial: Prompt) -> None:
    """One towards the board's goals and one towards the efficiency goal."""
    answer = tertial("check", "--json")
    assert answer.code == 1
    assert "F01" in {row["id"] for row in answer.json}


def test_the_centre_reads_whose_each_finding_is(empty: Prompt, central_demo_home: Path) -> None:
    """So that it knows whom to ask; a unit asked for by name is not repeated on every row."""
    shutil.copytree(central_demo_home, empty.home)
    scheme = "4.1 Införa hälsosamma scheman på alla arbetsplatser inom äldreomsorg"
    lines = empty("check").out.splitlines()
    (line,) = (each for each in lines if each.startswith(f"F05 varning: {scheme}"))
    assert line.endswith("(Socialavdelningen)")
    named = empty("check", "--unit", "Socialavdelningen").out
    assert scheme in named
    assert "(Socialavdelningen)" not in named
