"""What a machine that went down left half-written on a share does not lie there for ever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from sync import clearing, rolling
from sync.segment import name_from
from sync.state import lying
from tests.sync.homes import KITCHEN, SHARE, Clock, HomeOf, fresh_folder, new_share
from tests.sync.memory_files import Crash, MemoryFiles

FOLDER = SHARE / KITCHEN
A_DAY = timedelta(days=1)
A_MONTH = timedelta(days=31)


class Kitchen:
    """Anna and Bo of the same unit."""

    def __init__(self) -> None:
        folder = fresh_folder()
        self.clock = Clock()
        self.files = MemoryFiles()
        new_share(self.files)
        self.anna = HomeOf(folder / "anna", "anna", clock=self.clock)
        self.bo = HomeOf(folder / "bo", "bo", clock=self.clock)
        for home in (self.anna, self.bo):
            home.plan(home.profile.person, title="Möten")
            self.sync(home)

    def sync(self, home: HomeOf, after: timedelta = timedelta(0)) -> None:
        """A home syncs after a while, and all is well."""
        self.clock.at += after
        self.files.now = self.clock.at.timestamp()
        outcome = home.sync(self.files)
        assert not outcome.problems
        assert outcome.waiting.count == 0

    def crash(self, home: HomeOf) -> Path:
        """A home's machine goes down before a file has its name; gives what is left of it."""

        def power_cut(_number: int, what: str, _path: Path) -> None:
            if what == "rename":
                raise Crash

        home.plan("frukost", title="Frukost")
        self.files.before = power_cut
        self.files.now = self.clock.at.timestamp()
        with pytest.raises(Crash):
            home.sync(self.files)
        self.files.mend()
        home.restart()
        (left,) = self.left()
        return left

    def left(self) -> list[Path]:
        """The half-written files."""
        return [path for path in self.files.content if path.suffix == ".tmp"]


@pytest.fixture
def kitchen() -> Iterator[Kitchen]:
    """Both have sent something."""
    kitchen = Kitchen()
    yield kitchen
    kitchen.anna.close()
    kitchen.bo.close()


def test_who_left_it_clears_it_away_a_day_later(kitchen: Kitchen) -> None:
    """The work itself is sent at once; the rest of the file goes by and by."""
    left = kitchen.crash(kitchen.anna)
    kitchen.sync(kitchen.anna)
    assert kitchen.left() == [left]
    kitchen.sync(kitchen.anna, A_DAY)
    assert kitchen.left() == []
    kitchen.sync(kitchen.bo)
    assert kitchen.bo.title("frukost") == "Frukost"


def test_somebody_else_leaves_it_for_a_month(kitchen: Kitchen) -> None:
    """The machine may sleep in the middle of writing; one that never comes back is cleared for."""
    left = kitchen.crash(kitchen.anna)
    for _ in range(2):
        kitchen.sync(kitchen.bo, timedelta(days=14))
        assert kitchen.left() == [left]
    kitchen.bo.plan("lunch", title="Lunch")
    kitchen.sync(kitchen.bo, A_MONTH)
    kitchen.sync(kitchen.bo)
    assert kitchen.left() == []
    kitchen.sync(kitchen.anna)
    assert kitchen.anna.title("frukost") == "Frukost"


def test_what_is_being_written_stays(kitchen: Kitchen) -> None:
    """It grows from one time to the next, however slowly."""
    left = kitchen.crash(kitchen.anna)
    for _ in range(4):
        kitchen.sync(kitchen.bo, A_MONTH)
        kitchen.files.content[left] += b"mer"
        kitchen.files.times[left] = 0.0
    assert kitchen.left() == [left]


def test_a_wrong_clock_does_not_make_a_month(
    kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the file's own time nor a jump of the computer's."""
    monkeypatch.setattr(lying, "MOST_AT_ONCE", A_DAY.total_seconds())
    left = kitchen.crash(kitchen.anna)
    kitchen.files.times[left] = 0.0
    kitchen.sync(kitchen.bo)
    kitchen.sync(kitchen.bo, timedelta(days=3650))
    assert kitchen.left() == [left]


def test_who_writes_on_when_it_was_cleared_away_writes_anew(kitchen: Kitchen) -> None:
    """A machine that slept for months loses nothing."""
    kitchen.anna.plan("frukost", title="Frukost")

    def cleared(_number: int, what: str, _path: Path) -> None:
        if what == "rename":
            kitchen.files.mend()
            for path in kitchen.left():
                del kitchen.files.content[path]

    kitchen.files.before = cleared
    kitchen.sync(kitchen.anna)
    kitchen.sync(kitchen.bo)
    assert kitchen.bo.title("frukost") == "Frukost"


def half_written(kitchen: Kitchen, writer: str, count: int) -> list[Path]:
    """Files that somebody's machine has left when it went down again and again."""
    made = [FOLDER / f"{writer}-{number:020x}.tmp" for number in range(count)]
    kitchen.files.content |= dict.fromkeys(made, b"half")
    kitchen.files.times |= dict.fromkeys(made, 0.0)
    return made


def test_what_may_not_be_removed_hinders_nothing(
    kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where everybody may remove his own files alone, the others' stay, and the rest is done."""
    monkeypatch.setattr(rolling, "PARTS", 3)
    theirs = half_written(kitchen, "0" * 20, 2)
    kitchen.sync(kitchen.anna)

    def refuse(_number: int, what: str, path: Path) -> None:
        if what == "remove" and path == theirs[0]:
            raise PermissionError(13, "Permission denied")

    kitchen.files.before = refuse
    for day in range(4):
        kitchen.anna.plan("frukost", title=f"Frukost {day}")
        kitchen.sync(kitchen.anna, A_MONTH)
    assert kitchen.left() == [theirs[0]]
    names = [name_from(path.name) for path in kitchen.files.content]
    assert any(name is not None and name.last > name.first for name in names)


def test_more_than_go_at_a_time_go_the_next_time(kitchen: Kitchen) -> None:
    """They have lain as long as the others."""
    half_written(kitchen, "0" * 20, clearing.REMOVED_AT_A_TIME + 1)
    kitchen.sync(kitchen.anna)
    kitchen.sync(kitchen.anna, A_MONTH)
    assert len(kitchen.left()) == 1
    kitchen.sync(kitchen.anna)
    assert kitchen.left() == []


def test_other_files_are_left_alone(kitchen: Kitchen) -> None:
    """Only what this program names so is ever removed."""
    others = [FOLDER / name for name in ("anteckning.tmp", "~$plan.tmp", "desktop.ini")]
    kitchen.files.content |= dict.fromkeys(others, b"")
    for _ in range(3):
        kitchen.sync(kitchen.anna, A_MONTH)
    assert set(others) <= set(kitchen.files.content)
