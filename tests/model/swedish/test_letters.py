"""Letters are compared as a Swedish reader does."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.swedish.letters import fold, without_rings_and_dots


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ånge", "ånge"),
        ("ÄPPELÖN", "äppelön"),
        ("Kvalité", "kvalite"),
        ("Müller", "muller"),
        ("Ærø", "ärö"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("en\u00a0av", "en av"),
        ("hälso\u00adval", "hälsoval"),
        ("\u200bdis", "dis"),
    ],
)
def test_accents_and_capitals_do_not_count_but_rings_and_dots_do(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_a_letter_from_a_mac_is_the_same_as_one_from_windows() -> None:
    assert fold(unicodedata.normalize("NFD", "Överförmyndarnämnden")) == "överförmyndarnämnden"


def test_a_swedish_letter_with_one_more_accent_stays_a_swedish_letter() -> None:
    assert fold("ǻ") == "å"
    assert fold("ǟ") == "ä"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_capitals_never_matter(text: str) -> None:
    assert fold(text.casefold()) == fold(text)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäö 0123456789"))
def test_plain_swedish_is_left_as_it_is(text: str) -> None:
    assert fold(text) == text


def test_a_guess_may_leave_out_rings_and_dots() -> None:
    assert without_rings_and_dots(fold("Ånge hemtjänst Östra")) == "ange hemtjanst ostra"
