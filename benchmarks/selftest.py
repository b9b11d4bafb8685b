"""The measuring program measured: what it says of an app whose delays are known."""

import random
import re
import sys
from pathlib import Path

from benchmarks import delays
from benchmarks.figures import percentile
from benchmarks.homes import Homes
from benchmarks.keys import type_gesture
from benchmarks.reading import Stroke, read_keys, read_start
from benchmarks.screen import COLUMNS, ROWS, Replay
from benchmarks.start import wait_until_calm
from benchmarks.subject import Gesture, Subject, presses

TOLERANCE = 0.5
"""Milliseconds that a figure may be off."""

KNOWN = Subject(
    name="delays",
    command=(sys.executable, "-P", str(Path(__file__).parent / "delays.py")),
    useful="LOADED",
    gestures=tuple(Gesture(key, presses(key), times=40) for key in delays.KEYS),
    quit_key="d",
)


def selftest(homes: Homes, jitter: random.Random) -> list[tuple[str, float, float]]:
    """Lines of (what, measured, expected), in ms; keys are medians of 40."""
    homes.fresh(KNOWN)
    strokes: list[Stroke] = []
    with homes.launch(KNOWN) as terminal:
        wait_until_calm(terminal)
        for gesture in KNOWN.gestures:
            strokes += type_gesture(terminal, gesture, jitter)
    start = read_start(terminal.chunks, KNOWN.useful)
    replay = Replay(terminal.chunks, COLUMNS, ROWS)
    replay.until(strokes[0].time)
    stamp = re.search(r"first (\d+)", replay.screen.text())
    stamped = int(stamp[1]) / 1e9 if stamp is not None else float("nan")
    lines = [
        ("first", start.first, stamped),
        ("useful", start.useful, stamped + delays.LOADED_AFTER),
        ("settled", start.settled, stamped + delays.LOADED_AFTER + delays.SETTLED_AFTER),
    ]
    found = [
        (what, (measured - terminal.started) * 1000, (expected - terminal.started) * 1000)
        for what, measured, expected in lines
    ]
    for key, answers in read_keys(terminal.chunks, strokes, KNOWN.useful).items():
        times = [
            window.last_change - stroke.time
            for stroke, window in answers
            if window.last_change is not None
        ]
        measured = percentile(times, 0.5) if len(times) == len(answers) else float("nan")
        found.append((f"key {key}", measured * 1000, delays.last_change(key) * 1000))
    return found


def is_right(lines: list[tuple[str, float, float]]) -> bool:
    """Whether every figure is within the tolerance (one that is missing is not)."""
    return all(abs(measured - expected) <= TOLERANCE for _, measured, expected in lines)
