"""A change: what one action did to one entity, one line of JSON named by its own hash.

The line's exact bytes are stored and passed on as they are, so the name holds on every
device and in every later version, whatever it knows of the fields inside.
"""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from model.errors import ModelError
from model.plan.entities import ChangeName
from model.plan.identifiers import EntityId, Scope

NAME_LENGTH = 40
MAX_LINE_BYTES = 1_048_576
MAX_DEPTH = 32
"""How deep JSON may nest; far below what any interpreter's stack takes, so that a line is
readable everywhere or nowhere."""

Json = Any
"""A JSON value as Python builtins. Floats do not occur: decimals are text."""


class JournalError(ModelError):
    """A line cannot be read or written; the root of this room's errors."""


class UnreadableLine(JournalError):
    """The bytes are not a change."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"En rad i journalen går inte att läsa ({reason}). Den är sparad men visas inte."
        )


class LineTooLong(JournalError):
    """A change would be larger than any device accepts."""

    def __init__(self, size: int) -> None:
        super().__init__(
            f"Texten är för lång för att sparas ({size} byte, högst {MAX_LINE_BYTES}). "
            "Den står kvar på skärmen. Korta den och spara igen."
        )


class UnwritableText(JournalError):
    """A text holds what is no character: half a surrogate pair, from a terminal or a file."""

    def __init__(self) -> None:
        super().__init__(
            "Texten innehåller tecken som inte går att spara (trasig teckenkodning). "
            "Den står kvar på skärmen. Ta bort de tecken som ser fel ut och spara igen."
        )


class Change(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One action's effect on one entity; see the module for how it is stored."""

    scope: Scope
    author: EntityId
    time: str
    """Hybrid logical time; orders what is concurrent for display, never decides."""
    action: EntityId
    """The person's action, shared by all its changes."""
    entity: str
    id: EntityId
    fields: dict[str, Json]
    """New values, only of the fields that changed."""
    bases: tuple[ChangeName, ...] = ()
    """The changes that the author had in front of him for these fields."""
    undoes: EntityId | None = None
    """The action that this one takes back, if it does."""


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A change together with its name and its exact bytes."""

    name: ChangeName
    line: bytes
    change: Change


_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(Change)


def name_of(line: bytes) -> ChangeName:
    """The first 40 hex digits of the SHA-256 of the line without its newline."""
    return hashlib.sha256(line).hexdigest()[:NAME_LENGTH]


def record(change: Change) -> Entry:
    """Write a change as a line; raises `LineTooLong` or `UnwritableText`.

    The entry is what anyone reads of the line, so that what is equal there is equal here.
    """
    try:
        line = _encoder.encode(change)
    except UnicodeEncodeError as error:
        raise UnwritableText from error
    if len(line) > MAX_LINE_BYTES:
        raise LineTooLong(len(line))
    return Entry(name_of(line), line, _decoder.decode(line))


def read(line: bytes, name: ChangeName | None = None) -> Entry:
    """Read a stored or received line; raises `UnreadableLine`, never anything else.

    `name` is its name where that has been made of these bytes already.
    """
    if len(line) > MAX_LINE_BYTES:
        raise UnreadableLine("den är för lång")
    if b"\n" in line:
        raise UnreadableLine("den är flera rader")
    try:
        if line.count(b"[") + line.count(b"{") > MAX_DEPTH and _too_deep(
            msgspec.json.decode(line), MAX_DEPTH
        ):
            raise UnreadableLine("den är för djupt nästlad")
        return Entry(name or name_of(line), line, _decoder.decode(line))
    except RecursionError as error:
        raise UnreadableLine("den är för djupt nästlad") from error
    except UnicodeDecodeError as error:
        raise UnreadableLine("den är inte UTF-8") from error
    except msgspec.ValidationError as error:
        raise UnreadableLine("den är ingen ändring") from error
    except msgspec.DecodeError as error:
        raise UnreadableLine("den är inte JSON") from error


def _too_deep(value: Json, levels: int) -> bool:
    if not isinstance(value, (dict, list)):
        return False
    parts = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(_too_deep(part, levels - 1) for part in parts)
