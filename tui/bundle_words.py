"""What writing and reading a bundle came to, in words: the same in the app and in line mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.swedish.numbers import counted
from model.swedish.visible import visible

if TYPE_CHECKING:
    from sync.bundle.reading import Unpacked
    from sync.bundle.writing import Packed


def _changes(count: int) -> str:
    return counted(count, "ändring", "ändringar")


def packed_words(packed: Packed) -> list[str]:
    """What is in the file, where it is, and what to do with it."""
    parts = counted(packed.scopes, "del", "delar")
    told = [f"{_changes(packed.changes)} i {parts} är sparade i ”{visible(str(packed.path))}”."]
    if packed.replaced:
        told.append("Det ersatte en äldre fil med samma namn.")
    return [*told, "Mottagaren läser in filen med ”tertial bundle read”."]


def unpacked_words(unpacked: Unpacked) -> list[str]:
    """What came, and what was left alone."""
    told = [f"Hämtat: {_changes(unpacked.received) if unpacked.received else 'inget nytt'}."]
    if unpacked.elsewhere:
        others = counted(unpacked.elsewhere, "annan enhet", "andra enheter")
        told.append(f"Det som gäller {others} är lämnat.")
    return told


def unread_words(unpacked: Unpacked) -> list[str]:
    """Which parts of the file are not what they should be; nothing if all are."""
    told = [f"{each.scope}/{each.file}: {each.reason}." for each in unpacked.unread]
    return [*told, "Det andra i filen är hämtat. Be avsändaren skicka den igen."] if told else []
