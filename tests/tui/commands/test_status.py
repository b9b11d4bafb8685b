"""Reporting at a prompt: what is left, status, unchanged, hand-in and taking back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tui.line_mode.prompt import Prompt

WASTE = "Skapa rutin för matsvinn"
DIALOGUE = "Dialog med lokala producenter"


def row_of(prompt: Prompt, title: str, *words: str) -> dict[str, object]:
    """What is reported of an activity."""
    rows = prompt.json("status", "list", *words)
    return next(row for row in rows if row["title"] == title)


def test_the_list_begins_with_what_is_missing(demo: Prompt) -> None:
    """Oldest end date first; then what is reported, and how long is left."""
    rows = demo.json("status", "list")
    assert [row["title"] for row in rows if row["missing"]] == [WASTE, DIALOGUE]
    assert [row["missing"] for row in rows] == [True, True, False, False, False, False, False]
    assert "T1 2024: 5 av 7 rapporterade. Sista dag 2024-04-30, 7 dagar kvar." in (
        demo("status", "list").out
    )


@pytest.mark.parametrize(
    "status", ["ongoing_on_plan", "Pågående enligt plan", "PÅGÅENDE ENLIGT PLAN"]
)
def test_a_status_is_set_by_identifier_or_in_swedish(demo: Prompt, status: str) -> None:
    """The current tertial is meant unless another is named."""
    answer = demo("status", "set", demo.id_of(WASTE), status, "--comment", "Provas i två kök.")
    assert answer.code == 0, answer.err
    row = row_of(demo, WASTE)
    assert (row["status"], row["comment"]) == ("ongoing_on_plan", "Provas i två kök.")
    assert (row["tertial"], row["missing"]) == ("2024-T1", False)


def test_everything_that_explains_a_status(demo: Prompt) -> None:
    """New end, cause, what is awaited and when it is looked at again."""
    answer = demo(
        *("status", "set", demo.id_of(WASTE)[:8], "on_hold", "--comment", "Väntar på pengar."),
        *("--revised-end", "2024-08-31", "--cause", "finansieringsbeslut"),
        *("--awaited", "beslut i juni", "--review-date", "2024-06-15", "--json"),
    )
    assert answer.code == 0, answer.err
    wanted = {
        "status": "on_hold",
        "revised_end_date": "2024-08-31",
        "end_date": "2024-08-31",
        "cause": "funding_decision",
        "awaited": "beslut i juni",
        "review_date": "2024-06-15",
        "actual_end_date": None,
    }
    assert {key: answer.json[key] for key in wanted} == wanted
    done = demo(
        *("status", "set", demo.id_of(WASTE), "completed_deviating", "--actual-end", "2024-04-20"),
        "--json",
    )
    assert done.json["actual_end_date"] == "2024-04-20"
    assert done.json["comment"] == "Väntar på pengar."
    assert (done.json["revised_end_date"], done.json["cause"]) == (None, None)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("completed_on_plan", "--actual-end", "2024-05-02"), "i framtiden"),
        (("ongoing_on_plan", "--actual-end", "2024-04-02"), "avslutad"),
        (("delayed", "--revised-end", "2024-01-01"), "före startdatum"),
        (("delayed", "--tertial", "2024-T2"), "har inte börjat"),
    ],
)
def test_a_rule_refuses(demo: Prompt, words: tuple[str, ...], said: str) -> None:
    """The reason is told, and the activity still lacks its status."""
    answer = demo("status", "set", demo.id_of(WASTE), *words)
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err
    assert row_of(demo, WASTE)["missing"]


def test_another_tertial_can_be_named(demo: Prompt) -> None:
    """In April, T3 means last year's, since this year's has not begun."""
    for named in ("2023-T3", "T3 2023", "t3"):
        rows = demo.json("status", "list", "--tertial", named)
        assert {row["tertial"] for row in rows} == {"2023-T3"}
    assert demo.json("status", "list", "--tertial", "1")[0]["tertial"] == "2024-T1"


def test_unchanged_repeats_status_and_comment(demo: Prompt) -> None:
    """The status of the activity that this one was carried over from is repeated, and marked."""
    answer = demo("status", "unchanged", demo.id_of(DIALOGUE), "--json")
    assert answer.code == 0, answer.err
    assert answer.json["unchanged_since"] == "2023-T3"
    earlier = demo.json("status", "list", "--tertial", "2023-T3")
    assert answer.json["comment"] in {row["comment"] for row in earlier}
    nothing = demo("status", "unchanged", demo.id_of(WASTE))
    assert nothing.code == 1
    assert "ingen tidigare status" in nothing.err


def test_unchanged_does_not_replace_a_comment_of_its_own(demo: Prompt) -> None:
    """What somebody has typed for this tertial stays, and the message says what to do instead."""
    activity = demo.id_of(DIALOGUE)
    written = demo("status", "set", activity, "ongoing_on_plan", "--comment", "Eget att säga.")
    assert written.code == 0, written.err
    refused = demo("status", "unchanged", activity)
    assert (refused.code, refused.out) == (1, "")
    assert "egen kommentar" in refused.err
    rows = demo.json("status", "list", "--tertial", "2024-T1")
    assert "Eget att säga." in {row["comment"] for row in rows}


def test_hand_in_needs_every_status(demo: Prompt) -> None:
    """What is missing is named; then the receipt says that it is saved here, not sent."""
    refused = demo("submit")
    assert (refused.code, refused.out) == (1, "")
    assert WASTE in refused.err
    assert DIALOGUE in refused.err
    for title in (WASTE, DIALOGUE):
        assert demo("status", "set", demo.id_of(title), "ongoing_on_plan").code == 0
    answer = demo("submit")
    assert answer.code == 0
    assert "T1 2024 är inlämnat för Kostenheten: 7 aktiviteter." in answer.out
    assert "Sparad här. Ingen delning är vald." in answer.out


def test_hand_in_with_something_missing_is_a_choice(demo: Prompt) -> None:
    """It has to be said."""
    answer = demo("submit", "--allow-missing", "--json")
    assert answer.code == 0
    row = answer.json
    assert (row["state"], row["reported"], row["activities"]) == ("handed_in", 5, 7)
    assert (row["saved"], row["sent"], row["tertial"]) == (True, False, "2024-T1")
    assert len(row["id"]) == 36


def test_a_hand_in_is_taken_back(demo: Prompt) -> None:
    """While the tertial is open; what was not handed in cannot be taken back."""
    refused = demo("withdraw")
    assert refused.code == 1
    assert "inte inlämnat" in refused.err
    assert demo("submit", "--allow-missing").code == 0
    answer = demo("withdraw", "--json")
    assert (answer.code, answer.json["state"]) == (0, "withdrawn")
    assert "tillbakatagen" in demo("submit", "--allow-missing").out + demo("withdraw").out


def test_what_was_closed_earlier_is_listed_with_its_status_and_tertial(demo: Prompt) -> None:
    """It counts as reported, so it must not look as if it were not."""
    activity = demo.id_of(WASTE)
    assert demo("status", "set", activity, "completed_on_plan").code == 0
    words = ("--today", "2024-08-20", "status", "list", "--tertial", "2024-T2")
    line = next(line for line in demo(*words).out.splitlines() if activity[:8] in line)
    assert "✔ Avslutad enligt plan (T1 2024)" in line


def test_line_breaks_in_a_comment_become_blanks_in_a_list(demo: Prompt) -> None:
    """One row each, without signs that nobody wrote."""
    comment = "Första raden.\nAndra raden."
    words = ("status", "set", demo.id_of(WASTE), "ongoing_on_plan", "--comment", comment)
    assert demo(*words).code == 0
    listed = " ".join(demo("status", "list").out.split())
    assert "␊" not in listed
    assert "Första raden." in listed


@pytest.mark.parametrize("year", ["99999", "1899", "2200", "-1", "i år"])
def test_a_year_that_no_plan_can_have_is_refused(demo: Prompt, year: str) -> None:
    """As a mistake at the prompt, not as a fault of the program."""
    for words in (("plan", "carry-over"), ("plan", "list"), ("goals", "list")):
        answer = demo(*words, f"--year={year}")
        assert answer.code == 2
        assert "inget år som går att använda" in answer.err


@pytest.fixture
def central(empty: Prompt, central_demo_home: Path) -> Prompt:
    """The centre's home of the demo."""
    shutil.copytree(central_demo_home, empty.home)
    return empty


