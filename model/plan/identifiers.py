"""Ids of entities: the same everywhere where two devices may create the same thing.

What has a natural key gets a UUIDv5 of (municipality, kind, key); what is a person's own
creation gets a random UUID that tells in which scope it was born, so that nobody can claim it
from another. All are stored and compared as lower-case text.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Iterable

from model.errors import ModelError

EntityId = str
"""A UUID in its 36-character text form."""

Scope = str
"""Where a change lives and travels: `central`, `central-only`, or the id of a unit."""

CENTRAL: Scope = "central"
CENTRE_ONLY: Scope = "central-only"
"""What only the centre reads: figures that tell of few people, until they may be shown."""

OF_THE_CENTRE = frozenset({CENTRAL, CENTRE_ONLY})
"""Where only the centre writes."""

SHORT_LENGTH = 8

_BORN = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[0-9a-f]{4}-([0-9a-f]{12})")
"""A UUIDv8, of which RFC 9562 leaves the content to us: the last group tells the scope."""

_TERTIAL_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "tertial.municipality")


class UnknownId(ModelError):
    """No entity has an id that begins so."""

    def __init__(self, prefix: str) -> None:
        super().__init__(
            f"Inget har ett id som börjar på ”{prefix}”. Inget är ändrat. Se id i listan."
        )
        self.prefix = prefix


class AmbiguousId(ModelError):
    """Several entities have ids that begin so."""

    def __init__(self, prefix: str, matches: tuple[EntityId, ...]) -> None:
        length = len(prefix.strip())
        while len({match[:length] for match in matches}) < len(set(matches)):
            length += 4
        shown = ", ".join(match[:length] for match in matches[:4])
        super().__init__(
            f"Flera id börjar på ”{prefix}”: {shown}. Inget är ändrat. Skriv några tecken till."
        )
        self.prefix = prefix
        self.matches = matches


def natural_id(municipality: str, kind: str, *key: str) -> EntityId:
    """The id of what `key` names within a municipality, equal on every device."""
    namespace = uuid.uuid5(_TERTIAL_NAMESPACE, municipality.casefold())
    return str(uuid.uuid5(namespace, "\x1f".join((kind, *key))))


def random_id() -> EntityId:
    """A fresh id for what only this person creates."""
    return str(uuid.uuid4())


def born_in(scope: Scope, random: EntityId) -> EntityId:
    """A random id made into that of what is born in a scope."""
    head = f"{random[:14]}8{random[15:24]}"
    return head + _birthmark(head, scope)


def is_born_in(entity_id: EntityId, scope: Scope) -> bool | None:
    """Whether an id was born in a scope; None if it does not tell where it was."""
    match = _BORN.fullmatch(entity_id)
    return match[1] == _birthmark(entity_id[:24], scope) if match is not None else None


def _birthmark(head: str, scope: Scope) -> str:
    return hashlib.sha256(f"{head}\x1f{scope}".encode()).hexdigest()[:12]


def short_id(entity_id: EntityId) -> str:
    """The prefix of an id that people read and type."""
    return entity_id[:SHORT_LENGTH]


def resolve_id(prefix: str, ids: Iterable[EntityId]) -> EntityId:
    """The one id that begins with `prefix`; raises `UnknownId` or `AmbiguousId`."""
    wanted = prefix.strip().casefold()
    matches = tuple(sorted({known for known in ids if wanted and known.startswith(wanted)}))
    if not matches:
        raise UnknownId(prefix)
    if len(matches) > 1:
        raise AmbiguousId(prefix, matches)
    return matches[0]
