"""A share that is gone, empty, swapped, restored or made anew, on a real disk and in words."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from model.plan.identifiers import random_id
from model.plan.vocabulary import Role
from sync.address import share_at, whole_address
from sync.errors import (
    MarkerUnreadable,
    NotAnAddress,
    ShareError,
    ShareGone,
    ShareLinked,
    ShareNewer,
    ShareOccupied,
    ShareSwapped,
    ShareUnmarked,
    ShareUnmounted,
)
from sync.exchange import Exchange, Outcome
from sync.files import DiskFiles
from sync.folder.marker import MARKER
from sync.folder.share import FolderShare
from sync.syncing import create_share
from tests.sync.checking import check_home
from tests.sync.homes import KITCHEN, Clock, HomeOf, fresh_folder


class Disk:
    """Anna and Bo, and a share in a real folder."""

    def __init__(self, folder: Path) -> None:
        homes = fresh_folder()
        clock = Clock()
        self.folder = folder / "Delad mapp åäö"
        self.anna = HomeOf(homes / "anna", "anna", clock=clock)
        self.bo = HomeOf(homes / "bo", "bo", clock=clock)
        self.anna.plan("möten", title="Möten")
        create_share(self.anna.workspace.database, self.address)

    @property
    def address(self) -> str:
        """The share's address."""
        return whole_address(str(self.folder))

    def sync(self, home: HomeOf) -> Outcome:
        """A home exchanges with the folder."""
        return Exchange(home.workspace, share_at(self.address), mark=home.mark).run()

    def problem(self, home: HomeOf) -> ShareError:
        """The one thing that is wrong; what waits is told beside it."""
        home.plan("frukost", title="Frukost")
        outcome = self.sync(home)
        assert outcome.waiting.count >= 1
        assert (outcome.sent, outcome.received) == (0, 0)
        (problem,) = outcome.problems
        assert "sparat på den här datorn" in str(problem)
        return problem

    def segments(self) -> list[Path]:
        """Every segment's file."""
        return sorted(self.folder.rglob("*.seg"))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A share and two homes that have met."""
    disk = Disk(tmp_path)
    disk.sync(disk.anna)
    disk.sync(disk.bo)
    assert disk.bo.title("möten") == "Möten"
    yield disk
    disk.anna.close()
    disk.bo.close()


@pytest.mark.skipif(os.name == "nt", reason="making a link takes rights that tests have not")
@pytest.mark.parametrize("role", [Role.UNIT, Role.CENTRAL])
def test_a_scope_that_is_a_link_is_not_followed(disk: Disk, tmp_path: Path, role: Role) -> None:
    """Nothing is read where it leads and nothing is put there; unit and centre are told."""
    assert not disk.sync(disk.anna).problems
    elsewhere = tmp_path / "någon annans"
    (disk.folder / KITCHEN).rename(elsewhere)
    (disk.folder / KITCHEN).symlink_to(elsewhere, target_is_directory=True)
    before = sorted(elsewhere.iterdir())
    home = HomeOf(disk.anna.folder.parent / "ny", "ny", role=role, clock=disk.anna.clock)
    problem = disk.problem(home)
    assert isinstance(problem, ShareLinked)
    assert f"har en mapp, {KITCHEN}, som är en länk" in str(problem)
    assert "Länken följs inte" in str(problem)
    assert home.title("möten") == ""
    assert sorted(elsewhere.iterdir()) == before
    (disk.folder / KITCHEN).unlink()
    elsewhere.rename(disk.folder / KITCHEN)
    assert not disk.sync(home).problems
    assert home.title("möten") == "Möten"
    home.close()


def test_a_share_that_is_gone(disk: Disk) -> None:
    """The net is down: go on working, it is sent later."""
    disk.folder.rename(disk.folder.with_name("borta"))
    assert isinstance(disk.problem(disk.anna), ShareGone)
    disk.folder.with_name("borta").rename(disk.folder)
    assert disk.sync(disk.anna).sent == 1


def test_an_empty_folder_where_the_share_was(disk: Disk) -> None:
    """A drive that is not connected is never taken for a share without plans."""
    away = disk.folder.with_name("borta")
    disk.folder.rename(away)
    disk.folder.mkdir()
    assert isinstance(disk.problem(disk.anna), ShareUnmounted)
    assert list(disk.folder.iterdir()) == []
    disk.folder.rmdir()
    away.rename(disk.folder)
    assert disk.sync(disk.anna).sent == 1


def test_another_share_at_the_same_address(disk: Disk) -> None:
    """Nothing goes to the wrong place and nothing wrong comes in."""
    shutil.rmtree(disk.folder)
    share_at(disk.address).create(random_id())
    assert isinstance(disk.problem(disk.anna), ShareSwapped)
    assert disk.segments() == []


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": 1, "id": "../x"}', b"\xff\xfe"])
def test_a_marker_that_is_half_copied(disk: Disk, content: bytes) -> None:
    """Wait: it may be on its way."""
    (disk.folder / MARKER).write_bytes(content)
    assert isinstance(disk.problem(disk.anna), MarkerUnreadable)


def test_a_share_of_a_newer_version(disk: Disk) -> None:
    """It is left alone, and the message says to upgrade."""
    (disk.folder / MARKER).write_bytes(b'{"format": 2, "id": "?", "new": []}')
    problem = disk.problem(disk.anna)
    assert isinstance(problem, ShareNewer)
    assert "Uppdatera programmet" in str(problem)


def test_a_marker_that_was_deleted(disk: Disk) -> None:
    """Plans without a marker may be anybody's: nothing is sent, and no new share is made there."""
    (disk.folder / MARKER).unlink()
    assert isinstance(disk.problem(disk.anna), ShareUnmarked)
    with pytest.raises(ShareOccupied, match="märkfilen"):
        create_share(disk.anna.workspace.database, disk.address)


