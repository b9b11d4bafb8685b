"""What is to be said about an app in order to measure it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

HOME = "{home}"
"""Stands for the run's own home folder in commands and environment."""

QUICK = (0.060, 0.077)
"""Seconds from key to key; jittered, so that keys do not lock to a 60 Hz paint timer."""

SLOW = (0.250, 0.267)
"""The same for keys that search, whose last repaint may take longer than QUICK."""

SCREEN = (0.400, 0.417)
"""The same for keys that open or close a screen; below the half second of a blinking cursor."""


@dataclass(frozen=True, slots=True)
class Press:
    """One key by its name, and a regex that the screen matches before the next key is pressed."""

    key: str
    shows: str | None = None


@dataclass(frozen=True, slots=True)
class Gesture:
    """Keys whose answers are measured together, under one name.

    `before` and `after` lead there and back and are not measured. `presses` is gone through
    `times` times.
    """

    name: str
    presses: tuple[Press, ...]
    times: int = 1
    before: tuple[Press, ...] = ()
    after: tuple[Press, ...] = ()
    gap: tuple[float, float] = QUICK


@dataclass(frozen=True, slots=True)
class Process:
    """A whole process, measured from start to exit against another.

    `name` is the metric's; `codes` are the exit codes that mean that it did its job.
    """

    name: str
    command: tuple[str, ...]
    yardstick: tuple[str, ...]
    codes: tuple[int, ...] = (0,)


@dataclass(frozen=True, slots=True)
class Subject:
    """An app to measure.

    `useful` is a regex that only the loaded screen matches (`(?s)` lets it span lines).
    `setup` are commands that prepare the home, `fill` does the same in Python; `quit_key` ends the
    untimed first launch. `library` is a regex for a mapped file without which the memory figure
    does not count. Lines of `environment` come on top of the clean one.
    """

    name: str
    command: tuple[str, ...]
    useful: str
    gestures: tuple[Gesture, ...] = ()
    processes: tuple[Process, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    setup: tuple[tuple[str, ...], ...] = ()
    fill: Callable[[Path], None] | None = None
    quit_key: str = "ctrl+q"
    library: str | None = None


def presses(*keys: str) -> tuple[Press, ...]:
    """Keys by their names, with nothing expected of the screen."""
    return tuple(Press(key) for key in keys)
