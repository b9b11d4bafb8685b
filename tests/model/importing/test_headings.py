"""Headings: in any order, in the spellings that municipalities use."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.importing.headings import Heading, TableKind, read_header
from tests.model.importing.sheets import sheet


@pytest.mark.parametrize(
    ("texts", "kind", "found"),
    [
        (
            ("Verksamhetens aktiviteter", "Startdatum", "Slutdatum"),
            TableKind.ACTIVITIES,
            (Heading.TITLE, Heading.START, Heading.END),
        ),
        (
            ("SLUT-DATUM:", "aktivitet", "Mal", "ersattare"),
            TableKind.ACTIVITIES,
            (Heading.END, Heading.TITLE, Heading.GOAL, Heading.DEPUTY),
        ),
        (
            ("Nummer", "Mål", "Bedömning", "Sammanfattning"),
            TableKind.GOALS,
            (Heading.GOAL_NUMBER, Heading.GOAL, Heading.ASSESSMENT, Heading.SUMMARY),
        ),
        (
            ("Mått", "Enhet", "Utfall (per 2023-09-30)", "Antal anställda"),
            TableKind.MEASURES,
            (Heading.MEASURE, Heading.MEASURE_UNIT, Heading.VALUE, Heading.HEADCOUNT),
        ),
        (
            ("title", "goal", "revised_end"),
            TableKind.ACTIVITIES,
            (Heading.TITLE, Heading.GOAL, Heading.REVISED_END),
        ),
    ],
)
def test_what_a_row_of_headings_says(
    texts: tuple[str, ...], kind: TableKind, found: tuple[Heading, ...]
) -> None:
    """Capitals, signs and missing dots make no difference; Enhet is a unit or that of a figure."""
    header = read_header(texts)
    assert header is not None
    assert (header.kind, tuple(header.columns.values())) == (kind, found)
    assert header.guessed == {}


@pytest.mark.parametrize(
    "texts", [(), ("Aktivitet",), ("Mål", "2024"), ("Start", "Slut", "Status"), ("Rapport T1", "")]
)
def test_what_is_no_row_of_headings(texts: tuple[str, ...]) -> None:
    """At least two are known, and one says what the rows are about."""
    assert read_header(texts) is None


def test_a_slip_in_a_long_word_is_told() -> None:
    """It is read, and somebody can see how; what means nothing is listed."""
    (table,) = sheet(("Aktivitet", "Slutdatum", "Kommmentar", "Attestant"), ("X", "1/1", "Y", "Z"))
    assert table.notices == (
        "Kolumnen ”Kommmentar” läses som Kommentar.",
        "Kolumner som inte läses: ”Attestant”.",
    )


def test_the_first_of_two_columns_with_the_same_meaning_is_read() -> None:
    """The other one is listed as not read."""
    header = read_header(("Aktivitet", "Slut", "Slutdatum"))
    assert header is not None
    assert header.columns == {0: Heading.TITLE, 1: Heading.END}
    assert header.unread == ("Slutdatum",)


@settings(max_examples=20)
@given(st.permutations([each for each in Heading if each.swedish]))
def test_our_own_headings_are_read_in_any_order(headings: list[Heading]) -> None:
    """Of each kind of table, all that it has."""
    header = read_header([each.swedish for each in headings if each is not Heading.MEASURE])
    assert header is not None
    assert header.kind is TableKind.ACTIVITIES
    assert {Heading.TITLE, Heading.STATUS, Heading.REVISED_END} <= set(header.columns.values())
