"""Why a document cannot be made or saved: the errors of this room.

    ReportError
    ├── UnknownUnit            there is no such unit in the plan
    ├── NotShownYet            the assessments of an open tertial are the centre's
    ├── TextError              a fixed text of the municipality's own cannot be used
    │   ├── UnknownTextKey
    │   ├── UnknownPlaceholder
    │   └── BrokenPlaceholder
    ├── UnknownSuffix          no writer for this kind of file
    ├── NoTypesetting          this computer cannot make PDF or pictures
    ├── StationeryError        the municipality's own paper cannot be used
    │   ├── LetterheadError
    │   │   ├── MissingLetterhead
    │   │   └── BrokenLetterhead
    │   └── LogoError
    │       ├── MissingLogo
    │       └── BrokenLogo
    ├── FinalError             a finalised document's file cannot be used
    │   ├── NotKeptHere
    │   ├── DamagedCopy
    │   └── Unreadable
    └── DestinationError       the file cannot be saved where it was asked for
        ├── MissingFolder
        ├── NotAFile
        ├── WriteProtected
        ├── NoPermission
        ├── NoSpace
        └── CannotWrite

Every message is Swedish and says what happened, what is safe, and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import ClassVar

from model.swedish.visible import visible

_SAFE = "Inget dokument är sparat. Planen är oförändrad."


class ReportError(Exception):
    """Something that the user must know; `str(error)` is the whole message in Swedish."""


class UnknownUnit(ReportError):
    """The plan has no part of the organisation with this id."""

    def __init__(self, unit: str) -> None:
        super().__init__(
            f"Enheten ”{visible(unit)}” finns inte i planen. {_SAFE} "
            "Kontrollera enheten i inställningarna eller hämta målkatalogen på nytt."
        )
        self.unit = unit


class NotShownYet(ReportError):
    """The assessments of a tertial are shown to others than the centre when it is locked."""

    def __init__(self, tertial: str) -> None:
        super().__init__(
            f"Bedömningen av målen för {tertial} visas när tertialet är låst, och därför går "
            f"dokumentet bara att skriva centralt än så länge. {_SAFE} Skriv enhetens egen "
            "rapport i stället, eller vänta tills tertialet är låst."
        )


class TextError(ReportError):
    """The municipality's own wording of a fixed text cannot be used; `key` says which."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


class UnknownTextKey(TextError):
    """No document has a text with this key, so the wording would never be seen."""

    def __init__(self, key: str, known: Iterable[str]) -> None:
        near = get_close_matches(key.casefold(), sorted(known), n=1, cutoff=0.6)
        hint = f"Menade du ”{near[0]}”?" if near else "Ta bort raden eller rätta nyckeln."
        super().__init__(
            key, f"Ingen fast text heter ”{visible(key)}”. Texten används inte. {hint}"
        )


class UnknownPlaceholder(TextError):
    """A wording asks for something that this text cannot be filled with."""

    def __init__(self, key: str, name: str, allowed: Iterable[str]) -> None:
        super().__init__(
            key,
            f"Den fasta texten ”{visible(key)}” innehåller {{{visible(name)}}}, som inte går att "
            f"fylla i. {_allowed(allowed)} {_SAFE} Rätta texten i målkatalogen.",
        )
        self.name = name


class BrokenPlaceholder(TextError):
    """The braces of a wording do not come in pairs, or hold more than a name."""

    def __init__(self, key: str, allowed: Iterable[str]) -> None:
        super().__init__(
            key,
            f"Klamrarna i den fasta texten ”{visible(key)}” går inte att tolka. Skriv ett namn "
            f"mellan {{ och }}. {_allowed(allowed)} En klammer som ska synas skrivs dubbelt: "
            f"{{{{ eller }}}}. {_SAFE} Rätta texten i målkatalogen.",
        )


class UnknownSuffix(ReportError):
    """No writer makes files of this kind; `suffixes` are those that there are."""

    def __init__(self, path: Path, suffixes: Iterable[str]) -> None:
        self.path = path
        self.suffixes = tuple(suffixes)
        listed = ", ".join(self.suffixes[:-1])
        choices = f"{listed} eller {self.suffixes[-1]}" if listed else self.suffixes[-1]
        problem = (
            f"Filtypen {visible(path.suffix)} går inte att skriva."
            if path.suffix
            else f"Filnamnet ”{visible(path.name)}” saknar filändelse."
        )
        super().__init__(f"{problem} {_SAFE} Välj ett filnamn som slutar på {choices}.")


