"""Sifting a listing: which of its files must be read, and which are known without it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from model.plan.identifiers import Scope
from model.store.database import Database
from sync.lineage import Stretch, traced
from sync.segment import Segment, Writer
from sync.share import Found, ShareId
from sync.state import segments, shares


class Sifting:
    """One listing of a scope, against what this home knows.

    A file of which others hold all changes is vouched for by them, and not read. Where this home
    answers for the share, only files that it has read itself, and that are still there, may
    vouch: else a damaged file could stand for what the share has lost.
    """

    def __init__(
        self,
        database: Database,
        share: ShareId,
        scope: Scope,
        found: Sequence[Found],
        *,
        answers: bool,
    ) -> None:
        self._answers = answers
        there = {each.name.file: each.size for each in found}
        with database.reading() as connection:
            held = shares.held_files(connection, share, scope)
            vouched = shares.vouched_for(connection, share, scope)
            self.unread = shares.unread_files(connection, share, scope)
            """What did not verify before."""
        changed = {file for file, size in held.items() if there.get(file) != size}
        shaken = {_writer(file) for file in changed}
        self.gone = changed | {file for file in vouched if _writer(file) in shaken}
        """What does not count as held any more: not there, changed, or vouched for by such."""
        self._changed = changed
        self._sound = held.keys() - self.gone - vouched
        candidates = [
            each for each in found if each.name.file in self.gone or each.name.file not in held
        ]
        self._known = _by_writer(
            segments.stretches(database, scope, {each.name.writer for each in candidates})
        )
        self.candidates = sorted(candidates, key=self._order)
        self.news = {each.name.file for each in self.candidates if not self._is_known(each)}
        """Files with changes that this home does not have."""
        self.strange = frozenset(map(_writer, self.news))
        """Writers of whom something is there that this home does not know."""

    def _order(self, each: Found) -> tuple[Writer, int, int]:
        """Of a new writer the largest first; of a known one what has come since, then the rest."""
        name = each.name
        if name.writer in self._known:
            return name.writer, name.last, name.last - name.first
        return name.writer, name.first, -name.last

    def _is_known(self, each: Found) -> bool:
        known = self._known.get(each.name.writer, ())
        return any(one.name == each.name for one in known) or traced(each.name, known) is not None

    def vouched(self, each: Found) -> Stretch | None:
        """What a candidate holds, if it need not be read."""
        if each.name.file in self._changed:
            return None
        known = self._known.get(each.name.writer, ())
        if self._answers:
            known = [one for one in known if one.name.file in self._sound]
        return traced(each.name, known)

    def take(self, segment: Segment) -> None:
        """A candidate was read, and may vouch for what lies within it."""
        stretch = Stretch(segment.name, segment.before, lambda: segment.names)
        self._known.setdefault(segment.name.writer, []).append(stretch)
        self._sound.add(segment.name.file)


def _writer(file: str) -> Writer:
    return file.partition("-")[0]


def _by_writer(stretches: Iterable[Stretch]) -> dict[Writer, list[Stretch]]:
    found: dict[Writer, list[Stretch]] = {}
    for each in stretches:
        found.setdefault(each.name.writer, []).append(each)
    return found


def superseded(
    database: Database, share: ShareId, scope: Scope, gone: Collection[str]
) -> list[str]:
    """Those that no share holds any more, while others that are held have all their changes."""
    if not gone:
        return []
    with database.reading() as connection:
        held = shares.held_files(connection, share, scope)
        lasting = {file for file in gone if not shares.is_held(connection, scope, file)}
    known = _by_writer(segments.stretches(database, scope, set(map(_writer, gone))))
    found = []
    for stretches in known.values():
        holding = [each for each in stretches if each.name.file in held]
        found += [
            each.name.file
            for each in stretches
            if each.name.file in lasting and traced(each.name, holding) is not None
        ]
    return found
