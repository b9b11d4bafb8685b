"""What an exchange can meet, each with what is safe and what to do.

SyncError
├── ShareError            something about one share, named by its address
│   ├── NotAnAddress      what was given names no share
│   ├── ShareGone         the share cannot be reached now
│   ├── ShareUnmounted    the folder is there and empty: a drive that is not connected
│   ├── ShareUnmarked     there are plans but no marker file
│   ├── MarkerUnreadable  the marker file is half-copied or damaged
│   ├── ShareSwapped      another share lies at the address
│   ├── ShareOfAnother    it is another municipality's
│   ├── ShareNewer        a newer version of the program made the share
│   ├── ShareOccupied     a new share cannot be made there
│   ├── ShareRefused      reading or writing is not allowed
│   ├── ShareFull         no room
│   ├── ShareLinked       a scope's folder is a link to somewhere else
│   ├── ShareBusy         another program holds a file
│   └── ShareFailing      anything else that the system says
├── NoShare               no share is remembered
├── NotRemembered         the address is none of those remembered
├── LeavesUnsent          a centre's home would become a unit's with central work unsent
└── ExchangeUnderWay      another window of this home exchanges just now

Whatever happens on a share, what was written here is saved here and waits.
"""

from __future__ import annotations

import re
from typing import ClassVar

from model.swedish.numbers import counted
from model.swedish.visible import visible

_SAFE = "Allt som är skrivet här är sparat på den här datorn."


class SyncError(Exception):
    """Something that the user must know; `str(error)` is the whole message in Swedish."""


class ShareError(SyncError):
    """Something about one share; `address` is as the user gave it."""

    brief: ClassVar[str] = "delningen svarar med fel"
    """The same in a few words, for a line at the top of a screen."""

    ends_exchange: ClassVar[bool] = False
    """Whether to ask for anything more now would only be to wait in vain once more."""

    def __init__(self, address: str, what: str, advice: str) -> None:
        super().__init__(f"Delningen {visible(address)} {what}. {_SAFE} {advice}")
        self.address = address
        self.what = what


def without_password(address: str) -> str:
    """An address that may be shown, whether or not it can be used."""
    shown = re.sub(r"(://[^/:@]*):.*@", r"\1@", address, flags=re.DOTALL)
    return re.sub(r"([?&]password=)[^&]*", r"\1…", shown, flags=re.IGNORECASE)


class NotAnAddress(ShareError):
    """What was given names no share of a kind that can be used."""

    brief = "delningens adress går inte att använda"

    def __init__(self, address: str) -> None:
        super().__init__(
            without_password(address),
            "går inte att använda: adressen är ingen mapp, SQLite-fil eller PostgreSQL-databas",
            "Ange mappens hela sökväg, till exempel //server/plan eller P:/tertial. En fil anges "
            "som sqlite:///P:/plan/tertial.db och en databas som "
            "postgresql://NAMN@SERVER/DATABAS. Finns @, : eller / i lösenordet skrivs de %40, "
            "%3A och %2F.",
        )


class ShareGone(ShareError):
    """The share cannot be reached now."""

    brief = "delningen svarar inte"
    ends_exchange = True

    def __init__(self, address: str) -> None:
        super().__init__(
            address,
            "går inte att nå",
            "Fortsätt arbeta; det som väntar skickas när den nås. Kontrollera nätet, "
            "VPN-anslutningen eller att USB-minnet sitter i, och synka igen.",
        )


class ShareUnmounted(ShareError):
    """The folder is there and empty: usually a drive that is not connected."""

    brief = "delningen är en tom mapp"
    ends_exchange = True

    def __init__(self, address: str) -> None:
        super().__init__(
            address,
            "är en tom mapp, som när en nätverksdisk inte är ansluten. Inget är skickat dit",
            "Anslut nätverksdisken och synka igen. Om delningen verkligen har tömts: skapa den "
            "igen med ”tertial share create” och samma adress, så fylls den på nytt.",
        )


class ShareUnmarked(ShareError):
    """There are plans, or other files, but no marker file."""

    brief = "delningen saknar märkfil"
    ends_exchange = True

    def __init__(self, address: str) -> None:
        super().__init__(
            address,
            "saknar märkfilen tertial-share.json, så det går inte att veta om det är rätt mapp. "
            "Inget är skickat dit",
            "Kontrollera adressen. Om mappen kopieras av ett annat program, vänta tills det är "
            "klart. Annars kan den som sköter delningen lägga tillbaka filen från en "
            "säkerhetskopia.",
        )


class MarkerUnreadable(ShareError):
    """The marker file is half-copied or damaged."""

    brief = "delningens märkfil är skadad"

    def __init__(self, address: str) -> None:
        super().__init__(
            address,
            "har en märkfil, tertial-share.json, som är skadad eller inte färdigkopierad. "
            "Inget är skickat dit",
            "Vänta en stund och försök igen. Om det inte hjälper kan den som sköter delningen "
            "lägga tillbaka filen från en säkerhetskopia.",
        )


