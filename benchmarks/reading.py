"""From a recording to times: the moments of a start, and what each key changed."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.figures import Figures, percentile
from benchmarks.screen import COLUMNS, ROWS, Chunk, Replay, Window
from benchmarks.subject import Press

SILENCE = 0.100
"""Seconds without a change after which the screen counts as settled."""

UNANSWERED_LIMIT = 0.1
"""Share of keys that may change nothing before the next key; above it the scenario is wrong."""


class NotSeenError(Exception):
    """The screen did not show what the scenario says; the message ends with what it showed."""

    def __init__(self, what: str, screen: str) -> None:
        super().__init__(f"{what}; the screen was:\n{screen}")


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds of the monotonic clock."""

    first: float
    useful: float
    settled: float


def read_start(chunks: Sequence[Chunk], useful: str) -> Start:
    """Find the three moments of a start in a recording.

    `useful` is a regex. Settled is the last change before the first 100 ms without one, once the
    screen is useful. Raises NotSeenError if the useful screen never came.
    """
    replay = Replay(chunks, COLUMNS, ROWS)
    first = seen = settled = None
    while (step := replay.step()) is not None:
        moment, changed = step
        if not changed:
            continue
        if seen is not None and settled is not None and moment - settled > SILENCE:
            break
        settled = moment
        if seen is None:
            text = replay.screen.text()
            if first is None and text.strip():
                first = moment
            if re.search(useful, text):
                seen = moment
    if first is None or seen is None or settled is None:
        raise NotSeenError(f"/{useful}/ never matched", replay.screen.text())
    return Start(first, seen, settled)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key that was pressed, and when. `gesture` is None for one that is not measured."""

    time: float
    press: Press
    gesture: str | None


def read_keys(
    chunks: Sequence[Chunk], strokes: Sequence[Stroke], useful: str
) -> dict[str, list[tuple[Stroke, Window]]]:
    """What each measured key did, by gesture.

    Raises NotSeenError if the screen was not useful at the first key, or not what a key was to
    show when the next one came.
    """
    replay = Replay(chunks, COLUMNS, ROWS)
    replay.until(strokes[0].time)
    if not re.search(useful, replay.screen.text()):
        raise NotSeenError(f"/{useful}/ did not match before the keys", replay.screen.text())
    found = defaultdict(list)
    ends = [stroke.time for stroke in strokes[1:]] + [float("inf")]
    for stroke, end in zip(strokes, ends, strict=True):
        window = replay.until(end)
        shows = stroke.press.shows
        if shows is not None and not re.search(shows, replay.screen.text()):
            key = f"{stroke.press.key} in {stroke.gesture}"
            raise NotSeenError(f"/{shows}/ did not match after {key}", replay.screen.text())
        if stroke.gesture is not None:
            found[stroke.gesture].append((stroke, window))
    return dict(found)


def gesture_figures(name: str, answers: Sequence[tuple[Stroke, Window]]) -> Figures:
    """The gesture's `p50` and `p95` in ms, and its mean `bytes` and `frames` for each key.

    Raises NotSeenError if too many keys changed nothing.
    """
    times = [
        (window.last_change - stroke.time) * 1000
        for stroke, window in answers
        if window.last_change is not None
    ]
    if len(answers) - len(times) > UNANSWERED_LIMIT * len(answers):
        raise NotSeenError(f"{len(answers) - len(times)} keys of {name} changed nothing", "")
    return {
        f"{name} p50": percentile(times, 0.50),
        f"{name} p95": percentile(times, 0.95),
        f"{name} bytes": sum(window.size for _, window in answers) / len(answers),
        f"{name} frames": sum(window.frames for _, window in answers) / len(answers),
    }
