"""Titles that say the same are seen; titles that differ in what matters are not (F07)."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.swedish.titles import TitleIndex, near_same_title, same_title

APT_2024 = (
    'Under året ha ett tema med "Arbetsplatsen som hälsofrämjande miljö" på ett APT under året'
    " för alla avdelningar."
)
APT_UNIT = (
    'Under året ha ett tema med "Arbetsplatsen som hälsofrämjande miljö" på ett APT för alla'
    " avdelningar."
)
TITLES = st.text(alphabet="abdeinoråäöÅB 12.-", max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1000+ Näringslivsutvecklare", "1000 + näringslivsutvecklare"),
        ("Öka kvalitén", "öka KVALITEN."),
        ("Välkommen hit", "”Välkommen hit”"),
        ("Fiberanslutning Sillre", "Fiber-anslutning  Sillre"),
    ],
)
def test_capitals_accents_and_signs_do_not_make_another_title(one: str, other: str) -> None:
    assert same_title(one, other)
    assert near_same_title(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (APT_2024, APT_UNIT),
        ("Utföra projektet 1000+ Näringslivsutvecklare", "1000+ Näringslivsutvecklare"),
        ("Skapa rutin för matsvinn", "Skapa en rutin mot matsvinnet"),
        ("Uppdatera plan för bostadsförsörjning.", "Uppdatera planen för bostadsförsörjningen"),
        ("Söka bidra för fiberanslutning Råsjö", "Söka bidrag för fiberanslutning Råsjö"),
        ("Dilalog med lokala producenter", "Dialog med lokala producenter"),
        ("Dailog med lokala producenter", "Dialog med lokala producenter"),
        ("Dialog med lokala producenter", "Genomföra dialog med lokala producenter av mat"),
        ("Fränstas nya lekplats", "Fränsta: ny lekplats"),
        ("Utveckla lekplatsen i Fränsta", "Utveckla Fränstas lekplats"),
    ],
)
def test_a_title_that_has_drifted_a_little_is_recognised(one: str, other: str) -> None:
    assert not same_title(one, other)
    assert near_same_title(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fiber i Fränsta", "Fiber i Torpshammar"),
        ("Fiber i Alby", "Fiber i Albyn"),
        ("Öppna ny badplats i Överturingen", "Öppna ny badplats i Alby"),
        ("Bygga fiber", "Bygga fiber Åse"),
        (
            "Söka bidrag för fiberanslutning Östavall - Råsjö",
            "Söka bidrag för fiberanslutning Hallsta - Granboda",
        ),
        ("Hälsosamma scheman, fas 1", "Hälsosamma scheman, fas 2"),
        ("Hälsosamma scheman", "Hälsosamma scheman 2025"),
        ("Två nya gruppbostäder", "Tre nya gruppbostäder"),
        ("Utveckla matlådan, första steget", "Utveckla matlådan, andra steget"),
        ("Rutin för norra området", "Rutin för södra området"),
        (
            "Minst 3 medarbetare ska påbörja vidareutbildning till undersköterskor",
            "Minst 2 medarbetare ska påbörja vidareutbildning till sjuksköterska",
        ),
        (
            "Erbjuda 5 nyanlända anställning inom arbetsmarknadspolitiska åtgärder",
            "Erbjuda 5 långtidsarbetslösa nya anställningar inom arbetsmarknadspolitiska åtgärder",
        ),
        (
            "Centralisera schemaläggningen för alla arbetsplatser inom äldreomsorg",
            "Införa hälsosamma scheman på alla arbetsplatser inom äldreomsorg",
        ),
        (
            "Rekryterings och kompetensförsörjningsplan",
            "Rekryterings- och kompetensförsörjningsinsatser",
        ),
        ("Genomföra medborgardialoger", "Utföra 6 medborgardialoger"),
        ("Ny lekplats", "Ny badplats"),
        ("Lekplats", "Lekplats och utegym"),
        ("", ""),
        ("Åse", ""),
        ("!!!", "..."),
    ],
)
def test_titles_that_differ_in_a_place_a_number_or_a_word_are_two(one: str, other: str) -> None:
    assert not near_same_title(one, other)


@given(TITLES, TITLES)
def test_likeness_goes_both_ways(one: str, other: str) -> None:
    assert near_same_title(one, other) is near_same_title(other, one)


@given(TITLES)
def test_a_title_is_like_itself_if_it_has_any_word(title: str) -> None:
    assert near_same_title(title, title) is any(letter.isalnum() for letter in title)


def test_among_the_titles_of_a_plan_that_share_words_none_are_alike() -> None:
    """They differ in a number, or in which words they have."""
    words = ("Införa", "scheman", "äldreomsorg", "Fränsta", "stöd", "utbildning", "fiber", "plan")
    titles = [
        " ".join(words[(number * step) % 8] for step in (1, 3, 5, 7)) + f" {number // 2}"
        for number in range(100)
    ]
    assert [pair for pair in combinations(titles, 2) if near_same_title(*pair)] == []


@given(st.lists(TITLES, max_size=12), TITLES)
def test_an_index_finds_what_comparing_each_would(titles: list[str], title: str) -> None:
    """No near-same title is passed over, and none is given that is not."""
    index = TitleIndex(titles)
    near = [place for place, each in enumerate(titles) if near_same_title(title, each)]
    assert list(index.near(title)) == near
    assert list(index.near(title, after=4)) == [place for place in near if place > 4]
