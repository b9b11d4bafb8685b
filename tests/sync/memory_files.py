"""A share in memory that can do what real shares do: fail, crash, forget, half-copy, replace."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

from sync.files import Listed

Fault = Callable[[int, str, Path], None]
"""What happens at a call: its number, what is done, and to which path; may raise."""


def no_fault(_number: int, _what: str, _path: Path) -> None:
    """All is well."""


class Crash(BaseException):
    """The machine lost its power; no code of ours runs any more."""


class WindowsError32(PermissionError):
    """Another program holds the file, as Windows says it."""

    winerror = 32


class WindowsError33(OSError):
    """Another program has locked a part of the file."""

    winerror = 33


class WindowsError5(PermissionError):
    """Not allowed: for good, or because the file is being removed by somebody."""

    winerror = 5


class MemoryFiles:
    """Files in memory; every call is counted, and may be made to fail before or after it."""

    def __init__(self) -> None:
        self.content: dict[Path, bytes] = {}
        self.folders: set[Path] = set()
        self.links: set[Path] = set()
        self.unsynced: set[Path] = set()
        self.replaced: list[Path] = []
        self.calls = 0
        self.done: list[str] = []
        self.before: Fault = no_fault
        self.after: Fault = no_fault
        self.stale: dict[Path, list[Listed]] = {}
        """Listings that a client has cached, shown in place of the present ones."""
        self.now = 0.0
        self.times: dict[Path, float] = {}
        """When files were written, and when something was put into or taken from a folder."""

    def mend(self) -> None:
        """No faults any more."""
        self.before = self.after = no_fault
        self.stale.clear()

    def _call(self, what: str, path: Path) -> int:
        self.calls += 1
        self.done.append(what)
        self.before(self.calls, what, path)
        return self.calls

    def read(self, path: Path, limit: int) -> bytes:
        number = self._call("read", path)
        if path not in self.content:
            raise FileNotFoundError(errno.ENOENT, "not found", str(path))
        self.after(number, "read", path)
        return self.content[path][:limit]

    def listing(self, folder: Path, *, is_real: bool = False) -> list[Listed]:
        number = self._call("listing", folder)
        if is_real and folder in self.links:
            raise OSError(errno.ELOOP, "a link", str(folder))
        if folder not in self.folders:
            raise FileNotFoundError(errno.ENOENT, "not found", str(folder))
        self.after(number, "listing", folder)
        if folder in self.stale:
            return self.stale[folder]
        return self.listed(folder)

    def listed(self, folder: Path) -> list[Listed]:
        """What lies in a folder, without a call."""
        files = [
            Listed(path.name, len(content), self.time(path), is_file=True, is_folder=False)
            for path, content in self.content.items()
            if path.parent == folder
        ]
        folders = [
            Listed(path.name, 0, self.time(path), is_file=False, is_folder=True)
            for path in self.folders
            if path.parent == folder
        ]
        return [*files, *folders]

    def make_folder(self, path: Path) -> None:
        number = self._call("make_folder", path)
        self._need(path.parent)
        if path in self.folders:
            raise FileExistsError(errno.EEXIST, "exists", str(path))
        self.folders.add(path)
        self._touch(path, path.parent)
        self.after(number, "make_folder", path)

    def create(self, path: Path) -> MemoryFile:
        number = self._call("create", path)
        self._need(path.parent)
        if path in self.content:
            raise FileExistsError(errno.EEXIST, "exists", str(path))
        self.content[path] = b""
        self.unsynced.add(path)
        self._touch(path, path.parent)
        self.after(number, "create", path)
        return MemoryFile(self, path)

    def rename_new(self, source: Path, target: Path) -> None:
        number = self._call("rename", target)
        if source not in self.content:
            raise FileNotFoundError(errno.ENOENT, "not found", str(source))
        if target in self.content:
            self.rename_over(source, target)
            return
        self.content[target] = self.content.pop(source)
        self.times[target] = self.times.pop(source, self.now)
        self._touch(target.parent)
        if source in self.unsynced:
            self.unsynced.remove(source)
            self.unsynced.add(target)
        self.after(number, "rename", target)

    def rename_over(self, _source: Path, target: Path) -> None:
        """What happens where there is a file already."""
        raise FileExistsError(errno.EEXIST, "exists", str(target))

    def remove(self, path: Path) -> None:
        number = self._call("remove", path)
        if path not in self.content:
            raise FileNotFoundError(errno.ENOENT, "not found", str(path))
        del self.content[path]
        self._touch(path.parent)
        self.after(number, "remove", path)

    def modified(self, path: Path) -> float:
        self._call("modified", path)
        if path not in self.content:
            raise FileNotFoundError(errno.ENOENT, "not found", str(path))
        return self.time(path)

    def time(self, path: Path) -> float:
        """When something was last done to a file or in a folder, without a call."""
        return self.times.get(path, self.now)

    def _touch(self, *paths: Path) -> None:
        self.times.update(dict.fromkeys(paths, self.now))

    def _need(self, folder: Path) -> None:
        if folder not in self.folders:
            raise FileNotFoundError(errno.ENOENT, "not found", str(folder))

    def lose_power(self) -> None:
        """What had not reached the disk is gone, although its name may have."""
        for path in self.unsynced:
            if path in self.content:
                self.content[path] = b""
        self.unsynced.clear()


class MemoryFile:
    """A file being written."""

    def __init__(self, files: MemoryFiles, path: Path) -> None:
        self._files = files
        self._path = path
        self.most = 1 << 30

    def write(self, content: bytes) -> int:
        number = self._files._call("write", self._path)  # noqa: SLF001  two halves of one fake
        if self._path not in self._files.content:
            raise OSError(errno.ESTALE, "stale handle", str(self._path))
        taken = content[: max(1, min(self.most, len(content)))]
        self._files.content[self._path] += taken
        self._files.after(number, "write", self._path)
        return len(taken)

    def sync(self) -> None:
        number = self._files._call("sync", self._path)  # noqa: SLF001  two halves of one fake
        self._files.unsynced.discard(self._path)
        self._files.after(number, "sync", self._path)

    def close(self) -> None:
        number = self._files._call("close", self._path)  # noqa: SLF001  two halves of one fake
        self._files.after(number, "close", self._path)
