"""Whether something that was saved here is on the shares: what a receipt may say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from model.plan.entities import ChangeName, Entity
from model.store.database import Database
from model.swedish.numbers import counted
from sync.state import segments, shares, tables, tries

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Sent(msgspec.Struct, frozen=True):
    """On how many of the chosen shares something is, and when the last of those was reached."""

    shares: int
    """How many shares are chosen."""
    reached: tuple[datetime, ...]
    """For each share that has it, when that share was last reached."""

    @property
    def is_sent(self) -> bool:
        """Whether every chosen share has it."""
        return 0 < self.shares == len(self.reached)

    def __str__(self) -> str:
        """The sentences that a user reads."""
        if not self.shares:
            return "Sparad här. Ingen delning är vald."
        if not self.reached:
            return "Sparad här, inte skickad än."
        if self.is_sent:
            return f"Skickad {min(self.reached).astimezone():%Y-%m-%d %H:%M} eller tidigare."
        some = counted(self.shares, "delning", "delningar")
        return f"Sparad här och skickad till {len(self.reached)} av {some}."


def sent(database: Database, addresses: Sequence[str], entity: Entity | None) -> Sent:
    """Where the changes that an entity stands on have come; no share is touched.

    Without an entity, or with changes of which no share is known to have all, it is not sent.
    Raises a `StoreError`.
    """
    names = {name for heads in (entity.heads if entity else {}).values() for name in heads}
    if entity is None or not names or not addresses:
        return Sent(len(addresses), ())
    tables.prepare(database)
    with database.reading() as connection:
        found = [_reached(connection, each, entity.scope, names) for each in addresses]
    return Sent(len(addresses), tuple(each for each in found if each is not None))


def _reached(
    connection: Connection, address: str, scope: str, names: Iterable[ChangeName]
) -> datetime | None:
    """When a share was last reached, if it has these changes; None if it has not all of them."""
    seen = shares.seen_at(connection, address)
    if seen is None:
        return None
    held = shares.held_files(connection, seen.share, scope)
    files = [name for file, name in segments.known(connection, scope).items() if file in held]
    there = {name for _, _, some in segments.changes_in(connection, scope, files) for name in some}
    if not there.issuperset(names):
        return None
    # Where something went wrong, it may have been sent after everything was last read.
    tried = tries.latest(connection, address)
    at = tried.at if tried is not None and tried.message else seen.reached
    return datetime.fromtimestamp(at, UTC) if at else None
