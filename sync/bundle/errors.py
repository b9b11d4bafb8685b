"""What a bundle can meet.

SyncError
└── BundleError
    ├── BundleUnreachable   the file cannot be read
    ├── NotABundle          the file is something else
    ├── BundleDamaged       the file is not whole, or has been changed
    ├── BundleNewer         a newer version of the program wrote it
    ├── OtherMunicipality   it is another municipality's
    ├── BundleNotWritten    the file cannot be written
    ├── BundleTooLarge      there is too much for one file
    └── NothingToPassOn     there is nothing to put into it
"""

from __future__ import annotations

from pathlib import Path

from model.swedish.visible import visible
from sync.errors import SyncError


class BundleError(SyncError):
    """Something about one bundle file."""

    def __init__(self, path: Path, what: str, advice: str) -> None:
        super().__init__(f"Filen {visible(str(path))} {what}. {advice}")
        self.path = path


class BundleUnreachable(BundleError):
    """The file cannot be read; `reason` is the system's, in Swedish."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path, f"går inte att läsa ({reason})", "Inget är ändrat. Kontrollera sökvägen."
        )


class NotABundle(BundleError):
    """The file is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "är inget paket från tertial, eller så kom den inte fram hel",
            "Inget är ändrat. Be avsändaren skicka den igen. Ett paket skrivs med "
            "”tertial bundle write FIL”.",
        )


class BundleDamaged(BundleError):
    """The file is not whole, or has been changed on its way."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "är inte hel, eller ändrad på vägen, till exempel ompackad",
            "Inget är ändrat. Be avsändaren skicka den igen.",
        )


class BundleNewer(BundleError):
    """A newer version of the program wrote it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "är skriven av en nyare version av tertial",
            "Inget är ändrat. Uppdatera programmet på den här datorn och läs in den igen.",
        )


class OtherMunicipality(BundleError):
    """It is another municipality's; `theirs` and `ours` are the keys of both."""

    def __init__(self, path: Path, theirs: str, ours: str) -> None:
        super().__init__(
            path,
            f"hör till en annan kommun ({visible(theirs)}) än den här datorns plan "
            f"({visible(ours)})",
            "Inget är ändrat. Kontrollera att det är rätt fil.",
        )


class BundleNotWritten(BundleError):
    """The file cannot be written; `reason` is the system's, in Swedish."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path,
            f"gick inte att skriva ({reason})",
            "Fanns den förut är den som den var. Välj en annan plats, eller frigör utrymme.",
        )


class BundleTooLarge(BundleError):
    """There is more than one file takes."""

    def __init__(self, path: Path, most: int) -> None:
        super().__init__(
            path,
            f"skulle få fler än {most} delar",
            "Inget är skrivet. Så mycket skickas bättre med en delning. Den skapas med "
            "”tertial share create”.",
        )


class NothingToPassOn(BundleError):
    """There is nothing to put into it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "är inte skriven: det finns inget att skicka än",
            "Planera något först, eller hämta kommunens mål.",
        )
