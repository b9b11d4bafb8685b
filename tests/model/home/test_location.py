"""Where a database must not lie."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from model.home import location
from model.home.location import location_problem

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/plan /mnt/plan cifs rw 0 0
server:/export /mnt/gemensam\\040mapp nfs4 rw 0 0
/dev/sdb1 /mnt/plan/lokal ext4 rw 0 0
"""


@pytest.fixture(autouse=True)
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with two network drives."""
    file = tmp_path / "mounts"
    file.write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(location, "_MOUNTS", file)
    monkeypatch.setattr("sys.platform", "linux")


@pytest.mark.parametrize(
    "folder",
    [
        "/mnt/plan/tertial",
        "/mnt/gemensam mapp/tertial",
        "/data/OneDrive - Ånge kommun/tertial",
        "/data/Dropbox/tertial",
        "//server/plan/tertial",
    ],
)
def test_network_drives_and_synced_folders_are_warned_for(folder: str) -> None:
    """SQLite's locks do not hold there, or the file is copied while it is written."""
    problem = location_problem(Path(PurePosixPath(folder)))
    assert problem is not None
    assert problem.endswith(".")


@pytest.mark.parametrize("folder", ["/data/tertial", "/mnt/plan/lokal/tertial", "/mnt/planering"])
def test_the_machine_s_own_disk_is_fine(folder: str) -> None:
    """Also below a network drive, and beside one with a longer name."""
    assert location_problem(Path(folder)) is None


def test_a_machine_that_does_not_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then there is nothing to warn of."""
    monkeypatch.setattr(location, "_MOUNTS", Path("finns-inte"))
    assert location_problem(Path("/mnt/plan/tertial")) is None
