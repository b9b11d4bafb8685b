"""Pulling a scope: what a share has and this home has not is read, verified and taken in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from model.journal.change import Entry, UnreadableLine, read
from model.journal.clock import TOLERANCE, machine_now, moment, text_of
from model.plan.entities import ChangeName
from model.plan.identifiers import CENTRAL, EntityId, Scope
from model.store.journal import Source
from model.workspace.workspace import Workspace
from sync.errors import ShareBusy, ShareFailing, ShareRefused, ShareSwapped
from sync.lineage import Stretch
from sync.municipality import compare_again
from sync.segment import Segment, UnsoundSegment, Writer, decode
from sync.share import Found, Share, ShareId, Vanished
from sync.sifting import Sifting, superseded
from sync.state import segments, shares
from sync.state.lines import in_journal
from sync.steps import Progress

if TYPE_CHECKING:
    from sqlalchemy import Connection

LINES_AT_A_TIME = 5_000
BYTES_AT_A_TIME = 16 * 1_048_576
"""In one transaction: whoever writes to the same database meanwhile waits no longer than that, and
what is read of a share is never in memory all at once."""

LISTINGS = 3
"""How often a scope is listed when files vanish while it is read: their owner rolled them up."""


class Pulled(msgspec.Struct, frozen=True):
    """What was seen in a scope: its listing, and the writers that know more than this home."""

    found: tuple[Found, ...]
    strange: frozenset[Writer]
    gone: frozenset[str] = frozenset()
    """Files that lay there when it was last read, and do no more."""


class Batch:
    """Files of a listing with their sizes: those that were read, and those that need not be."""

    def __init__(self) -> None:
        self.read: list[tuple[Segment, int]] = []
        self.vouched: list[tuple[Stretch, int]] = []
        self._lines = self._bytes = 0

    def add(self, segment: Segment, size: int) -> None:
        """A file of a size was read, with this in it."""
        self.read.append((segment, size))
        self._lines += len(segment.lines)
        self._bytes += sum(map(len, segment.lines))

    @property
    def is_full(self) -> bool:
        """Whether as much was read as is taken in at a time."""
        return self._lines >= LINES_AT_A_TIME or self._bytes >= BYTES_AT_A_TIME


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
        self.heard_of: set[Writer] = set()
        """Whose segments held changes that were new here."""
        self.fast_clocks: dict[EntityId, datetime] = {}
        """Authors whose changes are dated ahead of now, with the latest such time."""

    def scope(self, scope: Scope, *, answers: bool) -> Pulled:
        """Take in what a scope holds; raises a `ShareError` or a `StoreError`.

        What does not verify is left for next time and noted with the time when it was first seen,
        unless its changes are here already: then nothing is waited for. `answers` says whether
        this home publishes there, and so must know for certain what the share has.
        """
        strange: frozenset[Writer] = frozenset()
        gone: set[str] = set()
        found: Sequence[Found] = ()
        for _ in range(LISTINGS):
            found = self._share.listing(scope)
            sifting = Sifting(
                self._workspace.database, self._share_id, scope, found, answers=answers
            )
            strange |= sifting.strange
            gone.update(sifting.gone)
            if not self._take_candidates(scope, sifting):
                break
        return Pulled(tuple(found), strange, frozenset(gone))

    def _take_candidates(self, scope: Scope, sifting: Sifting) -> bool:
        """Take in what must be read; True if something vanished, so that it is listed again."""
        if sifting.gone:
            self._make_sure()
            self._let_go(scope, sifting.gone)
        unsound: dict[str, str] = {}
        batch = Batch()
        vanished = False
        awaited = [each.name for each in sifting.candidates if sifting.vouched(each) is None]
        self._share.expect(scope, awaited)
        for each in sifting.candidates:
            vouched = sifting.vouched(each)
            if vouched is not None:
                batch.vouched.append((vouched, each.size))
                continue
            self._progress.between_files()
            try:
                read_in = self._read(scope, each, unsound)
            except Vanished:
                vanished = True
                continue
            if read_in is not None:
                sifting.take(read_in[0])
                batch.add(*read_in)
            if batch.is_full:
                self._take_in(scope, batch)
                batch = Batch()
        self._take_in(scope, batch)
        news = {file: why for file, why in unsound.items() if file in sifting.news}
        self._note_unsound(scope, sifting.unread, news)
        self._forget(scope, sifting.gone)
        return vanished

    def _read(
        self, scope: Scope, each: Found, unsound: dict[str, str]
    ) -> tuple[Segment, int] | None:
        """A verified segment with its size; what is wrong with it otherwise goes to `unsound`."""
        try:
            content = self._share.read(scope, each.name)
            return decode(content, scope, each.name), len(content)
        except UnsoundSegment as error:
            unsound[each.name.file] = error.reason
        except ShareRefused:
            unsound[each.name.file] = "filen får inte läsas"
        except ShareBusy:
            unsound[each.name.file] = "filen hålls öppen av ett annat program"
        except ShareFailing:
            unsound[each.name.file] = "filen gick inte att läsa"
        return None

    def _take_in(self, scope: Scope, batch: Batch) -> None:
        """Into the journal and noted as known, both or neither."""
        if not batch.read and not batch.vouched:
            return
        names = [name for segment, _ in batch.read for name in segment.names]
        with self._workspace.database.reading() as connection:
            have = in_journal(connection, names)
        entries: dict[ChangeName, Entry] = {}
        kept: dict[ChangeName, tuple[ChangeName, bytes, str]] = {}
        for segment, _ in batch.read:
            for name, line in zip(segment.names, segment.lines, strict=True):
                if name in have:
                    continue
                self.heard_of.add(segment.name.writer)
                try:
                    entries[name] = _admitted(scope, name, line)
                except _NotAdmitted as error:
                    kept[name] = (name, line, error.reason)
        if scope == CENTRAL:
            compare_again(self._workspace, self._share, self._progress, entries.values())
        now = self._now().timestamp()

        def note(connection: Connection) -> None:
            shares.keep(connection, scope, kept.values(), now)
            self._hold(connection, scope, batch.read, is_read=True)
            self._hold(connection, scope, batch.vouched, is_read=False)

        self._workspace.write(entries.values(), Source.RECEIVED, note)
        self.received += len(entries)
        self._progress.received = self.received
        self._note_clocks(entries.values())

    def _hold(
        self,
        connection: Connection,
        scope: Scope,
        files: Sequence[tuple[Segment | Stretch, int]],
        *,
        is_read: bool,
    ) -> None:
        segments.add(connection, scope, (each for each, _ in files))
        sizes = {each.name.file: size for each, size in files}
        shares.hold(connection, self._share_id, scope, sizes, is_read=is_read)

    def _note_clocks(self, entries: Iterable[Entry]) -> None:
        latest = self._now() + TOLERANCE
        # Times are text that sorts: hardly any needs to be read.
        latest_text = text_of(latest)
        for entry in entries:
            if entry.change.time < latest_text:
                continue
            time = moment(entry.change.time)
            author = entry.change.author
            if time > max(latest, self.fast_clocks.get(author, latest)):
                self.fast_clocks[author] = time

    def _make_sure(self) -> None:
        """A drive that went just now looks like a share on which nothing lies."""
        if self._share.open() != self._share_id:
            raise ShareSwapped(self._share.address)

    def _let_go(self, scope: Scope, gone: Collection[str]) -> None:
        with self._workspace.database.writing() as connection:
            shares.let_go(connection, self._share_id, scope, gone)

    def _forget(self, scope: Scope, gone: Collection[str]) -> None:
        """Small segments that were rolled up and removed need not be remembered."""
        found = superseded(self._workspace.database, self._share_id, scope, gone)
        if found:
            with self._workspace.database.writing() as connection:
                segments.forget(connection, scope, found)

    def _note_unsound(
        self, scope: Scope, before: Iterable[shares.Unread], reasons: dict[str, str]
    ) -> None:
        if {each.file: each.reason for each in before} != reasons:
            with self._workspace.database.writing() as connection:
                shares.note_unread(
                    connection, self._share_id, scope, reasons, self._now().timestamp()
                )


class _NotAdmitted(Exception):
    """A line that is kept and passed on but not put into the journal; `reason` is Swedish."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _admitted(scope: Scope, name: ChangeName, line: bytes) -> Entry:
    """A received line as an entry; a change counts only if it came in the folder of its scope."""
    try:
        entry = read(line, name)
    except UnreadableLine as error:
        raise _NotAdmitted("raden går inte att läsa i den här versionen") from error
    if entry.change.scope != scope:
        raise _NotAdmitted("ändringen låg i en annan mapp än sin egen")
    return entry
