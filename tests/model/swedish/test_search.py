"""Search finds what people mean, between two key presses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.swedish.search import Matcher, Searchable, nearest, searchable

THINGS = {
    "dialog": searchable(
        "Genomföra dialog, med lokala producenter av livsmedel, om digitalt inköpssystem (DIS).",
        "Dialogmöten skapar möjlighet för leverantörer att bättre möta kommunens behov.",
        numbers=["3.4.5"],
    ),
    "1000+": searchable("Utföra projektet 1000+ Näringslivsutvecklare", numbers=["3.4.5"]),
    "fiber": searchable("Bygga fiber Åse", numbers=["3.4.3"]),
    "scheman": searchable("Införa hälsosamma scheman", "Äldreomsorg, stöd", numbers=["4.1"]),
    "café": searchable("Öppna ett café på ungdomsgården, minst 2 kvällar", numbers=["3.3.3"]),
    "tionde": searchable("Tionde målets aktivitet", "för ungdomar 2024", numbers=["3.4.10", "4.1"]),
}
QUERIES = st.text(alphabet="abdeinoråäöé 0123456789.+", max_size=12)


def found(query: str) -> list[str]:
    """Keys of what is found, best first."""
    keys = list(THINGS)
    return [keys[place] for place in Matcher(query).best(list(THINGS.values()))]


def test_every_word_must_be_found_in_any_order() -> None:
    assert found("lokala dialog") == ["dialog"]
    assert found("dialog fiber") == []


def test_capitals_and_accents_do_not_count() -> None:
    assert found("CAFE") == ["café"]
    assert found("DÍALOG") == ["dialog"]


def test_rings_and_dots_do_count() -> None:
    assert found("åse") == ["fiber"]
    assert found("ase") == []


def test_a_number_finds_goals_that_begin_so() -> None:
    assert found("3.4") == ["dialog", "1000+", "fiber", "tionde"]
    assert found("3.4.") == ["dialog", "1000+", "fiber", "tionde"]
    assert found("3.4.1") == ["tionde"]
    assert found("4.1") == ["scheman", "tionde"]
    assert found("4.1.") == ["scheman", "tionde"]


def test_a_number_is_never_found_inside_another() -> None:
    assert found("4.5") == []
    assert found("024") == []
    assert found("2024") == ["tionde"]


def test_goals_with_the_number_come_before_texts_with_it() -> None:
    things = [searchable("Minst 4 kvällar"), searchable("Scheman", numbers=["4.1"])]
    assert Matcher("4").best(things) == [1, 0]


def test_signs_are_found_but_not_needed() -> None:
    assert found("(DIS)") == ["dialog"]
    assert found("dis") == ["dialog"]
    assert found("1000+") == ["1000+"]
    assert found("1000") == ["1000+"]


def test_the_beginning_of_a_word_comes_before_its_inside_and_the_title_before_the_rest() -> None:
    things = [
        searchable("Kommunens plan", "En omsorg"),
        searchable("Äldreomsorg"),
        searchable("Ny omsorg"),
        searchable("Omsorg för alla"),
    ]
    assert Matcher("omsorg").best(things) == [3, 2, 1, 0]


def test_equals_stay_in_order_and_the_list_can_be_cut() -> None:
    things = [searchable("Plan a"), searchable("Plan b"), searchable("Plan c")]
    assert Matcher("plan").best(things, limit=2) == [0, 1]


@pytest.mark.parametrize("query", ["", "   ", "\u200b"])
def test_an_empty_query_keeps_everything_in_order(query: str) -> None:
    assert found(query) == list(THINGS)


@given(QUERIES, st.sampled_from(list(THINGS)))
def test_typing_on_never_finds_more(query: str, key: str) -> None:
    if Matcher(query + "a").rank(THINGS[key]) is not None:
        assert Matcher(query).rank(THINGS[key]) is not None


@given(st.text(min_size=1, max_size=30), st.text(max_size=30))
def test_a_thing_is_found_by_every_word_of_its_own(title: str, text: str) -> None:
    thing = searchable(title, text)
    assert Matcher(title).rank(thing) is not None
    assert Matcher(text).rank(thing) is not None


def test_the_one_that_is_meant_comes_first_among_five_thousand() -> None:
    """Also where every one of them has the other words."""
    things: list[Searchable] = [
        searchable(f"Genomföra minst två utbildningar i grupp {n}", "En beskrivning " * 8)
        for n in range(5000)
    ]
    assert Matcher("utbild grupp 17").best(things)[0] == 17


UNITS = ["Kostenheten", "Hemtjänst Ånge", "Äldreomsorg Fränsta", "Socialavdelningen", "Staben"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Kostenhetn", "Kostenheten"),
        ("kost", "Kostenheten"),
        ("hemtjanst ange", "Hemtjänst Ånge"),
        ("fransta", "Äldreomsorg Fränsta"),
        ("Stabben", "Staben"),
        ("socialavd", "Socialavdelningen"),
    ],
)
def test_a_misspelt_unit_brings_the_one_that_was_meant(typed: str, meant: str) -> None:
    assert nearest(typed, UNITS)[0] == meant


def test_nothing_near_brings_nothing_and_no_name_comes_twice() -> None:
    assert nearest("zzzz", UNITS) == []
    assert nearest("", UNITS) == []
    assert nearest("staben", ["Staben", "Staben"]) == ["Staben"]
    assert len(nearest("e", ["e1", "e2", "e3", "e4"], limit=2)) == 2
