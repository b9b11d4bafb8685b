"""A writer's many small files become few, and nobody notices but the one who lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from model.plan.vocabulary import Role
from sync import rolling
from sync.segment import SegmentName, decode, name_from
from sync.state import lying
from tests.sync.checking import check_home
from tests.sync.homes import KITCHEN, SHARE, Clock, HomeOf, fresh_folder, new_share
from tests.sync.memory_files import Crash, MemoryFiles

FOLDER = SHARE / KITCHEN
WEEK = timedelta(days=8)
A_DAY = timedelta(days=1)
YEARS = timedelta(days=3650)


class Kitchen:
    """Anna, who sends a little each day; Bo of the same unit; Cia of the centre, who only reads."""

    def __init__(self) -> None:
        folder = fresh_folder()
        self.clock = Clock()
        self.files = MemoryFiles()
        new_share(self.files)
        self.anna = HomeOf(folder / "anna", "anna", clock=self.clock)
        self.bo = HomeOf(folder / "bo", "bo", clock=self.clock)
        self.cia = HomeOf(folder / "cia", "cia", clock=self.clock, role=Role.CENTRAL, units=())
        self.days = 0

    def sync(self, home: HomeOf) -> None:
        """A home syncs, and all is well."""
        self.files.now = self.clock.at.timestamp()
        outcome = home.sync(self.files)
        assert not outcome.problems
        assert not outcome.unread
        assert outcome.waiting.count == 0

    def work(self, days: int = 1) -> None:
        """Anna writes and sends something on each of some days."""
        for _ in range(days):
            self.days += 1
            self.anna.plan(f"dag {self.days}", title=f"Dag {self.days}")
            self.sync(self.anna)

    def names(self) -> list[SegmentName]:
        """The segments in the unit's folder, in order."""
        found = (name_from(path.name) for path in self.files.content if path.parent == FOLDER)
        return sorted(name for name in found if name is not None)

    def ranges(self) -> list[tuple[int, int]]:
        """What the segments cover."""
        return [(name.first, name.last) for name in self.names()]

    def path(self, first: int, last: int) -> Path:
        """The file of a segment."""
        (found,) = [each for each in self.names() if (each.first, each.last) == (first, last)]
        return FOLDER / found.file

    def reads(self, home: HomeOf) -> list[tuple[int, int]]:
        """Which segments a home reads when it syncs."""
        read: list[tuple[int, int]] = []

        def watch(_number: int, what: str, path: Path) -> None:
            name = name_from(path.name)
            if what == "read" and name is not None and path.parent == FOLDER:
                read.append((name.first, name.last))

        self.files.before = watch
        try:
            self.sync(home)
        finally:
            self.files.mend()
        return read

    def meet(self) -> None:
        """Everybody, and a newcomer, come to show the same."""
        newcomer = HomeOf(fresh_name(self.anna), "ny", clock=self.clock)
        for home in (self.anna, self.bo, self.cia, newcomer, self.anna):
            self.sync(home)
        for home in (self.anna, self.bo, self.cia, newcomer):
            check_home(home)
            assert len(home.entries()) == self.days
            assert home.tables() == self.anna.tables()


def fresh_name(home: HomeOf) -> Path:
    """A place for one more home beside another."""
    beside = home.folder.parent
    return beside / f"hem {len(list(beside.iterdir()))}"


@pytest.fixture
def kitchen() -> Iterator[Kitchen]:
    """Before the first day."""
    kitchen = Kitchen()
    yield kitchen
    for home in (kitchen.anna, kitchen.bo, kitchen.cia):
        home.close()


def test_eight_small_files_become_one_beside_them(kitchen: Kitchen) -> None:
    """The larger one holds the same lines, and those who read the small ones need not read it."""
    kitchen.work(7)
    kitchen.sync(kitchen.bo)
    kitchen.sync(kitchen.cia)
    assert len(kitchen.names()) == 7
    kitchen.work()
    assert (1, 8) in kitchen.ranges()
    assert len(kitchen.names()) == 9
    whole = kitchen.path(1, 8)
    name = name_from(whole.name)
    assert name is not None
    lines = decode(kitchen.files.content[whole], KITCHEN, name).lines
    assert set(lines) == {entry.line for entry in kitchen.anna.entries().values()}
    assert kitchen.reads(kitchen.cia) == [(8, 8)]
    assert kitchen.reads(kitchen.bo) == [(8, 8)]
    kitchen.meet()


def test_a_newcomer_reads_the_large_file_and_none_of_the_small(kitchen: Kitchen) -> None:
    """What lies within a file that was read is known."""
    kitchen.work(8)
    newcomer = HomeOf(fresh_name(kitchen.anna), "ny", clock=kitchen.clock)
    assert kitchen.reads(newcomer) == [(1, 8)]
    assert kitchen.reads(newcomer) == []
    kitchen.meet()


