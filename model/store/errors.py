"""What the local database can refuse, each with what is safe and what to do.

StoreError
├── StoreBusy        another program held the write lock for 5 s
├── DiskFull         no room left
├── StoreReadOnly    the file or folder may not be written
├── StoreDamaged     the file is not a sound database
├── StoreNewer       a newer version of the program wrote it
└── StoreUnreachable anything else: folder gone, device error
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from model.errors import ModelError


class StoreError(ModelError):
    """The local database could not do what was asked; nothing of it was done."""


class StoreBusy(StoreError):
    """Another program held the write lock for longer than we wait."""

    def __init__(self) -> None:
        super().__init__(
            "Ett annat program skriver i samma databas just nu, så det gick inte att spara på "
            "5 sekunder. Din text står kvar. Försök igen om en stund."
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
    """The file is not a sound database."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Databasen {path} är skadad eller är inte en databas. Den är lämnad orörd. Kör "
            "”tertial doctor”, eller flytta undan filen och hämta tillbaka planen från delningen."
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
            f"Databasen {path} går inte att nå ({reason}). Det som är sparat är orört. "
            "Kontrollera att mappen finns och försök igen."
        )


def store_error(error: sqlite3.Error, path: Path) -> StoreError:
    """The typed error for what SQLite said, by its result code."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy()
    if code == sqlite3.SQLITE_FULL:
        return DiskFull()
    if code == sqlite3.SQLITE_READONLY:
        return StoreReadOnly(path)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreDamaged(path)
    return StoreUnreachable(path, getattr(error, "sqlite_errorname", type(error).__name__))
