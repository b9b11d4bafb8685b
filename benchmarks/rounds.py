"""Rounds: every contestant once in each, in shuffled order, away from foreign load."""

import gc
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from benchmarks.figures import Figures
from benchmarks.load import cleanly


@dataclass(frozen=True, slots=True)
class Measured:
    """What all rounds gave, and the greatest foreign load in a run that was kept, in cores."""

    rounds: list[dict[str, Figures]] = field(default_factory=list)
    foreign: float = 0.0


def measure(
    contestants: Mapping[str, Callable[[], Figures]],
    rounds: int,
    order: random.Random,
    tell: Callable[[str], None],
) -> Measured:
    """Run every contestant once in each round; `tell` hears of every run."""
    found: list[dict[str, Figures]] = []
    worst = 0.0
    for number in range(1, rounds + 1):
        names = list(contestants)
        order.shuffle(names)
        found.append({})
        for name in names:
            gc.collect()
            gc.disable()
            try:
                figures, foreign = cleanly(contestants[name])
            finally:
                gc.enable()
            found[-1][name] = figures
            worst = max(worst, foreign)
            tell(f"round {number} of {rounds}: {name}, foreign load {foreign:.2f}")
    return Measured(found, worst)
