"""Words in a free text that may point at one person, or tell of someone's health (F17).

Reports are official documents: who is ill, or who left and did not hand over, does not belong in
them. These are hints for the writer and block nothing. The lists are short, since a hint that is
wrong every other time is not read: a person is hinted at only when something is told of that
person in the past or present, not when a plan speaks of `minst en medarbetare ska`; health only
when the same sentence is about one person, not for `sjukfrånvaron ska minska`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from model.swedish.spans import Span, plain_spaces


class PrivacyKind(Enum):
    """What a hint is about."""

    HEALTH = "health"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class PrivacyHint:
    """Where in the text, and what it may give away."""

    span: Span
    kind: PrivacyKind


_STAFF = r"(?:(?:med)?arbetare|kollega|anställd|person|elev|brukare|klient|patient)"
_THE_STAFF = (
    r"(?:medarbetaren|kollegan|den\ anställd[ae]|personen|eleven|brukaren|klienten|patienten)"
)
_ROLE = (
    r"(?:\w*chef|rektor|\w*lärare|handläggare|projektledare|samordnare|utredare|\w*sköterska"
    r"|vikarie|kock|nyckelperson|tjänsteperson)"
)
_THE_ROLE = (
    r"(?:\w*chefen|rektorn|\w*läraren|handläggaren|projektledaren|samordnaren|utredaren"
    r"|\w*sköterskan|vikarien|kocken|nyckelpersonen|tjänstepersonen|ansvarig|ansvariga|ansvarige)"
)
_ONE = (
    r"(?:en|vår|min|den|denna|ansvarig|tidigare|ordinarie)(?:\ (?!av\b)\w+(?:ig|ad|are|nde|dd|a))?"
)
_ONE_OF = r"en\ av\ (?:våra\ \w+|de\ \w+|dem|oss|(?:medarbetar|kolleg|chef|lärar|elev|brukar)\w*na)"
_POINTER = re.compile(
    rf"\b(?:(?P<staff>{_ONE}\ {_STAFF}|{_ONE_OF}|{_THE_STAFF})"
    rf"|(?P<role>{_ONE}\ {_ROLE}|{_THE_ROLE})"
    r"|(?P<pronoun>hon|han|henne|honom|hennes|hans(?!\ (?-i:[A-ZÅÄÖ]))))\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:minst|per|varje|högst|max|upp\ till|ytterligare|till|som|att\ vara)\ $", re.IGNORECASE
)
_WHERE = r"\ (?:som\ |(?:i|på|hos|inom|vid)\ \w+\ ){0,2}"
_HAPPENED = re.compile(
    rf"{_WHERE}(?:(?:har|hade)\ (?!rätt\b)(?:\w+\ )?\w+ts?|blev|blivit|gick|slutar|lämnar|fick|tog"
    r"|är\ \w+ledig|\w{2,}(?:ade|rde|kte|pte|ste|dde|nde)s?)\b",
    re.IGNORECASE,
)
_LEFT = re.compile(
    rf"{_WHERE}(?:(?:har|hade|är|var|blev|blivit|nu|tyvärr)\ ){{0,3}}"
    r"(?:slutat|slutade|slutar|lämnat|lämnade|lämnar|sagt\ upp|sade\ upp|gått\ i\ pension"
    r"|gick\ i\ pension|bytt\ (?:jobb|tjänst|arbete)|\w+ledig|frånvarande|borta|avstängd|uppsagd"
    r"|omplacerad)\b",
    re.IGNORECASE,
)
_ILLNESS = re.compile(
    r"\b(?:(?:lång(?:tids)?|heltids|deltids)?sjukskriv(?:en|s|ning(?:en)?|its|it|ts|er\ sig)"
    r"|sjukskrevs|sjukledig(?:het)?|sjukanmäl(?:d|t|de|an)|insjukna(?:t|de|r)|sjukdom(?:en)?"
    r"|(?:är|var|varit|blev|blivit|blir)\ (?:\w+\ )?sjuk|utbränd|utmattning\w*|utmattad"
    r"|depression\w*|deprimerad|cancer|stroke|hjärtinfarkt|diagnos(?:en|tiserats)?|missbruk(?:ar|et)?|gravid"
    r"|rehabilitering(?:en)?|opererats|opererades|mår\ (?:mycket\ )?dåligt|mått\ dåligt"
    r"|psykisk\ ohälsa)\b",
    re.IGNORECASE,
)
_TELLS_OF_ONE = re.compile(
    r"(?:\w*sjukskriven|sjukskrevs|sjukledig|sjukanmäld|utbränd|utmattad|deprimerad|gravid"
    r"|opererats|opererades|insjukna\w*|(?:är|var|varit|blev|blivit|blir)\ (?:\w+\ )?sjuk)",
    re.IGNORECASE,
)
_BECAUSE_OF = re.compile(
    r"\b(?:på\ grund\ av|p\.?\ ?g\.?\ ?a\.?|till\ följd\ av|beror\ på|beroende\ på|efter|genom)"
    r"\ (?:en\ |lång\ |långvarig\ |egen\ )?$",
    re.IGNORECASE,
)
_LOOK_BACK = 40
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ])|\n")


def find_privacy_hints(text: str) -> list[PrivacyHint]:
    """Hints in reading order. Names are not looked for: those responsible are meant to be named."""
    text = plain_spaces(text)
    hints: list[PrivacyHint] = []
    start = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)):
        hints += _in_sentence(text[start:end], start)
        start = end
    return sorted(hints, key=lambda hint: hint.span)


def _in_sentence(sentence: str, offset: int) -> list[PrivacyHint]:
    pointers = [match for match in _POINTER.finditer(sentence) if _is_one(sentence, match)]
    told = [match for match in pointers if _is_told_of(sentence, match)]
    ill = [
        match
        for match in _ILLNESS.finditer(sentence)
        if pointers
        or _TELLS_OF_ONE.fullmatch(match[0])
        or _BECAUSE_OF.search(sentence[max(match.start() - _LOOK_BACK, 0) : match.start()])
    ]
    found = ((told, PrivacyKind.PERSON), (ill, PrivacyKind.HEALTH))
    return [
        PrivacyHint(Span(match.start() + offset, match.end() + offset), kind)
        for matches, kind in found
        for match in matches
    ]


def _is_one(sentence: str, match: re.Match[str]) -> bool:
    """Whether the words mean one person, not a number that is planned for."""
    return not _PLANNED.search(sentence[max(match.start() - _LOOK_BACK, 0) : match.start()])


def _is_told_of(sentence: str, match: re.Match[str]) -> bool:
    """Whether something is told of the person.

    Of staff, pupils and clients anything that has happened; of someone who is named by a role,
    only that he or she has left or is away, since carrying out the role is no private matter. He
    and she always stand for someone.
    """
    if match["pronoun"]:
        return True
    return bool((_HAPPENED if match["staff"] else _LEFT).match(sentence, match.end()))
