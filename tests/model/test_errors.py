"""What the operating system refuses is told in Swedish."""

from __future__ import annotations

import errno

import pytest

from model.errors import system_reason


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EACCES, "behörighet saknas"),
        (errno.ENOSPC, "utrymmet är slut"),
        (errno.EROFS, "disken är skrivskyddad"),
        (errno.EXDEV, "felkod EXDEV"),
    ],
)
def test_the_reason_is_swedish_or_a_code(code: int, words: str) -> None:
    """Never the system's own English sentence."""
    assert system_reason(OSError(code, "English sentence")) == words


def test_an_error_without_a_code_is_named_by_its_kind() -> None:
    """Something to tell whoever mends it."""
    assert system_reason(OSError("English sentence")) == "felkod OSError"
