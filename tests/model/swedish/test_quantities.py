"""Numbers in running text that are quantities."""

from __future__ import annotations

import pytest

from model.swedish.quantities import quantities


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("minst 30 nya bostäder", [30]),
        ("Tre avtal, fyra möten", [3, 4]),
        ("10 000 innevånare", [10_000]),
        ("identifiera 100 Ha", [100]),
        ("ungdomar från 10 år och 13-åringar", []),
        ("under 2024 och den 3 maj", []),
        ("enligt § 147, mål 2.7.1 och 10–13", []),
        ("en plan och ett möte", []),
        ("2023-09-05, kl. 14:30, 9,5 procent", []),
        ("i årskurs 9", []),
    ],
)
def test_quantities_are_told_from_years_dates_ages_and_numbers_of_things(
    text: str, numbers: list[int]
) -> None:
    """What somebody has promised or counted."""
    assert [quantity.number for quantity in quantities(text)] == numbers
