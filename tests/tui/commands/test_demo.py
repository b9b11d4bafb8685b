"""The demo from a prompt."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest

from model.home.config import read_config
from model.home.paths import Home, home_at
from model.plan.vocabulary import Role
from tests.tui.line_mode.prompt import Prompt, in_a_process


def test_the_example_is_built_for_scripts(empty: Prompt, tmp_path: Path) -> None:
    """Without the app, in a folder that stays."""
    folder = tmp_path / "exempel"
    answer = empty.plainly("demo", "--no-app", "--keep", str(folder), "--json")
    assert answer.code == 0, answer.err
    assert (answer.json["home"], answer.json["today"]) == (str(folder), "2024-04-23")
    empty.home = folder
    assert len(empty.json("plan", "list")) == 7


@pytest.mark.parametrize(
    ("role", "unit"),
    [
        ("unit", "Kostenheten"),
        ("department", "Samhällsbyggnadsavdelningen"),
        ("central", "Staben"),
    ],
)
def test_each_role_has_its_home(empty: Prompt, tmp_path: Path, role: str, unit: str) -> None:
    """The head of a unit, of a department, and the centre."""
    folder = tmp_path / "exempel"
    assert empty.plainly("demo", "--role", role, "--no-app", "--keep", str(folder)).code == 0
    assert read_config(home_at(folder)).profile.role is Role(role)
    empty.home = folder
    assert empty.json("settings", "unit")["value"] == unit


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("demo", "--no-app"), "--no-app kräver --keep"),
        (("demo", "--json"), "--json kräver --no-app"),
        (("demo", "--home", "x", "--no-app", "--keep", "y"), "Ange --keep MAPP"),
        (("demo",), "behöver ett terminalfönster"),
        ((), "behöver ett terminalfönster"),
        (("--json",), "--json kräver ett kommando"),
    ],
)
def test_wrong_use(empty: Prompt, words: tuple[str, ...], said: str) -> None:
    """The app is never drawn where nobody sees it."""
    answer = empty.plainly(*words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_a_folder_with_something_in_it_is_left_alone(empty: Prompt, tmp_path: Path) -> None:
    """Nobody's plan is mixed with the example."""
    (tmp_path / "viktigt.txt").write_text("x", encoding="utf-8")
    answer = empty.plainly("demo", "--no-app", "--keep", str(tmp_path))
    assert answer.code == 2
    assert "är inte tom" in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["viktigt.txt"]


def test_an_unknown_unit_is_refused(empty: Prompt, tmp_path: Path) -> None:
    """With the nearest name."""
    words = ("--unit", "Fritidsenhet", "--no-app", "--keep", str(tmp_path / "exempel"))
    answer = empty.plainly("demo", *words)
    assert answer.code == 1
    assert "Menade du ”Fritidsenheten”?" in answer.err


def test_the_app_opens_on_a_home_that_is_thrown_away(
    empty: Prompt, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """On the day of the demo; afterwards nothing is left."""
    opened: list[tuple[Home, date, bool]] = []

    def run_app(home: Home, today: date) -> int:
        opened.append((home, today, home.is_set_up))
        return 0

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("tui.line_mode.starting.refuse_without_terminal", lambda _: None)
    monkeypatch.setattr("tui.commands.demo.refuse_without_terminal", lambda _: None)
    monkeypatch.setattr("tui.app.start.run_app", run_app)
    assert empty.plainly("demo").code == 0
    ((home, today, was_set_up),) = opened
    assert (today, was_set_up) == (date(2024, 4, 23), True)
    assert not home.data.exists()
    assert empty.plainly("demo", "--today", "2024-09-10").code == 0
    assert opened[1][1] == date(2024, 9, 10)


def test_the_demo_is_not_drawn_into_a_pipe() -> None:
    """`tertial demo | cat` says why instead."""
    done = in_a_process("demo")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "terminalfönster" in done.stderr.decode("utf-8")
