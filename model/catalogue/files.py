"""Reading and writing a catalogue's file, with what goes wrong in plain Swedish."""

from __future__ import annotations

from pathlib import Path

from model.catalogue.faults import CatalogueError
from model.catalogue.syntax import MAX_BYTES, CatalogueTooLarge
from model.errors import system_reason


class FileRefused(CatalogueError):
    """The file system refuses; nothing has changed."""

    def __init__(self, path: Path, error: OSError, *, writing: bool) -> None:
        doing = "skriva" if writing else "läsa"
        reasons: dict[type[OSError], str] = {
            FileNotFoundError: "den finns inte",
            IsADirectoryError: "det är en mapp",
            PermissionError: "du saknar behörighet, eller så är den öppen i ett annat program",
        }
        reason = reasons.get(type(error)) or system_reason(error)
        super().__init__(f"Det går inte att {doing} filen {path}: {reason}. Inget är ändrat.")


def read_file(path: Path) -> bytes:
    """The bytes of a catalogue; raises `FileRefused` or `CatalogueTooLarge`."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise CatalogueTooLarge(size)
        return path.read_bytes()
    except OSError as error:
        raise FileRefused(path, error, writing=False) from error


def write_file(path: Path, content: bytes) -> None:
    """Write a catalogue so that a reader never sees half a file; raises `FileRefused`."""
    beside = path.with_name(f"{path.name}.tmp")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise FileRefused(path, error, writing=True) from error
