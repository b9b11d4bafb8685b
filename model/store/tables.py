"""The tables: the journal and what belongs to this device, and one derived table per kind.

Derived tables are made from the entity classes, a column per field, so a new field needs no
other change. They carry no constraints between each other: what waits for a change that has
not arrived is shown as waiting.
"""

from __future__ import annotations

import hashlib
import types
import typing
from collections.abc import Sequence
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

from model.journal.change import Json
from model.plan.entities import KINDS, Entity

metadata = MetaData()

journal = Table(
    "journal",
    metadata,
    Column("arrival", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("entity", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("line", LargeBinary, nullable=False),
    Index("journal_entity", "entity", "id"),
    Index("journal_action", "action"),
    Index("journal_source", "source", "arrival"),
    sqlite_autoincrement=True,
)

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("key", Text, primary_key=True),
    Column("text", Text, nullable=False),
)

page = Table(
    "page",
    metadata,
    Column("key", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)


def _is_json(annotation: object) -> bool:
    """Whether a field's value is kept as JSON text: structures, not single words or numbers."""
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        return any(_is_json(part) for part in typing.get_args(annotation) if part is not type(None))
    if isinstance(annotation, type):
        return not issubclass(annotation, (str, int, date, Enum))
    return True


def _column(field: msgspec.structs.FieldInfo) -> Column[Any]:
    annotation = field.type
    if field.name == "id":
        return Column("id", Text, primary_key=True)
    if annotation is bool:
        return Column(field.name, Boolean, nullable=False)
    if annotation is int:
        return Column(field.name, Integer)
    return Column(field.name, Text, info={"json": _is_json(annotation)})


def _derive(kind: type[Entity]) -> Table:
    return Table(kind.kind, metadata, *map(_column, msgspec.structs.fields(kind)))


derived: dict[str, Table] = {name: _derive(kind) for name, kind in KINDS.items()}
"""The derived table of each kind."""


def fingerprint() -> str:
    """A digest of the derived tables' shape: when it differs, everything is folded anew."""
    shape = [
        (name, [(column.name, str(column.type), column.info) for column in table.columns])
        for name, table in sorted(derived.items())
    ]
    return hashlib.sha256(repr(shape).encode("utf-8")).hexdigest()[:16]


@cache
def _columns(kind: str) -> tuple[tuple[str, bool], ...]:
    """A kind's columns in order, and whether each holds JSON."""
    fields = msgspec.structs.fields(KINDS[kind])
    return tuple(
        (field.name, bool(derived[kind].columns[field.name].info.get("json"))) for field in fields
    )


def row_of(entity: Entity) -> dict[str, Json]:
    """An entity as the values of its table's columns."""
    return {
        name: msgspec.json.encode(getattr(entity, name)).decode("utf-8")
        if is_json
        else msgspec.to_builtins(getattr(entity, name))
        for name, is_json in _columns(entity.kind)
    }


def entity_from_row(kind: str, row: Sequence[Any]) -> Entity:
    """The entity that `row_of` wrote; the row's values stand in the order of the columns."""
    values = {
        name: msgspec.json.decode(value) if is_json else value
        for (name, is_json), value in zip(_columns(kind), row, strict=True)
    }
    return msgspec.convert(values, KINDS[kind], strict=False)
