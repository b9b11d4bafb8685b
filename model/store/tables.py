"""The tables: the journal and what belongs to this device, and one derived table per kind.

Derived tables are made from the entity classes, a column per field, so a new field needs no
other change. They carry no constraints between each other: what waits for a change that has
not arrived is shown as waiting.
"""

from __future__ import annotations

import hashlib
import types
import typing
from datetime import date
from enum import Enum
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


def row_of(entity: Entity) -> dict[str, Json]:
    """An entity as the values of its table's columns."""
    values = msgspec.to_builtins(entity)
    full = {field.name: values.get(field.name) for field in msgspec.structs.fields(type(entity))}
    return {
        column.name: msgspec.json.encode(full[column.name]).decode("utf-8")
        if column.info.get("json")
        else full[column.name]
        for column in derived[entity.kind].columns
    }


def entity_from_row(kind: str, row: typing.Mapping[str, Any]) -> Entity:
    """The entity that `row_of` wrote."""
    values = {
        column.name: msgspec.json.decode(row[column.name])
        if column.info.get("json")
        else row[column.name]
        for column in derived[kind].columns
    }
    return msgspec.convert(values, KINDS[kind])
