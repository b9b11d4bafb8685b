"""The stamp says which state a file shows, and survives a turn through the file."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.catalogue.reading import read_catalogue
from model.catalogue.stamp import PREFIX_LENGTH, read_stamp, stamp_text
from tests.model.catalogue.writing import SMALL

NAMES = st.sets(st.text("0123456789abcdef", min_size=40, max_size=40), max_size=30)


@given(NAMES)
def test_a_stamp_is_read_back_as_it_was_written(names: set[str]) -> None:
    """Also that of an empty plan, which is a state like any other."""
    written = stamp_text(names)
    prefixes = {name[:PREFIX_LENGTH] for name in names}
    assert set(read_stamp(tomllib.loads(written)["stamp"]) or ()) == prefixes
    assert read_stamp(tomllib.loads(written)["stamp"]) is not None
    assert max(map(len, written.splitlines())) <= 100


def test_the_order_of_the_heads_does_not_show() -> None:
    """The same state gives the same file, byte for byte."""
    assert stamp_text(["a" * 40, "b" * 40]) == stamp_text(["b" * 40, "a" * 40])


@pytest.mark.parametrize("state", ['"xyz"', '"0123"', "7", '["0123456789ab"]'])
def test_a_stamp_that_somebody_has_written_in_is_no_stamp(state: str) -> None:
    """Then an import shows what it would change, and asks."""
    content = f"{SMALL}\n[stamp]\nstate = {state}\n"
    assert read_catalogue(content.encode()).stamp is None
