"""Keys of what is entered outside the goal catalogue, in the form that its file has."""

from __future__ import annotations

import re

from model.swedish.letters import fold, without_rings_and_dots

_LONGEST = 60
_OTHER_SIGNS = re.compile(r"[^a-z0-9]+")


def key_of(text: str, *around: str) -> str:
    """A key from a text: its words in small plain letters, with other keys after it."""
    words = _OTHER_SIGNS.sub("-", without_rings_and_dots(fold(text)))[:_LONGEST].strip("-")
    return "-".join(part for part in (words or "rad", *around) if part)
