"""Any entity of any kind, for the tests of what keeps them."""

from __future__ import annotations

import typing
from datetime import date
from enum import Enum
from typing import Annotated, Any

import msgspec
from hypothesis import strategies as st

from model.plan.calendar import Tertial
from model.plan.entities import Entity
from model.plan.kinds import KINDS

TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
_PLAIN: dict[object, st.SearchStrategy[Any]] = {
    str: TEXT,
    bool: st.booleans(),
    int: st.integers(-(2**63), 2**63 - 1),
    date: st.dates(),
    type(None): st.none(),
}


def values_of(annotation: object) -> st.SearchStrategy[Any]:
    """Any value of a field's type."""
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        return st.integers(0, 9999)
    if origin is not None:
        return _of_parts(origin, [values_of(part) for part in parts if part is not Ellipsis])
    if annotation is Tertial:
        return st.builds(Tertial, st.integers(1, 9999), st.integers(1, 3))
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return st.sampled_from(list(annotation))
    return built(typing.cast("type[Any]", annotation))


def _of_parts(origin: object, parts: list[st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    if origin is tuple:
        return st.lists(parts[0], max_size=3).map(tuple)
    if origin is dict:
        return st.dictionaries(parts[0], parts[1], max_size=2)
    return st.one_of(parts)


def built(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Any struct of a type."""
    fields = msgspec.structs.fields(kind)
    return st.builds(kind, **{field.name: values_of(field.type) for field in fields})


def entities() -> st.SearchStrategy[Entity]:
    """Any entity."""
    return st.sampled_from(sorted(KINDS)).flatmap(lambda kind: built(KINDS[kind]))
