"""Publishing a scope: what this home has and a share has not is put there.

A change gets its position (writer, number) when it is published, never before: only then the
share can be asked whether the writer is still the only one of its name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from model.plan.entities import ChangeName
from model.plan.identifiers import Scope
from model.store.database import Database
from sync.missing import Lost, fresh, lost
from sync.segment import (
    Segment,
    SegmentName,
    UnsoundSegment,
    Writer,
    cut,
    decode,
    encode,
    name_from,
)
from sync.share import Share, ShareId, Vanished
from sync.state import segments, shares
from sync.state.lines import OwnLine, lines_named
from sync.steps import Progress
from sync.writer import incarnations


class Publication:
    """Publishes scopes to one share under one writer; counts what was put there."""

    def __init__(
        self,
        database: Database,
        share: Share,
        share_id: ShareId,
        writer: Writer,
        make_sure: Callable[[], None],
        progress: Progress | None = None,
    ) -> None:
        """`make_sure` is called once before anything is written, and raises a `ShareError`."""
        self._database = database
        self._share = share
        self._share_id = share_id
        self._writer = writer
        self._make_sure = make_sure
        self._is_sure = False
        self._progress = progress or Progress(share.address)
        self.sent = 0
        self.put_back = 0
        """Changes with a position that the share lacked, whether or not it ever had them."""
        self.restored = 0
        """Those of them that it had had."""
        self.latest: tuple[Scope, SegmentName] | None = None

    def scope(
        self, scope: Scope, listed: Collection[str], gone: Collection[str], *, fills: bool
    ) -> None:
        """Publish what was written here, and put back what the share has lost.

        `listed` are the files that lie in the scope, sound or not, and `gone` those that did when
        it was last read; with `fills` what others wrote is put back too. Raises a `ShareError` or
        a `StoreError`; what was put there by then stays and is noted.
        """
        with self._database.reading() as connection:
            missing = lost(
                connection, self._share_id, scope, None if fills else incarnations(connection)
            )
            new = fresh(connection, scope)
        for each in missing:
            if each.name.file not in listed:
                before = self.put_back
                self._put_back(scope, each)
                if any(each.name.overlaps(name) for name in map(name_from, gone) if name):
                    self.restored += self.put_back - before
        # A name that a damaged file occupies is never used again: its changes get new positions.
        damaged = [name for each in missing if each.name.file in listed for name in each.names]
        self._publish(scope, self._still_missing(scope, damaged), new)

    def _put_back(self, scope: Scope, each: Lost) -> None:
        with self._database.reading() as connection:
            lines = lines_named(connection, scope, each.names)
        if len(lines) < len(set(each.names)):
            return
        whole = tuple(lines[name] for name in each.names)
        size = self._write(Segment(scope, each.name, each.before, each.names, whole))
        if size is not None:
            with self._database.writing() as connection:
                shares.hold(connection, self._share_id, scope, {each.name.file: size})
            self.put_back += len(whole)

    def _still_missing(self, scope: Scope, names: Sequence[ChangeName]) -> list[bytes]:
        """The lines of changes that no sound file of the scope has."""
        if not names:
            return []
        with self._database.reading() as connection:
            held = shares.held_files(connection, self._share_id, scope)
            known = segments.known(connection, scope)
            sound = [name for file, name in known.items() if file in held]
            there = {
                name
                for _, _, changes in segments.changes_in(connection, scope, sound)
                for name in changes
            }
            wanted = [name for name in dict.fromkeys(names) if name not in there]
            lines = lines_named(connection, scope, wanted)
        return [lines[name] for name in wanted if name in lines]

    def _publish(self, scope: Scope, again: Sequence[bytes], new: Sequence[OwnLine]) -> None:
        """Give positions to lines and put them there, segment by segment."""
        if not again and not new:
            return
        with self._database.reading() as connection:
            after, before = segments.head(connection, scope, self._writer)
        arrivals = {each.name: each.arrival for each in new}
        lines = [*again, *(each.line for each in new)]
        for segment in cut(scope, self._writer, after, before, lines):
            size = self._write(segment)
            if size is None:
                return
            passed = max((arrivals[name] for name in segment.names if name in arrivals), default=0)
            with self._database.writing() as connection:
                segments.add(connection, scope, [segment])
                shares.hold(connection, self._share_id, scope, {segment.name.file: size})
                if passed:
                    segments.pass_to(connection, scope, passed)
            own = sum(name in arrivals for name in segment.names)
            self.sent += own
            self._progress.sent = self.sent
            self.put_back += len(segment.names) - own
            self.restored += len(segment.names) - own
            self.latest = scope, segment.name

    def _write(self, segment: Segment) -> int | None:
        """Put a segment there; gives the size of the sound file, None when there is none."""
        self._progress.between_files()
        if not self._is_sure:
            self._make_sure()
            self._is_sure = True
        content = encode(segment)
        if self._share.write(segment.scope, segment.name, content):
            return len(content)
        # Somebody else, or we before a crash, or a server that answered twice.
        try:
            content = self._share.read(segment.scope, segment.name)
            decode(content, segment.scope, segment.name)
        except (Vanished, UnsoundSegment):
            return None
        return len(content)
