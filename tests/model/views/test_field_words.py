"""What history says of a field."""

from __future__ import annotations

from model.views.field_words import field_words
from tests.model.building import plan


def test_what_is_taken_away_is_said_in_a_word() -> None:
    """Not "borttagen: ja"."""
    assert field_words(plan(), "activity", "removed", True) == {"läge": "borttagen"}
    assert field_words(plan(), "activity", "removed", False) == {"läge": "finns kvar"}
