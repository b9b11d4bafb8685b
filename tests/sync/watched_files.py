"""A share in memory on which nothing may be removed but what its writer has made superfluous."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from sync.segment import UnsoundSegment, decode, name_from
from sync.writer import incarnations
from tests.sync.homes import HomeOf
from tests.sync.memory_files import MemoryFiles


class WatchedFiles(MemoryFiles):
    """A share on which nothing may be removed but what its writer has made superfluous."""

    syncing: HomeOf

    def remove(self, path: Path) -> None:
        content = self.content.get(path, b"")
        super().remove(path)
        name = name_from(path.name)
        if name is None:
            return
        with self.syncing.workspace.database.reading() as connection:
            assert name.writer in incarnations(connection), "only one's own"
        week_ago = self.now - timedelta(days=7).total_seconds()
        old = [other for other in self.content if self.time(other) <= week_ago]
        there = {change for other in old for change in self.changes(other)}
        assert there.issuperset(sound_changes(path, content)), "nothing that older ones lack"

    def changes(self, path: Path) -> tuple[str, ...]:
        """The changes in a file, if it is sound."""
        return sound_changes(path, self.content[path])


def sound_changes(path: Path, content: bytes) -> tuple[str, ...]:
    """The changes that a file of this name with this content gives; none if it is not sound."""
    name = name_from(path.name)
    if name is None:
        return ()
    try:
        return decode(content, path.parent.name, name).names
    except UnsoundSegment:
        return ()
