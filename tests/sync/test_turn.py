"""One exchange at a time on each database, and no lock that is left behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from model.store.errors import StoreUnreachable
from sync.errors import ExchangeUnderWay
from sync.turn import turn

_HOLDER = """
import sys
from pathlib import Path
from sync.turn import turn
with turn(Path(sys.argv[1])):
    print("mine", flush=True)
    sys.stdin.read()
"""


def test_a_second_window_is_told_that_one_is_under_way(tmp_path: Path) -> None:
    """Also within one program; afterwards it is free."""
    database = tmp_path / "tertial.sqlite3"
    told = pytest.raises(ExchangeUnderWay, match="i ett annat fönster")
    with turn(database), told, turn(database, wait=0):
        raise AssertionError("two at a time")
    with turn(database, wait=0):
        pass


def test_a_program_that_is_killed_leaves_no_lock(tmp_path: Path) -> None:
    """The system takes the turn back, so nobody has to remove a file."""
    database = tmp_path / "tertial.sqlite3"
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"mine"
        with pytest.raises(ExchangeUnderWay), turn(database, wait=0):
            raise AssertionError("two at a time")
        holder.kill()
    with turn(database, wait=0):
        pass


def test_where_nothing_can_be_written_the_reason_is_told(tmp_path: Path) -> None:
    """Not that somebody else exchanges."""
    with pytest.raises(StoreUnreachable), turn(tmp_path / "borta" / "tertial.sqlite3", wait=0):
        raise AssertionError("there is no such folder")
