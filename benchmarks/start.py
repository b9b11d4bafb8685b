"""One start of an app: first visible character, useful screen, settled screen, memory."""

import time

from benchmarks import tree
from benchmarks.figures import Figures
from benchmarks.homes import Homes
from benchmarks.reading import read_start
from benchmarks.subject import Subject
from benchmarks.terminal import Terminal

_QUIET = 0.3
_PATIENCE = 30.0


def wait_until_calm(terminal: Terminal, library: str | None = None) -> bool:
    """Wait until the app is silent and idle; true if it has then loaded `library` (None: true)."""
    deadline = time.perf_counter() + _PATIENCE
    terminal.read_until_quiet(_QUIET, _PATIENCE)
    used = tree.processor_time(terminal.pid)
    while not terminal.ended and time.perf_counter() < deadline:
        terminal.read_until(time.perf_counter() + _QUIET)
        before, used = used, tree.processor_time(terminal.pid)
        if used - before < 0.02 and time.perf_counter() - terminal.last_output >= _QUIET:
            break
    return library is None or tree.has_loaded(terminal.pid, library)


def measure_start(subject: Subject, homes: Homes) -> Figures:
    """Start the app in a fresh home: `first`, `useful`, `settled` in ms and `memory` in MiB.

    There is no `memory` if the library that the subject names was not loaded by then.
    """
    homes.fresh(subject)
    with homes.launch(subject) as terminal:
        loaded = wait_until_calm(terminal, subject.library)
        memory = tree.peak_memory(terminal.pid)
    start = read_start(terminal.chunks, subject.useful)
    figures = {
        "first": (start.first - terminal.started) * 1000,
        "useful": (start.useful - terminal.started) * 1000,
        "settled": (start.settled - terminal.started) * 1000,
    }
    return figures | ({"memory": memory} if loaded else {})
