"""A text can be read and do nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.swedish.visible import visible, visible_lines

ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mröd\x1b[0m", "␛[31mröd␛[0m"),
        ("\x00", "␀"),
        ("\x7f", "␡"),
        ("\x9b2J", "‹U+009B›2J"),
        ("konto \u202etxt.exe", "konto ‹U+202E›txt.exe"),
        ("noll\u200bbredd", "noll‹U+200B›bredd"),
        ("\ufeffstart", "‹U+FEFF›start"),
        ("\ud800", "‹U+D800›"),
        ("\uffff", "‹U+FFFF›"),
        ("\U000e0041", "‹U+E0041›"),
        ("rad\nrad\tspalt\r", "rad␊rad␉spalt␍"),
        ("a\u2028b", "a‹U+2028›b"),
    ],
)
def test_what_cannot_be_seen_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text", ["Åsa Öberg", "9,11\u00a0%", "[bold]x[/]", "−5 ”citat” 🎉 שלום", ""]
)
def test_what_can_be_seen_is_left_alone(text: str) -> None:
    assert visible(text) == text
    assert visible_lines(text) == text


def test_lines_and_tabs_can_be_kept_and_windows_line_ends_become_plain() -> None:
    assert visible_lines("ett\r\ntvå\n\ttre\x1b\rfyra") == "ett\ntvå\n\ttre␛␍fyra"


@given(ANY_TEXT)
def test_nothing_is_left_that_steers_or_hides(text: str) -> None:
    shown = visible(text)
    categories = {unicodedata.category(letter) for letter in shown}
    assert categories.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert len(shown.splitlines()) <= 1


@given(ANY_TEXT)
def test_lines_hold_no_other_control_characters_than_line_breaks_and_tabs(text: str) -> None:
    shown = visible_lines(text).replace("\n", "").replace("\t", "")
    assert shown == visible(shown)


@given(ANY_TEXT)
def test_showing_twice_is_showing_once(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert visible_lines(visible_lines(text)) == visible_lines(text)
