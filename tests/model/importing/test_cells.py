"""Cells: days, choices and yes or no, in the ways that spreadsheets have them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.importing.cells import (
    Cell,
    CellRefused,
    Unusable,
    choice_of,
    day_of,
    text_of,
    yes_of,
)
from model.importing.standing import CAUSE_WORDS, STATUS_WORDS
from model.plan.vocabulary import Cause, StatusValue
from tests.model.building import day

NEAR = day("2024-04-23")


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        (day("2024-09-30"), "2024-09-30"),
        ("2024-09-30", "2024-09-30"),
        ("30/9", "2023-09-30"),
        ("30 september 2024", "2024-09-30"),
        ("240930", "2024-09-30"),
        (Decimal(45565), "2024-09-30"),
        ("45565", "2024-09-30"),
        (Decimal(20240930), "2024-09-30"),
    ],
)
def test_a_day(cell: Cell, read: str) -> None:
    """A date cell, Excel's number for it, or as people type it; without a year in the plan's."""
    assert day_of(cell, near=NEAR, year=2023) == day(read)


@given(st.dates(date(1930, 1, 1), date(2170, 12, 31)))
def test_excels_numbers_are_the_days_that_it_shows(some_day: date) -> None:
    """Counted from the last day but one of 1899, as Excel does."""
    serial = (some_day - date(1899, 12, 30)) / timedelta(days=1)
    assert day_of(Decimal(int(serial)), near=NEAR, year=2024) == some_day


@pytest.mark.parametrize("cell", ["snart", Decimal(12), True, Unusable("Fel.")])
def test_what_is_no_day(cell: Cell) -> None:
    """Refused with how to write one."""
    with pytest.raises(CellRefused):
        day_of(cell, near=NEAR, year=2024)


@pytest.mark.parametrize("value", list(StatusValue))
@pytest.mark.parametrize("form", ["{}", "  {}.", "✔ {}", "● {}"])
def test_every_status_by_its_words_and_its_identifier(value: StatusValue, form: str) -> None:
    """As the documents print it, with a symbol or without."""
    for words in (value.swedish, value.swedish.upper(), value.value):
        assert choice_of(form.format(words), STATUS_WORDS, "status") is value


def test_a_word_that_is_none_gets_the_nearest() -> None:
    """Or all of them where none is near."""
    with pytest.raises(CellRefused, match="Menade du ”Pågående enligt plan”"):
        choice_of("Pågår enligt plan", STATUS_WORDS, "status")
    with pytest.raises(CellRefused, match="finansieringsbeslut"):
        choice_of("xyz", CAUSE_WORDS, "orsak")
    assert choice_of("Extern part", CAUSE_WORDS, "orsak") is Cause.EXTERNAL_PARTY


def test_yes_and_no() -> None:
    """In the words and signs that people use."""
    assert [yes_of(each, "Utgår") for each in ("Ja", "x", True, "Nej", False, "", None)] == [
        True,
        True,
        True,
        False,
        False,
        None,
        None,
    ]
    with pytest.raises(CellRefused, match="ja eller nej"):
        yes_of("kanske", "Utgår")


def test_numbers_are_text_as_they_are() -> None:
    """3.1 is a goal, not a rounded figure."""
    assert [text_of(Decimal(each)) for each in ("3.1", "12", "0.10")] == ["3.1", "12", "0.10"]
    with pytest.raises(CellRefused, match=r"Fel\."):
        text_of(Unusable("Fel."))
