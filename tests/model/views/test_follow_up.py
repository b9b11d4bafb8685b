"""What the centre follows up: who has not handed in, what waits and slips, goals × units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.plan.identifiers import CENTRAL
from model.plan.plan import Plan
from model.plan.vocabulary import Cause, OrganisationLevel, Role, StatusValue
from model.views.department import overview
from model.views.follow_up import follow_up, units_of
from model.views.goal_matrix import goal_matrix
from model.views.missing import mail_text, missing_units
from tests.model.building import (
    BUILDING,
    BUSINESS,
    KITCHEN,
    LIBRARY,
    SICKNESS,
    STREETS,
    T1,
    T3_2023,
    YOUTH,
    activity,
    hand_in,
    locked,
    person,
    plan,
    plan_activity,
    status,
    tertial_dates,
    unit,
)

DIALOGUE = activity("Dialog")
HEALTH = activity("Hälsotema på APT", (SICKNESS,))
PARK = activity("Parkdag", (BUSINESS, YOUTH), of=STREETS)
TOWN = plan(DIALOGUE, HEALTH, PARK, status(PARK), hand_in(status(PARK), of=STREETS))


def test_who_has_not_handed_in_by_department() -> None:
    """With the head's name and what is left, to copy into a mail."""
    town = TOWN.replacing(
        [person("Anna Ask"), person("Stab Stabsson", role=Role.CENTRAL), status(HEALTH)]
    )
    missing = missing_units(town, overview(town, T1))
    assert [(each.name, each.head, each.words) for each in missing] == [
        ("Kostenheten", "Anna Ask", "1 av 2 saknar status"),
        ("Biblioteket", "", "ej inlämnat"),
    ]
    assert mail_text(town, T1, missing) == (
        "Följande enheter har inte lämnat in T1 2024. Sista dag är 2024-04-30.\n\n"
        "Samhällsbyggnadsavdelningen\n- Kostenheten, Anna Ask: 1 av 2 saknar status\n\n"
        "Utbildningsavdelningen\n- Biblioteket: ej inlämnat"
    )


def test_when_everybody_has_handed_in_the_mail_says_so() -> None:
    """And the deadline is the catalogue's own where it has one."""
    town = plan(*(hand_in(of=each) for each in (KITCHEN, STREETS, LIBRARY)))
    assert mail_text(town, T1, missing_units(town, overview(town, T1))) == (
        "Alla enheter har lämnat in T1 2024."
    )
    moved = TOWN.replacing([tertial_dates(T1, "2024-05-08")])
    assert "Sista dag är 2024-05-08." in mail_text(
        moved, T1, missing_units(moved, overview(moved, T1))
    )


def test_when_the_tertial_is_locked_nobody_is_asked_to_hand_in() -> None:
    """The list says that it is locked, since when and by whom; it is no reminder any more."""
    town = TOWN.replacing([locked(T1), person("Cia Ek", role=Role.CENTRAL)])
    text = mail_text(town, T1, missing_units(town, overview(town, T1)))
    assert text.startswith(
        "T1 2024 låstes 20 maj 2024 av Cia Ek. Följande enheter hade inte lämnat in, "
        "och kan inte längre göra det.\n"
    )
    assert "Sista dag" not in text


def test_what_waits_is_listed_by_what_it_waits_for() -> None:
    """With what is awaited and when it is looked at again; what is closed waits no more."""
    money = Cause.FUNDING_DECISION
    waiting = status(
        DIALOGUE, value=StatusValue.ON_HOLD, cause=money, awaited="budgeten",
        review_date="2024-06-15",
    )  # fmt: skip
    over = status(PARK, value=StatusValue.CANCELLED, cause=money)
    found = follow_up(TOWN.replacing([waiting, over]), (KITCHEN, STREETS), T1)
    assert {cause: [row.title for row in rows] for cause, rows in found.by_cause.items()} == {
        money: ["Dialog"]
    }
    assert found.by_cause[money][0].words == "inväntar budgeten, följs upp 2024-06-15"


def test_what_waits_or_is_late_without_a_cause_is_not_left_out() -> None:
    """A comment that tells why is no cause that can be counted; so it is listed, to be asked."""
    waiting = status(DIALOGUE, value=StatusValue.ON_HOLD, comment="Väntar på pengar.")
    late = status(PARK, value=StatusValue.DELAYED, revised_end="2024-10-01")
    found = follow_up(TOWN.replacing([waiting, late]), (KITCHEN, STREETS), T1)
    assert [(row.title, row.words) for row in found.without_cause] == [
        ("Dialog", "Vänteläge"),
        ("Parkdag", "Försenad, nytt slutdatum 2024-10-01"),
    ]
    assert not found.by_cause


