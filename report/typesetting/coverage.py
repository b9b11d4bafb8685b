"""Which characters the shipped fonts can show, and what stands instead of the others.

PDF/UA and PDF/A refuse a document with a character that no font has, such as an emoji in a
comment. It must not stop a report, so it is written out: `[thumbs up sign]`.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
SYMBOLS = frozenset("○●◐▼◌✔✓✕■◧◰□▲◆◇★☆✎→←")
"""Marks that the second font has, which comes with typst."""


def shown(text: str) -> str:
    """The text with a name in brackets for each character that cannot be printed."""
    if text.isascii():
        return text
    covered, composed = _covered(), unicodedata.normalize("NFC", text)
    if covered.issuperset(composed):
        return composed
    return "".join(letter if letter in covered else _named(letter) for letter in composed)


def _named(letter: str) -> str:
    """A character in words; what only changes the letter before it says nothing by itself."""
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return ""
    if unicodedata.category(letter).startswith("Z"):
        return " "
    name = unicodedata.name(letter, "") or f"U+{ord(letter):04X}"
    return f"[{name.lower()}]"


@cache
def _covered() -> frozenset[str]:
    """What regular and bold have in common, and the symbols."""
    regular, bold = (_letters(FONTS / f"LiberationSans-{style}.ttf") for style in _STYLES)
    return (regular & bold - _JOINING) | SYMBOLS


_STYLES = ("Regular", "Bold")
_JOINING = frozenset(
    letter for code in range(0x300, 0x370) if unicodedata.combining(letter := chr(code))
)
"""Accents that stand alone after NFC: the fonts place few of them well."""


def _letters(font: Path) -> frozenset[str]:
    """The characters of a TrueType font, from the segments of its `cmap` (format 4)."""
    data = font.read_bytes()
    (tables,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4s4xII", data, 12 + 16 * at) for at in range(tables))
    cmap = next(offset for tag, offset, _length in entries if tag == b"cmap")
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    places = (struct.unpack_from(">I", data, cmap + 8 + 8 * at)[0] for at in range(count))
    segments = next(
        cmap + place for place in places if data[cmap + place : cmap + place + 2] == b"\0\4"
    )
    (doubled,) = struct.unpack_from(">H", data, segments + 6)
    form = f">{doubled // 2}H"
    ends = struct.unpack_from(form, data, segments + 14)
    starts = struct.unpack_from(form, data, segments + 16 + doubled)
    return frozenset(
        chr(code)
        for start, end in zip(starts, ends, strict=True)
        for code in range(start, end + 1)
        if not 0xD800 <= code <= 0xDFFF and code != 0xFFFF
    )
