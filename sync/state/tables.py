"""The tables of the exchange, in the local database beside those of the model."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from model.store import local
from model.store.database import Database
from sync.state.reshaping import reshape

FORMAT = "4"
MARK = "sync"
"""The mark in the database that says which format these tables have."""

metadata = MetaData()

writer = Table(
    "sync_writer",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("writer", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
)

segment = Table(
    "sync_segment",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("scope", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("writer", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("chain", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("names", LargeBinary, nullable=False),
    UniqueConstraint("scope", "file"),
    Index("sync_segment_writer", "scope", "writer", "last"),
    sqlite_autoincrement=True,
)

progress = Table(
    "sync_progress",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("arrival", Integer, nullable=False),
    Column("segment", Integer, nullable=False),
)

held = Table(
    "sync_held",
    metadata,
    Column("share", Text, primary_key=True),
    Column("scope", Text, primary_key=True),
    Column("file", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("is_read", Boolean, nullable=False),
)

unread = Table(
    "sync_unread",
    metadata,
    Column("share", Text, primary_key=True),
    Column("scope", Text, primary_key=True),
    Column("file", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("since", Float, nullable=False),
)

kept = Table(
    "sync_kept",
    metadata,
    Column("name", Text, primary_key=True),
    Column("scope", Text, primary_key=True),
    Column("line", LargeBinary, nullable=False),
    Column("reason", Text, nullable=False),
    Column("since", Float, nullable=False),
    Index("sync_kept_scope", "scope"),
)

seen = Table(
    "sync_seen",
    metadata,
    Column("address", Text, primary_key=True),
    Column("share", Text, nullable=False),
    Column("reached", Float, nullable=False),
)

tried = Table(
    "sync_tried",
    metadata,
    Column("address", Text, primary_key=True),
    Column("at", Float, nullable=False),
    Column("brief", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("since", Float),
    Column("clocks", Text, nullable=False),
)


look = Table(
    "sync_look",
    metadata,
    Column("share", Text, primary_key=True),
    Column("scope", Text, primary_key=True),
    Column("mark", Text, nullable=False),
    Column("since", Float, nullable=False),
    Column("listed", Float, nullable=False),
)


lived = Table(
    "sync_lived",
    metadata,
    Column("share", Text, primary_key=True),
    Column("seconds", Float, nullable=False),
    Column("at", Float, nullable=False),
)

lying = Table(
    "sync_lying",
    metadata,
    Column("share", Text, primary_key=True),
    Column("scope", Text, primary_key=True),
    Column("file", Text, primary_key=True),
    Column("since", Float, nullable=False),
)


LASTING = frozenset(table.name for table in (writer, segment, progress, kept))
"""Tables whose rows another format keeps: nothing on a share can tell them again for certain."""


def prepare(database: Database) -> None:
    """Make the tables where they are missing or of another format; raises a `StoreError`."""
    with database.reading() as connection:
        if local.marks(connection).get(MARK) == FORMAT:
            return
    with database.writing() as connection:
        reshape(connection, metadata, LASTING)
        local.set_mark(connection, MARK, FORMAT)
