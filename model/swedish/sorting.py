"""Swedish alphabetical order, the same on every machine whatever its locale.

å, ä and ö come last; é sorts as e, ü as y, æ as ä and ø as ö; numbers in a text sort as numbers,
so that goal 3.4.10 comes after 3.4.5.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from model.swedish.letters import fold

Chunk = tuple[int, int, str]
"""Kind (sign, number, word), how many digits, and the text: one piece of a key."""

SortKey = tuple[tuple[Chunk, ...], str, str]

_CHUNK = re.compile(r"[0-9]+|[^\W\d_]+|[\W_]|\d")
_U_AS_Y = str.maketrans("üÜ", "yY")
_AFTER_Z = str.maketrans("åäö", "{|}")
_SIGN, _NUMBER, _WORD = range(3)


@lru_cache(maxsize=4096)
def _chunk(text: str) -> Chunk:
    """One piece of a key; a number by its size, however many digits it has."""
    if text.isascii() and text.isdigit():
        digits = text.lstrip("0")
        return (_NUMBER, len(digits), digits)
    if text[0].isalpha():
        return (_WORD, 0, text.translate(_AFTER_Z))
    return (_SIGN, 0, text)


def sort_key(text: str) -> SortKey:
    """A key for `sorted`. Where only capitals or accents differ, small and plain come first.

    Different texts have different keys, so an order never depends on the order before it.
    """
    composed = unicodedata.normalize("NFC", text)
    compared = fold(" ".join(composed.translate(_U_AS_Y).split()))
    chunks = tuple(_chunk(chunk) for chunk in _CHUNK.findall(compared))
    return chunks, composed.swapcase(), composed
