"""From runs to figures: percentiles, and ratios taken within one round."""

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Figures = dict[str, float]
"""What one run gave, by the name of the metric: times in ms, memory in MiB, sizes in bytes."""

Round = Mapping[str, Figures]
"""What one round gave, by the name of the contestant."""


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile, so that it is always a value that was measured.

    `share` is above 0 and at most 1. Raises ValueError for no values.
    """
    if not values:
        raise ValueError("no values")
    return sorted(values)[math.ceil(share * len(values)) - 1]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A contestant's metric against its yardstick's, over all rounds.

    `value` is the contestant's own median in the metric's unit; `low`, `middle` and `high` are
    the least, the median and the greatest of the rounds' ratios.
    """

    value: float
    low: float
    middle: float
    high: float
    rounds: int


def ratio(
    rounds: Sequence[Round], contestant: tuple[str, str], yardstick: tuple[str, str]
) -> Ratio | None:
    """Compare (contestant, metric) with (yardstick, metric), each pair within one round.

    None if no round has both. Ratios within a round cancel what the machine did that minute.
    """
    pairs = [
        (one[contestant[0]][contestant[1]], one[yardstick[0]][yardstick[1]])
        for one in rounds
        if contestant[1] in one.get(contestant[0], {}) and yardstick[1] in one.get(yardstick[0], {})
    ]
    if not pairs:
        return None
    ratios = [mine / other for mine, other in pairs]
    return Ratio(
        value=statistics.median(mine for mine, _ in pairs),
        low=min(ratios),
        middle=statistics.median(ratios),
        high=max(ratios),
        rounds=len(pairs),
    )
