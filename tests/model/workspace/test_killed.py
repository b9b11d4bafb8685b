"""A program that is killed in the middle of an edit: nothing that it said was saved is missing."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from model.store.journal import all_entries
from model.store.page import first_page, read_page
from model.workspace.workspace import Workspace
from tests.model.workspace.homes import home, open_at, profile

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = "tests.model.workspace.editing_program"
MOST_LINES = 15
MOST_SECONDS = 0.02


def killed(folder: Path, seed: int, chance: random.Random) -> list[list[str]]:
    """Start the editing program and kill it; gives what it had acknowledged, line by line."""
    command = [
        sys.executable,
        "-m",
        "tests.model.workspace.editing_program",
        str(folder),
        str(seed),
    ]
    wanted, patience = chance.randint(1, MOST_LINES), chance.uniform(0, MOST_SECONDS)
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(wanted)]
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=patience)
        process.kill()
        lines += process.stdout.readlines()
    return [line.split() for line in lines if line.endswith("\n")]


def kill_and_look(folder: Path, seed: int, times: int) -> None:
    """Kill it again and again in the same home, and look each time at what is there."""
    chance = random.Random(seed)  # noqa: S311 - a story, no secret
    home(folder).close()
    saved: set[str] = set()
    for time in range(times):
        drafts: dict[str, int] = {}
        for what, *words in killed(folder, 100 * seed + time, chance):
            if what == "saved":
                saved.update(words)
            else:
                drafts[words[0]] = int(words[1])
        assert saved
        with closing(sqlite3.connect(folder / "tertial.sqlite3")) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        with closing(open_at(folder)) as workspace:
            with workspace.database.reading() as connection:
                kept = {entry.name for entry in all_entries(connection)}
            assert saved <= kept
            assert workspace.differences() == []
            for key, number in drafts.items():
                text = workspace.draft(key)
                assert text is not None
                assert int(text.split()[0]) >= number
            page = read_page(workspace.database.path, profile())
            wanted = first_page(workspace.plan, profile())
            assert page is not None
            assert sorted(page.everything(), key=repr) == sorted(wanted.everything(), key=repr)


@pytest.mark.parametrize("seed", range(4))
def test_nothing_that_was_saved_is_missing_after_a_kill(tmp_path: Path, seed: int) -> None:
    """Twenty kills in all: edits, undoing and drafts, at any moment."""
    kill_and_look(tmp_path, seed, 5)


def test_a_power_cut_in_the_middle_of_writing_is_undone_at_the_next_start(tmp_path: Path) -> None:
    """Half of an edit is in the file, and its rollback journal beside it: it never happened."""
    with closing(home(tmp_path / "home")) as workspace:
        before = contents(workspace)
    path = tmp_path / "home" / "tertial.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE journal SET line = zeroblob(9000)")
        connection.execute("UPDATE page SET body = zeroblob(200000)")
        shutil.copytree(path.parent, tmp_path / "after the cut")
    cut = tmp_path / "after the cut" / "tertial.sqlite3"
    assert cut.with_name(f"{cut.name}-journal").stat().st_size > 0
    assert cut.stat().st_size > path.stat().st_size
    page = read_page(cut, profile())
    assert page is None or sorted(map(repr, page.everything())) == before[1]
    with closing(open_at(cut.parent)) as workspace:
        assert contents(workspace) == before
        assert workspace.differences() == []


def contents(workspace: Workspace) -> tuple[list[bytes], list[str]]:
    """The lines of the journal, and what the first page shows."""
    page = read_page(workspace.database.path, workspace.profile)
    assert page is not None
    with workspace.database.reading() as connection:
        lines = [entry.line for entry in all_entries(connection)]
    return lines, sorted(map(repr, page.everything()))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10, 14))
def test_nothing_is_missing_after_a_hundred_kills(tmp_path: Path, seed: int) -> None:
    """The same, a hundred times."""
    kill_and_look(tmp_path, seed, 25)
