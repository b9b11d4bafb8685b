"""Which characters the shipped fonts can show, and what stands instead of the others.

PDF/UA and PDF/A refuse a document with a character that no font has, such as a Chinese name in a
comment. It must not stop a report, so its code is written out: `[tecken U+6F22]`.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
SYMBOLS = frozenset("○●◐▼◌✔✓✕■◧◰□▲◆◇★☆✎→←")
"""Marks that the second font has, which comes with typst."""
_SKIN = range(0x1F3FB, 0x1F400)


def shown(text: str) -> str:
    """The text with a code in brackets for each character that cannot be printed."""
    if text.isascii():
        return text
    covered, composed = _covered(), unicodedata.normalize("NFC", text)
    if covered.issuperset(composed):
        return composed
    return "".join(letter if letter in covered else _told(letter) for letter in composed)


def _told(letter: str) -> str:
    """A character by its code; what only changes the letter before it says nothing by itself."""
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"} or ord(letter) in _SKIN:
        return ""
    if unicodedata.category(letter).startswith("Z"):
        return " "
    return f"[tecken U+{ord(letter):04X}]"


@cache
def _covered() -> frozenset[str]:
    """What regular and bold have in common, the symbols, and the emoji, which are never bold."""
    regular, bold = (_letters(FONTS / f"LiberationSans-{style}.ttf") for style in _STYLES)
    emoji = _letters(FONTS / "NotoEmoji-Regular.ttf")
    return (regular & bold - _JOINING) | SYMBOLS | emoji


_STYLES = ("Regular", "Bold")
_JOINING = frozenset(
    letter for code in range(0x300, 0x370) if unicodedata.combining(letter := chr(code))
)
"""Accents that stand alone after NFC: the fonts place few of them well."""


def _letters(font: Path) -> frozenset[str]:
    """The characters of a TrueType font, from the segments of its `cmap` (formats 4 and 12)."""
    data = font.read_bytes()
    (tables,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4s4xII", data, 12 + 16 * at) for at in range(tables))
    cmap = next(offset for tag, offset, _length in entries if tag == b"cmap")
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    places = (struct.unpack_from(">I", data, cmap + 8 + 8 * at)[0] for at in range(count))
    return frozenset(
        chr(code)
        for place in places
        for first, last in _segments(data, cmap + place)
        for code in range(first, last + 1)
        if code >= ord(" ") and not 0xD800 <= code <= 0xDFFF and code != 0xFFFF
    )


def _segments(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """The first and last character of each segment of a subtable; none of an unknown format."""
    (format_,) = struct.unpack_from(">H", data, at)
    if format_ == 4:
        (doubled,) = struct.unpack_from(">H", data, at + 6)
        form = f">{doubled // 2}H"
        ends = struct.unpack_from(form, data, at + 14)
        yield from zip(struct.unpack_from(form, data, at + 16 + doubled), ends, strict=True)
    elif format_ == 12:
        (groups,) = struct.unpack_from(">I", data, at + 12)
        for group in range(groups):
            first, last = struct.unpack_from(">II", data, at + 16 + 12 * group)
            yield first, last
