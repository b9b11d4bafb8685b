"""Words that smell of what a unit report leaves out (R8): running work, not work towards a goal.

A unit report takes up neither routines, skills development and other running improvement, nor
projects, quality management systems, economy and internal control. The words are a hint for who
writes: many good activities are called projects.
"""

from __future__ import annotations

import re
from enum import Enum

from model.swedish.spans import plain_spaces


class LeftOut(Enum):
    """What the report leaves out, as a user reads it after `tar inte upp`."""

    ROUTINES = "rutiner"
    SKILLS = "kompetensutveckling"
    PROJECTS = "projekt"
    QUALITY = "kvalitetsledningssystem"
    INTERNAL_CONTROL = "intern kontroll"
    ECONOMY = "ekonomi"


_WORDS = {
    LeftOut.ROUTINES: r"\w*rutin(?:en|er|erna)?s?|\w*rutinbeskrivning(?:en|ar|arna)?",
    LeftOut.SKILLS: (
        r"kompetens(?:utveckl|höj)\w*|fortbild\w*|vidareutbild\w*"
        r"|utveckl\w*\ (?:\w+\ )?kompetens(?:en|er|erna)?"
    ),
    LeftOut.PROJECTS: r"(?:\w*[^\W\d_]{2})?projekt(?:et|en)?s?",
    LeftOut.QUALITY: r"kvalitetslednings?\w*|kvalitetssystem\w*|ledningssystem\w*",
    LeftOut.INTERNAL_CONTROL: r"intern(?:a)?\ kontroll(?:en|er|erna)?|internkontroll\w*",
    LeftOut.ECONOMY: r"bokslut(?:et)?|budget(?:en|ering\w*|arbete\w*|uppföljning\w*|process\w*)?",
}
_PATTERNS = {what: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for what, words in _WORDS.items()}


def left_out_words(text: str) -> list[tuple[LeftOut, str]]:
    """What a text smells of, with the first word that says so; one for each kind, in order."""
    text = plain_spaces(text)
    found = ((what, pattern.search(text)) for what, pattern in _PATTERNS.items())
    return [(what, match[0]) for what, match in found if match is not None]
