"""Cuts through what is known of the writers' positions: taking one, and telling what it covers.

A run is followed back along the chain, so it names the same changes however they are divided into
files, and keeps apart what two copies of one device numbered alike.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from operator import itemgetter

import msgspec
from sqlalchemy import Connection, select

from model.journal.change import NAME_LENGTH
from model.plan.entities import ChangeName
from model.plan.identifiers import Scope
from model.plan.lock import CHAIN_LENGTH, Cut, Run, run_from
from sync.segment import Chain, Writer, chain_over
from sync.state.tables import segment


class Covered(msgspec.Struct, frozen=True):
    """The changes that a cut covers, as far as this home knows them."""

    names: frozenset[ChangeName]
    lacking: int
    """How many covered changes of the scopes asked for are not here."""


class _Part(msgspec.Struct, frozen=True):
    """A segment as a stretch of one writer's chain."""

    number: int
    first: int
    last: int
    chain: Chain
    before: Chain


def take(connection: Connection) -> Cut:
    """A cut that covers every change with a position that this home knows."""
    cut: dict[Scope, list[str]] = defaultdict(list)
    for (scope, writer), parts in sorted(_parts(connection).items(), key=itemgetter(0)):
        cut[scope] += map(str, sorted(_WriterChain(connection, parts).runs(writer)))
    return {scope: tuple(runs) for scope, runs in cut.items()}


def covered(connection: Connection, cut: Cut, counted: Collection[Scope]) -> Covered:
    """What a cut covers; what is not here is counted for those scopes that are asked for."""
    names: set[ChangeName] = set()
    lacking = 0
    parts = _parts(connection)
    for scope, texts in cut.items():
        for run in filter(None, map(run_from, texts)):
            chain = _WriterChain(connection, parts.get((scope, run.writer), []))
            found = chain.names_of(run)
            names.update(found)
            lacking += run.count - len(found) if scope in counted else 0
    return Covered(frozenset(names), lacking)


def scopes_of(connection: Connection) -> list[Scope]:
    """The scopes of which any position is known."""
    return sorted(connection.execute(select(segment.c.scope).distinct()).scalars())


def _parts(connection: Connection) -> dict[tuple[Scope, Writer], list[_Part]]:
    columns = segment.c
    query = select(
        columns.scope,
        columns.writer,
        columns.number,
        columns.first,
        columns.last,
        columns.chain,
        columns.before,
    )
    found: dict[tuple[Scope, Writer], list[_Part]] = defaultdict(list)
    for scope, writer, *rest in connection.execute(query):
        found[scope, writer].append(_Part(*rest))
    return found


class _WriterChain:
    """What is known of one writer in one scope: stretches that may branch, overlap or have gaps."""

    def __init__(self, connection: Connection, parts: Iterable[_Part]) -> None:
        self._connection = connection
        # Of several that end alike the longest last: fewer steps back.
        self._parts = sorted(parts, key=lambda part: (part.last, -part.first, part.chain))
        self._lasts = [part.last for part in self._parts]
        self._names: dict[int, tuple[ChangeName, ...]] = {}

    def runs(self, writer: Writer) -> Iterator[Run]:
        """Every unbroken stretch that no other goes on from."""
        passed: set[_Part] = set()
        for tip in reversed(self._parts):
            if tip in passed:
                continue
            first = tip.first
            for part, upto in self._back(tip.last, tip.chain):
                passed.update(self._within(part, upto))
                first = part.first
            yield Run(writer, first, tip.last, tip.chain)

    def names_of(self, run: Run) -> list[ChangeName]:
        """The changes of a run that are known, back to where one is lacking and behind that."""
        found: list[ChangeName] = []
        position, chain = run.last, run.chain
        while position >= run.first:
            for part, upto in self._back(position, chain):
                if upto < run.first:
                    break
                names = self._names_in(part)
                found += names[max(0, run.first - part.first) : upto - part.first + 1]
                position, chain = part.first - 1, part.before
            # A stretch is lacking: go on with the nearest one before it.
            position, chain = self._nearest_before(position)
        return found

    def _back(self, position: int, chain: Chain) -> Iterator[tuple[_Part, int]]:
        """The parts along a chain from a position backwards, each with where it is entered."""
        while position > 0:
            part = self._part_at(position, chain)
            if part is None:
                return
            yield part, position
            position, chain = part.first - 1, part.before

    def _part_at(self, position: int, chain: Chain) -> _Part | None:
        ending = bisect_left(self._lasts, position), bisect_right(self._lasts, position)
        # What ends just there first, then what goes on beyond it.
        for part in (*reversed(self._parts[slice(*ending)]), *self._parts[ending[1] :]):
            if part.first <= position and self._chain_at(part, position, chain):
                return part
        return None

    def _chain_at(self, part: _Part, position: int, chain: Chain) -> bool:
        """Whether the part's chain at a position begins so."""
        reached = part.chain
        if position != part.last:
            reached = chain_over(part.before, self._names_in(part)[: position - part.first + 1])
        return reached.startswith(chain[:CHAIN_LENGTH])

    def _nearest_before(self, position: int) -> tuple[int, Chain]:
        """The end of the part that ends last before a position; position 0 without any."""
        place = bisect_left(self._lasts, position)
        part = self._parts[place - 1] if place else None
        return (part.last, part.chain) if part is not None else (0, "")

    def _within(self, whole: _Part, upto: int) -> Iterator[_Part]:
        """Every part that ends inside another, up to a position, on the same chain."""
        inside = bisect_left(self._lasts, whole.first), bisect_right(self._lasts, upto)
        for part in self._parts[slice(*inside)]:
            if self._chain_at(whole, part.last, part.chain):
                yield part

    def _names_in(self, part: _Part) -> tuple[ChangeName, ...]:
        if part.number not in self._names:
            query = select(segment.c.names).where(segment.c.number == part.number)
            digits = self._connection.execute(query).scalar_one().hex()
            self._names[part.number] = tuple(
                digits[at : at + NAME_LENGTH] for at in range(0, len(digits), NAME_LENGTH)
            )
        return self._names[part.number]
