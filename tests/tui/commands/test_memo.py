"""The memo and the reconciliation at a prompt: written, shown, and saved as documents."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from model.plan.assessment import Assessment
from model.plan.vocabulary import Role
from report.errors import NotShownYet
from tests.model.building import BUSINESS, T1, goal_id, plan
from tests.tui.line_mode.prompt import Prompt
from tui.documents import check_may_write


@pytest.fixture
def central(empty: Prompt, central_demo_home: Path) -> Prompt:
    """A prompt of the centre."""
    shutil.copytree(central_demo_home, empty.home)
    return empty


def test_a_memo_is_written_piece_by_piece_and_exported(central: Prompt, tmp_path: Path) -> None:
    """What is not given stands; a focus area is named by its last word."""
    words = ("memo", "set", "--body", "utskottet", "--body", "kommunstyrelsen")
    assert central(*words, "--officer", "Controller").code == 0
    answer = central("memo", "set", "--focus", "hälsa", "Rör hållbar hälsa.", "--json")
    assert answer.json["focus:halsa"] == "Rör hållbar hälsa."
    assert answer.json["officer"] == "Controller"
    assert central.json("memo", "show")["bodies"] == "utskottet\nkommunstyrelsen"
    target = tmp_path / "skrivelse.md"
    assert central("export", "memo", "-o", str(target)).code == 0
    text = target.read_text(encoding="utf-8")
    assert "föreslår utskottet föreslå kommunstyrelsen besluta att" in text
    assert "## Fokusområde Hållbar natur\n\nÄrendet har ingen bärighet på hållbar natur." in text


def test_a_list_is_cleared_with_an_empty_text(central: Prompt) -> None:
    """Then the document proposes what it always does."""
    central("memo", "set", "--proposal", "Avslå.")
    assert central("memo", "set", "--proposal", "", "--json").json["proposals"] == ""


def test_what_cannot_be_written_is_said(central: Prompt) -> None:
    """An unknown area with the known ones; nothing at all."""
    answer = central("memo", "set", "--focus", "ekonomi", "x")
    assert (answer.code, "Fokusområdet ”ekonomi” finns inte" in answer.err) == (1, True)
    assert central("memo", "set").code == 2


def test_a_unit_writes_no_memo(demo: Prompt) -> None:
    """It is the administration's."""
    answer = demo("memo", "set", "--brief", "x")
    assert (answer.code, "ändras bara centralt" in answer.err) == (1, True)


def test_the_reconciliation_holds_the_comments_of_the_tertial(
    central: Prompt, tmp_path: Path
) -> None:
    """As they were written beside the assessment."""
    assert central("assess", "3.4.5", "--comment", "Mässan hölls i mars.").code == 0
    target = tmp_path / "avstämning.txt"
    answer = central("export", "reconciliation", "-o", str(target), "--json")
    assert answer.json["tertial"] == "2024-T1"
    assert "Mässan hölls i mars." in target.read_text(encoding="utf-8")


def test_what_is_still_being_weighed_of_the_goals_is_written_by_the_centre_alone() -> None:
    """A comment for the reconciliation is weighed as much as a level is."""
    said = Assessment(id="a", goal=goal_id(BUSINESS), tertial=T1, comment="Mässan hölls i mars.")
    check_may_write(plan(said), T1, Role.CENTRAL)
    check_may_write(plan(), T1, Role.UNIT)
    with pytest.raises(NotShownYet):
        check_may_write(plan(said), T1, Role.UNIT)
