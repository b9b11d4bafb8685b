"""How far goals were met, and the outcomes of measures, from a spreadsheet."""

from __future__ import annotations

from decimal import Decimal

import pytest

from model.importing.outcome import Verdict
from model.plan.entities import Measure, MeasureValue, Outcome
from model.plan.vocabulary import AssessmentLevel
from tests.model.building import BUSINESS, COUNCIL, SICKNESS, T1, day, goal_id
from tests.model.importing.sheets import by_the_centre, by_the_unit, only, verdicts

GOALS = ("Mål", "Bedömning", "Motivering", "Sammanfattning", "Kommentar")
MEASURES = ("Mått", "Enhet", "Organisation", "Värde", "Per datum", "Antal anställda", "Mål")
ABSENCE = ("Sjukfrånvaro", "%", "Kostenheten", "9,11 %", "2024-03-31", Decimal(42), SICKNESS)


def test_a_goal_is_assessed_with_what_is_said_of_it() -> None:
    """The words of the report; the same again changes nothing."""
    take = by_the_centre()
    row = (BUSINESS, "delvis uppfyllt", "Två av tre är klara.", "Bra år.", "Går framåt.")
    outcome = only(take(GOALS, row))
    assert (outcome.verdict, outcome.name) == (
        Verdict.CHANGED,
        "3.4.5 Förbättra näringslivsklimatet.",
    )
    said = take.plan.assessment_of(goal_id(BUSINESS), T1)
    assert said is not None
    assert said.decided is not None
    assert (said.decided.level, said.decided.motivation, said.summary, said.comment) == (
        AssessmentLevel.PARTLY_MET,
        "Två av tre är klara.",
        "Bra år.",
        "Går framåt.",
    )
    assert only(take(GOALS, row)).verdict is Verdict.UNCHANGED


def test_without_a_motivation_the_summary_tells_why() -> None:
    """As in the reports that there are; without either the row is refused (A5)."""
    take = by_the_centre()
    outcome = only(take(GOALS, (BUSINESS, "Uppfyllt", None, "Alla är klara.", None)))
    assert "sammanfattningen blir motivering" in outcome.notes[0]
    refused = only(by_the_centre()(GOALS, (BUSINESS, "Uppfyllt", None, None, None)))
    assert "Skriv en motivering" in refused.reason


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ((BUSINESS, "Helt uppfyllt", None, None, None), "Menade du"),
        ((COUNCIL, "Uppfyllt", "Klart.", None, None), "Bara kommunstyrelsens mål"),
        (("9.9", "Uppfyllt", None, None, None), "Fyll i kolumnen Nummer"),
    ],
)
def test_an_assessment_that_cannot_be(row: tuple[str | None, ...], why: str) -> None:
    """Told with what to write instead."""
    assert why in by_the_centre()(GOALS, row).rows[0].reason


def test_a_unit_assesses_nothing() -> None:
    """Goals are the centre's."""
    refused = only(by_the_unit()(GOALS, (BUSINESS, "Uppfyllt", "Klart.", None, None)))
    assert "ändras bara centralt" in refused.reason


def test_a_measure_with_its_outcome_and_head_count() -> None:
    """New at first, and then found by name and organisation."""
    take = by_the_centre()
    assert only(take(MEASURES, ABSENCE)).verdict is Verdict.CREATED
    (measure,) = take.plan.of(Measure)
    assert (measure.name, measure.unit, measure.organisation, measure.goal, measure.key) == (
        "Sjukfrånvaro",
        "%",
        "kostenheten",
        goal_id(SICKNESS),
        "sjukfranvaro-4.1-kostenheten",
    )
    assert [(row.as_of, row.outcome) for row in take.plan.of(MeasureValue)] == [
        (day("2024-03-31"), Outcome("9.11", "", 42))
    ]
    assert only(take(MEASURES, ABSENCE)).verdict is Verdict.UNCHANGED
    newer = (*ABSENCE[:3], "8,5", "2024-04-01", None, None)
    outcome = only(take(MEASURES, newer))
    assert outcome.verdict is Verdict.CREATED
    assert len(take.plan.of(MeasureValue)) == 2


def test_a_child_of_a_measure_and_what_is_aimed_at() -> None:
    """A leading dash is how the document sets it; target and direction follow."""
    take = by_the_centre()
    headings = ("Mått", "Organisation", "Del av", "Målvärde", "Riktning", "Utgångsvärde")
    take(headings, ("Sjukfrånvaro", None, None, "5", "ner", "9,11"))
    take(headings, ("- Sjukfrånvaro", "Biblioteket", "Sjukfrånvaro", None, None, None))
    whole, part = sorted(take.plan.of(Measure), key=lambda row: row.order)
    assert (whole.target, whole.direction, whole.baseline) == ("5", "down", "9.11")
    assert (part.name, part.parent) == ("Sjukfrånvaro", whole.id)


def test_a_figure_that_cannot_be() -> None:
    """No number, no day, half a person, a day that has not been, an unknown organisation."""
    rows = [
        (*ABSENCE[:3], "nio", *ABSENCE[4:]),
        (*ABSENCE[:4], None, *ABSENCE[5:]),
        (*ABSENCE[:5], Decimal("4.5"), ABSENCE[6]),
        (*ABSENCE[:4], "2024-12-31", *ABSENCE[5:]),
        (*ABSENCE[:2], "Kosten", *ABSENCE[3:]),
        (None, *ABSENCE[1:]),
    ]
    preview = by_the_centre()(MEASURES, *rows)
    assert verdicts(preview) == [Verdict.REFUSED] * 6
    for row, why in zip(
        preview.rows,
        ("inget tal", "Per datum", "helt tal", "inte har varit", "Kostenheten", "inget mått"),
        strict=True,
    ):
        assert why in row.reason


def test_a_refused_row_is_called_by_its_measure() -> None:
    """A goal has several measures; who mends the file looks for the one that was refused."""
    refused = only(by_the_centre()(MEASURES, (*ABSENCE[:3], "nio", *ABSENCE[4:])))
    assert (refused.verdict, refused.name) == (Verdict.REFUSED, "Sjukfrånvaro")


def test_a_later_row_of_the_file_does_not_replace_what_an_earlier_one_says() -> None:
    """Nobody can say which holds; the same file twice must change nothing the second time."""
    take = by_the_centre()
    other = (*ABSENCE[:3], "8,2 %", *ABSENCE[4:])
    for again in (False, True):
        first, second = take(MEASURES, ABSENCE, other).rows
        assert first.verdict is (Verdict.UNCHANGED if again else Verdict.CREATED)
        assert second.reason == (
            "Samma sak står redan på rad 2, med annat under utfall. Behåll en av raderna."
        )
    rows = ((BUSINESS, "uppfyllt", "Klart.", "Bra.", None), (BUSINESS, None, None, "Sämre.", None))
    for _ in range(2):
        assert [row.row for row in take(GOALS, *rows).refused] == [3]
    kept = take.plan.assessment_of(goal_id(BUSINESS), T1)
    assert kept is not None
    assert kept.summary == "Bra."


def test_a_later_row_may_add_to_what_an_earlier_one_says() -> None:
    """As a sheet of its own for the comments does."""
    take = by_the_centre()
    rows = ((BUSINESS, "uppfyllt", "Klart.", None, None), (BUSINESS, None, None, None, "Går bra."))
    assert not take(GOALS, *rows).refused
    assert take(GOALS, *rows).is_empty
