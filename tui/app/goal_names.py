"""Goals in a word, for lines where a whole text has no room."""

from __future__ import annotations


def short_name(label: str) -> str:
    """An efficiency goal in one word: "Sjukfrånvaron ska minska" is shown as "sjukfrånvaro"."""
    word = label.partition(" ")[0].rstrip(".,")
    return word.removesuffix("n").lower()
