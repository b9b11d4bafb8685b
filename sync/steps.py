"""How far an exchange has come: told between files, where it may also be given up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec

from model.plan.identifiers import CENTRAL, Scope
from sync.errors import SyncError

Way = Literal["receive", "send"]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """Where an exchange is: at which share, in which of its scopes, and what has travelled."""

    address: str
    way: Way
    scope: Scope
    number: int
    """The place of the scope among those that are gone through, from 1."""
    of: int
    received: int
    sent: int

    def __str__(self) -> str:
        """A few words for a header or a line of progress."""
        way = "Hämtar" if self.way == "receive" else "Skickar"
        return f"{way} {self.number} av {self.of}"


Watch = Callable[[Step], None]
"""Is told each step; raises `GivenUp` to stop there."""


class GivenUp(SyncError):
    """Whoever watches wants no more; what was done by then is done and noted."""

    def __init__(self) -> None:
        super().__init__(
            "Synkningen avbröts. Det som hann skickas och hämtas är klart, resten väntar till "
            "nästa gång."
        )


def unwatched(_step: Step) -> None:
    """Nobody watches."""


class Progress:
    """Tells whoever watches how far an exchange with a share has come."""

    def __init__(self, address: str, watch: Watch = unwatched) -> None:
        self._watch = watch
        self._step = Step(
            address=address, way="receive", scope=CENTRAL, number=1, of=1, received=0, sent=0
        )
        self.received = 0
        self.sent = 0

    def enter(self, way: Way, scope: Scope, number: int, of: int) -> None:
        """A scope is come to: the `number`th `of` so many."""
        self._step = msgspec.structs.replace(self._step, way=way, scope=scope, number=number, of=of)
        self.between_files()

    def between_files(self) -> None:
        """Nothing is half done here: say how far it has come."""
        self._step = msgspec.structs.replace(self._step, received=self.received, sent=self.sent)
        self._watch(self._step)
