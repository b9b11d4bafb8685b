"""Slips of the pen are found (F18)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.swedish.proofreading import SlipKind, find_slips


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Vi ska ska börja.", "ska ska", SlipKind.DOUBLED_WORD),
        ("Möte med\u00a0Med politiken", "med\u00a0Med", SlipKind.DOUBLED_WORD),
        ('Temat "Arbetsplatsen som miljö', '"', SlipKind.OPEN_QUOTE),
        ("Temat ”Hälsa” och ”vila", "”", SlipKind.OPEN_QUOTE),
        ("Plan (se bilaga", "(", SlipKind.OPEN_BRACKET),
        ('"Öppnad här\noch "stängd" där', '"', SlipKind.OPEN_QUOTE),
    ],
)
def test_a_slip_is_found_where_it_stands(text: str, words: str, kind: SlipKind) -> None:
    (slip,) = find_slips(text)
    assert (slip.span.of(text), slip.kind) == (words, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Det det handlar om är tid.",
        "Det som är är bra.",
        'Dialog om digitalt inköpssystem (DIS) och "Välkommen hit".',
        "a) ett 1) två",
        "Skolan kan skolan.",
        "",
    ],
)
def test_text_without_slips_is_left_alone(text: str) -> None:
    assert find_slips(text) == []


@given(st.text(alphabet='ab "”()\n\r\x0b1'))
def test_places_lie_in_the_text_and_in_order(text: str) -> None:
    spans = [slip.span for slip in find_slips(text)]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(span.of(text).strip() for span in spans)