class NoTypesetting(ReportError):
    """The library that sets PDF is not there: it has none for Windows on ARM."""

    def __init__(self) -> None:
        super().__init__(
            f"PDF går inte att skapa på den här datorn, eftersom typst saknas. {_SAFE} "
            "Spara som Word (.docx) eller webbsida (.html), eller skapa PDF på en annan dator."
        )


class StationeryError(ReportError):
    """A file that the catalogue names cannot be used; `path` is where it was looked for."""

    setting: ClassVar[str]

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(
            f"{problem} {_SAFE} Rätta inställningen {self.setting} i målkatalogen, eller lägg "
            "rätt fil på platsen."
        )
        self.path = path


class LogoError(StationeryError):
    """The logotype cannot be used."""

    setting = "logo"


class MissingLogo(LogoError):
    """No file is there, or it may not be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"Logotypen ”{shown(path)}” går inte att läsa.")


class BrokenLogo(LogoError):
    """The file is no picture that all forms can show, or is too large."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Logotypen ”{shown(path)}” är inte en bild (.png, .jpg eller .svg) på högst en "
            "megabyte.",
        )


class LetterheadError(StationeryError):
    """The letterhead cannot be used."""

    setting = "letterhead"


class MissingLetterhead(LetterheadError):
    """No file is there, or it may not be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"Brevmallen ”{shown(path)}” går inte att läsa.")


class BrokenLetterhead(LetterheadError):
    """The file is not a Word document or template without macros."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Brevmallen ”{shown(path)}” är inte ett Worddokument (.docx) eller en Wordmall "
            "(.dotx) utan makron.",
        )


class FinalError(ReportError):
    """The file of a finalised document cannot be used; what is recorded of it stands."""


class NotKeptHere(FinalError):
    """The record has come over a share; the files are with who finalised the document."""

    def __init__(self) -> None:
        super().__init__(
            "Filen finns inte på den här datorn: den finns där dokumentet slutfördes. Inget är "
            "sparat. Be den som slutförde det om filen, och kontrollera den med "
            "”tertial finals verify”."
        )


class DamagedCopy(FinalError):
    """The bytes are others than those that were finalised."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Filen ”{shown(path)}” är inte längre den som slutfördes: den har ändrats eller "
            "skadats. Inget är sparat. Hämta tillbaka den från en säkerhetskopia. Den rätta "
            "känns igen med ”tertial finals verify”."
        )


class Unreadable(FinalError):
    """The file cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Filen ”{shown(path)}” går inte att läsa. Inget är ändrat. Kontrollera namnet och "
            "att den inte är öppen i ett annat program."
        )


class DestinationError(ReportError):
    """The document cannot be saved at `path`; what was there before is untouched."""

    def __init__(self, path: Path, problem: str, remedy: str) -> None:
        super().__init__(f"{problem} {_SAFE} {remedy}")
        self.path = path


class MissingFolder(DestinationError):
    """The folder does not exist, or is a file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Mappen ”{shown(path.parent)}” finns inte.",
            "Skapa mappen eller välj en annan.",
        )


class NotAFile(DestinationError):
    """A folder, or a device, has the name already."""

    def __init__(self, path: Path) -> None:
        what = "är en mapp" if path.is_dir() else "är inte en vanlig fil"
        super().__init__(path, f"”{shown(path)}” {what}.", "Välj ett annat filnamn.")


class WriteProtected(DestinationError):
    """The file that would be replaced, or the whole disk, may only be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"”{shown(path)}” är skrivskyddad.",
            "Ta bort skrivskyddet eller välj en annan plats.",
        )


class NoPermission(DestinationError):
    """The user may not write there, or another program holds the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Det gick inte att skriva till ”{shown(path)}”. Behörighet saknas, eller så är "
            "filen öppen i ett annat program.",
            "Stäng filen eller välj en annan mapp.",
        )


class NoSpace(DestinationError):
    """The disk or the user's share of it is full."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Det finns inte plats för ”{shown(path)}”. Disken är full.",
            "Frigör plats eller välj en annan plats.",
        )


class CannotWrite(DestinationError):
    """The operating system refuses for a reason that has no error of its own here."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path,
            f"Det gick inte att skriva till ”{shown(path)}” ({visible(reason)}).",
            "Välj ett annat filnamn eller en annan mapp.",
        )


def shown(path: Path) -> str:
    """A path as it can safely stand in a message."""
    return visible(str(path))


def _allowed(names: Iterable[str]) -> str:
    listed = ", ".join(f"{{{name}}}" for name in names)
    return f"Den kan innehålla {listed}." if listed else "Den kan inte fyllas med något."
