"""Asking for the rows of many values, with a statement that is compiled once.

SQLAlchemy builds and compiles a list of values anew for each question, which takes longer than
the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, bindparam
from sqlalchemy.dialects import sqlite

AT_A_TIME = 500
"""How many values stand in one statement; no SQLite takes less than 999."""

_SIZES = (1, 20, AT_A_TIME)
_VALUE = "value_{}"


class ForMany:
    """A query for the rows in which a column has one of many values."""

    def __init__(self, query: Select[*tuple[Any, ...]], column: ColumnElement[str]) -> None:
        """`query` may have other parameters, which are bound by their names."""
        self._query = query
        self._column = column
        self._compiled: dict[int, tuple[str, Sequence[str], dict[str, object]]] = {}

    def rows(
        self, connection: Connection, values: Sequence[str], **others: object
    ) -> Iterator[tuple[Any, ...]]:
        """The rows, some values at a time; as SQLite gives them, so times and words are text."""
        for at in range(0, len(values), AT_A_TIME):
            part = list(values[at : at + AT_A_TIME])
            size = next(each for each in _SIZES if each >= len(part))
            text, order, own = self._statement(size)
            bound = own | others
            # The values stand in a row; the last one fills the places that are left.
            place = order.index(_VALUE.format(0))
            parameters = (
                *(bound[name] for name in order[:place]),
                *part,
                *(part[-1:] * (size - len(part))),
                *(bound[name] for name in order[place + size :]),
            )
            yield from connection.exec_driver_sql(text, parameters).all()

    def _statement(self, size: int) -> tuple[str, Sequence[str], dict[str, object]]:
        """The text, the names of its parameters in order, and the values that it has itself."""
        if size not in self._compiled:
            places: list[BindParameter[str]] = [
                bindparam(_VALUE.format(number)) for number in range(size)
            ]
            query = self._query.where(self._column.in_(places))
            compiled = query.compile(dialect=sqlite.dialect())
            order = tuple(compiled.positiontup or ())
            self._compiled[size] = str(compiled), order, dict(compiled.params)
        return self._compiled[size]
