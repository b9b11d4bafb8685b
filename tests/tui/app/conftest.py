"""A still room for the stories: each in a copy of a home of the demo."""

from __future__ import annotations

import asyncio
import inspect
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from model.home.paths import Home, home_at
from model.plan.vocabulary import Role
from tests.tui.app.pictures import ColourPicture, TextPicture
from tests.tui.app.style_sheets import ParsedSheets

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a story that is written as a coroutine."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True


@pytest.fixture(scope="session", autouse=True)
def parsed_sheets() -> Iterator[None]:
    """No story parses what another has parsed."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        ParsedSheets().use(monkeypatch)
        yield


@pytest.fixture(autouse=True)
def still_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for a clock, and nothing of this machine's own settings is seen."""
    monkeypatch.setattr("tui.app.drafts.DELAY_SECONDS", 0)
    for name in ("NO_COLOR", "COLORTERM", "TERTIAL_HOME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def home(demo_homes: Callable[[Role], Home], tmp_path: Path) -> Home:
    """A home of the head of Kostenheten, to do anything with."""
    return _copied(demo_homes(Role.UNIT), tmp_path)


@pytest.fixture
def department_home(demo_homes: Callable[[Role], Home], tmp_path: Path) -> Home:
    """A home of a department head."""
    return _copied(demo_homes(Role.DEPARTMENT), tmp_path)


@pytest.fixture
def central_home(demo_homes: Callable[[Role], Home], tmp_path: Path) -> Home:
    """A home of the centre."""
    return _copied(demo_homes(Role.CENTRAL), tmp_path)


@pytest.fixture
def new_home(tmp_path: Path) -> Home:
    """A home in which nobody has begun."""
    return home_at(tmp_path / "hem")


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The stored picture of a screen: `assert person.screen == picture`."""
    return snapshot.use_extension(TextPicture)


@pytest.fixture
def colours(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The stored image of a screen: `assert image_of(person.app) == colours`."""
    return snapshot.use_extension(ColourPicture)


def _copied(home: Home, folder: Path) -> Home:
    return home_at(shutil.copytree(home.data, folder / "hem"))
