"""What may be said of sending: what waits, since when, and what is wrong."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sync.folder.share import FolderShare
from sync.sent import sent
from sync.share import Share
from sync.standing import Standing, standing
from sync.syncing import sync
from tests.sync.homes import KITCHEN, LIBRARY, SHARE, HomeOf, new_share, no_pause
from tests.sync.memory_files import MemoryFiles


class Place:
    """A home with the shares that it can reach, each in memory."""

    def __init__(self, folder: Path, *addresses: str) -> None:
        self.home = HomeOf(folder / "anna", "Anna", units=(KITCHEN, LIBRARY))
        self.files = {address: MemoryFiles() for address in addresses}
        for files in self.files.values():
            new_share(files)

    @property
    def reach(self) -> Callable[[str, Path], Share]:
        """From an address to the share in memory."""
        return lambda address, _: FolderShare(address, SHARE, self.files[address], no_pause)

    def syncs(self) -> None:
        """Exchange with all."""
        sync(self.home.workspace, tuple(self.files), reach=self.reach)

    @property
    def now(self) -> Standing:
        """How it stands."""
        return standing(self.home.workspace, tuple(self.files))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A home with one share."""
    return Place(tmp_path, "en")


def test_what_waits_and_since_when(place: Place) -> None:
    """From the moment at which it is saved until the share has it."""
    assert (place.now.shares, place.now.waiting, place.now.reached) == (1, 0, None)
    place.home.plan("frukost", title="Frukost")
    first = place.now
    assert first.waiting == 1
    assert first.since is not None
    place.home.plan("lunch", title="Lunch")
    assert (place.now.waiting, place.now.since) == (2, first.since)
    place.syncs()
    assert (place.now.waiting, place.now.since, place.now.fault) == (0, None, "")
    assert place.now.reached is not None


def test_a_fault_stands_until_it_goes_well(place: Place) -> None:
    """In a few words; and the time of the last good exchange is not touched by it."""
    place.syncs()
    reached = place.now.reached
    place.home.plan("frukost", title="Frukost")

    def gone(_number: int, _what: str, _path: Path) -> None:
        raise OSError(errno.EHOSTDOWN, "Host is down")

    place.files["en"].before = gone
    place.syncs()
    assert place.now.fault == "delningen svarar inte"
    assert (place.now.waiting, place.now.reached) == (1, reached)
    place.files["en"].mend()
    place.syncs()
    assert (place.now.waiting, place.now.fault) == (0, "")


def test_a_folder_that_never_may_be_read_hides_nothing_that_was_sent(place: Place) -> None:
    """What is on the share is told as sent, and another share in its place is noticed."""

    def forbid(_number: int, _what: str, path: Path) -> None:
        if LIBRARY in str(path):
            raise PermissionError(errno.EACCES, "Permission denied")

    before = datetime.now(UTC)
    breakfast = place.home.plan("frukost", title="Frukost")
    place.files["en"].before = forbid
    place.syncs()
    assert (place.now.waiting, place.now.reached) == (0, None)
    assert place.now.fault == "delningen tillåter inte allt"
    receipt = sent(place.home.workspace.database, ["en"], breakfast)
    assert receipt.is_sent
    assert before <= receipt.reached[0] <= datetime.now(UTC)
    other = place.files["en"] = MemoryFiles()
    new_share(other, "5ba7e000-0000-4000-8000-000000000002")
    place.home.plan("frukost", title="Sen frukost")
    place.syncs()
    assert place.now.fault == "en annan delning på adressen"
    assert place.now.waiting == 1


def test_of_two_shares_the_worse_one_counts(tmp_path: Path) -> None:
    """Nothing is called sent before it is on both."""
    place = Place(tmp_path, "en", "två")
    place.home.plan("frukost", title="Frukost")
    sync(place.home.workspace, ["en"], reach=place.reach)
    assert (place.now.waiting, place.now.reached) == (1, None)
    place.syncs()
    assert place.now.waiting == 0
    assert place.now.reached is not None


def test_without_a_share_nothing_waits(tmp_path: Path) -> None:
    """There is nothing to send to."""
    assert Place(tmp_path).now == Standing()
