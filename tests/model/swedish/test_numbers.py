"""Numbers are read and written with a decimal comma and grouped thousands."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import ModelError
from model.swedish.numbers import (
    UnreadableNumber,
    count_word,
    counted,
    ordinal,
    percent,
    read_number,
    write_number,
)

FIGURES = st.decimals(
    min_value=-(10**15), max_value=10**15, places=3, allow_nan=False, allow_infinity=False
)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("9,11", "9.11"),
        ("9,11 %", "9.11"),
        ("9,11%", "9.11"),
        ("9,11\u00a0%", "9.11"),
        ("9.11", "9.11"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234\u00a0567", "1234567"),
        ("1\u202f234", "1234"),
        ("1234", "1234"),
        ("12,0", "12.0"),
        ("-0,4", "-0.4"),
        ("\u22120,4", "-0.4"),
        ("\u2013 681,0", "-681.0"),
        ("+3", "3"),
        ("  7  ", "7"),
        ("0.5", "0.5"),
    ],
)
def test_figures_are_read_exactly(typed: str, value: str) -> None:
    read = read_number(typed)
    assert (read, read.as_tuple()) == (Decimal(value), Decimal(value).as_tuple())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Talet saknas. Skriv till exempel 9,11 eller 1 234."),
        ("ca 5", "”ca 5” går inte att läsa som ett tal. Skriv till exempel"),
        ("1 23", "går inte att läsa"),
        ("12 34,5", "går inte att läsa"),
        ("1,2,3", "går inte att läsa"),
        ("5 % 6", "går inte att läsa"),
        ("1e5", "går inte att läsa"),
        ("NaN", "går inte att läsa"),
        ("٣", "går inte att läsa"),
        ("9" * 500, "går inte att läsa"),
        ("1.234", "kan betyda två saker. Skriv 1 234 eller 1,234."),
        ("\x1b7", "”␛7”"),
    ],
)
def test_what_is_not_one_number_is_refused(typed: str, said: str) -> None:
    with pytest.raises(UnreadableNumber) as refused:
        read_number(typed)
    assert said in str(refused.value)
    assert refused.value.typed == typed
    assert len(str(refused.value)) < 200


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_is_refused_in_swedish(text: str) -> None:
    said = ""
    try:
        assert read_number(text).is_finite()
    except ModelError as refused:
        said = str(refused)
    assert not said or "Skriv till exempel" in said


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


def test_per_cent_is_set_off_by_a_space_that_does_not_break() -> None:
    assert percent(Decimal("9.11")) == "9,11\u00a0%"
    assert percent(Decimal("9.11"), decimals=1, plain=True) == "9,1 %"


@given(FIGURES, st.booleans())
def test_what_the_program_writes_it_can_read(value: Decimal, plain: bool) -> None:
    assert read_number(write_number(value, plain=plain)) == value
    assert read_number(percent(value, plain=plain)) == value


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


@pytest.mark.parametrize(
    ("number", "said"),
    [
        *((1, "första"), (2, "andra"), (3, "tredje"), (12, "tolfte"), (13, "13:e"), (21, "21:a")),
        *((22, "22:a"), (23, "23:e"), (111, "111:e"), (112, "112:e"), (1001, "1001:a")),
    ],
)
def test_order_is_said_in_words_up_to_twelve(number: int, said: str) -> None:
    assert ordinal(number) == said


def test_nothing_comes_before_the_first() -> None:
    with pytest.raises(ValueError, match="one"):
        ordinal(0)
