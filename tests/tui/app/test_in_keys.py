"""The app names its keys where line mode names its commands."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import sync
from model.home.paths import Home
from sync.errors import ShareSwapped
from tests.tui.app.meeting import Meeting
from tests.tui.app.person import at_the_screen
from tui.actions import action
from tui.app.in_keys import KEYS, in_keys

WITHOUT_KEY = (
    "”tertial --home MAPP setup",
    "”tertial export compilation”",
    "”tertial import",
    "”tertial doctor”",
)
"""What the app cannot do, or not for the other home that is spoken of."""


def quoted() -> list[str]:
    """Every text of the exchange that names a command."""
    texts: list[str] = []
    for file in sorted(Path(sync.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts += [node.value] if "”tertial " in node.value else []
    return texts


def test_what_the_exchange_says_names_no_command_for_which_there_is_a_key() -> None:
    """Whoever reads it in the app has no prompt to type at."""
    texts = quoted()
    assert texts
    left = {text for text in texts if "”tertial " in in_keys(text)}
    assert {text for text in left if not any(each in text for each in WITHOUT_KEY)} == set()


@pytest.mark.parametrize("command", KEYS)
def test_a_command_becomes_the_key_that_does_it(command: str) -> None:
    """With the word that stands beside the key, also where the command has more words."""
    context, name, where = KEYS[command]
    one = action(context, name)
    key = f"{one.shown_key} ({one.label})"
    said = in_keys(f"Gör det med ”tertial {command} DET HÄR”, om det går.")
    assert said == f"Gör det med {f'{key} {where}'.strip()}, om det går."


def test_a_command_that_has_no_key_stands() -> None:
    """Then the command is what helps."""
    text = "Kör ”tertial doctor --rebuild”, och ”tertial synkat” är inget."
    assert in_keys(text) == text


async def test_a_share_that_was_emptied_is_made_again_with_a_key(home: Home) -> None:
    """Both in the message over the screen and under Delning."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        meeting.loses_drive()
        await person.does("sync")
        assert "skapa den igen med k (skapa) under Delning (d)" in person.text
        assert "tertial share" not in person.text
        await person.presses("enter")
        await person.does("sharing")
        assert "skapa den igen med k (skapa) under Delning (d)" in person.text


def test_in_line_mode_the_command_is_named() -> None:
    """The message itself is the same."""
    said = str(ShareSwapped("//server/plan"))
    assert "glöm delningen med ”tertial share forget”" in said
    assert "glöm delningen med g (glöm) under Delning (d)" in in_keys(said)