MUSIC = "Utreda och ta fram en plan för en utveckling av dagens musikskola till en kulturskola"


def test_the_centre_reports_what_no_unit_answers_for(central: Prompt) -> None:
    """The plan's activities without a unit, by their own name among units and in the overview."""
    row = row_of(central, MUSIC, "--unit", "central")
    assert (row["unit"], row["missing"]) == ("Verksamhetsplan utan enhet", True)
    identity = str(row["id"])
    done = central("status", "set", identity, "Försenad", "--comment", "Väntar på beslut.")
    assert done.code == 0, done.err
    row = row_of(central, MUSIC)
    assert (row["status"], row["comment"], row["missing"]) == (
        "delayed",
        "Väntar på beslut.",
        False,
    )
    last = central.json("overview")[-1]
    assert (last["id"], last["unit"], last["reported"]) == (
        "central",
        "Verksamhetsplan utan enhet",
        1,
    )
    again = central("status", "unchanged", identity, "--tertial", "2024-T2")
    assert "har inte börjat" in again.err
    assert central("undo").code == 0
    assert row_of(central, MUSIC)["missing"]


def test_a_unit_does_not_report_what_is_the_centres(demo: Prompt) -> None:
    """The centre's name is no unit's."""
    answer = demo("status", "list", "--unit", "central")
    assert "Enheten ”central” finns inte" in answer.err
    assert not [row for row in demo.json("status", "list") if row["unit"] != "Kostenheten"]
