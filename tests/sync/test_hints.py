"""How much an exchange asks of a share: a network drive answers slowly, so calls are counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from model.plan.entities import Goal
from model.plan.vocabulary import Role
from sync.segment import START, cut, encode
from tests.sync.homes import KITCHEN, LIBRARY, SHARE, Clock, HomeOf, fresh_folder, new_share
from tests.sync.memory_files import MemoryFiles
from tests.sync.test_hostile import change

MINUTE = timedelta(minutes=1)
SCOPES = 300


class Office:
    """Anna of the kitchen, Bo of the library, Cia of the centre, and their share."""

    def __init__(self) -> None:
        folder = fresh_folder()
        self.clock = Clock()
        self.files = MemoryFiles()
        new_share(self.files)
        self.anna = HomeOf(folder / "anna", "anna", clock=self.clock)
        self.bo = HomeOf(folder / "bo", "bo", clock=self.clock, units=(LIBRARY,))
        self.cia = HomeOf(folder / "cia", "cia", clock=self.clock, role=Role.CENTRAL, units=())
        self.cia.set_goal("mål", text="Fler ska trivas")

    def calls(self, home: HomeOf, *, sweep: bool = False) -> int:
        """How many calls an exchange of a home takes, a minute later."""
        self.clock.at += MINUTE
        self.files.now = self.clock.at.timestamp()
        before = self.files.calls
        outcome = home.sync(self.files, sweep=sweep)
        assert not outcome.problems
        assert outcome.waiting.count == 0
        return self.files.calls - before

    def settle(self, home: HomeOf) -> None:
        """A home syncs until it has seen everything stand still."""
        for _ in range(3):
            self.calls(home, sweep=True)

    def fill(self) -> None:
        """Three hundred units have each sent something."""
        for number in range(SCOPES):
            scope = f"{number:08d}-1111-4111-8111-111111111111"
            line = change(scope=scope, id=f"{number}", fields={"title": f"Aktivitet {number}"})
            (segment,) = cut(scope, f"{number:020x}", 0, START, [line])
            folder = SHARE / scope
            self.files.folders.add(folder)
            self.files.content[folder / segment.name.file] = encode(segment)
            self.files.times[folder] = self.files.now


@pytest.fixture
def office() -> Iterator[Office]:
    """Everybody has met."""
    office = Office()
    office.anna.plan("möten", title="Möten")
    for home in (office.cia, office.anna, office.bo, office.cia):
        office.settle(home)
    yield office
    for home in (office.anna, office.bo, office.cia):
        home.close()


def test_a_unit_with_nothing_new(office: Office) -> None:
    """The marker, the centre's folder and its own, however many others there are."""
    assert office.calls(office.anna, sweep=True) == 3
    assert office.calls(office.anna) == 3


def test_a_unit_that_sends_a_hundred_changes(office: Office) -> None:
    """They go as one file."""
    for number in range(100):
        office.anna.plan(f"aktivitet {number}", title="Ny")
    assert office.calls(office.anna) <= 20


def test_a_unit_that_receives_a_hundred_changes(office: Office) -> None:
    """However many came, they are one file."""
    other = HomeOf(office.anna.folder.parent / "annas andra", "anna", clock=office.clock)
    office.settle(other)
    for number in range(100):
        other.plan(f"aktivitet {number}", title="Ny")
    office.calls(other)
    assert office.calls(office.anna) <= 20
    assert office.anna.title("aktivitet 99") == "Ny"


def test_the_centre_over_three_hundred_units(office: Office) -> None:
    """A round in which nothing has come is as cheap as a unit's; all are listed at the start."""
    office.fill()
    office.settle(office.cia)
    assert office.cia.title("299") == "Aktivitet 299"
    assert office.calls(office.cia, sweep=True) <= 310
    assert office.calls(office.cia) <= 4
    office.anna.plan("möten", title="Andra möten")
    office.calls(office.anna)
    assert office.calls(office.cia) <= 20
    assert office.cia.title("möten") == "Andra möten"


def test_a_network_that_takes_a_fifth_of_a_second_for_each_call(office: Office) -> None:
    """A unit with a day's work waits for some seconds in all, behind the screen."""
    waited = timedelta(0)

    def slow(_number: int, _what: str, _path: Path) -> None:
        nonlocal waited
        waited += timedelta(milliseconds=200)
        office.clock.at += timedelta(milliseconds=200)

    office.files.before = slow
    for number in range(20):
        office.anna.plan(f"aktivitet {number}", title="Ny")
    office.calls(office.anna)
    office.calls(office.bo)
    assert waited < timedelta(seconds=4)


def test_all_are_listed_at_least_hourly(office: Office) -> None:
    """A file server whose folders keep their old times delays, and hides nothing for good."""
    office.anna.plan("möten", title="Andra möten")
    kept = dict(office.files.times)
    office.calls(office.anna)
    office.files.times.update(kept)
    office.calls(office.cia)
    assert office.cia.title("möten") == "Möten"
    office.clock.at += timedelta(hours=1)
    office.calls(office.cia)
    assert office.cia.title("möten") == "Andra möten"


def test_a_change_within_the_same_tick_of_the_share_s_clock(office: Office) -> None:
    """Times may be as coarse as two seconds: a scope is listed until its time has stood still."""
    office.anna.plan("möten", title="Andra möten")
    office.anna.sync(office.files)
    office.cia.sync(office.files, sweep=False)
    same = dict(office.files.times)
    office.anna.plan("möten", title="Tredje möten")
    office.anna.sync(office.files)
    office.files.times.update(same)
    office.cia.sync(office.files, sweep=False)
    assert office.cia.title("möten") == "Tredje möten"


def test_a_file_that_is_filled_without_the_folder_s_time_changing(office: Office) -> None:
    """A scope in which a file is awaited is looked at each time."""
    path: Path = next(path for path in office.files.content if path.parent.name == KITCHEN)
    whole = office.files.content[path]
    folder = office.anna.folder.parent / "ny"
    newcomer = HomeOf(folder, "ny", clock=office.clock, role=Role.CENTRAL, units=())
    office.files.content[path] = b""
    office.settle(newcomer)
    office.files.content[path] = whole
    office.calls(newcomer)
    assert newcomer.title("möten") == "Möten"


def test_a_unit_that_may_not_see_the_whole_share(office: Office) -> None:
    """It needs only the centre's folder and its own."""
    real = office.files.listing

    def refusing(folder: Path, *, is_real: bool = False) -> object:
        if folder == SHARE:
            raise PermissionError(13, "Permission denied")
        return real(folder, is_real=is_real)

    office.files.listing = refusing  # type: ignore[method-assign,assignment]  # a stricter share
    office.anna.plan("möten", title="Andra möten")
    assert office.calls(office.anna) > 3
    office.cia.set_goal("mål", text="Ännu fler")
    assert office.cia.sync(office.files).problems, "the centre is told"
    assert office.cia.sync(office.files).waiting.count == 0
    assert office.calls(office.anna)
    goal = office.anna.workspace.plan.find(Goal, "mål")
    assert goal is not None
    assert goal.text == "Ännu fler"
