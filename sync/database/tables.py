"""The tables of a share in a database, the same in SQLite and PostgreSQL.

A row of `segment` is what a file is in a folder: named, whole, and never changed. Rows are put
in and read, nothing else: what is there is a set, and a listing never skips what came late.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Double,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

FORMAT = 1

metadata = MetaData()

share = Table(
    "share",
    metadata,
    Column("number", Integer, CheckConstraint("number = 1"), primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("format", Integer, nullable=False),
)
"""One row: what the marker file is in a folder."""

segment = Table(
    "segment",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("writer", Text, primary_key=True),
    Column("first", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, primary_key=True, autoincrement=False),
    Column("chain", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("arrived", Double, nullable=False),
    Column("content", LargeBinary, nullable=False),
    # A listing is answered from this alone: the contents are not passed through.
    Index("segment_listing", "scope", "writer", "first", "last", "chain", "size", "arrived"),
)
"""`arrived` is in seconds since 1970; nothing but the wish to look at a scope depends on it."""
