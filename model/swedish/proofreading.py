"""Slips of the pen in running text (F18): a word written twice, a quote or bracket left open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from model.swedish.spans import Span


class SlipKind(Enum):
    """What is wrong with the text."""

    DOUBLED_WORD = "doubled_word"
    OPEN_QUOTE = "open_quote"
    OPEN_BRACKET = "open_bracket"


@dataclass(frozen=True, slots=True)
class Slip:
    """Where the slip stands: both words, or the sign that has no partner."""

    span: Span
    kind: SlipKind


_DOUBLED = re.compile(r"\b([^\W\d_]{2,})[ \t\u00a0]+\1\b", re.IGNORECASE)
_RIGHTLY_DOUBLED = frozenset({"det", "den", "de", "är", "var", "har", "som", "för", "bra"})
_SIGN = re.compile(r"""["“”„()]|(?<![0-9])[0-9a-zåäö]{1,2}\)""", re.IGNORECASE)


def find_slips(text: str) -> list[Slip]:
    """Every slip in reading order. Quotes and brackets are paired within each paragraph."""
    slips = [
        Slip(Span(*match.span()), SlipKind.DOUBLED_WORD)
        for match in _DOUBLED.finditer(text)
        if match[1].lower() not in _RIGHTLY_DOUBLED
    ]
    start = 0
    for paragraph in text.splitlines(keepends=True):
        slips += _unpaired(paragraph, start)
        start += len(paragraph)
    return sorted(slips, key=lambda slip: slip.span)


def _unpaired(paragraph: str, offset: int) -> list[Slip]:
    """Signs without a partner; `a)` and `1)` number a list and open nothing."""
    quotes: list[Span] = []
    brackets: list[Span] = []
    for match in _SIGN.finditer(paragraph):
        here = Span(match.start() + offset, match.end() + offset)
        if match[0] == "(":
            brackets.append(here)
        elif match[0][-1] == ")":
            if brackets:
                brackets.pop()
        elif quotes:
            quotes.pop()
        else:
            quotes.append(here)
    return [
        *(Slip(span, SlipKind.OPEN_QUOTE) for span in quotes),
        *(Slip(span, SlipKind.OPEN_BRACKET) for span in brackets),
    ]
