"""Words about how it goes are seen in comments (F04) and in titles (F20), seldom in vain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.swedish.status_words import stalling_words, status_in_title


@pytest.mark.parametrize(
    ("comment", "word"),
    [
        ("Därav har takten avstannat för ytterligare förankring.", "avstannat"),
        ("Insatsen var försenad från Mittuniversitetets sida.", "försenad"),
        ("Arbetet ej påbörjat. Under 2024 kommer planering.", "ej påbörjat"),
        ("Arbetet har ännu inte initierats.", "ännu inte initierats"),
        ("Arbetet har inte påbörjats", "inte påbörjats"),
        ("Ännu inte kommit igång", "Ännu inte kommit igång"),
        ("Starten har skjutits upp till hösten", "skjutits upp"),
        ("Datum är skjutits", "skjutits"),
        ("Mötet sköts fram", "sköts fram"),
        ("Aktiviteten är uppskjuten", "uppskjuten"),
        ("Starten har flyttats fram", "flyttats fram"),
        ("Starten senareläggs", "senareläggs"),
        ("Projektet är pausat", "pausat"),
        ("Arbetet ligger nere", "ligger nere"),
        ("Uppstarten dröjer", "dröjer"),
        ("Vi har inte hunnit", "inte hunnit"),
        ("Har ej kunnat genomföras", "ej kunnat genomföras"),
        ("Arbetet\u00a0står still", "står still"),
        ("FÖRSENAD", "FÖRSENAD"),
        ("Inte klart, försenat", "försenat"),
        ("Det är inte stoppat men försenat", "försenat"),
        ("Inte bara försenat", "försenat"),
        ("Inte avslutat utan försenat", "försenat"),
        ("De första mötena var inte försenade. Men nu är det försenat", "försenat"),
    ],
)
def test_a_comment_that_tells_of_a_stop_is_seen(comment: str, word: str) -> None:
    assert [span.of(comment).replace("\u00a0", " ") for span in stalling_words(comment)] == [word]


@pytest.mark.parametrize(
    "comment",
    [
        "Arbetet är inte försenat.",
        "Insatsen är ej försenad",
        "Arbetet har inte på något sätt avstannat",
        "Arbetet löper utan förseningar",
        "Klart utan större förseningar",
        "Ingen försening",
        "Det finns risk för försening.",
        "För att undvika förseningar bokas lokalen nu.",
        "Förseningen är inhämtad",
        "Försenat i mars men nu ikapp",
        "Medel har skjutits till",
        "Skolskjutsen fungerar",
        "Arbetet påbörjades i tid",
        "Samarbete med Sundsvall påbörjat.",
        "Utbildningen fortsätter 2024. Ca: 600 stycken väntar på att få delta.",
        "Samarbetet pågår. Möten, planeringar, föreläsningar.",
        "Klar med planerade insatser före slutdatum.",
        "",
    ],
)
def test_a_comment_that_tells_of_none_is_left_alone(comment: str) -> None:
    assert stalling_words(comment) == []


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Preliminärt, besked november - Söka bidrag", ["Preliminärt", "besked november"]),
        ("Söka bidrag, besked i november", ["besked i november"]),
        ("Söka bidrag (besked väntas under våren)", ["besked väntas under våren"]),
        ("Utbildning (försenad)", ["försenad"]),
        ("Detaljplan Ljungaverk – klart", ["klart"]),
        ("KLART: Ny badplats", ["KLART"]),
        ("Kontaktcenter, pågår", ["pågår"]),
        ("Kontaktcenter pågår enligt plan", ["pågår", "enligt plan"]),
        ("Utgår, se 2025", ["Utgår"]),
        ("Ej påbörjad - lekplats", ["Ej påbörjad"]),
        ("80 % klart: matsvinn", ["80 % klart"]),
        ("Bygga fiber, inväntar beslut", ["inväntar beslut"]),
        ("Ny plan (preliminär)", ["preliminär"]),
        ("Klar", ["Klar"]),
    ],
)
def test_a_status_in_a_title_is_seen(title: str, words: list[str]) -> None:
    assert [span.of(title) for span in status_in_title(title)] == words


@pytest.mark.parametrize(
    "title",
    [
        "Ta fram preliminär budget",
        "Klarspråk i alla beslut",
        "Klart vatten i alla badsjöar",
        "Göra planen klar",
        "Ge klart besked till föreningar",
        "Minska tiden till besked i bygglov",
        "Stöd till pågående projekt",
        "Utbildning som pågår under våren",
        "Avslutad utbildning ger intyg",
        "Detaljplan i Ljungaverk ska färdigställas",
        'Färdigställa förstudie "Kollektivtrafik för alla (även) i glesbygd"',
        "Påbörja ombyggnation i Ånge tätort",
        "Minska förseningar i tågtrafiken",
        "Minska övertiden inom sociala avdelningen med 50%",
        "Förskolan Pausen",
        "",
    ],
)
def test_a_title_without_a_status_is_left_alone(title: str) -> None:
    assert status_in_title(title) == []


@given(st.text())
def test_places_lie_in_the_text_and_in_order(text: str) -> None:
    for spans in (stalling_words(text), status_in_title(text)):
        assert spans == sorted(set(spans))
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
