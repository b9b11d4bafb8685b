"""A folder as a share: `<folder>/<scope>/<segment>`, and a marker file.

Nothing is ever replaced. A file gets its final name only when it is whole on the disk, so
nobody reads half of what we wrote; what a sync client half-copies does not verify and waits.
"""

from __future__ import annotations

import errno
import re
import secrets
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from model.plan.identifiers import Scope
from sync.errors import (
    ShareError,
    ShareFailing,
    ShareGone,
    ShareOccupied,
    ShareUnmarked,
    ShareUnmounted,
)
from sync.files import Files, NewFile
from sync.folder.calling import call
from sync.folder.marker import MARKER, MAX_BYTES, marker_content, share_in
from sync.segment import MAX_FILE_BYTES, SegmentName, name_from
from sync.share import Found, Leftover, Mark, ShareId, Vanished, is_scope

T = TypeVar("T")

_UNFINISHED = re.compile(r"(?:([0-9a-f]{20})-)?[0-9a-f]{20}\.tmp")


class FolderShare:
    """A share at a folder. `pause` waits some seconds, `now` is the machine's clock."""

    def __init__(
        self,
        address: str,
        folder: Path,
        files: Files,
        pause: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.address = address
        self._folder = folder
        self._files = files
        self._pause = pause
        self._now = now
        self._leftovers: dict[Scope, list[Leftover]] = {}

    def open(self) -> ShareId:
        """See `Share.open`: nothing is concluded from what is missing before this."""
        try:
            content = self._call(lambda: self._files.read(self._folder / MARKER, MAX_BYTES))
        except FileNotFoundError as error:
            raise self._without_marker() from error
        return share_in(self.address, content)

    def _without_marker(self) -> ShareError:
        try:
            lies_there = self._call(lambda: self._files.listing(self._folder))
        except FileNotFoundError:
            return ShareGone(self.address)
        return ShareUnmarked(self.address) if lies_there else ShareUnmounted(self.address)

    def create(self, share: ShareId) -> ShareId:
        """See `Share.create`.

        The folder that it lies in must be there: a drive that is not connected is not made.
        """
        try:
            return self.open()
        except ShareUnmounted:
            pass
        except ShareUnmarked as error:
            if self.scopes():
                raise ShareOccupied(
                    self.address,
                    "där ligger redan planer, men märkfilen tertial-share.json saknas",
                ) from error
        except ShareGone as error:
            self._make_root(error)
        if self._put(self._folder, MARKER, marker_content(share)):
            return share
        return self.open()

    def _make_root(self, error: ShareGone) -> None:
        try:
            self._call(lambda: self._files.make_folder(self._folder))
        except FileNotFoundError:
            raise error from None
        except FileExistsError:
            if not self._is_folder():
                reason = "på adressen ligger en fil"
                raise ShareOccupied(self.address, reason) from None

    def _is_folder(self) -> bool:
        """Whether somebody else just made the folder."""
        try:
            self._call(lambda: self._files.listing(self._folder))
        except (FileNotFoundError, ShareError):
            return False
        return True

    def scopes(self) -> dict[Scope, Mark]:
        """See `Share.scopes`; the mark is the folder's own time, which a new file changes."""
        try:
            listed = self._call(lambda: self._files.listing(self._folder))
        except FileNotFoundError:
            raise ShareGone(self.address) from None
        listed.sort(key=lambda each: each.name)
        # Links are told so that somebody learns of them: to list one is refused.
        found = [each for each in listed if each.is_folder or each.is_link]
        return {each.name: f"{each.modified:.6f}" for each in found if is_scope(each.name)}

    def listing(self, scope: Scope) -> list[Found]:
        """See `Share.listing`. A scope without a folder is one without segments."""
        if not is_scope(scope):
            return []
        folder = self._folder / scope
        try:
            listed = self._call(lambda: self._files.listing(folder, is_real=True))
        except FileNotFoundError:
            return []
        found = [(name_from(each.name), each) for each in listed if each.is_file]
        # What somebody wrote last tells at least how late it is by the share's clock.
        now = max((each.modified for _, each in found), default=0.0)
        self._leftovers[scope] = [
            Leftover(each.name, match[1] or "", each.size, now - each.modified)
            for _, each in found
            if (match := _UNFINISHED.fullmatch(each.name))
        ]
        return sorted(
            (
                Found(name, each.size, now - each.modified)
                for name, each in found
                if name is not None
            ),
            key=lambda each: each.name,
        )

    def expect(self, _scope: Scope, _names: Sequence[SegmentName]) -> None:
        """See `Share.expect`: a file is read when it is its turn."""

    def read(self, scope: Scope, name: SegmentName) -> bytes:
        """See `Share.read`; at most one byte more than a segment may have is read."""
        path = self._folder / scope / name.file
        try:
            return self._call(lambda: self._files.read(path, MAX_FILE_BYTES + 1))
        except FileNotFoundError:
            raise Vanished from None

    def write(self, scope: Scope, name: SegmentName, content: bytes) -> bool:
        """See `Share.write`. A missing folder is made only where the share itself still is."""
        if not is_scope(scope):
            raise ShareFailing(self.address, f"”{scope}” kan inte vara en mapp")
        folder = self._folder / scope
        try:
            return self._put(folder, name.file, content)
        except FileNotFoundError:
            self.open()
            self._make_scope(folder)
        try:
            is_new = self._put(folder, name.file, content)
        except FileNotFoundError:
            raise ShareGone(self.address) from None
        # It may have gone just before the folder was made.
        self.open()
        return is_new

    def remove(self, scope: Scope, name: SegmentName) -> None:
        """See `RollingShare.remove`."""
        with suppress(FileNotFoundError):
            self._call(lambda: self._files.remove(self._folder / scope / name.file))

    def leftovers(self, scope: Scope) -> Sequence[Leftover]:
        """See `RollingShare.leftovers`."""
        return self._leftovers.get(scope, ())

    def remove_leftover(self, scope: Scope, file: str) -> None:
        """See `RollingShare.remove_leftover`."""
        with suppress(FileNotFoundError):
            self._call(lambda: self._files.remove(self._folder / scope / file))

    def clock_ahead(self, scope: Scope, name: SegmentName) -> float | None:
        """See `Share.clock_ahead`."""
        path = self._folder / scope / name.file
        try:
            return self._call(lambda: self._files.modified(path)) - self._now()
        except (FileNotFoundError, ShareError):
            return None

    def close(self) -> None:
        """See `Share.close`: nothing is held open."""

    def _make_scope(self, folder: Path) -> None:
        try:
            self._call(lambda: self._files.make_folder(folder))
        except FileExistsError:
            return
        except FileNotFoundError:
            raise ShareGone(self.address) from None

    def _put(self, folder: Path, name: str, content: bytes) -> bool:
        """A whole file under a fresh name; False when there is one, which is left as it is."""
        beside = self._call(lambda: self._written(folder, name, content))
        try:
            self._call(lambda: self._files.rename_new(beside, folder / name))
        except FileExistsError:
            self._give_up(beside)
            return False
        except (FileNotFoundError, ShareError):
            self._give_up(beside)
            raise
        return True

    def _written(self, folder: Path, name: str, content: bytes) -> Path:
        """The content in a file that is whole on the disk, under a name that nobody reads.

        The name tells the writer, who clears away what a crash of his leaves behind.
        """
        segment = name_from(name)
        by = f"{segment.writer}-" if segment is not None else ""
        path = folder / f"{by}{secrets.token_hex(10)}.tmp"
        file = self._files.create(path)
        try:
            try:
                _write_all(file, content)
                file.sync()
            finally:
                file.close()
        except OSError:
            self._give_up(path)
            raise
        return path

    def _give_up(self, path: Path) -> None:
        with suppress(OSError):
            self._files.remove(path)

    def _call(self, what: Callable[[], T]) -> T:
        return call(self.address, what, self._pause)


def _write_all(file: NewFile, content: bytes) -> None:
    """Write everything, however little the system takes at a time."""
    rest = content
    while rest:
        taken = file.write(rest)
        if taken <= 0:
            raise OSError(errno.EIO, "inget skrevs")
        rest = rest[taken:]
