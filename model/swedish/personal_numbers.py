"""Personal identity numbers in free text (F17): found, never repeated.

A personnummer, or a samordningsnummer (whose day is 60 higher), is a date, a serial number and a
check digit. What is found is given as places in the text and as how sure the finding is; the
number itself is in no message, log or `repr`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from enum import Enum

from model.swedish.spans import Span


class Certainty(Enum):
    """How sure a finding is: one in 140 of all numbers with ten digits would pass by chance."""

    PROBABLE = "probable"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """Where a number stands, how sure that is, and whether it is a samordningsnummer."""

    span: Span
    certainty: Certainty
    is_coordination_number: bool


_SPACE = r"[ \u00a0\u2007\u2009\u202f]"
_DASH = r"[-‐‑‒–—−]"
_CANDIDATE = re.compile(
    rf"""(?<![0-9])(?<![0-9][-‐‑‒–—−])
    (?:(?P<century>1[89]|20)(?P<dashed_year>[0-9]{{2}}){_DASH}(?P<dashed_month>[0-9]{{2}}){_DASH}
       (?P<dashed_day>[0-9]{{2}})
      |(?P<full_century>1[89]|20)?(?P<year>[0-9]{{2}})(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}}))
    (?P<joint>{_SPACE}?(?:{_DASH}|\+){_SPACE}?|{_SPACE})?
    (?P<serial>[0-9]{{3}})(?P<check>[0-9])
    (?![0-9])(?!{_DASH}[0-9a-fA-F]{{4}})(?!{_DASH}[0-9]{{2}}{_DASH})""",
    re.VERBOSE,
)
_OTHER_NUMBER = re.compile(
    r"\b(?:tel(?:efon)?|mobil|ring|sms|fax|org(?:anisations)?\.?(?:nr|nummer)|ocr|faktura|kund|order"
    r"|diarie|dnr|ärende|referens|ref|konto|bankgiro|plusgiro|bg|pg|id)"
    r"[.\s]?(?:nr|nummer)?[.:]*\s*$",
    re.IGNORECASE,
)
_WORDS_BEFORE = 24


def find_personal_numbers(text: str) -> list[PersonalNumber]:
    """Every personnummer and samordningsnummer in a text, in reading order.

    Ten or twelve digits, joined by a hyphen, plus, dash, any space or nothing. Organisation
    numbers fail the date; phone, invoice and registry numbers are passed over where the word before
    says what they are. Probable: a sign before the last four digits, or a written century.
    Possible: bare digits, and what could as well be a day with a time or another day.
    """
    return [found for match in _CANDIDATE.finditer(text) if (found := _judge(text, match))]


def mask_personal_numbers(text: str) -> str:
    """The text with a bullet in place of each digit of every number found, for logs."""
    pieces: list[str] = []
    done = 0
    for found in find_personal_numbers(text):
        pieces += (text[done : found.span.start], re.sub("[0-9]", "•", found.span.of(text)))
        done = found.span.end
    return "".join((*pieces, text[done:]))


def _judge(text: str, match: re.Match[str]) -> PersonalNumber | None:
    """The finding, if the digits are a day and pass the check; else None."""
    century = match["century"] or match["full_century"]
    year = match["dashed_year"] or match["year"]
    month = match["dashed_month"] or match["month"]
    day = match["dashed_day"] or match["day"]
    serial, joint = match["serial"], match["joint"] or ""
    if serial == "000" or not _passes_check(year + month + day + serial + match["check"]):
        return None
    is_coordination_number = int(day) > 60
    if not _is_day(century, int(year), int(month), int(day) - 60 * is_coordination_number):
        return None
    is_bare = not joint.strip()
    if is_bare and joint and match["century"]:
        return None
    if is_bare and not match["century"] and _is_something_else(text, match.start()):
        return None
    is_probable = not is_bare or century is not None
    if is_probable and not is_coordination_number and "+" not in joint:
        recent = century == "20" or (century is None and int(year) >= 15)
        is_probable = not (recent and _is_time_or_day(serial + match["check"]))
    certainty = Certainty.PROBABLE if is_probable else Certainty.POSSIBLE
    return PersonalNumber(Span(*match.span()), certainty, is_coordination_number)


def _passes_check(digits: str) -> bool:
    """The Luhn check over the ten digits without century."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0


def _is_day(century: str | None, year: int, month: int, day: int) -> bool:
    """Whether the day exists in that century, or in any where none is written."""
    if not 1 <= month <= 12 or day < 1:
        return False
    centuries = (18, 19, 20) if century is None else (int(century),)
    return any(day <= monthrange(number * 100 + year, month)[1] for number in centuries)


def _is_something_else(text: str, start: int) -> bool:
    """Bare digits that are part of a decimal number or that the word before names otherwise."""
    if start and text[start - 1] in "+.,/#" and text[max(start - 2, 0) : start - 1].isdigit():
        return True
    return bool(_OTHER_NUMBER.search(text[max(start - _WORDS_BEFORE, 0) : start]))


def _is_time_or_day(digits: str) -> bool:
    """Whether four digits can be a time (`1430`) or a month and day (`0630`)."""
    first, second = int(digits[:2]), int(digits[2:])
    return (first < 24 and second < 60) or (1 <= first <= 12 and 1 <= second <= 31)
