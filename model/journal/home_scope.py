"""Where an entity lives when changes of several scopes claim it: no scope takes it from another.

It is a pure function of the changes. Their times do not count where anything else can tell: a
time is easily forged. An id that tells where it was born decides; then a birth that states the
natural key which the id was made of; then that the centre's own is the centre's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

import msgspec

from model.journal.change import Change, Entry, Json
from model.plan.calendar import Tertial
from model.plan.identifiers import CENTRAL, Scope, is_born_in, natural_id

MunicipalityKeys = Callable[[], Collection[str]]
"""Gives the keys of the municipality that are stated: every natural id was made with one."""


def no_keys() -> Collection[str]:
    """Nothing is known of the municipality."""
    return ()


def home_scope(entries: Collection[Entry], keys: MunicipalityKeys = no_keys) -> Scope:
    """The scope whose changes are shown; `keys` is only asked where several claim it."""
    scopes = sorted({entry.change.scope for entry in entries})
    if len(scopes) == 1:
        return scopes[0]
    entity_id = next(iter(entries)).change.id
    for scope in scopes:
        if is_born_in(entity_id, scope):
            return scope
    claims = [(entry, natural) for entry in entries if (natural := _natural_key(entry.change))]
    known = keys() if claims else ()
    for entry, natural in claims:
        if any(natural_id(key, entry.change.entity, *natural) == entity_id for key in known):
            return entry.change.scope
    if CENTRAL in scopes:
        return CENTRAL
    return min(entries, key=_age).change.scope


def _age(entry: Entry) -> tuple[bool, str, str]:
    """Births first, then by time: nothing else is told by ids that an older version made."""
    return bool(entry.change.bases), entry.change.time, entry.name


def _natural_key(change: Change) -> tuple[str, ...]:
    """The natural key that a change states of what its own scope has; empty if it states none."""
    said = change.fields
    if said.get("unit") != change.scope:
        return ()
    activity, tertial = said.get("activity"), _tertial(said.get("tertial"))
    made_of: dict[str, tuple[object, ...]] = {
        "status": (activity, change.scope, tertial),
        "assignment": (activity, change.scope),
        "hand_in": (change.scope, tertial),
        "waiver": (said.get("rule"), said.get("place"), change.scope),
        "activity": (
            "carried_over",
            said.get("carried_over_from"),
            change.scope,
            str(said.get("year")),
        ),
    }
    natural = made_of.get(change.entity, ())
    return tuple(map(str, natural)) if all(natural) else ()


def _tertial(value: Json) -> str:
    """A tertial's key; empty where the value is none."""
    try:
        return str(msgspec.convert(value, Tertial))
    except (msgspec.ValidationError, RecursionError):
        return ""
