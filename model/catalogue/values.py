"""A row's fields as JSON builtins, and when two values mean the same."""

from __future__ import annotations

from functools import cache

import msgspec

from model.catalogue.cells import Json, canonical
from model.catalogue.layout import BY_KIND
from model.catalogue.table import Column
from model.plan.entities import Entity
from model.plan.kinds import KINDS

_BOOKKEEPING = frozenset({"id", "scope", "heads", "conflicts"})


def values_of(entity: Entity) -> dict[str, Json]:
    """Every journal field of an entity as the journal writes it, defaults included."""
    written = msgspec.json.decode(msgspec.json.encode(entity))
    return {name: written.get(name, default) for name, default in _defaults(entity.kind).items()}


def with_values(entity: Entity, values: dict[str, Json]) -> Entity:
    """The entity with some journal fields changed."""
    return msgspec.convert({**msgspec.to_builtins(entity), **values}, type(entity))


def same_value(kind: str, field: str, one: Json, other: Json) -> bool:
    """Whether two values of a field mean the same; blanks that a file cannot keep do not count."""
    if one is msgspec.UNSET or other is msgspec.UNSET:
        return False
    if one == other:
        return True
    return bool(_normal(kind, field, one) == _normal(kind, field, other))


def _normal(kind: str, field: str, value: Json) -> Json:
    """A value as this version writes it and a file can keep it; unreadable ones stay."""
    try:
        value = values_of(msgspec.convert({"id": "", field: value}, KINDS[kind]))[field]
    except msgspec.ValidationError:
        return value
    column = _whole_column(kind, field)
    return value if column is None else canonical(column, value)


@cache
def _whole_column(kind: str, field: str) -> Column | None:
    columns = BY_KIND[kind].columns_of(field)
    return columns[0] if len(columns) == 1 and not columns[0].part else None


@cache
def _defaults(kind: str) -> dict[str, Json]:
    blank = KINDS[kind](id="")
    return {
        field.name: msgspec.json.decode(msgspec.json.encode(getattr(blank, field.name)))
        for field in msgspec.structs.fields(KINDS[kind])
        if field.name not in _BOOKKEEPING
    }
