"""What the centre brings in: goals of a year, the plan's activities, and how they stand."""

from __future__ import annotations

from msgspec.structs import replace

from model.actions.planning import carry_over
from model.importing.outcome import Verdict
from model.plan.entities import Activity, Goal
from model.plan.identifiers import CENTRAL
from model.plan.vocabulary import GoalLevel, Origin, StatusValue
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    SICKNESS,
    T1,
    T3_2023,
    activity,
    plan,
    plan_activity,
    status,
)
from tests.model.importing.sheets import by_the_centre, by_the_unit, only, verdicts

GOALS_2023 = (
    ("Nummer", "Mål", "Nivå"),
    ("2.1", "Höja kvaliteten i grundskolan.", "KF-mål"),
    ("2.1.1", "Fler elever ska bli behöriga.", "Utvecklingsmål"),
)
REPORT_2023 = (
    ("Mål", "Verksamhetens aktiviteter", "Status", "Slutdatum", "Kommentar"),
    ("2.1.1", "Utbildning inom SKUA", "Avslutad enligt plan", "2023-12-21", "Klar."),
)


def test_an_earlier_year_is_held_beside_the_current_one() -> None:
    """Its goals, then its activities, with how they stood."""
    take = by_the_centre(year=2023, tertial=T3_2023)
    assert verdicts(take(*GOALS_2023)) == [Verdict.CREATED] * 2
    council, board = take.plan.goals(2023)
    assert (council.level, board.level, board.parent) == (
        GoalLevel.COUNCIL,
        GoalLevel.BOARD,
        council.id,
    )
    assert only(take(*REPORT_2023)).verdict is Verdict.CREATED
    made = take.plan.of(Activity)[0]
    assert (made.origin, made.scope, made.year) == (Origin.PLAN, CENTRAL, 2023)
    told = take.plan.status_of(made.id, CENTRAL, T3_2023)
    assert told is not None
    assert told.standing is not None
    assert (told.standing.value, told.comment) == (StatusValue.COMPLETED_ON_PLAN, "Klar.")
    assert len(take.plan.goals(2024)) == 4


def test_goals_and_what_refers_to_them_in_one_file() -> None:
    """Whichever sheet comes first, goals are taken in first; twice is once."""
    take = by_the_centre(year=2023, tertial=T3_2023)
    rows = (*REPORT_2023, *GOALS_2023)
    assert verdicts(take(*rows)) == [Verdict.CREATED] * 3
    assert verdicts(take(*rows)) == [Verdict.UNCHANGED] * 3


def test_an_activity_of_an_earlier_year_is_carried_over() -> None:
    """To a unit's plan of the year after."""
    take = by_the_centre(year=2023, tertial=T3_2023)
    take(*GOALS_2023, *REPORT_2023)
    made = replace(take.plan.of(Activity)[0], unit=KITCHEN)
    unit = by_the_unit(take.plan.replacing([made]))
    carried = carry_over(unit.edit, made, KITCHEN, 2024)
    assert (carried.year, carried.carried_over_from) == (2024, made.id)


def test_a_goal_that_is_there_gets_a_new_text() -> None:
    """By its number; the number alone may stand before the text."""
    take = by_the_centre()
    row = only(take(("Mål", "Tolkning"), (f"{BUSINESS} Förbättra klimatet.", "Gäller alla.")))
    assert row.verdict is Verdict.CHANGED
    goal = next(goal for goal in take.plan.goals(2024) if goal.number == BUSINESS)
    assert (goal.text, goal.interpretation) == ("Förbättra klimatet.", "Gäller alla.")


def test_goals_are_the_centres() -> None:
    """A unit's file may hold them unchanged."""
    take = by_the_unit()
    headings = ("Nummer", "Mål")
    assert only(take(headings, (BUSINESS, "Förbättra näringslivsklimatet."))).verdict is (
        Verdict.UNCHANGED
    )
    refused = only(take(headings, (BUSINESS, "Något annat.")))
    assert "ändras bara centralt" in refused.reason
    assert take.plan.goals(2024) == plan().goals(2024)


def test_a_goal_without_number_or_with_a_wrong_parent() -> None:
    """Refused with what is missing."""
    preview = by_the_centre()(
        ("Nummer", "Mål", "Överordnat mål"),
        (None, "Nytt mål", None),
        ("3.5.1", "Nytt mål", "3.3.1"),
        ("3.5", None, None),
    )
    reasons = [row.reason for row in preview.rows]
    assert verdicts(preview) == [Verdict.REFUSED] * 3
    assert "Nummer" in reasons[0]
    assert "fullmäktigemål" in reasons[1]
    assert "text" in reasons[2]


