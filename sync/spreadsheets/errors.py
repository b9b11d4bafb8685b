"""Why a spreadsheet cannot be read.

SpreadsheetError
├── NotASpreadsheet     the file is of another kind, damaged, or protected by a password
├── SpreadsheetTooLarge more than is read of any file, or unpacks to more
├── NoTable             no row has headings that are understood
└── FileUnreadable      the system refuses
"""

from __future__ import annotations

from pathlib import Path

from model.errors import system_reason
from model.swedish.visible import visible
from sync.errors import SyncError

SUFFIXES = (".xlsx", ".csv", ".json")


class SpreadsheetError(SyncError):
    """A file that cannot be read as a spreadsheet; nothing has changed."""

    def __init__(self, path: Path, what: str, advice: str) -> None:
        super().__init__(f"Filen ”{visible(path.name)}” {what}. Inget är ändrat. {advice}")
        self.path = path


class NotASpreadsheet(SpreadsheetError):
    """The file is of another kind, damaged, or protected by a password."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            path, what, "Spara den som .xlsx (Excel-arbetsbok) eller .csv, utan lösen."
        )


class SpreadsheetTooLarge(SpreadsheetError):
    """More than is read of any file, or a file that unpacks to more than any plan needs."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(path, f"är för stor: {what}", "Dela upp den i flera, eller ta bort blad.")


class NoTable(SpreadsheetError):
    """No row has headings that are understood."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "har ingen rad med rubriker som går att läsa",
            "En tabell behöver minst två kända rubriker, till exempel Aktivitet och Slutdatum, "
            "Mål och Bedömning eller Mått och Värde. ”tertial import --template FIL” skriver en "
            "arbetsbok att fylla i.",
        )


class FileUnreadable(SpreadsheetError):
    """The system refuses to read the file."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(
            path,
            f"går inte att läsa: {system_reason(error)}",
            "Kontrollera namnet, och att filen inte är öppen i ett annat program.",
        )
