"""Texts in delimited files: never a formula, and the same when they are read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.swedish.delimited import guarded, without_guard


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+46 63", "-a", "@SUM(A1)", " \u00a0=x", "\t=x", "\rx", "＝1", "'=1", "''=1", "-1+2"],
)
def test_what_a_spreadsheet_program_could_obey_is_guarded(text: str) -> None:
    """An apostrophe before it makes it a text."""
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Dialog", "-5", "+1 234,5 %", "a=b", "'citat'", "5-6"])
def test_what_is_harmless_is_left_as_it_is(text: str) -> None:
    """Numbers and ordinary text."""
    assert guarded(text) == text == without_guard(text)


@given(st.text("'=+-@＝ \u00a0\t\r\nx5", max_size=8) | st.text(max_size=8))
def test_what_was_guarded_is_read_back_as_it_was(text: str) -> None:
    """Whatever it begins with; and nothing guarded begins like a formula."""
    assert without_guard(guarded(text)) == text
    assert not guarded(text).startswith(("=", "@", "\t", "\r", "＝"))
