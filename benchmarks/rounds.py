"""Rounds: every contestant once in each, in shuffled order, away from foreign load."""

import gc
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from benchmarks.figures import Figures
from benchmarks.load import FOREIGN_LIMIT, cleanly


@dataclass(frozen=True, slots=True)
class Measured:
    """What all rounds gave, and the foreign load in each run that was kept, in cores."""

    rounds: list[dict[str, Figures]] = field(default_factory=list)
    foreign: list[float] = field(default_factory=list)

    def told(self) -> str:
        """How quiet the machine was, in a sentence."""
        disturbed = [load for load in self.foreign if load > FOREIGN_LIMIT]
        if not disturbed:
            return f"quiet, foreign load at most {max(self.foreign, default=0):.2f} of a core"
        return (
            f"not to be quoted: {len(disturbed)} of {len(self.foreign)} runs under foreign load, "
            f"up to {max(disturbed):.2f} cores"
        )


def measure(
    contestants: Mapping[str, Callable[[], Figures]],
    rounds: int,
    order: random.Random,
    tell: Callable[[str], None],
) -> Measured:
    """Run every contestant once in each round; `tell` hears of every run."""
    measured = Measured()
    for number in range(1, rounds + 1):
        names = list(contestants)
        order.shuffle(names)
        figures_of: dict[str, Figures] = {}
        for name in names:
            gc.collect()
            gc.disable()
            try:
                figures, foreign = cleanly(contestants[name])
            finally:
                gc.enable()
            figures_of[name] = figures
            measured.foreign.append(foreign)
            tell(f"round {number} of {rounds}: {name}, foreign load {foreign:.2f}")
        measured.rounds.append(figures_of)
    return measured
