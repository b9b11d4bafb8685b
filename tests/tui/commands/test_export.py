"""The unit report as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.line_mode.prompt import Prompt


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_the_suffix_decides_the_form(demo: Prompt, tmp_path: Path, suffix: str) -> None:
    """The same words in either form; twice the same bytes."""
    file = tmp_path / f"redovisning{suffix}"
    answer = demo("export", "unit-report", "-o", str(file), "--committee", "Utskottet för teknik")
    assert answer.code == 0, answer.err
    assert str(file) in answer.out
    text = file.read_text(encoding="utf-8")
    for said in ("Hälsotema på APT", "Utskottet för teknik", "2024", "Kostenheten"):
        assert said in text
    first = file.read_bytes()
    again = demo(
        "export", "unit-report", "-o", str(file), "--committee", "Utskottet för teknik", "--json"
    )
    assert (again.json["replaced"], again.json["path"]) == (True, str(file))
    assert file.read_bytes() == first


@pytest.mark.parametrize(
    ("name", "code"), [("r.doc", 2), ("r", 2), ("finns/inte/r.md", 1), (".", 2)]
)
def test_a_file_that_cannot_be_written(demo: Prompt, tmp_path: Path, name: str, code: int) -> None:
    """An unknown form is wrong use; a folder that is not there is a refusal."""
    answer = demo("export", "unit-report", "-o", str(tmp_path / name))
    assert (answer.code, answer.out) == (code, "")
    assert "sparat" in answer.err
    assert list(tmp_path.rglob("r.*")) == []


def test_a_personal_number_in_the_report_is_warned_of_and_not_repeated(
    demo: Prompt, tmp_path: Path
) -> None:
    """The report is saved all the same; the number is in no message."""
    activity, number = demo.id_of("Hälsotema på APT"), "19121212-1212"
    assert demo("plan", "edit", activity, "--description", f"Samtal med {number}.").code == 0
    answer = demo("export", "unit-report", "-o", str(tmp_path / "r.md"))
    assert answer.code == 0
    assert "Texten kan innehålla 1 personnummer." in answer.err
    assert number not in answer.out + answer.err
