"""What belongs to this device alone: marks about the database, drafts, and the first page.

None of it is part of the journal or travels; all of it changes in the same transactions.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, Insert, Table, select
from sqlalchemy.dialects.sqlite import insert

from model.store import tables

FOLD = "fold"
"""Mark: how the derived tables were folded."""
GENERATION = "generation"
"""Mark: another value each time that all tables are folded anew."""
CLOCK = "clock"
"""Mark: the last time that any program gave to a change in this database."""


def _upsert(table: Table, column: str) -> Insert:
    statement = insert(table)
    values = {column: statement.excluded[column]}
    return statement.on_conflict_do_update(index_elements=["key"], set_=values)


# Built once: building a statement takes longer than what it asks for.
_MARKS = select(tables.meta.c.key, tables.meta.c.value)
_SET_MARK = _upsert(tables.meta, "value")
_KEEP_PAGE = _upsert(tables.page, "body")
_KEEP_DRAFT = _upsert(tables.draft, "text")


def marks(connection: Connection) -> Mapping[str, str]:
    """Every mark by its key."""
    return {row.key: row.value for row in connection.execute(_MARKS)}


def set_mark(connection: Connection, key: str, value: str) -> None:
    """Set a mark."""
    connection.execute(_SET_MARK, {"key": key, "value": value})


def keep_page(connection: Connection, body: bytes) -> None:
    """Keep the first page's bytes for `model.store.page.read_page`."""
    connection.execute(_KEEP_PAGE, {"key": "home", "body": body})


def keep_draft(connection: Connection, key: str, text: str) -> None:
    """Keep unfinished text under a key; empty text forgets it."""
    if text:
        connection.execute(_KEEP_DRAFT, {"key": key, "text": text})
    else:
        connection.execute(tables.draft.delete().where(tables.draft.c.key == key))


def draft(connection: Connection, key: str) -> str | None:
    """The unfinished text kept under a key."""
    query = select(tables.draft.c.text).where(tables.draft.c.key == key)
    return connection.execute(query).scalar()


def drafts(connection: Connection) -> dict[str, str]:
    """Every unfinished text by its key."""
    rows = connection.execute(select(tables.draft.c.key, tables.draft.c.text))
    return {row.key: row.text for row in rows}