def test_a_share_restored_from_last_week(disk: Disk, tmp_path: Path) -> None:
    """What it lacks is put back by those who have it, also what somebody else wrote."""
    shutil.copytree(disk.folder, tmp_path / "kopia")
    disk.anna.plan("frukost", title="Frukost")
    disk.sync(disk.anna)
    disk.sync(disk.bo)
    before = disk.segments()
    shutil.rmtree(disk.folder)
    (tmp_path / "kopia").rename(disk.folder)
    assert len(disk.segments()) < len(before)
    assert disk.sync(disk.bo).put_back == 1
    assert disk.segments() == before
    assert disk.sync(disk.anna).put_back == 0


def test_a_share_that_was_emptied_is_made_again(disk: Disk) -> None:
    """The same person says so, it keeps its id, and everybody goes on and fills it."""
    shutil.rmtree(disk.folder)
    disk.folder.mkdir()
    create_share(disk.anna.workspace.database, disk.address)
    outcome = disk.sync(disk.bo)
    assert not outcome.problems
    assert outcome.put_back == 1
    check_home(disk.bo)


def test_making_a_share_twice_changes_nothing(disk: Disk) -> None:
    """Whoever comes second uses what is there."""
    before = (disk.folder / MARKER).read_bytes()
    create_share(disk.bo.workspace.database, disk.address)
    assert (disk.folder / MARKER).read_bytes() == before


def test_a_share_is_not_made_on_a_drive_that_is_not_there(tmp_path: Path, disk: Disk) -> None:
    """The folder may be made, the one it lies in must be there."""
    with pytest.raises(ShareGone):
        create_share(disk.anna.workspace.database, str(tmp_path / "saknas" / "plan"))
    assert not (tmp_path / "saknas").exists()


def test_a_share_is_not_made_where_a_file_lies(tmp_path: Path, disk: Disk) -> None:
    """A typing mistake costs nothing."""
    (tmp_path / "fil").write_bytes(b"")
    with pytest.raises(ShareError):
        create_share(disk.anna.workspace.database, str(tmp_path / "fil"))


def test_other_peoples_files_in_the_folder_stay(tmp_path: Path, disk: Disk) -> None:
    """A library that is used for more can be a share too."""
    folder = tmp_path / "bibliotek"
    folder.mkdir()
    (folder / "protokoll.docx").write_bytes(b"x")
    create_share(disk.anna.workspace.database, str(folder))
    assert sorted(path.name for path in folder.iterdir()) == ["protokoll.docx", MARKER]


