"""How a run ends, whatever happens in it."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from model.store.database import Database
from tests.tui.line_mode.prompt import Prompt


def fail(*_: object, **__: object) -> None:
    """Something that nobody thought of."""
    raise ZeroDivisionError("hemlig text om 850709-9805")


def interrupt(*_: object, **__: object) -> None:
    """Ctrl+C."""
    raise KeyboardInterrupt


def test_the_unexpected_is_logged_and_told_in_swedish(
    demo: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The traceback is for whoever mends the program; the user gets what to do."""
    monkeypatch.setattr("model.plan.reporting.reportable", fail)
    answer = demo("status", "list", "--json")
    assert (answer.code, answer.out) == (1, "")
    log = demo.home / "log" / "tertial.log"
    assert str(log) in answer.err
    assert "Det som var sparat är kvar." in answer.err
    assert "Traceback" not in answer.err
    assert "hemlig" not in answer.err
    written = log.read_text(encoding="utf-8")
    assert "Traceback" in written
    assert "ZeroDivisionError" in written
    assert "850709" not in written


def test_a_log_that_cannot_be_written_is_no_second_fault(
    demo: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said instead."""
    monkeypatch.setattr("model.plan.reporting.reportable", fail)
    (demo.home / "log").write_text("en fil i vägen", encoding="utf-8")
    answer = demo("status", "list")
    assert answer.code == 1
    assert "gick inte att skriva till loggen" in answer.err


def test_ctrl_c_is_quiet(demo: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 130, as shells expect."""
    monkeypatch.setattr("model.plan.reporting.reportable", interrupt)
    answer = demo("status", "list")
    assert (answer.code, answer.out, answer.err) == (130, "", "")


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
def test_ctrl_c_in_a_real_process(demo_home: Path) -> None:
    """While it waits for an answer, say."""
    script = (
        "import os, signal, sys\n"
        "import model.plan.reporting as r\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a job behind ignores it
        "r.reportable = lambda *a: os.kill(os.getpid(), signal.SIGINT)\n"
        "from tui.__main__ import main\n"
        f"sys.argv[1:] = ['status', 'list', '--home', {str(demo_home)!r}]\n"
        "sys.exit(main())"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (130, b"")
    assert b"Traceback" not in done.stderr
    assert signal.SIGINT.name.encode() not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has other pipes")
def test_a_pipe_that_nobody_reads_is_quiet(demo_home: Path) -> None:
    """`tertial … | head -1` says nothing on stderr."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "plan", "list", "--json", "--home", str(demo_home)],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "PYTHONUNBUFFERED": ""},
        )
    finally:
        os.close(writing)
    assert done.returncode == 141
    assert b"Broken" not in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_database_that_is_locked_is_waited_for_and_told(
    demo: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program's write is no reason to lose anything."""
    monkeypatch.setattr(Database.__init__, "__defaults__", (0.05,))
    other = sqlite3.connect(demo.home / "tertial.sqlite3", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        answer = demo("plan", "list")
    finally:
        other.close()
    assert (answer.code, answer.out) == (1, "")
    assert "Försök igen" in answer.err


def test_the_version(empty: Prompt) -> None:
    """In words and as JSON."""
    answer = empty.plainly("--version")
    assert (answer.code, answer.out.split()[0]) == (0, "tertial")
    assert json.loads(empty.plainly("--version", "--json").out)["id"] == "tertial"
