"""Slips of the pen, told from what is right."""

from __future__ import annotations

import pytest

from model.swedish.slips import doubled_words, lacks_full_stop, unclosed_quote


@pytest.mark.parametrize(
    "text", ["Det det gäller är tid.", "Kost kost-enheten", "1 1", "Om om igen."]
)
def test_what_may_stand_twice_is_no_slip(text: str) -> None:
    """Small words, figures, and a word before a compound."""
    assert doubled_words(text) == []


def test_a_doubled_word_is_found_where_it_stands() -> None:
    """Over a no-break space too, but not over a line break or a capital."""
    text = "Arbetet är är\u00a0är klart.\nKlart klart."
    assert [span.of(text) for span in doubled_words(text)] == ["är är"]
    assert doubled_words("Slut\nslut") == []


@pytest.mark.parametrize(
    "text", ["”Ett” och ”två”", '"Ett" och 24" skärm', "«Ett» »två«", "“Ett”", "Ett 'två"]
)
def test_quotations_that_end_are_no_slip(text: str) -> None:
    """Of any kind; inches and apostrophes are not quotation marks."""
    assert unclosed_quote(text) is None


@pytest.mark.parametrize("text", ["”Ett", 'Ett "två" "tre', "«Ett"])
def test_a_quotation_without_end_is_found(text: str) -> None:
    """The last mark that nothing closes."""
    assert unclosed_quote(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Fyra frukostar",
        "Vi träffas en gång i veckan.",
        "Vi träffas en gång (i veckan.)",
        "Vi träffas en gång ”varje vecka.”",
        "Så här gör vi:\n- vi träffas en gång i veckan hela året",
        "",
    ],
)
def test_whole_sentences_lists_and_a_few_words_need_no_more(text: str) -> None:
    """Only running text is asked for its full stop."""
    assert not lacks_full_stop(text)


def test_running_text_that_stops_in_the_middle_is_found() -> None:
    """Also where an earlier paragraph ends well."""
    assert lacks_full_stop("Allt är klart.\nVi träffas en gång i veckan hela")