class ShareSwapped(ShareError):
    """Another share than before lies at the address."""

    brief = "en annan delning på adressen"
    ends_exchange = True

    def __init__(self, address: str) -> None:
        super().__init__(
            address,
            "är en annan än förut på samma adress. Inget är skickat dit eller hämtat därifrån",
            "Fråga den som sköter delningen. Är det meningen att den är ny: glöm delningen med "
            "”tertial share forget” och lägg till den igen med ”tertial sync --share”.",
        )


class ShareOfAnother(ShareError):
    """It is another municipality's; `theirs` and `ours` are the names of both."""

    brief = "en annan kommuns delning"
    ends_exchange = True

    def __init__(self, address: str, theirs: str, ours: str, *, is_first: bool = True) -> None:
        done = "Inget är skickat dit eller hämtat därifrån"
        since = "Inget mer skickas dit eller hämtas därifrån"
        super().__init__(
            address,
            f"hör till en annan kommun ({visible(theirs)}) än den här datorns plan "
            f"({visible(ours)}). {done if is_first else since}",
            f"Kontrollera adressen. Ska du arbeta i {visible(theirs)}: börja i en egen mapp, med "
            "”tertial --home MAPP setup --share ADRESS”. Det du redan har skrivit kan du skriva "
            "ut med ”tertial export compilation” och läsa in där med ”tertial import”.",
        )


class ShareNewer(ShareError):
    """A newer version of the program made the share."""

    brief = "delningen kräver nyare version"

    def __init__(self, address: str) -> None:
        super().__init__(
            address,
            "är gjord av en nyare version av tertial och är lämnad orörd",
            "Uppdatera programmet på den här datorn och synka igen.",
        )


class ShareOccupied(ShareError):
    """A new share cannot be made there; `reason` says why."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(
            address,
            f"gick inte att skapa: {reason}",
            "Välj en annan plats, eller fråga den som sköter delningen.",
        )


class ShareRefused(ShareError):
    """Reading or writing is not allowed; `what` says which."""

    brief = "delningen tillåter inte allt"

    def __init__(self, address: str, what: str = "läsa eller skriva") -> None:
        super().__init__(
            address,
            f"tillåter inte den här användaren att {what} där",
            "Be den som sköter delningen om rättighet för enheten. Det som väntar skickas "
            "sedan av sig självt.",
        )


class ShareFull(ShareError):
    """There is no room on the share."""

    brief = "delningen är full"
    ends_exchange = True

    def __init__(self, address: str) -> None:
        super().__init__(
            address,
            "är full, så allt kunde inte skickas",
            "Be den som sköter delningen om mer plats. Det som väntar skickas sedan av sig självt.",
        )


class ShareLinked(ShareError):
    """A scope's folder is a link: what lies where it leads is not the share's."""

    brief = "en mapp på delningen är en länk"

    def __init__(self, address: str, folder: str) -> None:
        super().__init__(
            address,
            f"har en mapp, {visible(folder)}, som är en länk till en annan plats. Länken följs "
            "inte, så inget är hämtat eller skickat där",
            "Be den som sköter delningen att lägga en riktig mapp där; det som väntar skickas "
            "sedan av sig självt.",
        )


class ShareBusy(ShareError):
    """Another program held a file there for longer than we wait."""

    brief = "delningen är upptagen"

    def __init__(self, address: str) -> None:
        super().__init__(
            address,
            "är upptagen: ett annat program håller en fil öppen",
            "Synka igen om en stund. Händer det ofta är det oftast virusskyddet "
            "eller ett synkprogram.",
        )


class ShareFailing(ShareError):
    """The system reported something else; `reason` is in its words."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(
            address,
            f"svarade med ett fel ({visible(reason)})",
            "Synka igen om en stund. Visa texten för den som sköter delningen om "
            "det inte går över.",
        )


class NoShare(SyncError):
    """There is nothing to exchange with."""

    def __init__(self) -> None:
        super().__init__(
            f"Ingen delning är vald, så inget skickas eller hämtas. {_SAFE} "
            "Välj en med ”tertial sync --share ADRESS”, eller skapa en med "
            "”tertial share create ADRESS”."
        )


class NotRemembered(SyncError):
    """The address is none of those remembered."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"Delningen {visible(address)} är inte vald på den här datorn. Inget är ändrat. "
            "De som är valda visas med ”tertial share list”."
        )


class LeavesUnsent(SyncError):
    """A home that is the centre's would become another's, and its central work would stay there."""

    def __init__(self, count: int) -> None:
        changes = counted(count, "ändring", "ändringar")
        sent = "skickad" if count == 1 else "skickade"
        super().__init__(
            f"{changes} som du har gjort centralt är inte {sent}. Bara den som arbetar centralt "
            "skickar sådant, så med en annan roll stannar det här. Inget är ändrat. Synka först "
            "med ”tertial sync”. För att ändå byta roll: lägg till --leave-unsent."
        )
        self.count = count


class ExchangeUnderWay(SyncError):
    """Another window or command exchanges with the shares of this home just now."""

    def __init__(self) -> None:
        super().__init__(
            "Synkning pågår redan i ett annat fönster på den här datorn. Inget är ändrat. "
            "Försök igen om en stund."
        )
