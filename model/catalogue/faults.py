"""What is wrong with a catalogue: every fault at once, each with its line and a way out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

import msgspec

from model.catalogue.places import Path, Places
from model.errors import ModelError

_MOST_LISTED = 12


class Fault(msgspec.Struct, frozen=True):
    """One thing that must be corrected before the file can be used."""

    line: int
    """Counted from 1; 0 when the fault is in the file as a whole."""
    key: str
    """Where in the file, such as `activity.title`; empty when no key is concerned."""
    text: str
    """What is wrong and, where something valid lies near, what may have been meant."""

    def __str__(self) -> str:
        """The fault as the user reads it: `Rad 41: okänd nyckel ”titel”. Menade du ”title”?`."""
        return f"Rad {self.line}: {self.text}" if self.line else self.text


class CatalogueError(ModelError):
    """A goal catalogue cannot be used; the root of this room's errors."""


class FaultyCatalogue(CatalogueError):
    """The file has faults. It is refused whole, so nothing has changed."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults), key=lambda fault: (fault.line, fault.text)))
        lines = "\n".join(str(fault) for fault in self.faults)
        count = f"{len(self.faults)} fel"
        super().__init__(
            f"Målkatalogen har {count} och används inte. Inget är ändrat. "
            f"Rätta filen och försök igen.\n{lines}"
        )


class FaultList:
    """Collects the faults of one reading and finds the line of each."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._found: list[Fault] = []

    def add(self, path: Path, text: str) -> None:
        """Note a fault at a place; the text is a sentence that begins with a small letter."""
        key = ".".join(part for part in path if isinstance(part, str))
        self._found.append(Fault(self._places.line_of(path), key, text))

    def line_of(self, path: Path) -> int:
        """The line of something that a message wants to point at."""
        return self._places.line_of(path)

    def raise_any(self) -> None:
        """Raise `FaultyCatalogue` with all that was found, if anything was."""
        if self._found:
            raise FaultyCatalogue(self._found)


def suggestion(word: str, valid: Mapping[str, str]) -> str:
    """A sentence with the valid word that was perhaps meant, else with the valid words.

    `valid` maps what may be compared with (a key, its Swedish name) to what should be written.
    """
    near = nearest(word, valid)
    if near is not None:
        return f"Menade du ”{near}”?"
    words = list(dict.fromkeys(valid.values()))
    if not words:
        return ""
    listed = ", ".join(f"”{name}”" for name in words[:_MOST_LISTED])
    more = f" med flera ({len(words)} i allt)" if len(words) > _MOST_LISTED else ""
    return f"Giltigt är {listed}{more}."


def nearest(word: str, valid: Mapping[str, str]) -> str | None:
    """The valid word that lies nearest, whatever the case; None when nothing is near."""
    folded = {candidate.casefold(): shown for candidate, shown in reversed(list(valid.items()))}
    matches = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None
