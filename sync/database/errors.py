"""What a share in a database can meet beside what any share can; see `sync.errors`.

ShareError
├── ShareGone
│   └── FileMissing      the folder is there, the database file is not
├── ShareUnmarked
│   └── NoShareThere     a database in which no share has been made
├── ShareRefused
│   └── LoginRefused     the server does not let this login in
├── ShareBusy
│   └── DatabaseBusy     no answer for longer than we wait
│       └── FileBusy     others wrote in the file for so long
├── ForeignFile          a file that is no share of ours
├── DatabaseDamaged      the file is damaged
├── WriteAheadLog        a journal mode that does not work on a share
├── DriverMissing        what speaks with PostgreSQL is not installed
├── LoginMissing         rights are to be given to somebody whom the server does not know
├── NoRightsHere         rights are to be given on a share that is no PostgreSQL database
└── RolesMissing         a share cannot be made without roles that this login may not make
"""

from __future__ import annotations

import sys

from model.swedish.visible import visible
from sync.errors import ShareBusy, ShareError, ShareGone, ShareRefused, ShareUnmarked


class FileMissing(ShareGone):
    """The folder is there, the file is not: never made by an exchange."""

    brief = "delningens fil finns inte"

    def __init__(self, address: str) -> None:
        ShareError.__init__(
            self,
            address,
            "går inte att nå: filen finns inte",
            "Kontrollera adressen och att nätverksdisken är ansluten. Har filen tagits bort kan "
            "den som sköter delningen lägga tillbaka den från en säkerhetskopia, eller skapa den "
            "igen med ”tertial share create” och samma adress.",
        )


class NoShareThere(ShareUnmarked):
    """A database, or an empty file, in which no share has been made."""

    brief = "databasen har ingen delning"

    def __init__(self, address: str) -> None:
        ShareError.__init__(
            self,
            address,
            "är en databas där ingen delning är skapad. Inget är skickat dit",
            "Kontrollera adressen. Är den rätt skapar den som sköter delningen den med "
            "”tertial share create”.",
        )


class LoginRefused(ShareRefused):
    """The server does not let this login in; `reason` is in its words."""

    brief = "delningen släpper inte in"

    def __init__(self, address: str, reason: str) -> None:
        ShareError.__init__(
            self,
            address,
            f"släpper inte in den här användaren ({visible(reason)})",
            "Kontrollera användaren och databasen i adressen, och lösenordet. Det anges en gång, "
            "med ”tertial sync --share” och adressen postgresql://NAMN:LÖSENORD@SERVER/DATABAS. "
            "Det sparas i en fil som bara du kan läsa och visas aldrig.",
        )


class DatabaseBusy(ShareBusy):
    """The database did not answer for longer than we wait."""

    ends_exchange = True

    def __init__(self, address: str) -> None:
        ShareError.__init__(
            self,
            address,
            "är upptagen och svarade inte i tid",
            "Synka igen om en stund. Händer det ofta: säg till den som sköter databasen.",
        )


class FileBusy(DatabaseBusy):
    """Others wrote in the file for longer than we wait."""

    def __init__(self, address: str) -> None:
        ShareError.__init__(
            self,
            address,
            "är upptagen: andra skriver där just nu",
            "Synka igen om en stund. Händer det ofta är de för många för en fil: "
            "en mapp eller PostgreSQL passar bättre.",
        )


class ForeignFile(ShareError):
    """A file that is no share of ours; it is left alone."""

    brief = "adressen är ingen delning"

    def __init__(self, address: str) -> None:
        super().__init__(
            address,
            "är en fil som inte är någon delning. Den är lämnad orörd",
            "Kontrollera adressen. Datorns egen databas och andra programs filer går inte att "
            "använda som delning.",
        )


class DatabaseDamaged(ShareError):
    """The database is damaged, or not as this program made it."""

    brief = "delningen är skadad"

    def __init__(self, address: str) -> None:
        super().__init__(
            address,
            "är skadad. Inget är skickat dit",
            "Den som sköter delningen lägger tillbaka en säkerhetskopia, eller flyttar undan "
            "filen och skapar den igen med ”tertial share create” och samma adress. Det som saknas "
            "fylls på av dem som har det.",
        )


class WriteAheadLog(ShareError):
    """WAL needs shared memory, which no file server has; it has destroyed databases."""

    brief = "delningen är i fel läge"

    def __init__(self, address: str) -> None:
        super().__init__(
            address,
            "har fått SQLite-läget WAL av ett annat program, och det kan förstöra filen på en "
            "filserver. Den är lämnad orörd",
            "Den som sköter delningen öppnar filen på en dator där den ligger på egen disk och "
            "kör ”PRAGMA journal_mode=DELETE”.",
        )


class DriverMissing(ShareError):
    """psycopg is not installed."""

    brief = "tillägg för PostgreSQL saknas"

    def __init__(self, address: str) -> None:
        super().__init__(
            address,
            "kräver ett tillägg för PostgreSQL som inte är installerat",
            f"Installera det med ”{sys.executable} -m pip install 'psycopg[binary]'”. Startas "
            "programmet med run.py installeras det av sig självt när adressen ges på "
            "kommandoraden: ”python3 run.py sync --share postgresql://…”.",
        )


class RolesMissing(ShareError):
    """A share needs two roles, and this login may not make any."""

    def __init__(self, address: str, member: str, centre: str) -> None:
        super().__init__(
            address,
            "gick inte att skapa: den här användaren får inte skapa roller i databasen",
            f"Be databasadministratören köra ”CREATE ROLE {member}; CREATE ROLE {centre}; GRANT "
            f"{member}, {centre} TO den här användaren WITH ADMIN OPTION”, och kör sedan samma "
            "kommando igen.",
        )


class LoginMissing(ShareError):
    """Rights are to be given to somebody whom the server does not know."""

    def __init__(self, address: str, login: str) -> None:
        super().__init__(
            address,
            f"har inget konto som heter {visible(login)}. Inget är ändrat",
            "Be databasadministratören skapa det med ”CREATE ROLE … LOGIN PASSWORD …”, och kör "
            "sedan samma kommando igen.",
        )


class NoRightsHere(ShareError):
    """Only a PostgreSQL database keeps track of who may what."""

    def __init__(self, address: str) -> None:
        super().__init__(
            address,
            "är ingen PostgreSQL-databas. Inget är ändrat",
            "I en mapp eller fil är det mappens egna rättigheter som gäller; dem sätter den som "
            "sköter filservern.",
        )
