"""A prompt for stories of line mode: in an empty home, in one that is set up, in the demo."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from model.example.catalogue import example_catalogue
from model.example.demo import build_demo
from model.home.paths import HOME_VARIABLE, Home, home_at
from model.plan.vocabulary import Role
from model.setup.first_start import Wishes, set_up
from tests.tui.line_mode.prompt import TODAY, Prompt


@pytest.fixture
def empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Prompt:
    """A prompt on a fresh machine."""
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    return Prompt(tmp_path / "hem", capsys)


@pytest.fixture(scope="session")
def set_up_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Åsa's home on her first day, to be copied and not touched."""
    folder = tmp_path_factory.mktemp("första-start") / "hem"
    wishes = Wishes(name="Åsa Öst", units=("Kostenheten",), catalogue=example_catalogue())
    set_up(home_at(folder), wishes, date.fromisoformat(TODAY))
    return folder


@pytest.fixture
def tertial(empty: Prompt, set_up_home: Path) -> Prompt:
    """A prompt in the home of Åsa, who has just set up Kostenheten and planned nothing yet."""
    shutil.copytree(set_up_home, empty.home)
    return empty


@pytest.fixture(scope="session")
def demo_homes(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Role], Home]:
    """The demo of each role, built when it is first wanted; to be copied and not touched."""

    @cache
    def demo_of(role: Role) -> Home:
        home = home_at(tmp_path_factory.mktemp(role.value) / "hem")
        build_demo(home, role=role)
        return home

    return demo_of


@pytest.fixture
def demo_home(demo_homes: Callable[[Role], Home]) -> Path:
    """The demo's home, to be copied and not touched."""
    return demo_homes(Role.UNIT).data


@pytest.fixture
def central_demo_home(demo_homes: Callable[[Role], Home]) -> Path:
    """The centre's home of the demo, to be copied and not touched."""
    return demo_homes(Role.CENTRAL).data


@pytest.fixture
def department_demo_home(demo_homes: Callable[[Role], Home]) -> Path:
    """A department head's home of the demo, to be copied and not touched."""
    return demo_homes(Role.DEPARTMENT).data


@pytest.fixture
def demo(empty: Prompt, demo_home: Path) -> Prompt:
    """A prompt in the demo, where a year has been planned and reported."""
    shutil.copytree(demo_home, empty.home)
    return empty
