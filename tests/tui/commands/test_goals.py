"""The goal catalogue at a prompt: list, check, import, export."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.example.catalogue import example_catalogue
from tests.tui.line_mode.prompt import Prompt


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """The example's catalogue as a file to edit."""
    file = tmp_path / "mål.toml"
    file.write_bytes(example_catalogue())
    return file


def change(file: Path, old: str, new: str) -> None:
    """Edit a file as its editor does."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_goals_are_listed_with_their_numbers(tertial: Prompt) -> None:
    """Level, policy area and parent are there for programs."""
    rows = tertial.json("goals", "list")
    row = next(row for row in rows if row["number"] == "3.4.5")
    assert (row["level"], row["policy_area"], row["parent"]) == ("board_goal", "Tillväxt", "3.4")
    assert "Förbättra näringslivsklimatet." in tertial("goals", "list").out
    assert tertial("goals", "list", "--year", "2023").out == (
        "Inga mål för 2023. Målkatalogen har 2024.\n"
    )


def test_check_needs_no_home(empty: Prompt, catalogue: Path) -> None:
    """The centre may look at a file on any machine."""
    answer = empty("goals", "check", str(catalogue))
    assert answer.code == 0
    assert answer.out.startswith("Inga fel. ")
    assert not empty.home.exists()


def test_check_names_line_key_and_nearest_valid_key(tertial: Prompt, catalogue: Path) -> None:
    """All faults at once, and as objects for an editor."""
    change(catalogue, 'policy_area = "vuxna"', 'policy_areas = "vuxna"')
    answer = tertial("goals", "check", str(catalogue))
    assert answer.code == 1
    assert "Menade du ”policy_area”?" in answer.out
    (fault,) = tertial.json("goals", "check", str(catalogue))
    lines = catalogue.read_text(encoding="utf-8").splitlines()
    assert lines[fault["line"] - 1] == 'policy_areas = "vuxna"'


def test_check_knows_the_fixed_texts(tertial: Prompt, catalogue: Path) -> None:
    """A text that no document has would never be seen."""
    change(catalogue, '# "unit_report.purpose"', '"unit_report.purpos" = "Kort."\n# "x"')
    answer = tertial("goals", "check", str(catalogue))
    assert answer.code == 1
    assert "unit_report.purpose" in answer.out


def test_import_refuses_a_faulty_file_whole(tertial: Prompt, catalogue: Path) -> None:
    """What is right in it is not read either."""
    change(catalogue, "Förbättra näringslivsklimatet.", "Ändrat mål.")
    change(catalogue, 'level = "board_goal"', 'level = "boardgoal"')
    answer = tertial("goals", "import", str(catalogue), "--yes")
    assert (answer.code, answer.out) == (1, "")
    assert "Menade du ”board_goal”?" in answer.err
    assert "Ändrat mål." not in tertial("goals", "list").out


def test_import_asks_before_it_changes_what_is_there(tertial: Prompt, catalogue: Path) -> None:
    """Without a stamp nobody knows what is new and what is old."""
    change(catalogue, "Förbättra näringslivsklimatet.", "Ändrat mål.")
    asked = tertial("goals", "import", str(catalogue))
    assert (asked.code, asked.out) == (1, "")
    assert "Mål 3.4.5" in asked.err
    assert "Inget är ändrat." in asked.err
    answer = tertial("goals", "import", str(catalogue), "--yes", "--json")
    assert answer.code == 0, answer.err
    assert (answer.json["created"], answer.json["changed"]) == (0, 1)
    assert answer.json["stand_in"] is True
    assert "Ändrat mål." in tertial("goals", "list").out


def test_the_same_file_again_changes_nothing(tertial: Prompt, catalogue: Path) -> None:
    """Importing is idempotent."""
    answer = tertial("goals", "import", str(catalogue), "--json")
    assert (answer.code, answer.json["id"]) == (0, None)


def test_an_export_can_be_edited_and_read_again(tertial: Prompt, tmp_path: Path) -> None:
    """The stamp says what the file shows, so an edit of it needs no question."""
    file = tmp_path / "ut.toml"
    assert tertial("goals", "export", str(file)).code == 0
    assert tertial("goals", "check", str(file)).out == "Inga fel. Filen innehåller inget nytt.\n"
    change(file, "Förbättra näringslivsklimatet.", "Ändrat mål.")
    assert tertial("goals", "import", str(file)).code == 0
    assert "Ändrat mål." in tertial("goals", "list").out
    comment = "# Min kommentar.\n"
    file.write_text(comment + file.read_text(encoding="utf-8"), encoding="utf-8")
    answer = tertial("goals", "export", "-o", str(file), "--json")
    assert answer.code == 0, answer.err
    assert file.read_text(encoding="utf-8").startswith(comment)


def test_an_export_spares_a_file_with_unread_edits(tertial: Prompt, tmp_path: Path) -> None:
    """Nobody's work is written over."""
    file = tmp_path / "ut.toml"
    assert tertial("goals", "export", str(file)).code == 0
    change(file, "Förbättra näringslivsklimatet.", "Ändrat mål.")
    before = file.read_bytes()
    answer = tertial("goals", "export", str(file))
    assert answer.code == 1
    assert "inte är inlästa" in answer.err
    assert file.read_bytes() == before
    assert tertial("goals", "export").code == 2
