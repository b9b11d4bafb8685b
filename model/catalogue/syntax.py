"""From bytes to TOML values: encoding, size and syntax, with every refusal in plain Swedish."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import msgspec

from model.catalogue.faults import CatalogueError, Fault, FaultyCatalogue
from model.catalogue.places import Duplicate, Places, find_places

if TYPE_CHECKING:
    from tomlkit.exceptions import TOMLKitError

MAX_BYTES = 2_000_000
"""A catalogue of a municipality is some 60 kB a year; what is far larger is another file."""

_BOM = "\ufeff"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_BARE_KEY_WITH_ACCENTS = re.compile(r"[^=\"']*[^\W\da-zA-Z_][^=\"']*[=\]]")


class CatalogueTooLarge(CatalogueError):
    """The file is far larger than a catalogue can be."""

    def __init__(self, size: int) -> None:
        super().__init__(
            f"Filen är för stor för en målkatalog ({size // 1000} kB, "
            f"högst {MAX_BYTES // 1000} kB). Inget är ändrat. Kontrollera att det är rätt fil."
        )


class NotUtf8(CatalogueError):
    """The file is not text in UTF-8."""

    def __init__(self, line: int) -> None:
        super().__init__(
            f"Målkatalogen är inte sparad som UTF-8 (rad {line}). Inget är ändrat. "
            "Öppna filen i en textredigerare, spara den med kodningen UTF-8 och försök igen."
        )


class Source(msgspec.Struct, frozen=True):
    """A catalogue's text with Unix line ends, its values as builtins, and where they stand."""

    text: str
    data: dict[str, Any]
    places: Places
    has_bom: bool
    has_windows_line_ends: bool

    def encode(self, text: str) -> bytes:
        """A changed text as bytes, with the byte order mark and line ends that the file had."""
        if self.has_windows_line_ends:
            text = text.replace("\n", "\r\n")
        return ((_BOM if self.has_bom else "") + text).encode("utf-8")


def parse(content: bytes) -> Source:
    """Read TOML from a file's bytes.

    Raises `CatalogueTooLarge`, `NotUtf8`, or `FaultyCatalogue` with line and column of a syntax
    error. Line ends are made Unix ones, so that a text value does not depend on the machine.
    """
    if len(content) > MAX_BYTES:
        raise CatalogueTooLarge(len(content))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotUtf8(content.count(b"\n", 0, error.start) + 1) from error
    has_bom = text.startswith(_BOM)
    text = text.removeprefix(_BOM)
    has_windows_line_ends = "\r\n" in text
    text = text.replace("\r\n", "\n")
    _refuse_control_characters(text)
    places = find_places(text)
    return Source(text, _values(text, places), places, has_bom, has_windows_line_ends)


def _refuse_control_characters(text: str) -> None:
    found = _CONTROL.search(text)
    if found is not None:
        before = text[: found.start()]
        line, column = before.count("\n") + 1, found.start() - before.rfind("\n")
        code = f"U+{ord(found[0]):04X}"
        reason = f"ett osynligt styrtecken ({code}), tecken {column}. Ta bort det."
        raise FaultyCatalogue([Fault(line, "", reason)])


def _values(text: str, places: Places) -> dict[str, Any]:
    if places.duplicates:
        # The library accepts some of them, and says of others only that they exist.
        raise FaultyCatalogue(map(_duplicate_fault, places.duplicates))
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return _explained(text)


def _explained(text: str) -> dict[str, Any]:
    """The values of a text that the standard library refuses, or the fault by line and column.

    tomlkit takes many times as long, but says what kind of fault it is, and knows TOML 1.1 too.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        return tomlkit.parse(text).unwrap()
    except TOMLKitError as error:
        raise FaultyCatalogue([_syntax_fault(error, text)]) from error
    except RecursionError as error:
        fault = Fault(0, "", "Filen har för många listor eller tabeller inuti varandra.")
        raise FaultyCatalogue([fault]) from error


def _duplicate_fault(duplicate: Duplicate) -> Fault:
    key = ".".join(part for part in duplicate.path if isinstance(part, str))
    text = (
        f"”{key.rpartition('.')[2]}” är redan angiven på rad {duplicate.first}. Behåll en av dem."
    )
    return Fault(duplicate.line, key, text)


def _syntax_fault(error: TOMLKitError, text: str) -> Fault:
    from tomlkit.exceptions import ParseError

    if not isinstance(error, ParseError):
        return Fault(
            0, "", "Filen är inte giltig TOML: en nyckel eller rubrik är angiven två gånger."
        )
    lines = text.split("\n")
    line = min(max(error.line, 1), len(lines))
    written = lines[line - 1]
    column = min(error.col, len(written)) + 1
    return Fault(line, "", f"{_reason(error, written, column)} (tecken {column}).")


def _reason(error: TOMLKitError, written: str, column: int) -> str:
    """What is wrong with a line, in the words of somebody who writes the file by hand."""
    kind = type(error).__name__
    if kind in _REASONS:
        return _REASONS[kind]
    rest = written[column - 1 :].strip()
    guesses = (
        ("\\" in written[:column], _BACKSLASH),
        (
            _BARE_KEY_WITH_ACCENTS.match(written),
            "en nyckel med å, ä eller ö har citattecken om sig",
        ),
        ("”" in written or "“" in written, 'text har raka citattecken ("), inte typografiska'),
        (written.lstrip().startswith("["), "rubriken ska vara som [settings] eller [[goal]]"),
        (not rest, "raden är inte avslutad: värde, citattecken eller parentes saknas"),
    )
    fallback = f"oväntat ”{rest[:1]}”; en rad är som nyckel = värde, med text inom citattecken"
    return next((reason for holds, reason in guesses if holds), fallback)


_BACKSLASH = "omvänt snedstreck i text skrivs dubbelt, \\\\, eller hela texten inom raka apostrofer"
_REASONS = {
    "InvalidDateError": "datumet finns inte i kalendern; skriv till exempel 2024-09-30",
    "InvalidTimeError": "klockslaget finns inte; skriv bara datum, som 2024-09-30",
    "InvalidNumberError": "varken tal eller datum; datum är som 2024-09-30, text har citattecken",
    "InvalidControlChar": "avslutande citattecken saknas; flera rader text har tre citattecken",
    "EmptyTableNameError": "rubriken saknar namn inom hakparenteserna",
    "UnexpectedEofError": "något som börjar här avslutas aldrig",
}
