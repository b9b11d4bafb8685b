"""The part `documents`: a year's report and the compilation, each beside its library's floor."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures import Figures
from benchmarks.floors import FLOORS

DOCUMENTS = {
    form: {form: f"{form} floor", f"{form} memory": f"{form} floor memory"} for form in FLOORS
}
"""By form: what is measured, and the floor in the same run."""

_ROOT = Path(__file__).parents[1]


def contestants(root: Path) -> dict[str, Callable[[], Figures]]:
    """What writes each form, product and floor in processes of their own, from the same cells."""
    folder = root / "documents"
    folder.mkdir()

    def runner(form: str) -> Callable[[], Figures]:
        _inside("cells", form, folder)

        def run() -> Figures:
            product: Figures = json.loads(_inside("product", form, folder))
            floor: Figures = json.loads(_inside("floor", form, folder))
            return {
                form: product["seconds"],
                f"{form} memory": product["memory"],
                f"{form} floor": floor["seconds"],
                f"{form} floor memory": floor["memory"],
            }

        return run

    return {form: runner(form) for form in FLOORS}


def _inside(what: str, form: str, folder: Path) -> bytes:
    """Run `benchmarks.writing`; raises CalledProcessError."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.writing", what, form, str(folder)],
        cwd=_ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    return done.stdout
