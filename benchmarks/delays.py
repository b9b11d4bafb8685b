"""A terminal program whose delays are known: what the measuring program is itself measured with.

It stamps its first visible text with the system-wide monotonic clock, says when it is loaded, and
answers each key after a delay that it spins away. Linux and macOS only.
"""

import os
import sys
import time
import tty
from collections.abc import Callable

LOADED_AFTER = 0.150
SETTLED_AFTER = 0.060
"""Seconds from the first text to LOADED, and from there to the last change of the start."""

KEYS: dict[str, tuple[tuple[float, bool], ...]] = {
    "a": ((0.0, True),),
    "b": ((0.005, True),),
    "c": ((0.005, True), (0.030, True)),
    "d": ((0.005, True), (0.030, False)),
}
"""For each key: seconds after it, and whether what is then written changes the screen."""


def last_change(key: str) -> float:
    """Seconds from the key to the last change that it makes on the screen."""
    return max(after for after, changes in KEYS[key] if changes)


def _spin_until(moment: float) -> None:
    while time.perf_counter() < moment:
        pass


def _write(row: int, text: str) -> None:
    os.write(sys.stdout.fileno(), f"\x1b[{row};1H{text}".encode())


def _answer_keys(read: Callable[[], bytes]) -> None:
    count = 0
    while pressed := read():
        now = time.perf_counter()
        for after, changes in KEYS.get(pressed.decode("ascii"), ()):
            _spin_until(now + after)
            count += changes
            _write(4, f"answer {count}")


def main() -> None:
    """Start, load, settle, then answer keys until the terminal is gone."""
    tty.setraw(sys.stdin.fileno())
    os.write(sys.stdout.fileno(), b"\x1b[2J")
    first = time.perf_counter()
    _write(1, f"first {time.perf_counter_ns()}")
    _spin_until(first + LOADED_AFTER)
    _write(2, "LOADED")
    _spin_until(first + LOADED_AFTER + SETTLED_AFTER)
    _write(3, "settled")
    _answer_keys(lambda: os.read(sys.stdin.fileno(), 1))


if __name__ == "__main__":
    main()
