"""Words that tell how an activity goes: in a comment (F04), or in a title, where they age (F20).

The lists hold what municipal reports really write, and only forms that seldom mean anything else:
`avslutad utbildning` and `en klar bild` are not statuses.
"""

from __future__ import annotations

import re

from model.swedish.spans import Span, plain_spaces

_NOT = r"(?:ännu\ )?(?:inte|ej|icke)"
_STALLING = re.compile(
    rf"""\b(?:
      (?P<denied>
        {_NOT}\ (?:\w+\ ){{0,2}}(?:påbörja(?:d|t|de|ts)|initierats?|starta(?:t|ts|d|de))
        | {_NOT}\ (?:\w+\ ){{0,2}}(?:kommit\ (?:i\ ?gång|till\ stånd)|blivit\ av)
        | {_NOT}\ kunnat\ (?:\w+\ )?(?:påbörjas|startas?|genomföras|slutföras|hållas)
        | {_NOT}\ (?:\w+\ )?(?:hunnit|hunnits|hinner|hinns)
        | opåbörja(?:d|t|de)
      )
      | avstanna(?:r|t|de|ts)? | stannat\ (?:av|upp) | (?:står|stod|stått)\ stilla?
      | försena(?:d|t|de|r|s|ts|des) | förseningar(?:na)? | försening(?:en)?
      | (?:skjut(?:its|s|as|it|a)|sköts)\ (?:\w+\ )?(?:upp|fram|på\ framtiden)
      | skjutits(?!\ till\b) | (?:upp|fram)(?:skjut(?:en|et|na|its|as|s)|skjöts|sköts)
      | (?:flyttats|flyttas|flyttades)\ fram | framflytta(?:d|t|de|ts|s)
      | senarelag(?:d|t|da|ts|des) | senarelägg(?:s|as)
      | pausa(?:d|t|de|s|ts|des) | på\ paus | (?:är|ligger|varit)\ vilande | ligger\ (?:nere|efter)
      | drar\ ut\ på\ tiden | dragit\ ut\ på\ tiden | dröjer | dröjt | bromsats
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NEGATION = re.compile(
    r"\b(?:(?:inte|ej|icke)(?!\ (?:bara|endast|minst)\b)|ingen|inga|inget|varken|aldrig"
    r"|utan(?=\ (?:\w+\ ){0,2}$)|risk(?:en|er|erar)?|undvik\w*|undvek|förebygg\w*|förhindra\w*"
    r"|minska\w*)\b(?:(?!\b(?:men|utan|däremot)\b)[^.,;:!?\n]){0,30}$",
    re.IGNORECASE,
)
_RECOVERED = re.compile(r"[^.;!?\n]{0,30}\b(?:inhämta\w*|hämtats?\ in|i\ ?kapp)\b", re.IGNORECASE)
_LOOK_BACK = 60

_MONTH = (
    r"(?:jan|feb|mars|april|apr|maj|juni|juli|aug|sep|okt|nov|dec)\w*|våren|sommaren|hösten|T[1-3]"
    r"|vecka|v\.?|[0-9]"
)
_OPENING = r"(?:^\s*|[,;:.(/\[–—]\s*|\s-\s*)"
_CLOSING = r"(?=\s*(?:$|[,;:.!)/\]–—]|\s-\s))"
_STATE = (
    r"preliminärt?|klart?|ej\s+klart?|färdigt?|pågår|pågående|avslutad|avslutat|avslutas|vilande"
    r"|utgår|utgått|inställd|inställt|avbruten|avbrutet|ej\s+aktuellt?|inte\s+aktuellt?|genomförd"
    r"|genomfört|ställs\s+in|väntar|vänteläge|påbörjad|påbörjat|ej\s+beslutat|stoppad|stoppat"
)
_TITLE_STATUS = re.compile(
    rf"""{_OPENING}(?P<edge>{_STATE}){_CLOSING}
      | {_OPENING}(?P<message>besked\s+(?:(?:väntas|kommer|ges)\s+)?
          (?:(?:i|under|till|före|efter)\s+)?(?:{_MONTH})\w*)
      | \b(?P<anywhere>
          (?<!som\s)(?<!där\s)(?<!medan\s)pågår(?=\s+(?:enligt|till|fortfarande|ännu|just))
          | [0-9]{{1,3}}\s?%\s+(?:klart?|färdigt?)
          | (?:ej|inte|inte\s+ännu|ännu\s+inte)\s+(?:påbörja(?:d|t)|starta(?:d|t)|klart?)
          | (?:inväntar|avvaktar|väntar\s+på)\s+(?:besked|beslut|svar)
          | enligt\s+plan{_CLOSING})""",
    re.IGNORECASE | re.VERBOSE,
)


def stalling_words(comment: str) -> list[Span]:
    """Where a comment says that work has stopped, is late or has been put off (F04).

    `inte försenad`, `utan förseningar` and `risk för försening` are not flagged.
    """
    comment = plain_spaces(comment)
    return [
        Span(*match.span())
        for match in _STALLING.finditer(comment)
        if match["denied"] or not _is_denied(comment, match)
    ]


def status_in_title(title: str) -> list[Span]:
    """Where a title tells a status that belongs in the status field (F20).

    Most words count only where they stand apart: at either end, between commas or in brackets.
    """
    title = plain_spaces(title)
    found = [Span(*match.span(match.lastgroup or 0)) for match in _TITLE_STATUS.finditer(title)]
    return sorted({*found, *stalling_words(title)})


def _is_denied(text: str, match: re.Match[str]) -> bool:
    """Whether the clause before turns the meaning round, or the words after say it is made good."""
    before = text[max(match.start() - _LOOK_BACK, 0) : match.start()]
    negation = _NEGATION.search(before)
    if negation and not (negation[0].startswith("utan") and "försening" not in match[0].lower()):
        return True
    return bool(_RECOVERED.match(text, match.end()))
