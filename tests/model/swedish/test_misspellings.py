"""Words that are spelt wrongly are told, and nothing that is right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from model.swedish.misspellings import misspellings

FACTS = Path(__file__).parents[2] / "facts"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Komunen tar fram en plan.", ["Kommunen"]),
        ("VERKSAMHTEN och succesivt", ["VERKSAMHETEN", "successivt"]),
        ("Kommunen utvecklas successivt.", []),
        ("Komunens-liknande", ["Kommunens"]),
        ("", []),
    ],
)
def test_a_wrong_word_is_given_as_it_is_spelt(text: str, right: list[str]) -> None:
    """With the capitals that it was written with, and where it stands."""
    found = misspellings(text)
    assert [each.right for each in found] == right
    assert all(each.span.of(text) == each.written for each in found)


def test_what_is_right_is_not_corrected_again() -> None:
    """No right word is itself listed as wrong."""
    right = "kommunens verksamhet, uppföljning, förvaltning, utbildning, kvalitet, parallellt"
    assert misspellings(right) == []


@pytest.mark.parametrize("name", sorted(path.name for path in FACTS.glob("*.json")))
def test_the_municipalitys_own_documents_have_few(name: str) -> None:
    """A list that finds fault with what people have written for years would be turned off."""
    text = (FACTS / name).read_text(encoding="utf-8")
    words = len(re.findall(r"[^\W\d_]+", text))
    assert len(misspellings(text)) <= words / 1000
