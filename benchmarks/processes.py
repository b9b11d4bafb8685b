"""Whole processes, from start to exit: a command against one that does next to nothing."""

import statistics
import subprocess
import time
from collections.abc import Callable, Sequence

from benchmarks.figures import Figures
from benchmarks.homes import Homes
from benchmarks.subject import Process, Subject

REPEATS = 5
"""Runs in one round, whose median counts: a process of 50 ms is soon disturbed."""


class ExitError(Exception):
    """A process ended with a code that does not mean that it did its job."""


def _once(command: Sequence[str], codes: Sequence[int], subject: Subject, homes: Homes) -> float:
    """Milliseconds from before the start to after the exit. Raises ExitError."""
    start = time.perf_counter()
    done = subprocess.run(
        command,
        env=homes.environment(subject),
        cwd=homes.path(subject),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    wall = (time.perf_counter() - start) * 1000
    if done.returncode not in codes:
        said = done.stderr.decode("utf-8", errors="replace")
        raise ExitError(f"{' '.join(command)} ended with {done.returncode}: {said}")
    return wall


def contestants(subject: Subject, homes: Homes) -> dict[str, Callable[[], Figures]]:
    """Each process of a subject and its yardstick, to be measured in rounds as `wall` in ms."""

    def runner(command: tuple[str, ...], codes: tuple[int, ...]) -> Callable[[], Figures]:
        def run() -> Figures:
            homes.fresh(subject)
            full = homes.command(subject, command)
            walls = [_once(full, codes, subject, homes) for _ in range(REPEATS)]
            return {"wall": statistics.median(walls)}

        return run

    found = {}
    for process in subject.processes:
        found[process_name(subject, process)] = runner(process.command, process.codes)
        found[yardstick_name(subject, process)] = runner(process.yardstick, (0,))
    return found


def process_name(subject: Subject, process: Process) -> str:
    """The process as a contestant."""
    return f"{subject.name} {process.name}"


def yardstick_name(subject: Subject, process: Process) -> str:
    """What the process is measured against, as a contestant."""
    return f"yardstick of {subject.name} {process.name}"
