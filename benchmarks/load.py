"""What else the machine is doing: runs are made when it idles, and made again when it did not."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures import Figures
from benchmarks.reading import NotSeenError

FOREIGN_LIMIT = 0.25
"""Of one core: above this a run is repeated once, and the one with less foreign load is kept."""

_IDLE = 0.15
_LOOK = 0.2
_PATIENCE = 30.0


def _machine_seconds() -> float:
    """Processor time spent by everything since the machine started, stolen time included."""
    first = Path("/proc/stat").read_text(encoding="ascii").partition("\n")[0]
    user, nice, system, _idle, _waiting, irq, soft, stolen = (
        int(field) for field in first.split()[1:9]
    )
    return (user + nice + system + irq + soft + stolen) / os.sysconf("SC_CLK_TCK")


def _own_seconds() -> float:
    """Processor time of this program and of the children that it has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def wait_for_idle() -> None:
    """Wait until the machine uses less than 15 % of a core, but half a minute at most."""
    deadline = time.perf_counter() + _PATIENCE
    while time.perf_counter() < deadline:
        before = _machine_seconds()
        time.sleep(_LOOK)
        if (_machine_seconds() - before) / _LOOK < _IDLE:
            return


def under_watch(run: Callable[[], Figures]) -> tuple[Figures, float]:
    """Make a run on an idle machine: its figures, and the foreign load meanwhile in cores."""
    wait_for_idle()
    machine, own, start = _machine_seconds(), _own_seconds(), time.perf_counter()
    figures = run()
    wall = time.perf_counter() - start
    foreign = (_machine_seconds() - machine) - (_own_seconds() - own)
    return figures, max(0.0, foreign) / wall


def cleanly(
    run: Callable[[], Figures],
    watch: Callable[[Callable[[], Figures]], tuple[Figures, float]] = under_watch,
) -> tuple[Figures, float]:
    """Make a run, and once more under foreign load; keep the cleaner one, whatever it gave.

    A run in which the screen did not follow the scenario is made once more too. Raises
    NotSeenError if it then does not follow again.
    """
    try:
        figures, foreign = watch(run)
    except NotSeenError:
        return watch(run)
    if foreign <= FOREIGN_LIMIT:
        return figures, foreign
    return min((figures, foreign), watch(run), key=lambda one: one[1])
