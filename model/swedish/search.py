"""Search as people type: every word of the query must be found, in any order, anywhere.

A number such as `3.4` finds goal numbers that begin so. Texts are folded once, when they are
indexed, so that thousands of them are searched between two key presses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.swedish.letters import fold, without_rings_and_dots

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*\.?")
_SIGNS = re.compile(r"[^\w]|_")
_NUMBER_RANK, _FIRST_WORD, _LATER_WORD, _INSIDE = range(4)
_RANKS_PER_FIELD = 4
_CUTOFF = 0.6


@dataclass(frozen=True, slots=True)
class Searchable:
    """What can be found of one thing, folded: made by `searchable`, never by hand."""

    everything: str
    numbers: tuple[str, ...]
    fields: tuple[str, ...]


def searchable(*fields: str, numbers: Iterable[str] = ()) -> Searchable:
    """Index one thing: its texts, the most telling first, and the goal numbers it has.

    Each field is kept both as it is and with its signs blanked, each after a space, so that a word
    begins where a space is followed by it.
    """
    folded = tuple(f" {_words(field)}" for field in map(fold, fields))
    dotted = tuple(f"{number.strip().rstrip('.')}." for number in numbers)
    return Searchable("\n".join((*folded, *(f" {number}" for number in dotted))), dotted, folded)


def _words(folded: str) -> str:
    blanked = _SIGNS.sub(" ", folded)
    return folded if blanked == folded else f"{folded}\0 {blanked}"


class Matcher:
    """One query, ready to be held against many things. An empty query matches all of them alike."""

    def __init__(self, query: str) -> None:
        self._words = tuple(dict.fromkeys(fold(query).split()))
        self._number_like = tuple(bool(_NUMBER.fullmatch(word)) for word in self._words)

    def rank(self, thing: Searchable) -> int | None:
        """None if a word of the query is missing; else how good the match is, lowest best.

        A goal number counts before the first field, a word's beginning before its inside, and an
        earlier field before a later.
        """
        everything = thing.everything
        total = 0
        for word, number_like in zip(self._words, self._number_like, strict=True):
            if word not in everything:
                return None
            rank = _rank(word, thing, number_like=number_like)
            if rank is None:
                return None
            total += rank
        return total

    def best(self, things: Sequence[Searchable], *, limit: int | None = None) -> list[int]:
        """Positions of what matches, best first; equals stay in the order in which they came."""
        found = [
            (rank, place)
            for place, thing in enumerate(things)
            if (rank := self.rank(thing)) is not None
        ]
        found.sort()
        return [place for _, place in found[:limit]]


def _rank(word: str, thing: Searchable, *, number_like: bool) -> int | None:
    """Where one word of the query is found best; digits are never found inside a word or number."""
    if number_like and any(number.startswith(word) for number in thing.numbers):
        return _NUMBER_RANK
    beginning = f" {word}"
    inside: int | None = None
    for place, field in enumerate(thing.fields):
        if field.startswith(beginning):
            return place * _RANKS_PER_FIELD + _FIRST_WORD
        if beginning in field:
            return place * _RANKS_PER_FIELD + _LATER_WORD
        if inside is None and not number_like and word in field:
            inside = place * _RANKS_PER_FIELD + _INSIDE
    return inside


def nearest(name: str, names: Iterable[str], *, limit: int = 3) -> list[str]:
    """The names that someone may have meant, nearest first, for `menade du …`.

    Spelling without å, ä and ö, and the beginning of any word, count as near.
    """
    from difflib import SequenceMatcher

    wanted = without_rings_and_dots(fold(name)).strip()
    if not wanted:
        return []
    matcher = SequenceMatcher(b=wanted, autojunk=False)
    scored: list[tuple[float, str]] = []
    for candidate in dict.fromkeys(names):
        bare = without_rings_and_dots(fold(candidate))
        if f" {wanted}" in f" {bare}":
            scored.append((2.0, candidate))
            continue
        matcher.set_seq1(bare)
        if matcher.quick_ratio() >= _CUTOFF and (ratio := matcher.ratio()) >= _CUTOFF:
            scored.append((ratio, candidate))
    scored.sort(key=lambda pair: -pair[0])
    return [candidate for _, candidate in scored[:limit]]
