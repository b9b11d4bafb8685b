"""The whole run when something nobody foresaw happens: words on the screen, the rest in the log."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import partialmethod
from typing import TYPE_CHECKING

import pytest
from textual.app import App

from model.example.demo import DEMO_DAY
from model.home.paths import HOME_VARIABLE, Home
from tui.app.app import TertialApp
from tui.app.screens.home import HomeScreen
from tui.app.start import run_app
from tui.line_mode.ending import run_safely

if TYPE_CHECKING:
    from textual.pilot import Pilot


@pytest.fixture
def collecting() -> Iterator[None]:
    """Garbage is collected again afterwards."""
    yield
    gc.unfreeze()
    gc.enable()


async def presses_search(pilot: Pilot[int]) -> None:
    """Somebody searches."""
    await pilot.press("slash")


@pytest.mark.usefixtures("collecting")
def test_the_message_names_the_log_and_the_log_has_the_rest(
    home: Home, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """No traceback reaches the user; whoever mends the program finds it in the log."""

    def fail(screen: HomeScreen) -> None:
        raise ZeroDivisionError("något oväntat")

    monkeypatch.setenv(HOME_VARIABLE, str(home.data))
    monkeypatch.setattr(HomeScreen, "action_search", fail)
    run = partialmethod(App.run, headless=True, auto_pilot=presses_search)
    monkeypatch.setattr(TertialApp, "run", run)
    code = run_safely(lambda: run_app(home, DEMO_DAY), [])
    out, err = capfd.readouterr()
    assert code == 1
    assert "Något gick fel i programmet (ZeroDivisionError)" in err
    assert "Det som var sparat är kvar." in err
    assert str(home.log) in err
    assert "Traceback" not in out + err
    log = home.log.read_text(encoding="utf-8")
    assert "Traceback" in log
    assert "ZeroDivisionError: något oväntat" in log


@pytest.mark.usefixtures("collecting")
def test_leaving_ends_with_nothing_said(
    home: Home, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The exit code is 0."""

    async def leaves(pilot: Pilot[int]) -> None:
        await pilot.press("ctrl+q")

    monkeypatch.setattr(TertialApp, "run", partialmethod(App.run, headless=True, auto_pilot=leaves))
    assert run_safely(lambda: run_app(home, DEMO_DAY), []) == 0
    assert capfd.readouterr() == ("", "")
