"""Pulling a scope: what a share has and this home has not is read, verified and taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import msgspec

from model.journal.change import Entry, UnreadableLine, read
from model.journal.clock import TOLERANCE, machine_now, moment
from model.plan.entities import ChangeName
from model.plan.identifiers import EntityId, Scope
from model.store.journal import Source
from model.workspace.workspace import Workspace
from sync.errors import ShareBusy, ShareFailing, ShareRefused
from sync.segment import Segment, UnsoundSegment, decode
from sync.share import Found, Share, ShareId, Vanished
from sync.state import segments, shares
from sync.state.lines import in_journal
from sync.steps import Progress

LINES_AT_A_TIME = 20_000


class Pulled(msgspec.Struct, frozen=True):
    """What was seen in a scope: its listing, and the files that were known before."""

    found: tuple[Found, ...]
    known: frozenset[str]


class Pull:
    """Pulls scopes from one share; counts what came."""

    def __init__(
        self,
        workspace: Workspace,
        share: Share,
        share_id: ShareId,
        now: Callable[[], datetime] = machine_now,
        progress: Progress | None = None,
    ) -> None:
        self._workspace = workspace
        self._share = share
        self._share_id = share_id
        self._now = now
        self._progress = progress or Progress(share.address)
        self.received = 0
        self.fast_clocks: dict[EntityId, datetime] = {}
        """Authors whose changes are dated ahead of now, with the latest such time."""

    def scope(self, scope: Scope) -> Pulled:
        """Take in what a scope holds; raises a `ShareError` or a `StoreError`.

        What does not verify is left for next time and noted with the time when it was first seen,
        unless its changes are here already: then nothing is waited for.
        """
        found = self._share.listing(scope)
        with self._workspace.database.reading() as connection:
            held = shares.held_files(connection, self._share_id, scope)
            known = frozenset(segments.known(connection, scope))
        there = {each.name.file: each.size for each in found}
        gone = [file for file, size in held.items() if there.get(file) != size]
        self._let_go(scope, gone)
        unsound: dict[str, str] = {}
        batch: list[tuple[Segment, int]] = []
        lines = 0
        for each in found:
            if held.get(each.name.file) == each.size:
                continue
            self._progress.between_files()
            read_in = self._read(scope, each, unsound)
            if read_in is None:
                continue
            batch.append(read_in)
            lines += len(read_in[0].lines)
            if lines >= LINES_AT_A_TIME:
                self._take_in(scope, batch)
                batch, lines = [], 0
        self._take_in(scope, batch)
        awaited = {file: reason for file, reason in unsound.items() if file not in known}
        self._note_unsound(scope, awaited)
        return Pulled(tuple(found), known)

    def _read(
        self, scope: Scope, each: Found, unsound: dict[str, str]
    ) -> tuple[Segment, int] | None:
        """A verified segment with its size; what is wrong with it otherwise goes to `unsound`."""
        try:
            content = self._share.read(scope, each.name)
            return decode(content, scope, each.name), len(content)
        except Vanished:
            return None
        except UnsoundSegment as error:
            unsound[each.name.file] = error.reason
        except ShareRefused:
            unsound[each.name.file] = "filen får inte läsas"
        except ShareBusy:
            unsound[each.name.file] = "filen hålls öppen av ett annat program"
        except ShareFailing:
            unsound[each.name.file] = "filen gick inte att läsa"
        return None

    def _take_in(self, scope: Scope, batch: Sequence[tuple[Segment, int]]) -> None:
        """Into the journal first, then noted as known: a crash between reads them once more."""
        if not batch:
            return
        names = [name for segment, _ in batch for name in segment.names]
        with self._workspace.database.reading() as connection:
            have = in_journal(connection, names)
        entries: dict[ChangeName, Entry] = {}
        kept: dict[ChangeName, tuple[ChangeName, bytes, str]] = {}
        for segment, _ in batch:
            for name, line in zip(segment.names, segment.lines, strict=True):
                if name in have:
                    continue
                try:
                    entries[name] = _admitted(scope, line)
                except _NotAdmitted as error:
                    kept[name] = (name, line, error.reason)
        self._workspace.write(entries.values(), Source.RECEIVED)
        with self._workspace.database.writing() as connection:
            shares.keep(connection, scope, kept.values(), self._now().timestamp())
            segments.add(connection, (segment for segment, _ in batch))
            sizes = {segment.name.file: size for segment, size in batch}
            shares.hold(connection, self._share_id, scope, sizes)
        self.received += len(entries)
        self._progress.received = self.received
        self._note_clocks(entries.values())

    def _note_clocks(self, entries: Iterable[Entry]) -> None:
        latest = self._now() + TOLERANCE
        for entry in entries:
            time = moment(entry.change.time)
            author = entry.change.author
            if time > max(latest, self.fast_clocks.get(author, latest)):
                self.fast_clocks[author] = time

    def _let_go(self, scope: Scope, gone: Sequence[str]) -> None:
        if gone:
            with self._workspace.database.writing() as connection:
                shares.let_go(connection, self._share_id, scope, gone)

    def _note_unsound(self, scope: Scope, reasons: dict[str, str]) -> None:
        with self._workspace.database.reading() as connection:
            before = {
                each.file: each.reason
                for each in shares.unread_files(connection, self._share_id)
                if each.scope == scope
            }
        if before != reasons:
            with self._workspace.database.writing() as connection:
                shares.note_unread(
                    connection, self._share_id, scope, reasons, self._now().timestamp()
                )


class _NotAdmitted(Exception):
    """A line that is kept and passed on but not put into the journal; `reason` is Swedish."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _admitted(scope: Scope, line: bytes) -> Entry:
    """A received line as an entry; a change counts only if it came in the folder of its scope."""
    try:
        entry = read(line)
    except UnreadableLine as error:
        raise _NotAdmitted("raden går inte att läsa i den här versionen") from error
    if entry.change.scope != scope:
        raise _NotAdmitted("ändringen låg i en annan mapp än sin egen")
    return entry
