"""The device's settings at a prompt."""

from __future__ import annotations

import pytest

from tests.tui.line_mode.prompt import Prompt


def test_all_settings_are_shown(tertial: Prompt) -> None:
    """With what they mean."""
    rows = {row["id"]: row["value"] for row in tertial.json("settings")}
    assert (rows["theme"], rows["name"], rows["unit"]) == ("mork", "Åsa Öst", "Kostenheten")
    assert rows["database"] == str(tertial.home / "tertial.sqlite3")
    assert "dina enheter" in tertial("settings").out


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("theme", "ljus", "ljus"),
        ("theme", "Hög kontrast", "hogkontrast"),
    ],
)
def test_a_setting_is_changed(tertial: Prompt, key: str, typed: str, kept: str) -> None:
    """And kept, beside whatever comments the file has."""
    config = tertial.home / "config.toml"
    config.write_text("# Min rad.\n" + config.read_text(encoding="utf-8"), encoding="utf-8")
    answer = tertial("settings", key, typed)
    assert (answer.code, answer.out) == (0, f"{kept}\n")
    assert tertial("settings", key).out == f"{kept}\n"
    assert config.read_text(encoding="utf-8").startswith("# Min rad.\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("thme",), "Menade du theme?"),
        (("theme", "rosa"), "Välj bland mork, ljus, hogkontrast."),
        (("name", " "), "behöver ett namn"),
        (("role", "central"), "tertial setup --role"),
        (("database", "/x"), "går inte att ändra"),
    ],
)
def test_what_cannot_be_set(tertial: Prompt, words: tuple[str, ...], said: str) -> None:
    """The reason is told, and the file is as it was."""
    before = (tertial.home / "config.toml").read_bytes()
    answer = tertial("settings", *words)
    assert answer.code in (1, 2)
    assert said in answer.err
    assert (tertial.home / "config.toml").read_bytes() == before


def test_a_new_name_follows_what_one_has_written(tertial: Prompt) -> None:
    """A name may change; it is the same person, so the history shows the new name."""
    assert tertial("settings", "name", "Åsa  Ek").out == "Åsa Ek\n"
    assert tertial("settings", "name").out == "Åsa Ek\n"
