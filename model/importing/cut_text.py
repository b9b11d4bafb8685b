"""Texts that are longer than a cell of Excel can be: cut when written, known again when read."""

from __future__ import annotations

LONGEST = 32_767
"""Letters in a cell of Excel, which counts those beyond the first 65,536 as two."""
MARK = " […] (avkortad: Excel rymmer inte mer)"


def cut(text: str) -> str:
    """The text as it has room in a cell; a longer one ends in a mark."""
    if _length(text) <= LONGEST:
        return text
    kept = text[: LONGEST - len(MARK)]
    while _length(kept) > LONGEST - len(MARK):
        kept = kept[: -(_length(kept) - LONGEST + len(MARK) + 1) // 2 or -1]
    return kept + MARK


def is_cut(written: str, text: str) -> bool:
    """Whether a cell holds the beginning of a text, as `cut` leaves it."""
    return written.endswith(MARK) and text.startswith(written.removesuffix(MARK))


def _length(text: str) -> int:
    """As Excel counts; a text that is short however it is counted is not looked through."""
    if 2 * len(text) <= LONGEST:
        return len(text)
    return len(text) + sum(letter > "\uffff" for letter in text)
