"""A document saved as a file: whole or not at all, and never a half-written one."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from model.swedish.personal_numbers import find_personal_numbers
from report.content import Document
from report.data import DataTable
from report.errors import (
    CannotWrite,
    DestinationError,
    MissingFolder,
    NoPermission,
    NoSpace,
    NotAFile,
    ReportError,
    WriteProtected,
    shown,
)
from report.stationery import PLAIN, Stationery
from report.writers import markdown, writer_for
from report.writers.tables import table_writer_for


class Written(msgspec.Struct, frozen=True):
    """What was saved and where; `replaced` when an earlier file had the name."""

    path: Path
    size: int
    """In bytes."""
    replaced: bool
    personal_numbers: int = 0
    """How many personal numbers the text seems to have (F17)."""

    @property
    def saved(self) -> str:
        """Where the document is, as sentences."""
        saved = f"Dokumentet är sparat i ”{shown(self.path)}”."
        return f"{saved} Det ersatte en äldre fil med samma namn." if self.replaced else saved

    @property
    def warning(self) -> str:
        """That it has personal numbers, without repeating them; empty when it has none."""
        if not self.personal_numbers:
            return ""
        return (
            f"Texten kan innehålla {self.personal_numbers} personnummer. Ta bort dem och spara "
            "igen: rapporten är en allmän handling."
        )

    def __str__(self) -> str:
        """The whole receipt that a user reads."""
        return f"{self.saved} {self.warning}".rstrip()


def write_document(document: Document, path: Path, *, stationery: Stationery = PLAIN) -> Written:
    """Save a document in the form that the file's ending asks for; an earlier export is replaced.

    A temporary file is written beside and takes the name when it is complete. It is on the
    municipality's own paper. Raises `UnknownSuffix`, `NoTypesetting`, a `StationeryError` or a
    `DestinationError`; then what was there before is untouched.
    """
    writer = writer_for(path, stationery)
    written = save_file(path, partial(writer, document))
    return msgspec.structs.replace(written, personal_numbers=personal_numbers(document))


def write_table(table: DataTable, path: Path) -> Written:
    """Save a table of data in the form that the file's ending asks for, as `write_document` does.

    Raises `UnknownSuffix` or a `DestinationError`.
    """
    return save_file(path, partial(table_writer_for(path), table))


def save_file(path: Path, write: Callable[[BinaryIO], None]) -> Written:
    """Save whatever `write` writes, whole or not at all; an earlier file is replaced.

    Raises a `DestinationError`, or what `write` raises of this room's errors.
    """
    try:
        return _replace(write, path.resolve())
    except ReportError:
        raise
    except (OSError, ValueError) as error:
        raise explained(path, error) from error


def _replace(write: Callable[[BinaryIO], None], target: Path) -> Written:
    """Write beside the target, then rename; the temporary file goes if anything fails."""
    mode = _replaceable(target)
    temporary = target.with_name(f".tertial-{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("xb") as stream:
            write(stream)
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


def personal_numbers(document: Document) -> int:
    """Counted in the form whose lines are not broken to a width."""
    return sum(len(find_personal_numbers(line)) for line in markdown.lines(document))


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


def explained(path: Path, error: OSError | ValueError) -> DestinationError:
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
