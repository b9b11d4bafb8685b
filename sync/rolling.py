"""Rolling up: a writer's many small segments become a larger one, and go days later.

Only who wrote them does it. The larger one has the chain of the last, so who knows the small
ones recognises it without reading. They are removed when it has lain beside them for days and
still reads as it should; whatever fails is tried another time, and nothing waits for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from model.plan.identifiers import Scope
from model.store.database import Database
from sync.clearing import Clearing
from sync.errors import ShareError
from sync.lineage import Stretch, traced
from sync.segment import (
    SEGMENT_BYTES,
    SEGMENT_LINES,
    Segment,
    SegmentName,
    UnsoundSegment,
    Writer,
    decode,
    encode,
    name_from,
)
from sync.share import Found, RollingShare, ShareId, Vanished
from sync.state import lying, segments, shares
from sync.state.lines import lines_named
from sync.writer import incarnations

PARTS = 8
"""How many segments of about the same size in a row are worth one."""

KEPT_SECONDS = 7 * 86_400.0
"""How long they lie beside it, by the files' times and by this home's own count, see
`sync.state.lying`: sync clients may be days behind, and one wrong clock must not do."""

REMOVED_AT_A_TIME = 20
"""Removals in one exchange: each takes a while on a slow network."""


class RollUp:
    """Rolls up this home's segments on one share."""

    def __init__(
        self,
        database: Database,
        share: RollingShare,
        share_id: ShareId,
        make_sure: Callable[[], None],
        now: float,
    ) -> None:
        """`make_sure` is called before anything is written or removed; raises a `ShareError`.

        `now` is this machine's clock, of which only the passing counts.
        """
        self._database = database
        self._share = share
        self._share_id = share_id
        self._make_sure = make_sure
        self._now = now
        self._clearing = Clearing(database, share, share_id, make_sure, now)

    def scope(self, scope: Scope, found: Sequence[Found], *, clears: bool) -> None:
        """Roll up what is worth it in a scope, whose listing is given; raises a `StoreError`.

        With `clears` also remove what was rolled up long ago. What the share refuses is left.
        """
        if not found:
            return
        with self._database.reading() as connection:
            mine = incarnations(connection)
        try:
            if clears:
                self._clearing.scope(scope, mine)
                self._clear(scope, [each for each in found if each.name.writer in mine])
            self._roll(scope, mine, {each.name.file for each in found})
        except ShareError:
            return

    def _roll(self, scope: Scope, mine: Collection[Writer], listed: Collection[str]) -> None:
        if len(listed) < PARTS - 1:
            return
        known = segments.stretches(self._database, scope, mine)
        with self._database.reading() as connection:
            held = shares.held_files(connection, self._share_id, scope)
        for parts in worth_rolling([each for each in known if each.name.file in held]):
            segment = self._joined(scope, parts)
            # A file of that name that does not count as held is damaged: it keeps its name.
            if segment is not None and segment.name.file not in {*listed, *held}:
                self._make_sure()
                self._share.write(scope, segment.name, encode(segment))
                self._note(segment)

    def _joined(self, scope: Scope, parts: Sequence[Stretch]) -> Segment | None:
        """One segment with the changes of several; None if their lines are not all here."""
        names = tuple(name for part in parts for name in part.names)
        with self._database.reading() as connection:
            lines = lines_named(connection, scope, names)
        if not lines.keys() >= set(names):
            return None
        whole = tuple(lines[name] for name in names)
        if sum(map(len, whole)) > SEGMENT_BYTES:
            return self._joined(scope, parts[: len(parts) // 2]) if len(parts) > 3 else None
        first, last = parts[0].name, parts[-1].name
        name = SegmentName(first.writer, first.first, last.last, last.chain)
        return Segment(scope, name, parts[0].before, names, whole)

    def _note(self, segment: Segment) -> None:
        """It is known when it reads as it should."""
        size = self._size_if_sound(segment.scope, segment.name)
        if size is None:
            return
        with self._database.writing() as connection:
            segments.add(connection, segment.scope, [segment])
            shares.hold(connection, self._share_id, segment.scope, {segment.name.file: size})
        self._note_lying(segment.scope, segment.name)

    def _size_if_sound(self, scope: Scope, name: SegmentName) -> int | None:
        try:
            content = self._share.read(scope, name)
            decode(content, scope, name)
        except (Vanished, UnsoundSegment):
            return None
        return len(content)

    def _clear(self, scope: Scope, found: Sequence[Found]) -> None:
        if len(found) < 2:
            return
        removed: set[SegmentName] = set()
        known = segments.stretches(self._database, scope, {each.name.writer for each in found})
        by_name = {each.name: each for each in known}
        lain = self._lain(scope, {each.name.file for each in found})
        for each in sorted(found, key=lambda each: -_length(each.name)):
            larger = by_name.get(each.name)
            has_lain = lain.get(each.name.file)
            is_young = has_lain is not None and min(has_lain, each.age) < KEPT_SECONDS
            if larger is None or is_young:
                continue
            parts = [one.name for one in found if _is_part(one.name, larger)]
            parts = [name for name in parts if name not in removed]
            if not parts or self._size_if_sound(scope, each.name) is None:
                continue
            if has_lain is None:
                self._note_lying(scope, each.name)
                continue
            self._make_sure()
            for name in parts[: REMOVED_AT_A_TIME - len(removed)]:
                self._share.remove(scope, name)
                removed.add(name)

    def _lain(self, scope: Scope, there: set[str]) -> dict[str, float]:
        """For how long files have lain there since they were first seen sound, by own count."""
        with self._database.reading() as connection:
            noted = lying.since(connection, self._share_id, scope)
        if not noted:
            return {}
        with self._database.writing() as connection:
            gone = {file for file in noted if name_from(file) is not None} - there
            lying.forget(connection, self._share_id, scope, gone)
            count = lying.live(connection, self._share_id, self._now)
        return {file: count - since for file, since in noted.items() if file in there}

    def _note_lying(self, scope: Scope, name: SegmentName) -> None:
        with self._database.writing() as connection:
            count = lying.live(connection, self._share_id, self._now)
            lying.note(connection, self._share_id, scope, [name.file], count)


def _length(name: SegmentName) -> int:
    return name.last - name.first + 1


def _is_part(name: SegmentName, larger: Stretch) -> bool:
    return traced(name, [larger]) is not None


def worth_rolling(known: Iterable[Stretch]) -> Iterator[Sequence[Stretch]]:
    """Segments that follow on each other, many enough and about as large as each other.

    So a change is copied a few times in all, however many are published after it.
    """
    for run in _runs(known):
        limit = PARTS
        while limit <= SEGMENT_LINES:
            parts = _small_at_the_end(run, limit)
            sizes = [_length(part.name) for part in parts]
            if len(parts) >= PARTS and 2 * max(sizes) <= sum(sizes):
                yield parts
                break
            limit *= PARTS


def _small_at_the_end(run: Sequence[Stretch], limit: int) -> Sequence[Stretch]:
    """The last segments of a run, each below a size, and all together no more than a file has."""
    total = 0
    for place in range(len(run) - 1, -1, -1):
        size = _length(run[place].name)
        total += size
        if size >= limit or total > SEGMENT_LINES:
            return run[place + 1 :]
    return run


def _runs(known: Iterable[Stretch]) -> Iterator[Sequence[Stretch]]:
    """Segments of each writer in rows without a gap; none that lies within a larger."""
    outer: list[Stretch] = []
    for each in sorted(
        known, key=lambda each: (each.name.writer, each.name.first, -each.name.last)
    ):
        previous = outer[-1].name if outer else None
        if (
            previous is None
            or previous.writer != each.name.writer
            or previous.last < each.name.last
        ):
            outer.append(each)
    run: list[Stretch] = []
    for each in outer:
        if run and not _follows(each, run[-1]):
            yield run
            run = []
        run.append(each)
    yield run


def _follows(each: Stretch, other: Stretch) -> bool:
    at = (other.name.writer, other.name.last + 1, other.name.chain)
    return (each.name.writer, each.name.first, each.before) == at
