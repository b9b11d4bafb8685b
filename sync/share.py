"""What every kind of share can do, whatever it is made of.

The exchange knows a share only as this: scopes, the segments that each holds by name, and their
content. A segment that is there never changes, and no other share than one that rolls up lets
anything be removed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import msgspec

from model.plan.identifiers import Scope
from sync.segment import SegmentName, Writer

ShareId = str
"""A UUID that a share gets when it is made: what tells it from another at the same address."""


Mark = str
"""What a share says of a scope as a whole. While it stays the same, probably nothing has come."""

_SHARE_ID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_SCOPE = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")


def is_share_id(value: object) -> bool:
    """Whether something that lay on a share can be a share's id."""
    return isinstance(value, str) and bool(_SHARE_ID.fullmatch(value))


def is_scope(name: object) -> bool:
    """Whether something that lay on a share can be a scope, and a folder on every system."""
    return isinstance(name, str) and bool(_SCOPE.fullmatch(name)) and not _DEVICES.fullmatch(name)


class Found(msgspec.Struct, frozen=True):
    """A segment that a share says it holds; `size` is of its content, in bytes."""

    name: SegmentName
    size: int
    age: float = 0.0
    """Seconds, by the share's own clock, that it is known to have lain there at least."""


class Leftover(msgspec.Struct, frozen=True):
    """A file that somebody began to write: he is still at it, or his machine went down."""

    file: str
    writer: Writer
    """Who; empty where the name does not tell."""
    size: int
    age: float
    """Seconds, as for `Found`."""


class Vanished(Exception):
    """A segment that was listed is not there any more: somebody was faster."""


class Share(Protocol):
    """A place where journals meet. Every call may raise a `ShareError`."""

    address: str

    def open(self) -> ShareId:
        """Make sure that the share itself is there; gives its id."""

    def create(self, share: ShareId) -> ShareId:
        """Make a share there, unless there is one; gives the id that it has then."""

    def scopes(self) -> dict[Scope, Mark]:
        """The scopes that anybody has published anything in, each with its mark."""

    def listing(self, scope: Scope) -> list[Found]:
        """The segments of a scope, complete or not, in order of name; unknown things left out."""

    def expect(self, scope: Scope, names: Sequence[SegmentName], /) -> None:
        """Say which segments will be read next, most of them; a share may fetch some at a time."""

    def read(self, scope: Scope, name: SegmentName) -> bytes:
        """A segment's content as it lies there; raises `Vanished`."""

    def write(self, scope: Scope, name: SegmentName, content: bytes) -> bool:
        """Put a segment there, whole or not at all; False when one of that name is there."""

    def clock_ahead(self, scope: Scope, name: SegmentName, /) -> float | None:
        """How many seconds the share's clock is ahead of this machine's; None if it cannot tell.

        It tells by a segment that was just written.
        """

    def close(self) -> None:
        """Give back whatever is held open; the next call opens it again."""


@runtime_checkable
class RollingShare(Share, Protocol):
    """A share on which small segments cost much, so that who wrote them makes them fewer."""

    def remove(self, scope: Scope, name: SegmentName) -> None:
        """Remove a segment; one that is not there is removed."""

    def leftovers(self, scope: Scope) -> Sequence[Leftover]:
        """What the latest listing of a scope had of files that nobody finished."""

    def remove_leftover(self, scope: Scope, file: str) -> None:
        """Remove one of them; one that is not there is removed."""