def test_new_goals_stand_where_their_numbers_say() -> None:
    """Among those that were there: so each chapter of a report, and of the screen, is whole."""
    as_in_a_file = [replace(goal, order=100 * at) for at, goal in enumerate(plan().goals(2024), 1)]
    take = by_the_centre(plan().replacing(as_in_a_file))
    preview = take(
        ("Nummer", "Mål", "Överordnat mål"),
        ("3.4.10", "Tionde", "3.4"),
        ("3.4.9", "Nionde", "3.4"),
        ("2.9", "Först", None),
        ("9", "Sist", None),
    )
    assert verdicts(preview) == [Verdict.CREATED] * 4
    numbers = [goal.number for goal in take.plan.goals(2024)]
    assert (numbers[0], numbers[-1]) == ("2.9", "9")
    at = numbers.index(BUSINESS)
    assert numbers[at : at + 4] == [BUSINESS, "3.4.9", "3.4.10", SICKNESS]


def test_a_plan_activity_with_unit_and_those_that_take_part() -> None:
    """Units by name; a row of one that takes part does not change who answers."""
    take = by_the_centre()
    rows = (
        ("Mål", "Aktivitet", "Slut", "Enhet", "Deltar", "Ansvarig"),
        (BUSINESS, "Frukostar", "30/9", "Kostenheten", "Gata och park; Biblioteket", "Eva Ek"),
    )
    created = only(take(*rows))
    assert created.verdict is Verdict.CREATED
    assert "Läggs i verksamhetsplanen, inte bland enhetens egna aktiviteter." in created.notes
    made = take.plan.of(Activity)[0]
    assert (made.unit, made.participants) == (KITCHEN, ("gata-park", "biblioteket"))
    headings = ("Aktivitet", "Enhet", "Enhetens roll")
    assert only(take(headings, ("Frukostar", "Biblioteket", "deltar"))).verdict is (
        Verdict.UNCHANGED
    )
    assert only(take(*rows)).verdict is Verdict.UNCHANGED


def test_the_key_is_the_catalogues() -> None:
    """So that the goal catalogue can be exported and changed afterwards."""
    take = by_the_centre()
    take(("Mål", "Aktivitet", "Slut"), (BUSINESS, "Företagsfrukostar på Åsen!", "30/9"))
    made = take.plan.of(Activity)[0]
    assert made.key == "3.4.5-foretagsfrukostar-pa-asen"
    assert made.id == take.plan.id_of(Activity, "2024", made.key)


def test_a_units_own_activity_and_its_status_are_the_units() -> None:
    """The centre's file may hold them unchanged; what differs is refused."""
    own = activity("Dialog", id="dialog")
    told = status(own)
    take = by_the_centre(plan(own, told))
    headings = ("Id", "Aktivitet", "Enhet", "Status", "Kommentar", "Ursprung")
    row = ("dialog", "Dialog", "Kostenheten", "Pågående enligt plan", told.comment, "egen")
    assert only(take(headings, row)).verdict is Verdict.UNCHANGED
    refused = only(take(headings, (*row[:3], "Försenad", *row[4:])))
    assert "rapporteras av Kostenheten" in refused.reason
    assert "annan enhet" in only(take(headings, ("dialog", "Samtal", *row[2:]))).reason
    new = only(take(headings[1:], ("Nytt", "Kostenheten", None, None, "egen")))
    assert "av enheten" in new.reason


def test_the_centre_reports_what_nobody_answers_for() -> None:
    """By title, in the same file as the plan itself."""
    nobodys = plan_activity("Företagsfrukostar")
    take = by_the_centre(plan(nobodys))
    assert only(take(("Aktivitet", "Status"), ("Företagsfrukostar", "Försenad"))).verdict is (
        Verdict.CHANGED
    )
    assert take.plan.status_of(nobodys.id, CENTRAL, T1) is not None


def test_a_year_before_all_goals_is_not_taken_for_the_latest() -> None:
    """2.1.1 of 2023 is not 2.1.1 of 2024."""
    take = by_the_centre(year=2022, tertial=None)
    refused = only(take(("Mål", "Aktivitet", "Slut"), (BUSINESS, "X", "2022-09-30")))
    assert "Det finns inga mål för 2022" in refused.reason
    assert [goal.year for goal in take.plan.of(Goal)] == [2024] * 4
