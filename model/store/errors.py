"""What the local database can refuse, each with what is safe and what to do.

StoreError
├── StoreBusy        another program held the write lock for too long
├── DiskFull         no room left
├── StoreReadOnly    the file or folder may not be written
├── StoreDamaged     the file is not a sound database of this program
├── StoreNewer       a newer version of the program wrote it
└── StoreUnreachable anything else: file or folder gone, device error
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from model.errors import ModelError


class StoreError(ModelError):
    """The local database could not do what was asked; nothing of it was done."""


class StoreBusy(StoreError):
    """Another program held the write lock for longer than we wait."""

    def __init__(self, waited: float) -> None:
        super().__init__(
            "Ett annat program skriver i samma databas just nu och blev inte klart på "
            f"{waited:g} sekunder. Det som är sparat är kvar, inget nytt är sparat. "
            "Försök igen om en stund."
        )


class DiskFull(StoreError):
    """There is no room for what was to be saved."""

    def __init__(self) -> None:
        super().__init__(
            "Disken är full, så det gick inte att spara. Det som redan var sparat är kvar och din "
            "text står kvar på skärmen. Frigör utrymme och spara igen."
        )


class StoreReadOnly(StoreError):
    """The database may be read but not written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Databasen {path} går bara att läsa, så inget nytt kan sparas. Det som är sparat är "
            "kvar. Kontrollera rättigheterna till mappen."
        )


class StoreDamaged(StoreError):
    """The file is not a sound database of this program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Databasen {path} är skadad eller hör inte till tertial. Den är lämnad orörd. Kör "
            "”tertial doctor”, eller flytta undan filen och lägg tillbaka en säkerhetskopia."
        )


class StoreNewer(StoreError):
    """A newer version of the program wrote the database."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Databasen {path} är skriven av en nyare version av tertial. Den är lämnad orörd. "
            "Uppdatera programmet på den här datorn."
        )


class StoreUnreachable(StoreError):
    """The file cannot be reached at all."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Databasen {path} går inte att nå ({reason}). Inget nytt är sparat. "
            "Kontrollera att filen och mappen finns och försök igen."
        )


def store_error(error: sqlite3.Error, path: Path, waited: float) -> StoreError:
    """The typed error for what SQLite said, by its result code; `waited` is in seconds."""
    if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_DBMOVED:
        return StoreUnreachable(path, "filen har flyttats eller tagits bort")
    code = error.sqlite_errorcode & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy(waited)
    if code == sqlite3.SQLITE_FULL:
        return DiskFull()
    # A folder that cannot be written takes no rollback journal: the file itself opens.
    if code == sqlite3.SQLITE_READONLY or (
        code == sqlite3.SQLITE_CANTOPEN and path.is_file() and os.access(path, os.R_OK)
    ):
        return StoreReadOnly(path)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreDamaged(path)
    return StoreUnreachable(path, f"{error.sqlite_errorname}: {error}")
