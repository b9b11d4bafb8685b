"""Text that cannot do anything but be read: what is invisible or steers a terminal is shown.

Control characters (C0, C1, DEL) could move the cursor or hide text; marks of writing direction and
zero-width characters could make a text read as something else; lone surrogates and
noncharacters can be neither written as UTF-8 nor put in a Word file. Each is replaced by a symbol.
"""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def _symbol(letter: str) -> str:
    """What is shown instead of a character, or the character itself where it can be seen."""
    code = ord(letter)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    is_noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    if is_noncharacter or unicodedata.category(letter) in _HIDDEN:
        return f"‹U+{code:04X}›"
    return letter


class _Symbols(dict[int, str]):
    """Remembers the symbol of each code point met, so that long texts are fast."""

    def __missing__(self, code: int) -> str:
        symbol = _symbol(chr(code))
        self[code] = symbol
        return symbol


_ONE_LINE = _Symbols()
_LINES = _Symbols({ord("\n"): "\n", ord("\t"): "\t"})


def visible(text: str) -> str:
    """The text on one line: ESC is shown as ␛, a line break as ␊, U+202E as ‹U+202E›.

    The result is printable or blank in every character, and stays the same if done again.
    """
    return text if text.isprintable() else text.translate(_ONE_LINE)


def visible_lines(text: str) -> str:
    """The text with its line breaks and tabs kept, the rest as in `visible`.

    Windows line ends become plain ones; a lone carriage return is shown as ␍.
    """
    return text if text.isprintable() else text.replace("\r\n", "\n").translate(_LINES)
