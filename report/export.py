"""A document saved as a file: whole or not at all, and never a half-written one."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

import msgspec

from report.content import Document
from report.errors import (
    CannotWrite,
    DestinationError,
    MissingFolder,
    NoPermission,
    NoSpace,
    NotAFile,
    WriteProtected,
    shown,
)
from report.writers import Writer, writer_for


class Written(msgspec.Struct, frozen=True):
    """What was saved and where; `replaced` when an earlier file had the name."""

    path: Path
    size: int
    """In bytes."""
    replaced: bool

    def __str__(self) -> str:
        """The receipt that a user reads."""
        saved = f"Dokumentet är sparat i ”{shown(self.path)}”."
        return f"{saved} Det ersatte en äldre fil med samma namn." if self.replaced else saved


def write_document(document: Document, path: Path) -> Written:
    """Save a document in the form that the file's ending asks for; an earlier export is replaced.

    A temporary file is written beside and takes the name when it is complete. Raises
    `UnknownSuffix` or a `DestinationError`; then what was there before is untouched.
    """
    writer = writer_for(path)
    try:
        return _replace(document, writer, path.resolve())
    except DestinationError:
        raise
    except (OSError, ValueError) as error:
        raise _explained(path, error) from error


def _replace(document: Document, writer: Writer, target: Path) -> Written:
    """Write beside the target, then rename; the temporary file goes if anything fails."""
    mode = _replaceable(target)
    temporary = target.with_name(f".tertial-{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("xb") as stream:
            writer(document, stream)
            stream.flush()
            os.fsync(stream.fileno())
            size = stream.tell()
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return Written(target, size, replaced=mode is not None)


def _replaceable(target: Path) -> int | None:
    """The permissions of the file to replace, None where there is none; raises if it may not be."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise NotAFile(target)
    if not found.st_mode & stat.S_IWUSR:
        raise WriteProtected(target)
    return stat.S_IMODE(found.st_mode)


def _explained(path: Path, error: OSError | ValueError) -> DestinationError:
    """The error of this room for one of the operating system; a name may be impossible, too."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return MissingFolder(path)
    if isinstance(error, PermissionError):
        return NoPermission(path)
    code = error.errno if isinstance(error, OSError) else None
    if code == errno.EROFS:
        return WriteProtected(path)
    if code in {errno.ENOSPC, getattr(errno, "EDQUOT", None)}:
        return NoSpace(path)
    name = errno.errorcode.get(code, "") if code is not None else ""
    return CannotWrite(path, f"felkod {name or code}" if code is not None else "ogiltigt filnamn")
