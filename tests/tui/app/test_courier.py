"""The program that exchanges beside the app: a real one, on a real folder."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from model.example.demo import DEMO_DAY
from model.home.paths import Home
from model.workspace.opening import open_workspace
from sync.syncing import create_share
from sync.turn import turn
from tui.app.courier import by_program
from tui.exchanging.wire import Ended, Refused, Request, folders_of


def asked(home: Home, folder: Path) -> Request:
    """An exchange with a new share in a folder."""
    workspace = open_workspace(home, DEMO_DAY)
    create_share(workspace.database, str(folder))
    workspace.close()
    return Request(folders=folders_of(home), today=DEMO_DAY, addresses=(str(folder),))


async def test_it_exchanges_and_says_what_was_done(home: Home, tmp_path: Path) -> None:
    """With its steps in words; a folder called sync where one stands is none of its business."""
    (tmp_path / "sync").mkdir()
    (tmp_path / "sync" / "__init__.py").write_text("raise SystemExit(9)", encoding="utf-8")
    steps: list[str] = []
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        answer = await by_program(asked(home, tmp_path / "delning å"), steps.append)
    finally:
        os.chdir(before)
    assert isinstance(answer, Ended)
    (done,) = answer.shares
    assert (done.is_known, done.problems) == (True, ())
    assert done.sent > 10
    assert steps[0] == "Hämtar 1 av 1"


async def test_another_windows_exchange_is_no_fault(home: Home, tmp_path: Path) -> None:
    """It is said, and tried again; nothing is called out of order."""
    request = asked(home, tmp_path / "delning")
    with turn(home.database):
        answer = await by_program(request, lambda _words: None)
    assert isinstance(answer, Refused)
    assert "pågår redan i ett annat fönster" in answer.message
    assert not answer.brief


async def test_it_is_given_up_without_waiting(home: Home, tmp_path: Path) -> None:
    """At the first step; nothing is half done, and the next one does the rest."""
    request = asked(home, tmp_path / "delning")

    def give_up() -> None:
        work.cancel()

    work = asyncio.ensure_future(by_program(request, lambda _words: give_up()))
    with pytest.raises(asyncio.CancelledError):
        await work
    again = Request(folders=request.folders, today=DEMO_DAY, addresses=request.addresses, wait=60)
    assert isinstance(await by_program(again, lambda _words: None), Ended)


async def test_a_program_that_dies_is_told_of(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever ends it, the app goes on and says what is safe."""
    request = asked(home, tmp_path / "delning")
    monkeypatch.setattr("sys.executable", "/bin/false")
    answer = await by_program(request, lambda _words: None)
    assert isinstance(answer, Refused)
    assert "är sparat på den här datorn" in answer.message
    monkeypatch.setattr("sys.executable", str(tmp_path / "borta"))
    assert await by_program(request, lambda _words: None) == answer
