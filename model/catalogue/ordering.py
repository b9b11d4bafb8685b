"""The numbers that keep the order of rows: as few as possible change when a row is moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from model.catalogue.rows import ORDER_STEP
from model.plan.entities import Entity, Goal
from model.plan.identifiers import EntityId

Rank = tuple[int, str]
"""An order number and, where two are equal, the word that decides."""


def new_orders(sequence: Sequence[EntityId], known: Mapping[EntityId, Rank]) -> dict[EntityId, int]:
    """Order numbers with which the rows of a file stand in the file's sequence.

    `known` are all rows of the kind that have a rank, also those that the file leaves out. Rows
    that already stand right keep their numbers; new and moved ones get numbers between.
    """
    kept = _longest_rising(sequence, known)
    orders: dict[EntityId, int] = {}
    waiting: list[EntityId] = []
    before: int | None = None
    for row in sequence:
        if row not in kept:
            waiting.append(row)
            continue
        after = known[row][0]
        if not _fit(waiting, before, after, orders):
            return _numbered_anew(sequence)
        orders[row] = before = after
        waiting = []
    last = before
    if last is None:
        last = max((rank[0] for rank in known.values()), default=0)
    for position, row in enumerate(waiting, start=1):
        orders[row] = last + position * ORDER_STEP
    return orders


def _fit(
    rows: Sequence[EntityId], before: int | None, after: int, orders: dict[EntityId, int]
) -> bool:
    """Give rows numbers between two others, evenly; False when there is no room."""
    if before is None:
        before = after - (len(rows) + 1) * ORDER_STEP
    step = (after - before) // (len(rows) + 1)
    if rows and step < 1:
        return False
    for position, row in enumerate(rows, start=1):
        orders[row] = before + position * step
    return True


def _numbered_anew(sequence: Sequence[EntityId]) -> dict[EntityId, int]:
    return {row: position * ORDER_STEP for position, row in enumerate(sequence, start=1)}


def _longest_rising(
    sequence: Sequence[EntityId], known: Mapping[EntityId, Rank]
) -> frozenset[EntityId]:
    """The most rows that already stand in rising order among themselves."""
    tails: list[Rank] = []
    ends: list[EntityId] = []
    previous: dict[EntityId, EntityId | None] = {}
    for row in sequence:
        if row not in known:
            continue
        at = bisect_left(tails, known[row])
        previous[row] = ends[at - 1] if at else None
        tails[at : at + 1] = [known[row]]
        ends[at : at + 1] = [row]
    kept: set[EntityId] = set()
    row_or_none = ends[-1] if ends else None
    while row_or_none is not None:
        kept.add(row_or_none)
        row_or_none = previous[row_or_none]
    return frozenset(kept)


def rank_of(entity: Entity) -> Rank:
    """Where an entity stands among its kind, as every list and export sorts it."""
    word = entity.number if isinstance(entity, Goal) else getattr(entity, "key", "")
    return getattr(entity, "order", 0), word
