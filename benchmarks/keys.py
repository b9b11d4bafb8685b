"""Keys typed one at a time: from the key to the last change before the next one."""

import random
import time
from collections.abc import Iterator

from benchmarks import tree
from benchmarks.figures import Figures
from benchmarks.homes import Homes
from benchmarks.keyboard import bytes_of
from benchmarks.reading import Stroke, gesture_figures, read_keys
from benchmarks.start import wait_until_calm
from benchmarks.subject import Gesture, Press, Subject
from benchmarks.terminal import Terminal

_STILL_WRITING = 0.015
_LEAD = 1.0


def type_gesture(terminal: Terminal, gesture: Gesture, jitter: random.Random) -> Iterator[Stroke]:
    """Type a gesture's keys. A key waits beyond its gap while the app is still writing."""
    for press in gesture.before:
        yield _strike(terminal, press, None, _LEAD)
    for _ in range(gesture.times):
        for press in gesture.presses:
            yield _strike(terminal, press, gesture.name, jitter.uniform(*gesture.gap))
    for press in gesture.after:
        yield _strike(terminal, press, None, _LEAD)


def _strike(terminal: Terminal, press: Press, gesture: str | None, gap: float) -> Stroke:
    moment = terminal.write(bytes_of(press.key))
    terminal.read_until(moment + gap)
    terminal.read_until_quiet(_STILL_WRITING, 2.0)
    return Stroke(moment, press, gesture)


def measure_keys(subject: Subject, homes: Homes, jitter: random.Random) -> Figures:
    """Type all of a subject's gestures in one fresh launch; `memory after keys` in MiB besides."""
    homes.fresh(subject)
    strokes: list[Stroke] = []
    with homes.launch(subject) as terminal:
        wait_until_calm(terminal)
        for gesture in subject.gestures:
            strokes += type_gesture(terminal, gesture, jitter)
        terminal.read_until(time.perf_counter() + _LEAD)
        memory = tree.peak_memory(terminal.pid)
    figures: Figures = {"memory after keys": memory}
    for name, answers in read_keys(terminal.chunks, strokes, subject.useful).items():
        figures |= gesture_figures(name, answers)
    return figures
