"""What history says of a field."""

from __future__ import annotations

import pytest

from model.journal.validity import BOOKKEEPING
from model.plan.kinds import KINDS
from model.views.field_words import field_label, field_order, field_words
from tests.model.building import plan


def test_what_is_taken_away_is_said_in_a_word() -> None:
    """Not "borttagen: ja"."""
    assert field_words(plan(), "activity", "removed", True) == {"läge": "borttagen"}
    assert field_words(plan(), "activity", "removed", False) == {"läge": "finns kvar"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_called_something_in_swedish(kind: str) -> None:
    """Nobody reads `merged_into` in a history or a preview."""
    unsaid = BOOKKEEPING | {"order", "key", "origin"}
    own_name = {"organisation", "tertial", "text"}
    for field in set(field_order(kind)) - unsaid - own_name:
        assert field_label(field) != field, field
