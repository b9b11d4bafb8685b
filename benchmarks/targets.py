"""What is to be reached: ratios to the yardstick, taken in the same round."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["reached", "ok", "missed", ""]
"""Aim reached; what must be is; what must be is not; nothing is asked."""


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio that must not be exceeded, and the one to aim at."""

    must: float
    aim: float | None = None


TARGETS = {
    "first": Target(1.30, 1.10),
    "useful": Target(1.35, 1.10),
    "memory": Target(1.90, 1.65),
    "move p50": Target(2.5, 2.0),
    "move p95": Target(3.0, 2.0),
    "search p50": Target(15, 10),
    "view p50": Target(15, 11),
    "form p50": Target(9, 4),
    "help": Target(1.5),
    "check": Target(2.5),
}
"""By metric. `p50` and `p95` are against a move of the cursor in the bare app's table."""


def verdict(target: Target | None, ratio: float) -> Verdict:
    """How a ratio stands to its target."""
    if target is None:
        return ""
    if ratio > target.must:
        return "missed"
    return "reached" if target.aim is not None and ratio <= target.aim else "ok"
