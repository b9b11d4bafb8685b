"""Texts that point at one person, or tell of someone's health, get a hint (F17)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.swedish.privacy import PrivacyKind, find_privacy_hints


def hints(text: str) -> list[tuple[str, str]]:
    """Kind and words of every hint."""
    return [(hint.kind.value, hint.span.of(text)) for hint in find_privacy_hints(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "En medarbetare arbetade med att ta fram en modell men materialet är inte överlämnat.",
            "En medarbetare",
        ),
        ("Medarbetaren har slutat.", "Medarbetaren"),
        ("en av medarbetarna har slutat", "en av medarbetarna"),
        ("Planen står stilla. Vår handläggare slutade i mars.", "Vår handläggare"),
        ("En lärare på skolan har slutat", "En lärare"),
        ("Projektledaren är föräldraledig", "Projektledaren"),
        ("Ansvarig har tyvärr lämnat", "Ansvarig"),
        ("En elev fick byta skola", "En elev"),
        ("Hon tar upp arbetet i höst", "Hon"),
        ("Arbetet väntar på\nhonom", "honom"),
        ("En\u00a0medarbetare har slutat", "En\u00a0medarbetare"),
    ],
)
def test_what_is_told_of_one_person_gets_a_hint(text: str, words: str) -> None:
    assert hints(text) == [("person", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Försenat p.g.a. sjukskrivning.", "sjukskrivning"),
        ("Försenat på grund av sjukdom", "sjukdom"),
        ("Till följd av lång sjukskrivning", "sjukskrivning"),
        ("Ansvarig är sjukskriven sedan mars", "sjukskriven"),
        ("En av våra sjuksköterskor är sjukskriven", "sjukskriven"),
        ("Långtidssjukskriven sedan i höstas", "Långtidssjukskriven"),
        ("Chefen blev sjuk", "blev sjuk"),
        ("Rehabiliteringen av en medarbetare drog ut på tiden", "Rehabiliteringen"),
        ("En elev med diagnos", "diagnos"),
    ],
)
def test_what_is_told_of_someones_health_gets_a_hint(text: str, words: str) -> None:
    assert hints(text) == [("health", words)]


def test_both_are_hinted_at_in_reading_order() -> None:
    text = "Allt är klart. Medarbetaren har varit sjuk. Hon är åter."
    assert [kind for kind, _ in hints(text)] == ["person", "health", "person"]
    assert find_privacy_hints(text)[0].kind is PrivacyKind.PERSON


@pytest.mark.parametrize(
    "text",
    [
        "Minst 2 medarbetare ska påbörja vidareutbildning till sjuksköterska",
        "Minst en medarbetare har utbildats",
        "Varje medarbetare har gått utbildningen",
        "En medarbetare kan bidra på många sätt",
        "En chef utsågs",
        "En rektor saknas",
        "Enhetschefen har informerat på APT",
        "Eleven har rätt till stöd",
        "Hans Andersson är ansvarig",
        "Sjukfrånvaron ska minska",
        "Försenat på grund av hög sjukfrånvaro",
        "Starta dagvårdsverksamhet för personer med demenssjukdom i centrala Ånge",
        "Arbetet kring nationella riktlinjer för ADHD och Autism",
        "Förebygga psykisk ohälsa bland unga",
        "Stöd vid missbruk",
        "Inom omsorgen pågår aktiviteter för ökat rehabiliterande arbetssätt.",
        "Ny personal utbildas i kommunens målstyrning",
        "",
    ],
)
def test_plans_groups_and_subjects_get_none(text: str) -> None:
    assert hints(text) == []


def test_health_and_person_in_different_sentences_do_not_meet() -> None:
    assert hints("En medarbetare per enhet utses. Utbildning om diagnoser och stroke hålls.") == []


@given(st.text())
def test_places_lie_in_the_text_and_in_order(text: str) -> None:
    spans = [hint.span for hint in find_privacy_hints(text)]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
