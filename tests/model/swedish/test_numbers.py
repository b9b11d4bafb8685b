"""Numbers are written with a decimal comma and grouped thousands."""

from decimal import Decimal

import pytest

from model.swedish.numbers import (
    count_word,
    counted,
    write_number,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("9.11"), "9,11"),
        (Decimal("1234.5"), "1\u00a0234,5"),
        (1234567, "1\u00a0234\u00a0567"),
        (Decimal("-681.0"), "\u2212681,0"),
        (Decimal("-0"), "0"),
        (Decimal("1E+3"), "1\u00a0000"),
        (0, "0"),
    ],
)
def test_figures_are_written_as_they_are_stored(value: Decimal | int, written: str) -> None:
    assert write_number(value) == written


def test_figures_are_rounded_as_taught_in_school() -> None:
    assert write_number(Decimal("2.5"), decimals=0) == "3"
    assert write_number(Decimal("-2.45"), decimals=1, plain=True) == "-2,5"
    assert write_number(Decimal("-0.04"), decimals=1) == "0,0"
    assert write_number(5, decimals=2) == "5,00"
    longer_than_the_usual_precision = Decimal("1" + "0" * 40 + ".5")
    assert write_number(longer_than_the_usual_precision, decimals=0, plain=True).endswith(" 001")
    assert write_number(longer_than_the_usual_precision).endswith("\u00a0000,5")


def test_what_is_no_figure_cannot_be_written() -> None:
    for value in ("NaN", "Infinity"):
        with pytest.raises(ValueError, match="finite"):
            write_number(Decimal(value))


def test_small_counts_are_words_and_large_ones_figures() -> None:
    assert [count_word(count) for count in (0, 1, 5, 12, 13)] == ["noll", "en", "fem", "tolv", "13"]
    assert count_word(1, one="ett") == "ett"
    assert count_word(20_000) == "20\u00a0000"
    assert count_word(-3) == "\u22123"


def test_things_are_counted_with_the_right_form_of_the_noun() -> None:
    assert counted(1, "aktivitet", "aktiviteter") == "1 aktivitet"
    assert counted(3, "aktivitet", "aktiviteter") == "3 aktiviteter"
    assert counted(0, "aktivitet", "aktiviteter") == "0 aktiviteter"
    assert counted(3, "aktivitet", "aktiviteter", words=True) == "tre aktiviteter"
    assert counted(1, "mål", "mål", words=True, one="ett") == "ett mål"
