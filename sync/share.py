"""What every kind of share can do, whatever it is made of.

The exchange knows a share only as this: scopes, the segments that each holds by name, and their
content. A segment that is there never changes, and nothing is ever removed through here.
"""

from __future__ import annotations

from typing import Protocol

import msgspec

from model.plan.identifiers import Scope
from sync.segment import SegmentName

ShareId = str
"""A UUID that a share gets when it is made: what tells it from another at the same address."""


Mark = str
"""What a share says of a scope as a whole. While it stays the same, probably nothing has come."""


class Found(msgspec.Struct, frozen=True):
    """A segment that a share says it holds; `size` is of its content, in bytes."""

    name: SegmentName
    size: int


class Vanished(Exception):
    """A segment that was listed is not there any more: somebody was faster."""


class Share(Protocol):
    """A place where journals meet. Every call may raise a `ShareError`."""

    address: str

    def open(self) -> ShareId:
        """Make sure that the share itself is there; gives its id."""

    def scopes(self) -> dict[Scope, Mark]:
        """The scopes that anybody has published anything in, each with its mark."""

    def listing(self, scope: Scope) -> list[Found]:
        """The segments of a scope, complete or not, in order of name; unknown things left out."""

    def read(self, scope: Scope, name: SegmentName) -> bytes:
        """A segment's content as it lies there; raises `Vanished`."""

    def write(self, scope: Scope, name: SegmentName, content: bytes) -> bool:
        """Put a segment there, whole or not at all; False when one of that name is there."""

    def clock_ahead(self, scope: Scope, name: SegmentName) -> float | None:
        """How many seconds the share's clock is ahead of this machine's; None if it cannot tell.

        It tells by a segment that was just written.
        """
