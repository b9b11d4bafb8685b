"""The apps that are measured: the bare one, the product, and those that a file describes."""

import runpy
import sys
from pathlib import Path

from benchmarks.rows import BARE
from benchmarks.subject import Gesture, Subject, presses

MOVE = Gesture("move", presses(*["down"] * 20, *["up"] * 20))
"""The yardstick of every key: the cursor one row on, forty times."""

BARE_APP = Subject(
    name=BARE,
    command=(sys.executable, "-P", str(Path(__file__).parent / "bare.py")),
    useful="Activity number 1 ",
    gestures=(MOVE,),
)


def described_in(file: Path) -> Subject:
    """The `SUBJECT` of a Python file."""
    subject = runpy.run_path(str(file))["SUBJECT"]
    if not isinstance(subject, Subject):
        raise TypeError(f"SUBJECT in {file} is no Subject")
    return subject