def test_the_small_files_go_a_week_later(kitchen: Kitchen) -> None:
    """By the share's clock; a sync client that is days behind has both until then."""
    kitchen.work(8)
    kitchen.sync(kitchen.bo)
    kitchen.clock.at += timedelta(days=6)
    kitchen.work(2)
    assert len(kitchen.names()) == 11
    kitchen.clock.at += timedelta(days=2)
    kitchen.work(2)
    assert kitchen.ranges() == [(1, 8), (9, 9), (10, 10), (11, 11), (12, 12)]
    kitchen.meet()


def in_ten_years(kitchen: Kitchen) -> None:
    """Somebody's file on the share bears a time that is ten years off."""
    kitchen.files.now = (kitchen.clock.at + YEARS).timestamp()
    kitchen.files.content[FOLDER / "anteckning.txt"] = b""
    kitchen.files.times[FOLDER / "anteckning.txt"] = kitchen.files.now


def her_clock_for_a_while(kitchen: Kitchen) -> None:
    """Anna's computer believes for one exchange to be ten years ahead, and so her files say."""
    kitchen.anna.off = YEARS
    kitchen.clock.at += YEARS
    kitchen.work()
    kitchen.clock.at -= YEARS
    kitchen.anna.off = timedelta(0)


@pytest.mark.parametrize("wrong", [in_ten_years, her_clock_for_a_while])
def test_one_wrong_clock_does_not_make_a_week(
    kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch, wrong: Callable[[Kitchen], None]
) -> None:
    """Some sync client has not got the large file yet: the small ones stay for a week of days."""
    monkeypatch.setattr(lying, "MOST_AT_ONCE", A_DAY.total_seconds())
    kitchen.work(8)
    wrong(kitchen)
    for _ in range(5):
        kitchen.clock.at += A_DAY
        kitchen.sync(kitchen.anna)
        assert (1, 1) in kitchen.ranges()
    for _ in range(4):
        kitchen.clock.at += A_DAY
        kitchen.work()
    assert (1, 1) not in kitchen.ranges()
    kitchen.meet()


def test_a_large_file_that_was_gone_for_a_while_begins_anew(kitchen: Kitchen) -> None:
    """It has not lain there, so nobody can be sure to have it."""
    kitchen.work(8)
    large = kitchen.path(1, 8)
    content = kitchen.files.content.pop(large)
    kitchen.clock.at += WEEK
    kitchen.sync(kitchen.anna)
    kitchen.files.content[large] = content
    kitchen.files.times[large] = 0.0
    kitchen.work(2)
    assert (1, 1) in kitchen.ranges()
    kitchen.clock.at += WEEK
    kitchen.work()
    assert (1, 1) not in kitchen.ranges()
    kitchen.meet()


def test_who_answers_for_the_share_reads_the_large_file_when_the_small_are_gone(
    kitchen: Kitchen,
) -> None:
    """A second device of the unit would put back what is lost; the centre would not."""
    kitchen.work(7)
    kitchen.sync(kitchen.bo)
    kitchen.sync(kitchen.cia)
    kitchen.work()
    kitchen.sync(kitchen.bo)
    kitchen.sync(kitchen.cia)
    kitchen.clock.at += WEEK
    kitchen.work(2)
    assert (1, 1) not in kitchen.ranges()
    assert kitchen.reads(kitchen.bo) == [(1, 8), (9, 9), (10, 10)]
    assert kitchen.reads(kitchen.cia) == [(9, 9), (10, 10)]
    kitchen.meet()


def test_months_of_small_files_stay_few(kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch) -> None:
    """Large ones become larger ones, and each change is copied a few times in all."""
    monkeypatch.setattr(rolling, "PARTS", 3)
    copied = 0

    def count(_number: int, what: str, path: Path) -> None:
        nonlocal copied
        name = name_from(path.name)
        if what == "rename" and name is not None:
            copied += name.last - name.first + 1

    kitchen.files.before = count
    for _ in range(10):
        kitchen.work(4)
        kitchen.clock.at += WEEK
    kitchen.work(2)
    assert kitchen.days == 42
    assert len(kitchen.names()) < 12
    assert copied < 5 * kitchen.days
    kitchen.meet()


@pytest.mark.parametrize("content", [b"", b"skadad"])
def test_a_large_file_that_is_damaged_keeps_the_small_ones(
    kitchen: Kitchen, content: bytes
) -> None:
    """They go only if the larger one reads as it should on that very day."""
    a_damaged_large_file(kitchen, content)
    kitchen.meet()


