"""Writing a bundle: what this home knows of the scopes that it reads, and its own unsent work.

Nothing counts as sent by it: nobody knows whether a file is ever read. What was written here and
had no position gets one, under a writer of its own that nobody else can be.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from model.errors import system_reason
from model.plan.entities import ChangeName
from model.plan.identifiers import CENTRE_ONLY, Scope
from model.store.database import Database
from model.workspace.workspace import Workspace
from sync import writer as writers
from sync.bundle.container import pack
from sync.bundle.errors import BundleNotWritten, NothingToPassOn
from sync.fingerprint import fingerprint
from sync.missing import fresh, lost
from sync.scopes import Scopes, scopes_of
from sync.segment import START, Segment, cut, encode
from sync.state import cuts, segments, tables
from sync.state.lines import lines_named, own_scopes
from sync.turn import WAIT_SECONDS, turn

if TYPE_CHECKING:
    from sqlalchemy import Connection

SUFFIX = ".tertial"


class Packed(msgspec.Struct, frozen=True):
    """A bundle that was written; `replaced` when an earlier file had the name."""

    path: Path
    size: int
    """In bytes."""
    changes: int
    scopes: int
    replaced: bool


def bundle_at(path: Path) -> Path:
    """The file that is written: the ending is added where it is missing."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def write_bundle(
    workspace: Workspace,
    path: Path,
    *,
    for_centre: bool = False,
    mark: str | None = None,
    wait: float = WAIT_SECONDS,
) -> Packed:
    """Write a bundle, whole or not at all; `for_centre` takes with it what only the centre reads.

    `mark` is the fingerprint of the database; found out when not given. Raises a `BundleError`,
    a `StoreError`, or `ExchangeUnderWay` when another window exchanges for longer than `wait`
    seconds.
    """
    target = bundle_at(path)
    tables.prepare(workspace.database)
    with turn(workspace.database.path, wait):
        scopes = _scopes(workspace)
        if not for_centre:
            scopes = _without(scopes, CENTRE_ONLY)
        _give_positions(workspace, scopes, mark or fingerprint(workspace.database.path))
        counted = _Counted(_known(workspace.database, scopes))
        replaced = target.exists()
        try:
            size = _save(target, workspace.plan.municipality.key, counted)
        except OSError as error:
            raise BundleNotWritten(target, system_reason(error)) from error
    return Packed(target, size, len(counted.changes), len(counted.scopes), replaced)


def _scopes(workspace: Workspace) -> Scopes:
    with workspace.database.reading() as connection:
        known = cuts.scopes_of(connection)
        written = own_scopes(connection)
    return scopes_of(workspace.profile, workspace.plan, written, known)


def _without(scopes: Scopes, left_out: Scope) -> Scopes:
    kept = ([each for each in part if each != left_out] for part in msgspec.structs.astuple(scopes))
    return Scopes(*map(tuple, kept))


def _give_positions(workspace: Workspace, scopes: Scopes, mark: str) -> None:
    with workspace.database.writing() as connection:
        new = {scope: fresh(connection, scope) for scope in (*scopes.fill, *scopes.own)}
        if not any(new.values()):
            return
        writer = writers.replace(connection, mark)
        for scope, lines in new.items():
            if lines:
                parts = cut(scope, writer, 0, START, [each.line for each in lines])
                segments.add(connection, scope, parts)
                segments.pass_to(connection, scope, lines[-1].arrival)


def _known(database: Database, scopes: Scopes) -> Iterator[Segment]:
    """The segments of which every line is here, scope by scope and in order of name."""
    for scope in sorted(scopes.all):
        with database.reading() as connection:
            found = list(_known_in(connection, scope))
        yield from found


def _known_in(connection: Connection, scope: Scope) -> Iterator[Segment]:
    """What a share on which nothing lies would lack."""
    for each in lost(connection, "", scope, None):
        lines = lines_named(connection, scope, each.names)
        if lines.keys() >= set(each.names):
            whole = tuple(lines[name] for name in each.names)
            yield Segment(scope, each.name, each.before, each.names, whole)


class _Counted:
    """Segments as they pass by on their way into the file, and what was in them."""

    def __init__(self, segments: Iterator[Segment]) -> None:
        self._segments = segments
        self.changes: set[ChangeName] = set()
        self.scopes: set[Scope] = set()

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        for each in self._segments:
            self.changes.update(each.names)
            self.scopes.add(each.scope)
            yield f"{each.scope}/{each.name.file}", encode(each)


def _save(target: Path, municipality: str, counted: _Counted) -> int:
    """Written beside the target, and renamed when it is on the disk; gives the size."""
    beside = target.with_name(f".tertial-{secrets.token_hex(6)}.tmp")
    try:
        with beside.open("xb") as stream:
            pack(target, stream, municipality, counted)
            stream.flush()
            os.fsync(stream.fileno())
            size = stream.tell()
        if not counted.changes:
            raise NothingToPassOn(target)
        beside.replace(target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return size
