"""Tables as the municipality's documents lay them out, put into a spreadsheet as they are."""

from __future__ import annotations

from model.importing.outcome import Verdict
from model.plan.entities import Activity
from model.plan.vocabulary import StatusValue
from tests.model.building import BUSINESS, KITCHEN, T1, YOUTH, goal_id
from tests.model.importing.sheets import by_the_unit, only, verdicts


def test_goals_stand_above_their_activities_and_headings_come_again() -> None:
    """With titles above, blank rows, and a description and a status below each activity."""
    take = by_the_unit()
    header = ("Verksamhetens aktiviteter", "Startdatum", "Slutdatum", None, None)
    preview = take(
        ("Redovisning av arbete för de politiska målen", None),
        ("Kostenheten", "2024"),
        (None, None),
        ("3.4.5 Förbättra näringslivsklimatet.",),
        header,
        ("Dialog med producenter", "2024-01-01", "2024-09-30", None, None),
        ("Två möten.",),
        ("En gemensam upphandling.",),
        ("● Pågående enligt plan",),
        (None, " ", None),
        ("Ungdomar ska känna ökad trygghet",),
        header,
        ("Ungdomsråd", "2024-02-01", "2024-12-31"),
    )
    assert verdicts(preview) == [Verdict.CREATED] * 2
    first, second = sorted(take.plan.of(Activity), key=lambda each: each.title)
    assert (first.description, first.goals) == (
        "Två möten.\nEn gemensam upphandling.",
        (goal_id(BUSINESS),),
    )
    assert second.goals == (goal_id(YOUTH),)
    told = take.plan.status_of(first.id, KITCHEN, T1)
    assert told is not None
    assert told.standing is not None
    assert told.standing.value is StatusValue.ONGOING_ON_PLAN


def test_a_goal_in_merged_cells_holds_for_the_rows_below() -> None:
    """Which a new activity says of itself."""
    take = by_the_unit()
    preview = take(
        ("Mål", "Aktivitet", "Start", "Slut"),
        (BUSINESS, "Frukostar", "1/2", "30/9"),
        (None, "Mässa", "1/2", "30/9"),
    )
    assert preview.rows[1].notes == ("Målet är det som står på rad 2.",)
    assert {each.goals for each in take.plan.of(Activity)} == {(goal_id(BUSINESS),)}


def test_a_goal_above_that_is_not_there_is_not_taken_for_a_description() -> None:
    """The rows below it are refused, and say which goal is missing."""
    preview = by_the_unit()(
        ("Aktivitet", "Start", "Slut"), ("9.9.9 Ett mål från i fjol",), ("Mässa", "1/2", "30/9")
    )
    assert "9.9.9 Ett mål" in only(preview).reason


def test_two_tables_in_one_sheet() -> None:
    """Each with its own headings."""
    take = by_the_unit()
    preview = take(
        ("Aktivitet", "Mål", "Start", "Slut"),
        ("Frukostar", BUSINESS, "1/2", "30/9"),
        ("Slut", "Start", "Aktivitet", "Mål"),
        ("30/9", "1/2", "Mässa", BUSINESS),
    )
    assert verdicts(preview) == [Verdict.CREATED] * 2
    assert [row.row for row in preview.rows] == [2, 4]


def test_a_goal_above_the_second_table_of_another_kind() -> None:
    """It belongs to the table below it, not to the one above."""
    take = by_the_unit()
    preview = take(
        ("Nummer", "Mål"),
        (BUSINESS, "Förbättra näringslivsklimatet."),
        (YOUTH,),
        ("Aktivitet", "Start", "Slut"),
        ("Ungdomsråd", "1/2", "30/9"),
    )
    assert verdicts(preview) == [Verdict.UNCHANGED, Verdict.CREATED]
    assert [each.goals for each in take.plan.of(Activity)] == [(goal_id(YOUTH),)]