def a_damaged_large_file(kitchen: Kitchen, content: bytes = b"") -> None:
    """The file server has lost what was rolled up, and a week has passed."""
    kitchen.work(8)
    kitchen.clock.at += WEEK
    kitchen.files.content[kitchen.path(1, 8)] = content
    kitchen.work(2)
    assert {(number, number) for number in range(1, 11)} <= set(kitchen.ranges())
    kitchen.files.content.pop(kitchen.path(1, 8))


def test_a_large_file_that_is_damaged_when_the_small_are_gone(kitchen: Kitchen) -> None:
    """Somebody of the unit who had read them gives their changes to the share again."""
    a_large_file_damaged_later(kitchen)


def a_large_file_damaged_later(kitchen: Kitchen) -> None:
    """Bo knows the small files and sees the large one first when it is damaged for good."""
    kitchen.work(8)
    large = kitchen.path(1, 8)
    content = kitchen.files.content.pop(large)
    kitchen.sync(kitchen.bo)
    kitchen.files.content[large] = content
    kitchen.clock.at += WEEK
    kitchen.work(2)
    assert (1, 1) not in kitchen.ranges()
    kitchen.files.content[large] = content[:-9]
    kitchen.sync(kitchen.bo)
    del kitchen.files.content[large]
    newcomer = HomeOf(fresh_name(kitchen.anna), "ny", clock=kitchen.clock)
    kitchen.sync(newcomer)
    assert len(newcomer.entries()) == 10


def test_a_file_that_cannot_be_removed_is_left_for_another_time(kitchen: Kitchen) -> None:
    """Where only creating is allowed, or somebody has it open, nothing is wrong."""
    kitchen.work(8)
    kitchen.clock.at += WEEK

    def refuse(_number: int, what: str, _path: Path) -> None:
        if what == "remove":
            raise PermissionError(13, "Permission denied")

    kitchen.files.before = refuse
    kitchen.work(2)
    assert len(kitchen.names()) == 11
    kitchen.files.mend()
    kitchen.work()
    assert len(kitchen.names()) == 4
    kitchen.meet()


def test_a_large_file_that_vanishes_is_put_back_whole(kitchen: Kitchen) -> None:
    """The small ones that it was made of do not come back."""
    kitchen.work(8)
    kitchen.clock.at += WEEK
    kitchen.work(2)
    kitchen.sync(kitchen.bo)
    before = kitchen.ranges()
    del kitchen.files.content[kitchen.path(1, 8)]
    kitchen.sync(kitchen.bo)
    assert kitchen.ranges() == before
    kitchen.meet()


def test_a_reader_who_is_in_the_middle_of_it(kitchen: Kitchen) -> None:
    """Files that vanish while they are read are looked for again at once."""
    kitchen.work(8)
    small = [kitchen.path(number, number) for number in range(1, 9)]
    whole = kitchen.path(1, 8)
    content = kitchen.files.content.pop(whole)
    newcomer = HomeOf(fresh_name(kitchen.anna), "ny", clock=kitchen.clock)

    def roll_up(_number: int, what: str, path: Path) -> None:
        if what == "read" and path == small[3]:
            kitchen.files.content[whole] = content
            for each in small:
                kitchen.files.content.pop(each, None)

    kitchen.files.before = roll_up
    kitchen.sync(newcomer)
    kitchen.files.mend()
    assert len(newcomer.entries()) == 8
    kitchen.meet()


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_cut_at_any_call_costs_nothing(moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an exchange that removes small files and rolls up newer ones: the next does the rest."""
    monkeypatch.setattr(rolling, "PARTS", 2)
    at = 0
    got_there = True
    while got_there:
        at += 1
        kitchen = Kitchen()
        kitchen.work()
        kitchen.sync(kitchen.bo)
        kitchen.work()
        kitchen.clock.at += WEEK
        kitchen.work()
        kitchen.days += 1
        kitchen.anna.plan(f"dag {kitchen.days}", title=f"Dag {kitchen.days}")
        got_there = cut(kitchen, at, moment)
        kitchen.meet()
    assert at > 20


def cut(kitchen: Kitchen, at: int, moment: str) -> bool:
    """Anna's machine loses power at a call of her exchange; False when there are no so many."""
    last = kitchen.files.calls + at

    def power_cut(number: int, _what: str, _path: Path) -> None:
        if number == last:
            raise Crash

    setattr(kitchen.files, moment, power_cut)
    kitchen.files.now = kitchen.clock.at.timestamp()
    try:
        kitchen.anna.sync(kitchen.files)
    except Crash:
        kitchen.files.lose_power()
    finally:
        kitchen.files.mend()
        kitchen.anna.restart()
    return kitchen.files.calls >= last
