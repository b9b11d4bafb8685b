"""Reading small segments many at a time: over a slow network each question is felt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Row, Select, case, func, select, type_coerce
from sqlalchemy.types import NullType

from model.plan.identifiers import Scope
from sync.database.tables import segment
from sync.segment import SegmentName

AT_A_TIME = 100
SMALL_BYTES = 262_144
"""Larger ones are read one by one, so that what is kept here is bounded whatever lies there."""


class ReadAhead:
    """What is expected to be read in a scope, in order, and what of it has been fetched."""

    def __init__(self, scope: Scope = "", names: Sequence[SegmentName] = ()) -> None:
        self._scope = scope
        self._names = names
        self._places = {name: place for place, name in enumerate(names)}
        self._asked = 0
        self._fetched: dict[SegmentName, bytes] = {}

    def question(
        self, scope: Scope, name: SegmentName
    ) -> Select[str, int, int, str, object] | None:
        """What to ask for, to have this one and those after it; None if that is of no use."""
        place = self._places.get(name, -1) if scope == self._scope else -1
        if place < self._asked or place + 1 == len(self._names):
            return None
        some = self._names[place : place + AT_A_TIME]
        self._asked = place + len(some)
        content = case((func.length(segment.c.content) <= SMALL_BYTES, segment.c.content))
        return select(
            segment.c.writer,
            segment.c.first,
            segment.c.last,
            segment.c.chain,
            type_coerce(content, NullType()),
        ).where(
            segment.c.scope == scope,
            segment.c.writer.in_({each.writer for each in some}),
            segment.c.chain.in_([each.chain for each in some]),
        )

    def keep(self, rows: Iterable[Row[str, int, int, str, object]]) -> None:
        """What came; the last question's rows take the place of those before."""
        self._fetched = {SegmentName(*row[:4]): row[4] for row in rows if isinstance(row[4], bytes)}

    def take(self, scope: Scope, name: SegmentName) -> bytes | None:
        """A content that was fetched; None if it has to be read."""
        return self._fetched.pop(name, None) if scope == self._scope else None
