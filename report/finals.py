"""The files of finalised documents: kept beside the database, named by what is in them.

A file is called after the SHA-256 of its bytes, so it can be checked against its own name for ever,
and the same document kept twice is one file. What travels is the record of it; the files stay with
who finalised it.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from model.plan.final import FinalDocument, FinalForm
from report.content import Document
from report.errors import DamagedCopy, NotKeptHere, Unreadable
from report.export import Written, explained, save_file
from report.stationery import PLAIN, Stationery
from report.writers import writer_for

ARCHIVED = (".pdf", ".docx")
"""The forms that are kept: PDF/A for the archive, and Word (RA-FS 2009:2)."""

READ_ONLY = 0o444


def keep(
    document: Document, folder: Path, *, stationery: Stationery = PLAIN
) -> tuple[FinalForm, ...]:
    """Keep a document in each archived form, write-protected; a kept file is never replaced.

    Raises `NoTypesetting`, a `StationeryError` or a `DestinationError`; then nothing refers to
    what was written before it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explained(folder, error) from error
    return tuple(_keep(document, folder, suffix, stationery) for suffix in ARCHIVED)


def _keep(document: Document, folder: Path, suffix: str, stationery: Stationery) -> FinalForm:
    stream = BytesIO()
    writer_for(Path(f"final{suffix}"), stationery)(document, stream)
    data = stream.getvalue()
    form = FinalForm(suffix, hashlib.sha256(data).hexdigest(), len(data))
    target = kept_file(folder, form)
    if not is_whole(folder, form):
        _make_way(target)
        save_file(target, lambda out: _write(out, data))
        with suppress(OSError):  # where a file system knows no such protection, the digest tells
            target.chmod(READ_ONLY)
    return form


def _make_way(target: Path) -> None:
    """Take a damaged copy away; Windows removes no file that is write-protected."""
    try:
        if target.exists():
            target.chmod(stat.S_IREAD | stat.S_IWRITE)
            target.unlink()
    except OSError as error:
        raise explained(target, error) from error


def _write(out: BinaryIO, data: bytes) -> None:
    out.write(data)


def kept_file(folder: Path, form: FinalForm) -> Path:
    """Where a form of a finalised document is kept, if it was finalised on this computer."""
    return folder / f"{form.digest}{form.suffix}"


def is_whole(folder: Path, form: FinalForm) -> bool:
    """Whether the file is here with exactly the bytes that were finalised."""
    path = kept_file(folder, form)
    return path.is_file() and digest_of(path) == form.digest


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes; raises `Unreadable`."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise Unreadable(path) from error


def save_kept(folder: Path, form: FinalForm, target: Path) -> Written:
    """Save a copy of a kept file somewhere else, byte for byte.

    Raises `NotKeptHere`, `DamagedCopy` or a `DestinationError`.
    """
    source = kept_file(folder, form)
    if not source.is_file():
        raise NotKeptHere
    try:
        data = source.read_bytes()
    except OSError as error:
        raise Unreadable(source) from error
    if hashlib.sha256(data).hexdigest() != form.digest:
        raise DamagedCopy(source)
    return save_file(target, lambda out: _write(out, data))


class LookedThrough(NamedTuple):
    """How the kept files are."""

    whole: int
    changed: tuple[str, ...]
    """What the damaged files are, as people call it."""
    missing: tuple[str, ...]
    """What this person has finalised and whose files are not here."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is damaged or missing."""
        return not self.changed and not self.missing

    @property
    def text(self) -> str:
        """What has happened."""
        told = [("har ändrats efter slutförandet", self.changed), ("saknas här", self.missing)]
        return "; ".join(f"{', '.join(names)} {what}" for what, names in told if names)

    @property
    def advice(self) -> str:
        """What is safe, and what to do."""
        return (
            "Vad som slutfördes, när och av vem finns kvar i journalen, med filernas "
            "kontrollsummor. Hämta filerna ur en säkerhetskopia, eller från datorn där "
            "dokumentet slutfördes. ”tertial finals verify” säger om en kopia är den rätta."
        )


def looked_through(folder: Path, finals: Iterable[FinalDocument], person: str) -> LookedThrough:
    """Compare every kept file with its record; a file without one with its own name."""
    records = [
        (form, f"{row.name} v{row.kept.version} ({form.suffix[1:]})", row.kept.by == person)
        for row in finals
        if row.kept is not None
        for form in row.kept.forms
    ]
    names = {f"{form.digest}{form.suffix}": called for form, called, _ in records}
    here = {path.name: path for path in _files_in(folder)}
    changed = [
        names.get(name, name) for name, path in sorted(here.items()) if not _is_named_rightly(path)
    ]
    missing = [
        called
        for form, called, is_mine in records
        if is_mine and f"{form.digest}{form.suffix}" not in here
    ]
    return LookedThrough(len(here) - len(changed), tuple(changed), tuple(missing))


def _files_in(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.suffix in ARCHIVED]
    except OSError:
        return []


def _is_named_rightly(path: Path) -> bool:
    try:
        return digest_of(path) == path.stem
    except Unreadable:
        return False
