"""What a share lacks of what this home has: to send it, and to say truthfully what waits."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from model.journal.change import UnreadableLine, name_of, read
from model.journal.clock import moment
from model.plan.entities import ChangeName
from model.plan.identifiers import CENTRAL, OF_THE_CENTRE, Scope
from sync.scopes import Scopes
from sync.segment import Chain, SegmentName, Writer
from sync.share import ShareId
from sync.state import segments
from sync.state.lines import OwnLine, lines_named, own_lines
from sync.state.shares import held_files
from sync.writer import incarnations

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Lost(msgspec.Struct, frozen=True):
    """A known segment that a share does not hold, or not soundly."""

    name: SegmentName
    before: Chain
    names: tuple[ChangeName, ...]


class Waiting(msgspec.Struct, frozen=True):
    """How many changes a share lacks, and when the oldest of them was made."""

    count: int
    since: datetime | None


def lost(
    connection: Connection, share: ShareId, scope: Scope, writers: Collection[Writer] | None
) -> list[Lost]:
    """The known segments of a scope that a share has not all changes of, in any other segment.

    With `writers` only those that they published.
    """
    missing = segments.not_held(connection, share, scope, writers)
    if not missing:
        return []
    known = segments.known(connection, scope)
    held = held_files(connection, share, scope)
    there = [name for file, name in known.items() if file in held]
    present = {
        change
        for _, _, changes in segments.changes_in(connection, scope, there)
        for change in changes
    }
    found = []
    # The largest first: what lies within one that is put back need not be put back itself.
    missing.sort(key=lambda name: name.first - name.last)
    for name, before, changes in segments.changes_in(connection, scope, missing):
        if not present.issuperset(changes):
            found.append(Lost(name, before, changes))
            present.update(changes)
    return sorted(found, key=lambda each: each.name)


def fresh(connection: Connection, scope: Scope) -> list[OwnLine]:
    """What was written here and has no position yet.

    What a writer of this home published without living to note it is not among it.
    """
    lines = own_lines(connection, scope, segments.passed(connection, scope))
    if not lines:
        return []
    placed = segments.published_by(connection, scope, incarnations(connection))
    return [each for each in lines if each.name not in placed and name_of(each.line) == each.name]


def unsent(connection: Connection, share: ShareId, scopes: Scopes) -> set[Scope]:
    """The scopes in which a share lacks something that this home publishes."""
    mine = incarnations(connection)
    found = {scope for scope in scopes.fill if lost(connection, share, scope, None)}
    found |= {scope for scope in scopes.own if lost(connection, share, scope, mine)}
    return found | {scope for scope in (*scopes.fill, *scopes.own) if fresh(connection, scope)}


def waiting(connection: Connection, share: ShareId | None, scopes: Scopes) -> Waiting:
    """What of this home's publishing waits to reach a share; all of it where none was reached."""
    mine = incarnations(connection)
    lines: dict[ChangeName, bytes] = {}
    for scope in dict.fromkeys((*scopes.fill, *scopes.own)):
        writers = None if scope in scopes.fill else mine
        lines.update({each.name: each.line for each in fresh(connection, scope)})
        for each in lost(connection, share or "", scope, writers):
            lines.update(lines_named(connection, scope, each.names))
    return Waiting(len(lines), min(map(_made, lines.values()), default=None))


def held_back(connection: Connection, share: ShareId | None, scopes: Scopes) -> int:
    """How many of the centre's changes were written here while this home was the centre's.

    Only the centre publishes them, in both of its scopes; a home that is not its any more keeps
    what a share has not got.
    """
    if CENTRAL in scopes.fill:
        return 0
    return waiting(connection, share, Scopes((), (), tuple(sorted(OF_THE_CENTRE)))).count


def _made(line: bytes) -> datetime:
    try:
        return moment(read(line).change.time)
    except UnreadableLine:
        return moment("")
