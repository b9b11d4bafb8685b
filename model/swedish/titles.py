"""Titles that say the same thing (F07), whether worded alike or drifted a little.

Two titles are near-same when what carries meaning in one is also in the other, give or take an
ending or a slip of the finger, and the rest is little and tells nothing apart. A number or name
that only one of them has, or a word in place of another, makes them different things: two fibre
lines differ in nothing but the village.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from model.swedish.letters import fold

NEAR = 0.75
"""How much of two titles, counted in letters of telling words, must be the same. Lower than
0.7, a short title matches any longer one that has its words; above 0.85, one added word of
ordinary length in a title of three or four already breaks the likeness."""

_TOKEN = re.compile(r"[0-9]+(?:[.,:][0-9]+)*|[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDING = re.compile(r"(?:a|ad|ade|an|ande|ar|arna|as|at|d|de|e|en|er|erna|et|n|na|or|orna|r|t)?s?")
_SHORTEST_STEM = 4
_SHORTEST_WITH_SLIP = 6
_FEWEST_TELLING = 2
_BINDING = (
    "att och en ett den det de som samt med i på av för till från om inom ska skall kommer ha har"
    " vi våra vår alla samtliga genom vid under år året åren mellan utifrån via"
)
_SAID_OF_ANY_ACTIVITY = (
    "genomföra genomförs genomförande utföra utförs utföras arbeta arbete arbetet arbeten"
    " aktivitet aktiviteter insats insatser projekt projektet fortsätta fortsatt fortsatta"
    " påbörja starta upp ta fram framtagande ny nya nytt"
)
_NUMERALS = "två tre fyra fem sex sju åtta nio tio elva tolv första andra tredje fjärde"
_EMPTY_WORDS = frozenset((*_BINDING.split(), *_SAID_OF_ANY_ACTIVITY.split()))
_NUMBER_WORDS = frozenset(_NUMERALS.split())


@dataclass(frozen=True, slots=True)
class TitleWords:
    """A title taken apart: `telling` words folded; `distinct`, those that are numbers or names."""

    plain: str
    telling: frozenset[str]
    distinct: frozenset[str]


@lru_cache(maxsize=65_536)
def title_words(title: str) -> TitleWords:
    """Take a title apart. A word with a capital inside a title is taken for a name."""
    found = [(match.start(), match[0]) for match in _TOKEN.finditer(title)]
    folded = [fold(word).replace("-", "") for _, word in found]
    telling = frozenset(folded) - _EMPTY_WORDS
    distinct = frozenset(
        word
        for place, (word, (start, written)) in enumerate(zip(folded, found, strict=True))
        if word[0].isdigit()
        or word in _NUMBER_WORDS
        or (place and written[0].isupper() and not _opens(title, start))
    )
    return TitleWords("".join(folded), telling or frozenset(folded), distinct)


def same_title(one: str, other: str) -> bool:
    """Whether two titles differ at most in capitals, accents, signs and spaces."""
    return title_words(one).plain == title_words(other).plain


def near_same_title(one: str, other: str) -> bool:
    """Whether two titles most likely name one and the same activity (F07)."""
    return _near(title_words(one), title_words(other))


class TitleIndex:
    """Titles in which near-same ones are found without comparing each with each.

    Words are twins only where they begin alike. So of two near-same titles, the one with fewer
    telling words has no first letter that the other lacks; that is asked of all titles at once.
    """

    def __init__(self, titles: Iterable[str]) -> None:
        self._words = tuple(map(title_words, titles))
        self._all = (1 << len(self._words)) - 1
        self._with: dict[str, int] = {}
        """For each letter the titles in which a telling word begins with it, as bits."""
        for place, words in enumerate(self._words):
            for letter in _initials(words):
                self._with[letter] = self._with.get(letter, 0) | 1 << place

    def near(self, title: str, after: int = -1) -> Iterator[int]:
        """The places, beyond `after`, of the titles that are near-same, in order."""
        words = title_words(title)
        own = _initials(words)
        having_all, having_others = self._all, 0
        for letter, places in self._with.items():
            if letter not in own:
                having_others |= places
        for letter in own:
            having_all &= self._with.get(letter, 0)
        left = (having_all | self._all & ~having_others) >> (after + 1)
        place = after + 1
        while left:
            skipped = (left & -left).bit_length() - 1
            place += skipped
            if _near(words, self._words[place]):
                yield place
            left >>= skipped + 1
            place += 1


def _initials(words: TitleWords) -> set[str]:
    return {word[0] for word in words.telling}


@lru_cache(maxsize=16)
def index_of(titles: tuple[str, ...]) -> TitleIndex:
    """The index of some titles: the same ones are asked for each of thousands of units."""
    return TitleIndex(titles)


def _opens(title: str, start: int) -> bool:
    """Whether a word opens a sentence or a quotation, where a capital means nothing."""
    return title[:start].rstrip(" ")[-1:] in '.:!?"”“’(/'


def _near(one: TitleWords, other: TitleWords) -> bool:
    if one.plain == other.plain:
        return bool(one.plain)
    fewer, more = one.telling - other.telling, other.telling - one.telling
    if len(fewer) > len(more) or (len(fewer) == len(more) and one.plain > other.plain):
        fewer, more = more, fewer
    distinct = one.distinct | other.distinct
    for word in fewer:
        twins = [
            each
            for each in more
            if each[0] == word[0] and _same_word(word, each, is_distinct=word in distinct)
        ]
        if not twins:
            return False
        more -= {min(twins)}
    if distinct.intersection(more):
        return False
    if min(len(one.telling), len(other.telling)) < _FEWEST_TELLING:
        return not more
    letters = sum(map(len, one.telling)) + sum(map(len, other.telling))
    return 1 - sum(map(len, more)) / letters >= NEAR


def _same_word(one: str, other: str, *, is_distinct: bool) -> bool:
    """Whether two words are one with different endings, or with one slip of the finger.

    Of a name only the genitive is another form: Alby and Albyn may be two places.
    """
    shorter, longer = sorted((one, other), key=len)
    if is_distinct:
        return longer == shorter + "s"
    ahead = _shared_beginning(one, other)
    if ahead >= _SHORTEST_STEM and all(_ENDING.fullmatch(word, ahead) for word in (one, other)):
        return True
    if len(longer) < _SHORTEST_WITH_SLIP or len(longer) - len(shorter) > 1:
        return False
    behind = _shared_beginning(shorter[ahead:][::-1], longer[ahead:][::-1])
    left = longer[ahead : len(longer) - behind], shorter[ahead : len(shorter) - behind]
    return len(left[0]) <= 1 or (len(left[0]) == 2 and left[0] == left[1][::-1])


def _shared_beginning(one: str, other: str) -> int:
    """How many letters two words have in common from the start."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
