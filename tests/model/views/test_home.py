"""The first screen: what is left before close."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.plan.calendar import Tertial
from model.plan.vocabulary import HandInState, Origin, StatusValue
from model.views.home import activity_row, home_view
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    SICKNESS,
    STREETS,
    T1,
    T2,
    T3,
    T3_2023,
    activity,
    day,
    hand_in,
    locked,
    plan,
    plan_activity,
    status,
    tertial_dates,
)

TODAY = day("2024-04-23")
DONE = StatusValue.COMPLETED_ON_PLAN
HEALTH = activity("Hälsotema på APT", (SICKNESS,), end="2024-11-30")
DIALOGUE = activity("Dialog med lokala producenter", (BUSINESS,))
WASTE = activity("Rutin för matsvinn", (BUSINESS, SICKNESS), end="2024-05-31")


def test_it_opens_on_what_lacks_a_status_oldest_end_date_first() -> None:
    """Two seconds to see what is missing."""
    view = home_view(plan(HEALTH, DIALOGUE, WASTE, status(HEALTH)), KITCHEN, TODAY)
    assert view.tertial == T1
    assert [row.title for row in view.missing] == [WASTE.title, DIALOGUE.title]
    assert [row.title for row in view.reported] == [HEALTH.title]
    assert (len(view.reported), view.total) == (1, 3)


def test_a_revised_end_date_decides_the_order() -> None:
    """The date that holds, not the one once planned."""
    town = plan(DIALOGUE, WASTE, status(WASTE, T1, revised_end="2024-12-01"))
    view = home_view(town, KITCHEN, day("2024-08-20"))
    assert [(row.title, row.end, row.is_revised) for row in view.missing] == [
        (DIALOGUE.title, day("2024-09-30"), False),
        (WASTE.title, day("2024-12-01"), True),
    ]


def test_the_days_left_count_down_to_the_entry_deadline() -> None:
    """Zero on the last day, negative after it."""
    left = {
        text: home_view(plan(), KITCHEN, day(text)).days_left
        for text in ("2024-04-23", "2024-04-30", "2024-05-02")
    }
    assert left == {"2024-04-23": 7, "2024-04-30": 0, "2024-05-02": -2}
    set_by_centre = plan(tertial_dates(T1, deadline="2024-05-08"))
    assert home_view(set_by_centre, KITCHEN, TODAY).days_left == 15


def test_a_locked_tertial_says_so() -> None:
    """When it is looked at afterwards."""
    town = plan(locked(T1, "2024-05-08"))
    assert home_view(town, KITCHEN, day("2024-05-09")).tertial == T2
    assert home_view(town, KITCHEN, day("2024-05-09"), T1).is_locked


def test_what_was_closed_earlier_in_the_year_is_done() -> None:
    """It stands with the status in which it was closed."""
    town = plan(DIALOGUE, status(DIALOGUE, T1, DONE))
    view = home_view(town, KITCHEN, day("2024-08-20"))
    (row,) = view.reported
    assert (row.status, row.status_tertial) == (DONE, T1)
    assert view.missing == ()


def test_last_tertial_s_status_is_not_shown_as_this_one_s() -> None:
    """What is missing looks missing."""
    town = plan(DIALOGUE, status(DIALOGUE, T1))
    (row,) = home_view(town, KITCHEN, day("2024-08-20")).missing
    assert row.status is None


def test_cancelled_activities_stand_apart_and_are_not_counted() -> None:
    """They need no status."""
    view = home_view(plan(DIALOGUE, activity("Inställd", cancelled=True)), KITCHEN, TODAY)
    assert [row.title for row in view.cancelled] == ["Inställd"]
    assert view.total == 1
    assert [row.title for row in view.rows] == [DIALOGUE.title, "Inställd"]


def test_a_row_tells_what_a_glance_needs() -> None:
    """Goals with the primary first, where it comes from, carried, in conflict."""
    shared = plan_activity("Frukostar", (SICKNESS, BUSINESS), unit=KITCHEN)
    carried = status(shared, unchanged_since=T3_2023, conflicts=("comment",), by=KITCHEN)
    row = activity_row(plan(shared, carried), shared, KITCHEN, T1)
    assert row.goal_numbers == (SICKNESS, BUSINESS)
    assert row.origin is Origin.PLAN
    assert row.is_unchanged
    assert row.is_in_conflict
    assert row.comment == "Första mötet hölls i mars."


def test_a_goal_that_has_not_arrived_is_a_question_mark() -> None:
    """The number is filled in when the catalogue comes."""
    odd = activity("Udda", ("9.9",))
    assert activity_row(plan(odd), odd, KITCHEN, T1).goal_numbers == ("?",)


def test_a_hand_in_shows_its_day_and_what_changed_since() -> None:
    """«Ändrad efter inlämning»."""
    before = status(DIALOGUE, version="v1")
    town = plan(DIALOGUE, HEALTH, status(HEALTH), status(DIALOGUE, version="v2"))
    handed_in = town.replacing([hand_in(before, status(HEALTH))])
    view = home_view(handed_in, KITCHEN, TODAY)
    assert view.is_handed_in
    assert view.handed_in_on == day("2024-04-22")
    assert [row.title for row in view.reported if row.changed_since_hand_in] == [DIALOGUE.title]


def test_a_hand_in_that_was_taken_back_is_none() -> None:
    """And has no day to show."""
    town = plan(DIALOGUE, hand_in(state=HandInState.WITHDRAWN))
    view = home_view(town, KITCHEN, TODAY)
    assert not view.is_handed_in
    assert view.handed_in_on is None


def test_the_meter_is_the_unit_s_own() -> None:
    """The first thing under the title."""
    assert home_view(plan(HEALTH, DIALOGUE), KITCHEN, TODAY).requirement.is_met
    assert not home_view(plan(HEALTH, DIALOGUE), STREETS, TODAY).requirement.is_met


@given(
    st.lists(
        st.tuples(st.booleans(), st.sets(st.sampled_from([T1, T2, T3])), st.booleans()), max_size=5
    ),
    st.sampled_from([T1, T2, T3]),
)
def test_every_activity_of_the_year_is_in_exactly_one_list(
    drawn: list[tuple[bool, set[Tertial], bool]], tertial: Tertial
) -> None:
    """Nothing is forgotten and nothing shown twice, whatever has been reported."""
    entities = []
    for place, (cancelled, reported, done) in enumerate(drawn):
        one = activity(f"Aktivitet {place}", cancelled=cancelled)
        value = DONE if done else StatusValue.DELAYED
        entities += [one, *(status(one, when, value) for when in reported)]
    view = home_view(plan(*entities), KITCHEN, TODAY, tertial)
    shown = [row.activity for row in view.rows]
    assert sorted(shown) == [f"Aktivitet {place}" for place in range(len(drawn))]
    assert all(row.status is None for row in view.missing)
    assert all(row.status is not None for row in view.reported)


def test_it_says_that_another_year_s_goals_are_used() -> None:
    """In a year that the catalogue lacks, and then nothing of last year fills the requirement."""
    view = home_view(plan(HEALTH, DIALOGUE), KITCHEN, day("2025-01-08"), Tertial(2025, 1))
    assert view.goals_notice == "Målkatalogen saknar 2025, målen för 2024 används."
    assert not view.requirement.is_met
    assert home_view(plan(HEALTH), KITCHEN, TODAY).goals_notice == ""
