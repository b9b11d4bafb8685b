"""What it takes to lock a tertial: a cut through what everybody had published, and its exceptions.

A clock could not do it: what is written offline arrives later with an earlier time. A cut names
the changes themselves, so the locked figures are the same today and in ten years.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import ClassVar

import msgspec

from model.plan.calendar import Tertial
from model.plan.entities import ChangeName, Entity
from model.plan.identifiers import EntityId, Scope

CHAIN_LENGTH = 16
"""How much of a chain a run keeps: enough to tell two devices apart that numbered alike."""

_RUN = re.compile(r"([0-9a-f]{20})-([1-9][0-9]{0,8})-([1-9][0-9]{0,8})-([0-9a-f]{16})")


class Run(msgspec.Struct, frozen=True, order=True):
    """Positions `first` to `last` of one writer, as they stand on the chain that ends so."""

    writer: str
    first: int
    last: int
    chain: str

    def __str__(self) -> str:
        """The run as a cut holds it."""
        return f"{self.writer}-{self.first}-{self.last}-{self.chain[:CHAIN_LENGTH]}"

    @property
    def count(self) -> int:
        """How many changes it covers."""
        return self.last - self.first + 1


def run_from(text: str) -> Run | None:
    """The run that a text of a cut says; None where a newer version wrote it in another way."""
    match = _RUN.fullmatch(text)
    if match is None or int(match[3]) < int(match[2]):
        return None
    return Run(match[1], int(match[2]), int(match[3]), match[4])


Cut = dict[Scope, tuple[str, ...]]
"""Per scope the runs of published changes that are covered; see `Run`."""


class Lock(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A tertial as it is locked. What two people lock apart from each other is a conflict."""

    day: date
    by: EntityId
    cut: Cut = {}
    let_in: tuple[ChangeName, ...] = ()
    """Late changes that are covered as well, by name."""
    loose: tuple[ChangeName, ...] = ()
    """Changes without a position that are covered, by name: those of an exchange that was broken
    off, or of an example."""
    left_out: tuple[ChangeName, ...] = ()
    """Changes within the cut that are not covered: they were declined before it was taken."""


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """That late changes of one entry are not let in, and why."""

    day: date
    by: EntityId
    reason: str
    changes: tuple[ChangeName, ...] = ()
    """The changes that were refused, by name; what is written later is decided anew."""


class TertialLock(Entity, frozen=True, kw_only=True):
    """Whether a tertial is locked, and what the locked figures rest on; None when it is open."""

    kind: ClassVar[str] = "lock"
    natural: ClassVar[tuple[str, ...]] = ("tertial",)
    tertial: Tertial | None = None
    lock: Lock | None = None


class LateRefusal(Entity, frozen=True, kw_only=True):
    """That the centre does not let the late changes of one entry into a locked tertial."""

    kind: ClassVar[str] = "late_refusal"
    natural: ClassVar[tuple[str, ...]] = ("tertial", "entry")
    tertial: Tertial | None = None
    entry: EntityId = ""
    """The status, hand-in or assessment whose changes are refused."""
    refusal: Refusal | None = None


def changes_in(lock: Lock) -> int:
    """How many changes a lock covers, apart from those let in later."""
    runs = (run_from(text) for texts in lock.cut.values() for text in texts)
    placed = sum(run.count for run in runs if run is not None)
    return placed + len(lock.loose) - len(lock.left_out)


def letting_in(lock: Lock, changes: Iterable[ChangeName]) -> Lock:
    """The same lock with late changes let in."""
    names = set(changes)
    return msgspec.structs.replace(
        lock,
        let_in=tuple(sorted(names.union(lock.let_in))),
        left_out=tuple(name for name in lock.left_out if name not in names),
    )