@pytest.mark.parametrize("address", ["", " ", "https://x.se/a", "postgresql://x", "a\0b"])
def test_what_is_no_address(address: str) -> None:
    """Said at once, before anything is remembered."""
    with pytest.raises(NotAnAddress):
        whole_address(address)


def test_sync_clients_leave_things_behind(disk: Disk) -> None:
    """Copies, renamed files, temporary files and folders in odd places are passed over."""
    (path,) = disk.segments()
    scope = path.parent
    shutil.copy(path, scope / f"{path.stem} (1).seg")
    shutil.copy(path, scope / f"{path.stem}-DATOR.seg")
    (scope / "aabbccddeeff00112233.tmp").write_bytes(b"half")
    (scope / "desktop.ini").write_bytes(b"")
    (scope / f"{'ab' * 10}-1-1-{'cd' * 20}.seg").mkdir()
    (disk.folder / "Delade bilder").mkdir()
    outcome = disk.sync(disk.bo)
    assert not outcome.problems
    assert not outcome.unread
    path.rename(scope / f"{path.stem} (2).seg")
    assert disk.sync(disk.anna).put_back == 1
    assert path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_with_the_name_of_a_segment_does_not_stop_us(disk: Disk) -> None:
    """Only ordinary files are opened."""
    os.mkfifo(disk.folder / KITCHEN / f"{'ab' * 10}-1-1-{'cd' * 20}.seg")
    assert not disk.sync(disk.bo).problems


def test_a_file_is_never_renamed_over_another(tmp_path: Path) -> None:
    """The disk itself refuses."""
    files = DiskFiles()
    (tmp_path / "ny").write_bytes(b"ny")
    (tmp_path / "gammal").write_bytes(b"gammal")
    with pytest.raises(FileExistsError):
        files.rename_new(tmp_path / "ny", tmp_path / "gammal")
    assert (tmp_path / "gammal").read_bytes() == b"gammal"
    files.rename_new(tmp_path / "ny", tmp_path / "nyast")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gammal", "nyast"]


def test_a_share_without_links_is_renamed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not every file server has hard links; there too nothing is replaced."""

    def no_links(*_arguments: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    test_a_file_is_never_renamed_over_another(tmp_path)


def test_two_addresses_of_one_share(disk: Disk, tmp_path: Path) -> None:
    """The same share by a drive letter and by its path: nothing is sent or read twice."""
    other = tmp_path / "annan väg"
    other.symlink_to(disk.folder, target_is_directory=True)
    outcome = Exchange(disk.anna.workspace, share_at(str(other)), mark=disk.anna.mark).run()
    assert (outcome.sent, outcome.received, outcome.put_back) == (0, 0, 0)


def test_a_second_share_gets_everything(disk: Disk, tmp_path: Path) -> None:
    """What came from one share is passed on to another by whoever uses both."""
    second = str(tmp_path / "andra")
    create_share(disk.bo.workspace.database, second)
    outcome = Exchange(disk.bo.workspace, share_at(second), mark=disk.bo.mark).run()
    assert outcome.put_back == 1
    third = HomeOf(disk.bo.folder.parent / "tredje", "eva", clock=disk.bo.clock)
    Exchange(third.workspace, share_at(second), mark=third.mark).run()
    assert third.title("möten") == "Möten"
    third.close()


@pytest.mark.parametrize("off", [timedelta(hours=3), timedelta(days=-800)])
def test_a_clock_that_is_off_is_told_and_hinders_nothing(disk: Disk, off: timedelta) -> None:
    """The file's own time says what the share thinks the time is."""
    disk.anna.plan("frukost", title="Frukost")
    home = disk.anna
    home.clock.at = datetime.now(UTC)
    home.off = off
    share = FolderShare(disk.address, disk.folder, DiskFiles(), now=lambda: home.now().timestamp())
    outcome = Exchange(home.workspace, share, mark=home.mark, now=home.now).run()
    assert outcome.sent == 1
    assert any("Den här datorns klocka går" in text for text in outcome.clocks)
    assert ("före" if off > timedelta(0) else "efter") in outcome.clocks[0]
