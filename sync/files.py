"""The few things that are done to files on a share, behind one interface.

Everything that a share can do to us goes through here, so tests can put a faulty share, or a
crash at each call, in its place.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import msgspec

_JUNCTION = 0xA0000003
"""The tag of a folder on Windows that stands for another one."""


class Listed(msgspec.Struct, frozen=True):
    """One entry of a folder's listing; `modified` is in seconds since 1970 by the share's clock."""

    name: str
    size: int
    modified: float
    is_file: bool
    is_folder: bool
    is_link: bool = False


class NewFile(Protocol):
    """A file being written."""

    def write(self, content: bytes) -> int:
        """Write the beginning of `content`; gives how many bytes were taken."""

    def sync(self) -> None:
        """Let everything written reach the disk."""

    def close(self) -> None:
        """Give the handle back."""


class Files(Protocol):
    """A file system, local or over a network; every call may raise `OSError`."""

    def read(self, path: Path, limit: int) -> bytes:
        """The file's first bytes, `limit` at most."""

    def listing(self, folder: Path, *, is_real: bool = False) -> list[Listed]:
        """What lies in a folder; symbolic links count as neither file nor folder.

        Where it must be `is_real`, a link in its place raises `OSError` with `ELOOP`.
        """

    def make_folder(self, path: Path) -> None:
        """Make one folder in an existing one."""

    def create(self, path: Path) -> NewFile:
        """A new file; raises `FileExistsError` rather than open one that is there."""

    def rename_new(self, source: Path, target: Path) -> None:
        """Give a file a fresh name; raises `FileExistsError` rather than replace another."""

    def remove(self, path: Path) -> None:
        """Remove a file."""

    def modified(self, path: Path) -> float:
        """When the file was last written by the share's clock, in seconds since 1970."""


class _DiskFile:
    """A file opened for writing without buffers, so that errors come where they belong."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("xb", buffering=0)

    def write(self, content: bytes) -> int:
        return self._file.write(content) or 0

    def sync(self) -> None:
        os.fsync(self._file.fileno())

    def close(self) -> None:
        self._file.close()


class DiskFiles:
    """The files of this machine, with what it has mounted."""

    def read(self, path: Path, limit: int) -> bytes:
        """See `Files.read`."""
        with path.open("rb") as file:
            return file.read(limit)

    def listing(self, folder: Path, *, is_real: bool = False) -> list[Listed]:
        """See `Files.listing`; what vanishes meanwhile is left out."""
        if is_real and _is_link(folder):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(folder))
        with os.scandir(folder) as entries:
            return list(_listed(entries))

    def make_folder(self, path: Path) -> None:
        """See `Files.make_folder`."""
        path.mkdir()

    def create(self, path: Path) -> NewFile:
        """See `Files.create`."""
        return _DiskFile(path)

    def rename_new(self, source: Path, target: Path) -> None:
        """See `Files.rename_new`."""
        _rename_new(source, target)

    def remove(self, path: Path) -> None:
        """See `Files.remove`."""
        path.unlink()

    def modified(self, path: Path) -> float:
        """See `Files.modified`."""
        return path.stat().st_mtime


def _is_link(path: Path) -> bool:
    """Whether a link or, on Windows, a junction leads elsewhere."""
    said = path.lstat()
    return stat.S_ISLNK(said.st_mode) or getattr(said, "st_reparse_tag", 0) == _JUNCTION


def _listed(entries: Iterator[os.DirEntry[str]]) -> Iterator[Listed]:
    for entry in entries:
        with suppress(FileNotFoundError):
            said = entry.stat(follow_symlinks=False)
            yield Listed(
                entry.name,
                said.st_size,
                said.st_mtime,
                entry.is_file(follow_symlinks=False),
                entry.is_dir(follow_symlinks=False),
                entry.is_symlink(),
            )


if sys.platform == "win32":

    def _rename_new(source: Path, target: Path) -> None:
        source.rename(target)

else:

    def _rename_new(source: Path, target: Path) -> None:
        """A rename replaces silently, a link never does; not every share has links."""
        try:
            target.hardlink_to(source)
        except FileExistsError:
            raise
        except OSError:
            if os.path.lexists(target):
                raise FileExistsError(str(target)) from None
            source.rename(target)
            return
        with suppress(OSError):
            source.unlink()
