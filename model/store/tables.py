"""The tables: the journal and what belongs to this device, and one derived table per kind.

Derived tables are made from the entity classes, a column per field, so a new field needs no
other change. They carry no constraints between each other: what waits for a change that has
not arrived is shown as waiting.
"""

from __future__ import annotations

import hashlib
import types
import typing
from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Annotated, Any

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
from model.journal.fold import FOLD_VERSION
from model.plan.entities import Entity
from model.plan.kinds import CENTRAL_KINDS, KINDS, UNIT_KINDS

metadata = MetaData()

_Writer = Callable[[Any], Json]
_Reader = Callable[[Any], Json]

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
    Index("journal_scope", "scope", "source"),
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


def _parts(annotation: object) -> tuple[Any, ...]:
    """What a value may be, apart from None: the members of a union, without their bounds."""
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        members = typing.get_args(annotation)
        return tuple(part for each in members if each is not type(None) for part in _parts(each))
    if typing.get_origin(annotation) is Annotated:
        return _parts(typing.get_args(annotation)[0])
    return (annotation,)


def _is_json(annotation: object) -> bool:
    """Whether a field's value is kept as JSON text: structures, not single words or numbers."""
    return not all(
        isinstance(part, type) and issubclass(part, (str, int, date, Enum))
        for part in _parts(annotation)
    )


def _column(field: msgspec.structs.FieldInfo) -> Column[Any]:
    if field.name == "id":
        return Column("id", Text, primary_key=True)
    plain = {bool: Boolean, int: Integer}
    parts = _parts(field.type)
    if len(parts) == 1 and parts[0] in plain:
        return Column(field.name, plain[parts[0]])
    return Column(field.name, Text, info={"json": _is_json(field.type)})


def _derive(kind: type[Entity]) -> Table:
    return Table(kind.kind, metadata, *map(_column, msgspec.structs.fields(kind)))


derived: dict[str, Table] = {name: _derive(kind) for name, kind in KINDS.items()}
"""The derived table of each kind."""


@cache
def fingerprint() -> str:
    """A digest of how this version folds: when it differs, everything is folded anew.

    It covers every kind, field and word that may occur, so that what an older version kept
    without showing appears after an upgrade.
    """
    known: dict[str, object] = {}
    for kind in KINDS.values():
        _describe(kind, known)
    shape = (FOLD_VERSION, sorted(CENTRAL_KINDS), sorted(UNIT_KINDS), sorted(known.items()))
    return hashlib.sha256(repr(shape).encode("utf-8")).hexdigest()[:16]


def _describe(annotation: object, known: dict[str, object]) -> None:
    """Add the types that make up `annotation` to `known`, each by its name."""
    for part in typing.get_args(annotation):
        _describe(part, known)
    if not isinstance(annotation, type) or annotation.__name__ in known:
        return
    if issubclass(annotation, Enum):
        known[annotation.__name__] = [member.value for member in annotation]
    elif issubclass(annotation, msgspec.Struct):
        fields = msgspec.structs.fields(annotation)
        known[annotation.__name__] = [
            (field.name, repr(field.type), repr(field.default)) for field in fields
        ]
        for field in fields:
            _describe(field.type, known)


@cache
def _columns(kind: str) -> tuple[tuple[str, bool], ...]:
    """A kind's columns in order, and whether each holds JSON."""
    fields = msgspec.structs.fields(KINDS[kind])
    return tuple(
        (field.name, bool(derived[kind].columns[field.name].info.get("json"))) for field in fields
    )


@cache
def _writers(kind: str) -> tuple[Callable[[Entity], tuple[Any, ...]], tuple[_Writer | None, ...]]:
    """What gives a kind's fields, and for each how it is written; None where it stays as it is."""
    plain = {field.name: _parts(field.type) for field in msgspec.structs.fields(KINDS[kind])}
    writers: list[_Writer | None] = [
        _as_json
        if is_json
        else None
        if all(part in (str, int, bool) for part in plain[name])
        else msgspec.to_builtins
        for name, is_json in _columns(kind)
    ]
    return attrgetter(*(name for name, _ in _columns(kind))), tuple(writers)


def values_of(entity: Entity) -> tuple[Json, ...]:
    """An entity as the values of its table's columns, in their order."""
    fields, writers = _writers(entity.kind)
    return tuple(
        [
            value if write is None else write(value)
            for write, value in zip(writers, fields(entity), strict=True)
        ]
    )


def row_of(entity: Entity) -> dict[str, Json]:
    """An entity as the values of its table's columns, by name."""
    names = (name for name, _ in _columns(entity.kind))
    return dict(zip(names, values_of(entity), strict=True))


def _as_json(value: object) -> str:
    """Most of an entity's structures are empty."""
    if value is None:
        return "null"
    return msgspec.json.encode(value).decode("utf-8") if value != () else "[]"


def entity_from_row(kind: str, row: Sequence[Any]) -> Entity:
    """The entity that `values_of` wrote; the row's values stand in the order of the columns.

    They may be as SQLite keeps them, which knows no truth values, or as SQLAlchemy gives them.
    """
    values = {
        name: value if read is None else read(value)
        for (name, read), value in zip(_readers(kind), row, strict=True)
    }
    return msgspec.convert(values, KINDS[kind])


@cache
def _readers(kind: str) -> tuple[tuple[str, _Reader | None], ...]:
    """A kind's columns in order, and how each is read; None where it stays as it is."""
    return tuple(
        (name, msgspec.json.decode if is_json else _as_truth if name in _truths(kind) else None)
        for name, is_json in _columns(kind)
    )


def _truths(kind: str) -> frozenset[str]:
    columns = derived[kind].columns
    return frozenset(column.name for column in columns if isinstance(column.type, Boolean))


def _as_truth(value: object) -> bool | None:
    return None if value is None else bool(value)
