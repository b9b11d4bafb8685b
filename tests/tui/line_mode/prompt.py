"""Somebody at a prompt: runs a command by its words on a home, and reads what it said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.__main__ import run
from tui.line_mode.swedish_click import speak_swedish

if TYPE_CHECKING:
    import pytest

speak_swedish()

TODAY = "2024-04-23"
Json = Any
"""A JSON value as Python builtins."""


@dataclass(frozen=True)
class Answer:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Json:
        """The one JSON value on stdout; fails where there is anything else."""
        return json.loads(self.out)


class Prompt:
    """A prompt in a home of its own; `tertial(…)` runs a command there."""

    def __init__(self, home: Path, capture: pytest.CaptureFixture[str], today: str = TODAY) -> None:
        self.home = home
        self.today = today
        self._capture = capture

    def __call__(self, *words: str) -> Answer:
        """Run a command in this home on the story's day."""
        return self.plainly("--home", str(self.home), "--today", self.today, *words)

    def plainly(self, *words: str) -> Answer:
        """Run a command with nothing added."""
        self._capture.readouterr()
        code = run(list(words))
        said = self._capture.readouterr()
        return Answer(code, said.out, said.err)

    def json(self, *words: str) -> Json:
        """What a command says as JSON; it must succeed, or have found something."""
        answer = self(*words, "--json")
        assert answer.code in (0, 1), answer.err
        return answer.json

    def id_of(self, title: str) -> str:
        """The whole id of this home's activity with a title."""
        rows = self.json("plan", "list")
        return next(str(row["id"]) for row in rows if row["title"] == title)


def in_a_process(
    *words: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a shell does, with bytes for output and nobody at the keyboard."""
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
