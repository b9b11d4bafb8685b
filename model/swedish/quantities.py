"""Numbers in running text: quantities that somebody has promised or counted (F09, F15)."""

from __future__ import annotations

import re
from typing import NamedTuple

from model.swedish.spans import Span

_FROM_TWO = (
    "två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton"
    " nitton tjugo tjugoen tjugotvå tjugotre tjugofyra tjugofem"
)
_OTHERS = {"ett": 1, "en": 1, "ingen": 0, "inget": 0, "inga": 0, "noll": 0, "trettio": 30}
NUMBER_WORDS = {word: number for number, word in enumerate(_FROM_TWO.split(), start=2)} | _OTHERS
"""Numbers as words; `en` and `ett` are mostly no numbers, so callers choose."""

_DIGITS = r"\d{1,3}(?:[ \u00a0]\d{3})+|\d+"
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
NUMBER = rf"(?:{_DIGITS}|{_WORDS})"
"""A pattern of a number, in digits or words."""

_FOUND = re.compile(rf"(?<![\w.,:§+/\-–])(?:{NUMBER})(?![\w\-–/:]|[.,]\d)", re.IGNORECASE)
_AGE_OR_DAY = re.compile(
    r"[ \u00a0]*(?:-?\s?år(?:en|ing\w*|iga?)?\b|januari|februari|mars|april|maj|juni|juli|augusti"
    r"|september|oktober|november|december|§)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:§|\b(?:årskurs|åk\.?|klass|kap\.?|nr|punkt|steg|T|mål))\s*$", re.IGNORECASE
)
_YEARS = range(1900, 2200)
_ARTICLES = frozenset({"en", "ett", "ingen", "inget", "inga", "noll"})


class Quantity(NamedTuple):
    """A number and where it stands."""

    number: int
    span: Span


def number_of(word: str) -> int:
    """What a number in digits or words is."""
    digits = re.sub(r"\D", "", word)
    return int(digits) if digits else NUMBER_WORDS[word.casefold()]


def quantities(text: str) -> list[Quantity]:
    """The quantities in a text: not years, dates, ages, paragraphs or the article `en`."""
    return [
        Quantity(number_of(match[0]), Span(*match.span()))
        for match in _FOUND.finditer(text)
        if match[0].casefold() not in _ARTICLES
        and not (match[0].isdigit() and int(match[0]) in _YEARS)
        and not _AGE_OR_DAY.match(text, match.end())
        and not _BEFORE.search(text, 0, match.start())
    ]
