"""What a free text should be asked about before it is saved: personal numbers, health, persons.

A report is an official document. The writer is warned and may save all the same; the text that
was found is never repeated, since a warning may end up in a log.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from model.swedish.personal_numbers import Certainty, PersonalNumber, find_personal_numbers
from model.swedish.privacy import PrivacyKind, find_privacy_hints
from model.swedish.spans import Span


class Sensitive(StrEnum):
    """What a text may give away."""

    PERSONAL_NUMBER = "personal_number"
    HEALTH = "health"
    PERSON = "person"


class TextWarning(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of thing that a text may give away; `spans` say where, for a form to mark."""

    kind: Sensitive
    spans: tuple[Span, ...]
    text: str
    advice: str


_HINTS = {
    PrivacyKind.HEALTH: (
        Sensitive.HEALTH,
        "Texten verkar berätta om någons hälsa.",
        "Skriv om arbetet i stället: vad som är gjort och vad som återstår.",
    ),
    PrivacyKind.PERSON: (
        Sensitive.PERSON,
        "Texten kan peka ut en enskild person.",
        "Skriv om arbetet i stället, utan att det framgår vem det gäller.",
    ),
}


def warnings_for(text: str) -> tuple[TextWarning, ...]:
    """What to ask the writer about, one warning per kind, personal numbers first."""
    found: list[TextWarning] = []
    numbers = find_personal_numbers(text)
    if numbers:
        found.append(_number_warning(numbers))
    hints = find_privacy_hints(text)
    for kind, (sensitive, message, advice) in _HINTS.items():
        spans = tuple(hint.span for hint in hints if hint.kind is kind)
        if spans:
            found.append(TextWarning(kind=sensitive, spans=spans, text=message, advice=advice))
    return tuple(found)


def _number_warning(numbers: list[PersonalNumber]) -> TextWarning:
    sure = any(number.certainty is Certainty.PROBABLE for number in numbers)
    what = "ett personnummer" if len(numbers) == 1 else f"{len(numbers)} personnummer"
    return TextWarning(
        kind=Sensitive.PERSONAL_NUMBER,
        spans=tuple(number.span for number in numbers),
        text=f"Texten {'innehåller' if sure else 'kan innehålla'} {what}.",
        advice="Ta bort det. Personnummer ska inte stå i planer och rapporter.",
    )
