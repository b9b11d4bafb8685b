"""What is to be reached: ratios to the yardstick in the same round, one time in seconds."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["reached", "ok", "missed", ""]
"""Aim reached; what must be is; what must be is not; nothing is asked."""


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that must not be exceeded, and the one to aim at."""

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
    "fold": Target(5.0),
    "edit": Target(1.5),
    "edit cpu": Target(1.5),
    "10,000 changes": Target(8, 5),
    "100 more": Target(15, 10),
    "50 × 200": Target(8, 6),
    "among a million": Target(1.1),
    "PDF": Target(4, 3),
    "PDF memory": Target(1.5),
    "Word": Target(3, 2),
    "Word memory": Target(1.8),
    "HTML memory": Target(1.4),
    "Excel": Target(3, 2),
    "Excel memory": Target(1.5),
    "CSV": Target(7, 5),
    "CSV memory": Target(1.4),
    "JSON": Target(7, 5),
    "JSON memory": Target(1.4),
}
"""By metric, `fold` in seconds. Keys are judged against a move in the bare app's table. An edit's
cost counts as independent of the journal's length if a hundred times the length costs less than
half as much again."""


def verdict(target: Target | None, ratio: float) -> Verdict:
    """How a ratio stands to its target."""
    if target is None:
        return ""
    if ratio > target.must:
        return "missed"
    return "reached" if target.aim is not None and ratio <= target.aim else "ok"
