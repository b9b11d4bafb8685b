"""What history says of a field."""

from __future__ import annotations

import pytest

from model.journal.validity import BOOKKEEPING
from model.plan.kinds import KINDS
from model.views.field_labels import field_label
from model.views.field_words import field_order, field_words
from tests.model.building import plan


def test_what_is_taken_away_is_said_in_a_word() -> None:
    """Not "borttagen: ja"."""
    assert field_words(plan(), "activity", "removed", True) == {"läge": "borttagen"}
    assert field_words(plan(), "activity", "removed", False) == {"läge": "finns kvar"}


@pytest.mark.parametrize(
    ("kind", "field", "value", "words"),
    [
        ("measure_value", "outcome", {"value": "-1234.5"}, {"värde": "\u22121\u00a0234,5"}),
        ("measure", "target", "58.0", {"målvärde": "58,0"}),
        ("measure", "baseline", "9.11", {"utgångsvärde": "9,11"}),
        ("budget_line", "amounts", ["58.0", "1234"], {"belopp": "58,0; 1\u00a0234"}),
        ("budget_table", "printed_sums", ["315.1"], {"tryckta summor": "315,1"}),
        ("measure", "target", "minst 3.5", {"målvärde": "minst 3.5"}),
        ("activity", "title", "58.0", {"rubrik": "58.0"}),
    ],
)
def test_figures_have_a_decimal_comma(
    kind: str, field: str, value: object, words: dict[str, str]
) -> None:
    """As in every document; what is no figure stands as it is written."""
    said = field_words(plan(), kind, field, value)
    assert {label: text for label, text in said.items() if text} == words


def test_which_way_is_better_is_said_in_the_words_of_the_spreadsheet() -> None:
    """Nobody has to know what is kept for upp and ner."""
    assert field_words(plan(), "measure", "direction", "up") == {"riktning": "upp"}
    assert field_words(plan(), "measure", "direction", "down") == {"riktning": "ner"}
    assert field_words(plan(), "measure", "direction", "") == {}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_called_something_in_swedish(kind: str) -> None:
    """Nobody reads `merged_into` in a history or a preview."""
    unsaid = BOOKKEEPING | {"order", "key", "origin"}
    own_name = {"organisation", "tertial", "text"}
    for field in set(field_order(kind)) - unsaid - own_name:
        assert field_label(field) != field, field
