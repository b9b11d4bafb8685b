"""The part `fold`: homes with short and long journals, each timed in a process of its own."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures import Figures
from benchmarks.journals import make_journal

SHORT = "1,000 changes"
JOURNALS = {
    SHORT: (1_000, 1),
    "100,000 changes, one unit": (100_000, 1),
    "100,000 changes, 100 units": (100_000, 100),
}
"""By name: changes, and units over which they are spread. One unit: long histories of few
entities; 100 units: short histories of many."""

SECONDS = ("fold", "rebuild")
EDITS = ("edit", "edit cpu", "edit again")
"""What is given in seconds, and what in ms and against the short journal."""

_ROOT = Path(__file__).parents[1]


def contestants(root: Path, tell: Callable[[str], None]) -> dict[str, Callable[[], Figures]]:
    """Make the journals once, and give what times a fresh copy of each."""

    def runner(template: Path) -> Callable[[], Figures]:
        def run() -> Figures:
            copy = root / "copy"
            shutil.copytree(template, copy)
            figures = _inside("edit", copy) | _inside("fold", copy)
            shutil.rmtree(copy)
            return figures

        return run

    found = {}
    for number, (name, (changes, units)) in enumerate(JOURNALS.items()):
        template = root / f"journal-{number}"
        make_journal(template, changes, units)
        tell(f"made a journal of {name}")
        found[name] = runner(template)
    return found


def _inside(what: str, folder: Path) -> Figures:
    """Run `benchmarks.inside`; raises CalledProcessError."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.inside", what, str(folder)],
        cwd=_ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    figures: Figures = json.loads(done.stdout)
    return figures