def test_living_activities_without_a_deputy() -> None:
    """Those of the operational plan that nobody answers for are the centre's own."""
    covered = activity("Dialog", deputy="Anna")
    central = plan_activity("Film")
    town = TOWN.replacing([covered, central, person("Anna")])
    found = follow_up(town, units_of(overview(town, T1), whole=True), T1)
    assert {(row.unit_name, row.title) for row in found.without_deputy} == {
        ("centralt", "Film"),
        ("Kostenheten", "Hälsotema på APT"),
        ("Gata och park", "Parkdag"),
    }
    assert found.without_deputy[0].unit == CENTRAL


def test_what_has_slipped_since_the_tertial_before() -> None:
    """As F19 tells the unit itself."""
    before = status(DIALOGUE, T3_2023)
    now = status(DIALOGUE, value=StatusValue.DELAYED, revised_end="2024-11-30")
    found = follow_up(TOWN.replacing([before, now]), (KITCHEN,), T1)
    slips = (
        "sedan T3 2023: slutdatum 2024-11-30 i stället för 2024-09-30; "
        "status Försenad i stället för Pågående enligt plan"
    )
    assert [(row.title, row.words) for row in found.slipped] == [("Dialog", slips)]
    assert follow_up(plan(), (KITCHEN,), T1).is_empty


def test_goals_and_units_with_the_empty_cells() -> None:
    """Council goals are not worked towards directly."""
    matrix = goal_matrix(TOWN, overview(TOWN, T1))
    assert [goal.number for goal in matrix.goals] == [YOUTH, BUSINESS, SICKNESS]
    cells = {(row.unit, row.is_sum): row.counts for row in matrix.rows}
    assert cells[KITCHEN, False] == (0, 1, 1)
    assert cells[STREETS, False] == (1, 1, 0)
    assert cells[BUILDING, True] == (1, 2, 1)
    assert cells[LIBRARY, False] == (0, 0, 0)
    assert matrix.units == (1, 2, 1)
    assert matrix.unworked == ()
    assert [goal.number for goal in goal_matrix(plan(), overview(plan(), T1)).unworked] == [
        YOUTH,
        BUSINESS,
        SICKNESS,
    ]


def test_what_the_centre_reports_itself_has_a_row_of_its_own() -> None:
    """It counts in its cell, and a goal that only the plan serves has still no unit."""
    town = plan(plan_activity("Film", (BUSINESS,)))
    matrix = goal_matrix(town, overview(town, T1))
    assert (matrix.rows[-1].unit, matrix.rows[-1].counts) == (CENTRAL, (0, 1, 0))
    assert BUSINESS in [goal.number for goal in matrix.unworked]


def test_what_is_cancelled_is_not_worked_on() -> None:
    """Nor is what another year planned."""
    town = plan(activity("Inställd", cancelled=True), activity("Förra året", year=2023))
    assert set(goal_matrix(town, overview(town, T1)).units) == {0}


@given(st.lists(st.tuples(st.sampled_from([KITCHEN, STREETS, LIBRARY, "kök"]),
                          st.sampled_from([YOUTH, BUSINESS, SICKNESS])), max_size=15))  # fmt: skip
def test_the_sums_of_the_matrix_add_up(planned: list[tuple[str, str]]) -> None:
    """However deep the organisation is, each department is the sum of what is below it."""
    rows = [
        activity(f"Aktivitet {number}", (towards,), of=of)
        for number, (of, towards) in enumerate(planned)
    ]
    town: Plan = plan(
        unit("kok", "Köken", BUILDING, OrganisationLevel.DEPARTMENT), unit("kök", "Kök", "kok"),
        *rows,
    )  # fmt: skip
    matrix = goal_matrix(town, overview(town, T1))
    single = [row for row in matrix.rows if not row.is_sum]
    tops = [row for row in matrix.rows if row.depth == 0]
    for place in range(len(matrix.goals)):
        total = sum(row.counts[place] for row in single)
        assert sum(row.counts[place] for row in tops) == total
        assert matrix.units[place] == sum(row.counts[place] > 0 for row in single)
    assert sum(sum(row.counts) for row in single) == len(planned)
