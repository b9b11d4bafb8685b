"""At the prompt: work sent as a file, without any share."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.example.catalogue import example_catalogue
from tests.tui.line_mode.prompt import Prompt


@pytest.fixture
def both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Prompt, Prompt]:
    """The centre with its goals, and Åsa of a unit with the same ones until the centre's come."""
    goals = tmp_path / "mål.toml"
    goals.write_bytes(example_catalogue())
    cia, anna = Prompt(tmp_path / "cia", capsys), Prompt(tmp_path / "åsa", capsys)
    words = ("--unit", "Kostenheten", "--goals", str(goals))
    assert cia("setup", "--role", "central", "--name", "Cia", *words).code == 0
    assert anna("setup", "--name", "Åsa", *words).code == 0
    return cia, anna


def plan(prompt: Prompt, title: str) -> None:
    """Plan an activity."""
    when = ("--start", "2024-01-01", "--end", "2024-09-30")
    assert prompt("plan", "add", "--title", title, "--goal", "3.4.5", *when).code == 0


def test_there_and_back_by_mail(both: tuple[Prompt, Prompt], tmp_path: Path) -> None:
    """The goals go one way, the plan the other; what comes twice changes nothing."""
    cia, anna = both
    plan(anna, "Dialog")
    answer = cia("bundle", "write", str(tmp_path / "mål"))
    assert (answer.code, answer.err) == (0, "")
    assert "mål.tertial" in answer.out
    answer = anna("bundle", "read", str(tmp_path / "mål.tertial"))
    assert (answer.code, answer.err) == (0, "")
    assert "Hämtat: " in answer.out
    record = anna.json("bundle", "write", str(tmp_path / "plan.tertial"))
    assert record["path"] == str(tmp_path / "plan.tertial")
    assert record["replaced"] is False
    assert cia.json("bundle", "read", str(tmp_path / "plan.tertial"))["received"] == 2
    assert "Dialog" in [row["title"] for row in cia.json("plan", "list")]
    answer = cia("bundle", "read", str(tmp_path / "plan.tertial"))
    assert "Hämtat: inget nytt." in answer.out
    assert "Det ersatte" in anna("bundle", "write", str(tmp_path / "plan.tertial")).out


def test_both_have_changed_the_same(both: tuple[Prompt, Prompt], tmp_path: Path) -> None:
    """Both are kept, and it is said where somebody has to choose."""
    cia, anna = both
    plan(anna, "Dialog")
    path = str(tmp_path / "plan.tertial")
    assert anna("bundle", "write", path).code == cia("bundle", "read", path).code == 0
    for prompt, title in ((anna, "Samtal"), (cia, "Möten")):
        answer = prompt("plan", "edit", prompt.id_of("Dialog"), "--title", title)
        assert answer.code == 0
    assert anna("bundle", "write", path).code == 0
    assert "På 1 ställe har två skrivit olika" in cia("bundle", "read", path).out


def test_a_file_that_is_something_else(both: tuple[Prompt, Prompt], tmp_path: Path) -> None:
    """One sentence for each mistake, and nothing is changed."""
    cia, _ = both
    assert "går inte att läsa" in cia("bundle", "read", str(tmp_path / "saknas")).err
    (tmp_path / "brev").write_bytes(b"hej")
    answer = cia("bundle", "read", str(tmp_path / "brev"))
    assert answer.code == 1
    assert "är inget paket från tertial" in answer.err
    answer = cia("bundle", "write", str(tmp_path / "saknas" / "paket"))
    assert answer.code == 1
    assert "gick inte att skriva" in answer.err
