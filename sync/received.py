"""What came from others lately: from whom, in which scopes, and when they wrote it."""

from __future__ import annotations

from datetime import datetime

import msgspec

from model.journal.change import UnreadableLine, read
from model.journal.clock import moment
from model.plan.identifiers import EntityId, Scope
from model.store.database import Database
from sync.state.lines import received_lines

LATEST_LINES = 500
"""How many of the latest changes are looked through, however long the journal is."""


class Heard(msgspec.Struct, frozen=True):
    """What came from one person in one scope."""

    scope: Scope
    author: EntityId
    changes: int
    """How many of the latest changes it is."""
    time: datetime
    """When the newest of them was made, by that machine's clock."""


def heard_lately(database: Database) -> list[Heard]:
    """From whom the latest changes came, the latest to arrive first. Raises a `StoreError`."""
    with database.reading() as connection:
        lines = received_lines(connection, LATEST_LINES)
    found: dict[tuple[Scope, EntityId], Heard] = {}
    for line in lines:
        try:
            change = read(line).change
        except UnreadableLine:
            continue
        time = moment(change.time)
        before = found.get((change.scope, change.author))
        count, latest = (before.changes, before.time) if before is not None else (0, time)
        found[change.scope, change.author] = Heard(
            change.scope, change.author, count + 1, max(latest, time)
        )
    return list(found.values())
