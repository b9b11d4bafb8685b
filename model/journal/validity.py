"""Which changes may be shown: a known kind, in a scope where it may live, with readable values.

What is not valid is kept in the journal and passed on, but not shown; the reason is listed.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

import msgspec

from model.journal.change import Change
from model.plan.entities import Status
from model.plan.final import DocumentType, content_id
from model.plan.identifiers import CENTRAL, CENTRE_ONLY, Scope
from model.plan.kinds import CENTRAL_KINDS, CENTRE_ONLY_KINDS, KINDS, UNIT_KINDS, WRITTEN_ONCE
from model.plan.vocabulary import Origin

BOOKKEEPING = frozenset({"id", "scope", "heads", "conflicts"})
"""What a row has besides the fields of the journal."""

_OF_ONE_UNIT = UNIT_KINDS | {"activity", "status", "waiver", "final_document"}
"""Kinds whose `unit`, outside the central scope, is the scope that they live in."""

_Stored = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
"""A whole number that a database can hold."""


@cache
def _fields_type(kind: str) -> type[msgspec.Struct]:
    """A struct with the kind's journal fields, all optional: what a change may hold."""
    fields: list[tuple[str, Any, Any]] = [
        (
            field.name,
            (_Stored if field.type is int else field.type) | msgspec.UnsetType,
            msgspec.UNSET,
        )
        for field in msgspec.structs.fields(KINDS[kind])
        if field.name not in BOOKKEEPING
    ]
    return msgspec.defstruct(f"{KINDS[kind].__name__}Fields", fields, kw_only=True)


@cache
def known_fields(kind: str) -> frozenset[str]:
    """The journal fields that this version knows of a kind."""
    return frozenset(field.name for field in msgspec.structs.fields(_fields_type(kind)))


def problem_of(change: Change) -> str | None:
    """Why a change is not shown, in Swedish; None when it is valid.

    Unknown fields of a known kind are no problem: a newer version wrote them.
    """
    if (misplaced := _misplaced(change)) is not None:
        return misplaced
    kind = change.entity
    try:
        values = msgspec.convert(change.fields, _fields_type(kind))
    except (msgspec.ValidationError, RecursionError):
        return "ett värde går inte att läsa"
    unit = getattr(values, "unit", None)
    if change.scope == CENTRAL:
        of_unit = kind == Status.kind and isinstance(unit, str) and unit != CENTRAL
        return "en enhets status får bara ändras av enheten" if of_unit else None
    if getattr(values, "origin", None) is Origin.PLAN:
        return "en aktivitet i verksamhetsplanen får bara ändras centralt"
    if kind in _OF_ONE_UNIT and isinstance(unit, str) and unit != change.scope:
        return "ändringen gäller en annan enhet än den kom från"
    return None


def _misplaced(change: Change) -> str | None:
    kind = change.entity
    if kind not in KINDS:
        return f"okänd sort ”{kind}” (kräver en nyare version)"
    if (elsewhere := _elsewhere(kind, change.scope)) is not None:
        return elsewhere
    document = change.fields.get("document", DocumentType.UNIT_REPORT)
    if change.scope != CENTRAL and document != DocumentType.UNIT_REPORT:
        return "dokumentet får bara slutföras centralt"
    if kind in WRITTEN_ONCE and not _is_as_written(change):
        return "det som är slutfört ändras aldrig"
    return None


def _is_as_written(change: Change) -> bool:
    return not change.bases and change.id == content_id(change.scope, change.fields)


def _elsewhere(kind: str, scope: Scope) -> str | None:
    if (kind in CENTRE_ONLY_KINDS) != (scope == CENTRE_ONLY):
        return f"”{kind}” kom från en plats där det inte får ligga"
    if kind in CENTRAL_KINDS and scope != CENTRAL:
        return f"”{kind}” får bara ändras centralt"
    if kind in UNIT_KINDS and scope == CENTRAL:
        return f"”{kind}” får bara ändras av en enhet"
    return None


def is_valid(change: Change) -> bool:
    """Whether a change may be shown."""
    return problem_of(change) is None
