"""Telling from names alone that a segment holds what others hold: no file is read for it.

The chain in a segment's name is over all the writer's changes up to its last. So a larger
segment that was made of smaller ones, and a smaller one that lies within a larger, are
recognised by whoever knows the others: equal chains are equal changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import accumulate

from model.plan.entities import ChangeName
from sync.segment import Chain, SegmentName, chain_over

Names = tuple[ChangeName, ...]


class Stretch:
    """The changes of a writer from one position to another, as a known segment has them."""

    def __init__(self, name: SegmentName, before: Chain, load: Callable[[], Names]) -> None:
        """`load` gives the changes' names, and is called only if they are needed."""
        self.name = name
        self.before = before
        self._load = load

    @cached_property
    def names(self) -> Names:
        """The names of the changes."""
        return self._load()

    @cached_property
    def _chains(self) -> list[Chain]:
        return list(
            accumulate(self.names, lambda c, name: chain_over(c, [name]), initial=self.before)
        )

    def chain_at(self, position: int) -> Chain:
        """The chain after a position of this stretch, or before its first."""
        if position == self.name.last:
            return self.name.chain
        if position == self.name.first - 1:
            return self.before
        return self._chains[position - self.name.first + 1]

    def has(self, position: int, chain: Chain) -> bool:
        """Whether it goes through a position with this chain there."""
        return self.name.first <= position <= self.name.last and self.chain_at(position) == chain


def traced(name: SegmentName, among: Iterable[Stretch]) -> Stretch | None:
    """What a segment of this name holds, put together from others; None if they do not make it up.

    Nothing is computed for a segment that goes beyond the others.
    """
    others = [each for each in among if each.name.writer == name.writer and each.name != name]
    parts: list[Stretch] = []
    at, chain = name.last, name.chain
    while at >= name.first:
        part = next((each for each in others if each.has(at, chain)), None)
        if part is None:
            return None
        parts.insert(0, part)
        at, chain = part.name.first - 1, part.before
    return Stretch(name, parts[0].chain_at(name.first - 1), lambda: _between(name, parts))


def _between(name: SegmentName, parts: Iterable[Stretch]) -> Names:
    """The names from the first to the last position of a segment."""
    return tuple(
        change
        for part in parts
        for position, change in enumerate(part.names, part.name.first)
        if name.first <= position <= name.last
    )
