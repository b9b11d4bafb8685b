"""The handbook's page of keys says what the program does."""

from __future__ import annotations

from docs.keys_page import PAGE, keys_page


def test_the_page_of_keys_is_the_registry_as_it_is() -> None:
    """A key that is changed in the program is changed in the handbook in the same commit."""
    assert PAGE.read_text(encoding="utf-8") == keys_page(), "run: python -m docs.keys_page"
