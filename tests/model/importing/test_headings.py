"""Headings: in any order, in the spellings that municipalities use."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.importing.headings import Heading, TableKind, read_header
from model.importing.outcome import Verdict
from tests.model.building import KITCHEN, SICKNESS, T1, T2, activity, plan
from tests.model.importing.sheets import by_the_unit, only, sheet

HEALTH = activity("Hälsotema på APT", (SICKNESS,))


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


@pytest.mark.parametrize("heading", ["Status T1", "STATUS t1 2024", "Status, tertial 1"])
def test_a_heading_may_say_which_tertial_it_tells_of(heading: str) -> None:
    """The rows are of that tertial, whichever is shown; how it was read is told."""
    take = by_the_unit(plan(HEALTH), tertial=T2)
    headings = ("Aktivitet", "Mål", heading, "Kommentar T1")
    told = take(headings, (HEALTH.title, SICKNESS, "Försenad", "Börjar i maj."))
    assert only(told).verdict is Verdict.CHANGED
    assert take.plan.status_of(HEALTH.id, KITCHEN, T2) is None
    status = take.plan.status_of(HEALTH.id, KITCHEN, T1)
    assert status is not None
    assert status.comment == "Börjar i maj."
    assert f"Kolumnen ”{heading}” läses som Status." in sheet(headings)[0].notices


def test_headings_of_several_tertials_are_not_guessed_at() -> None:
    """Neither is read, and both are listed."""
    (table,) = sheet(("Aktivitet", "Mål", "Status T1", "Status T2"), ("X", "4.1", "Försenad", ""))
    assert table.notices == ("Kolumner som inte läses: ”Status T1”, ”Status T2”.",)
