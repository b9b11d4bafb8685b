"""The part `sync`: homes that meet on a share folder, each story in a process of its own."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures import Figures

EXCHANGES = {
    "two": {"10,000 changes": "10,000 changes floor", "100 more": "100 more floor"},
    "many": {"50 × 200": "50 × 200 floor"},
    "large": {"among a million": "alone"},
}
"""By story of `benchmarks.exchanging`: what is measured, and the floor in the same run."""

_ROOT = Path(__file__).parents[1]


def contestants(root: Path) -> dict[str, Callable[[], Figures]]:
    """What runs each story in a fresh folder."""

    def runner(story: str) -> Callable[[], Figures]:
        def run() -> Figures:
            folder = root / "exchanging"
            done = subprocess.run(
                [sys.executable, "-m", "benchmarks.exchanging", story, str(folder)],
                cwd=_ROOT,
                check=True,
                stdout=subprocess.PIPE,
            )
            shutil.rmtree(folder)
            figures: Figures = json.loads(done.stdout)
            return figures

        return run

    return {story: runner(story) for story in EXCHANGES}
