"""Real programs at once on one real share of each kind, without knowing of each other."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from model.home.config import Profile
from model.plan.calendar import Tertial
from model.plan.entities import Activity
from model.plan.rules import LocksDiffer, check_settled
from model.plan.vocabulary import Role
from model.store.database import Database
from model.workspace.workspace import Workspace
from sync.address import share_at
from sync.exchange import Exchange
from sync.syncing import create_share
from tests.repository.tree import ROOT
from tests.sync.homes import KITCHEN
from tests.sync.kinds import Kind


def start(
    home: Path, address: str, rounds: int, program: str = "meeting_program"
) -> subprocess.Popen[bytes]:
    """A program in a home."""
    home.mkdir(exist_ok=True)
    words = [sys.executable, "-m", f"tests.sync.{program}", str(home), address, str(rounds)]
    return subprocess.Popen(words, cwd=ROOT, stderr=subprocess.PIPE)


def all_at_once(
    folder: Path, address: str, programs: int, rounds: int, program: str = "meeting_program"
) -> None:
    """Nothing is missing when all are done, and a newcomer sees everything."""
    newcomer = Workspace(
        Database(folder / "ny.sqlite3"), Profile("ny", (KITCHEN,)), date(2024, 4, 22)
    )
    create_share(newcomer.database, address)
    homes = [folder / f"hem {number}" for number in range(programs)]
    running = [start(home, address, rounds, program) for home in homes]
    for each in running:
        _, said = each.communicate(timeout=300)
        assert each.returncode == 0, said.decode("utf-8")
    outcome = Exchange(newcomer, share_at(address)).run()
    assert not outcome.unread
    titles = {row.title for row in newcomer.plan.of(Activity) if row.id != "gemensam"}
    assert titles == {
        f"hem {number} {turn}" for number in range(programs) for turn in range(rounds)
    }
    assert not newcomer.differences()
    newcomer.close()


def test_four_programs_at_once(tmp_path: Path, kind: Kind) -> None:
    """Each writes, publishes and pulls while the others do."""
    all_at_once(tmp_path, kind.address, programs=4, rounds=4)


@pytest.mark.long
def test_eight_programs_of_twenty_five_rounds(tmp_path: Path, kind: Kind) -> None:
    """The same for longer."""
    all_at_once(tmp_path, kind.address, programs=8, rounds=25)


def test_two_programs_in_one_home(tmp_path: Path) -> None:
    """The app and a command sync at the same moment from the same database."""
    address = str(tmp_path / "delning")
    database = Database(tmp_path / "ny.sqlite3")
    create_share(database, address)
    running = [start(tmp_path / "hem", address, 8) for _ in range(2)]
    for program in running:
        _, said = program.communicate(timeout=300)
        assert program.returncode == 0, said.decode("utf-8")
    newcomer = Workspace(database, Profile("ny", (KITCHEN,)), date(2024, 4, 22))
    outcome = Exchange(newcomer, share_at(address)).run()
    assert not outcome.unread
    assert {f"hem {turn}" for turn in range(8)} <= {row.title for row in newcomer.plan.of(Activity)}
    newcomer.close()


def test_readers_while_small_files_are_rolled_up_and_removed(tmp_path: Path) -> None:
    """Files vanish under those who read them, and nobody misses anything."""
    address = str(tmp_path / "delning")
    all_at_once(tmp_path, address, programs=3, rounds=6, program="rolling_program")
    files = list((tmp_path / "delning" / KITCHEN).glob("*.seg"))
    assert any("-1-1-" not in file.name for file in files)
    assert len(files) < 3 * 6


def test_two_centres_lock_at_the_same_moment(tmp_path: Path) -> None:
    """Neither has seen the other's lock: it is a conflict that everybody sees."""
    address = str(tmp_path / "delning")
    newcomer = Workspace(
        Database(tmp_path / "ny.sqlite3"), Profile("ny", (), Role.CENTRAL), date(2024, 5, 2)
    )
    create_share(newcomer.database, address)
    running = [centre(tmp_path / name, address) for name in ("cia", "dan")]
    for step in ("synced", "locked", "sent"):
        for program in running:
            assert program.stdout is not None
            assert program.stdout.readline() == f"{step}\n".encode()
        for program in running:
            assert program.stdin is not None
            program.stdin.write(b"\n")
            program.stdin.flush()
    for program in running:
        _, said = program.communicate(timeout=300)
        assert program.returncode == 0, said.decode("utf-8")
    assert not Exchange(newcomer, share_at(address)).run().problems
    with pytest.raises(LocksDiffer):
        check_settled(newcomer.plan, Tertial(2024, 1))
    newcomer.close()


def centre(home: Path, address: str) -> subprocess.Popen[bytes]:
    """A program of the centre, which waits for lines."""
    home.mkdir()
    words = [sys.executable, "-m", "tests.sync.locking_program", str(home), address]
    pipe = subprocess.PIPE
    return subprocess.Popen(words, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe)
