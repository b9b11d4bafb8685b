"""Slips of the pen that a reader stumbles on: a word twice, a quotation that never ends, a text
that stops without a full stop (F18).
"""

from __future__ import annotations

import re

from model.swedish.spans import Span

_TWICE = re.compile(r"\b([^\W\d_]+)[ \t\u00a0]+\1\b(?![-:/])", re.IGNORECASE)
_SAID_TWICE = "de den det om man så som var på i till av för ja nej mycket vad när där"
_RIGHTLY_TWICE = frozenset(_SAID_TWICE.split())
"""Words that may well follow on themselves: "det det gäller", "den som som ung"."""

_CLOSES = {'"': '"', "”": "”", "«": "»", "»": "«", "“": "”"}
_INCHES = re.compile(r"\d\"")
_ENDS_WELL = re.compile(r"[.!?…:][)\]\"”’»]*$")
_LIST_ITEM = re.compile(r"^\s*(?:[-•*–]|\d+[.)]|[a-z]\))\s")
_FEWEST_WORDS = 6


def doubled_words(text: str) -> list[Span]:
    """Words that are written twice in a row."""
    return [
        Span(*match.span())
        for match in _TWICE.finditer(text)
        if match[1].casefold() not in _RIGHTLY_TWICE and match[0].split()[0] == match[0].split()[-1]
    ]


def unclosed_quote(text: str) -> Span | None:
    """The quotation mark that nothing closes, if there is one."""
    plain = _INCHES.sub(lambda match: match[0][:-1] + " ", text)
    opened: list[int] = []
    for place, letter in enumerate(plain):
        if opened and letter == _CLOSES[plain[opened[-1]]]:
            opened.pop()
        elif letter in _CLOSES:
            opened.append(place)
    return Span(opened[-1], opened[-1] + 1) if opened else None


def lacks_full_stop(text: str) -> bool:
    """Whether running text ends in the middle of things; a list or a few words need no stop."""
    last = text.strip().rsplit("\n", 1)[-1].rstrip()
    if len(last.split()) < _FEWEST_WORDS or _LIST_ITEM.match(last):
        return False
    return _ENDS_WELL.search(last) is None
