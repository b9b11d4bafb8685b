"""Carrying an activity over to the next year, so that it can be followed from report to report."""

from __future__ import annotations

import pytest

from model.actions.planning import AlreadyCarriedOver, carry_over
from model.plan.reporting import reportable
from model.plan.rules import FieldRefused
from model.plan.vocabulary import Origin, StatusValue
from model.workspace.edit import NotYourUnit
from tests.model.actions.editing import editing, period
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    LIBRARY,
    SICKNESS,
    STREETS,
    T1,
    T3_2023,
    activity,
    goal,
    goal_id,
    plan,
    plan_activity,
    status,
)

OLD = activity(
    "Dialog", (BUSINESS,), year=2023, start="2023-02-01", end="2023-11-30", responsible="anna"
)


def test_it_is_the_same_activity_in_a_new_year() -> None:
    """Title, text and people are kept, and it is linked to the old one, which stays as it is."""
    edit = editing(plan(OLD))
    new = carry_over(edit, OLD, KITCHEN, 2024)
    assert (new.title, new.description, new.responsible) == (
        OLD.title, OLD.description, OLD.responsible,
    )  # fmt: skip
    assert (new.year, new.origin, new.carried_over_from) == (2024, Origin.OWN, OLD.id)
    assert edit.plan.successor_of(OLD.id) == new.id
    assert [entry.change.id for entry in edit.entries] == [new.id]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("2023-02-01", "2023-11-30"), ("2024-01-01", "2024-11-30")),
        (("2023-02-01", "2024-06-30"), ("2023-02-01", "2024-06-30")),
        (("2020-01-01", "2020-02-29"), ("2023-01-01", "2023-02-28")),
        (("2020-01-01", "2020-02-29"), ("2024-01-01", "2024-02-29")),
    ],
)
def test_the_dates_move_to_the_new_year_unless_they_reach_into_it(
    old: tuple[str, str], new: tuple[str, str]
) -> None:
    """Leap days too."""
    year = int(new[1][:4])
    row = activity(year=2020, start=old[0], end=old[1])
    assert carry_over(editing(plan(row)), row, KITCHEN, year).period == period(*new)


def test_the_end_date_that_was_reported_last_is_the_one_that_moves() -> None:
    """Nobody plans again for a day that was given up already."""
    row = activity(year=2023, start="2023-02-01", end="2023-11-30")
    put_off = status(row, T3_2023, revised_end="2024-03-31")
    carried = carry_over(editing(plan(row, put_off)), row, KITCHEN, 2024)
    assert carried.period == period("2023-02-01", "2024-03-31")


def test_an_activity_without_dates_gets_the_whole_year() -> None:
    """They had not arrived."""
    row = activity(year=2023, period=None)
    moved = carry_over(editing(plan(row)), row, KITCHEN, 2024)
    assert moved.period == period("2024-01-01", "2024-12-31")


def test_goals_are_those_of_the_new_year() -> None:
    """The same text first, whatever its number now is; else the same number; else the old ones."""
    text = "Förbättra näringslivsklimatet."
    town = plan(
        goal("3.1.1", text, year=2023),
        goal("3.3.1", "Ungdomar ska vara trygga.", year=2023),
        goal("3.7.7", "Finns inte längre.", year=2023),
        row := activity(year=2023, towards=("3.1.1", "3.3.1", "3.7.7", "3.0.0")),
    )
    assert carry_over(editing(town), row, KITCHEN, 2024).goals == (
        goal_id(BUSINESS),
        goal_id("3.3.1"),
        goal_id("3.7.7", 2023),
        goal_id("3.0.0", 2023),
    )


def test_two_goals_that_became_one_are_one() -> None:
    """No goal is listed twice."""
    text = "Sjukfrånvaron ska minska."
    town = plan(
        goal("4.1", text, year=2023),
        goal("4.2", text, year=2023),
        row := activity(year=2023, towards=("4.1", "4.2")),
    )
    assert carry_over(editing(town), row, KITCHEN, 2024).goals == (goal_id(SICKNESS),)


def test_two_devices_carry_the_same_activity_over_once() -> None:
    """The deputy does it as well, offline: it is one activity when they meet."""
    assert (
        carry_over(editing(plan(OLD)), OLD, KITCHEN, 2024).id
        == carry_over(editing(plan(OLD)), OLD, KITCHEN, 2024).id
    )


def test_an_activity_is_carried_over_once() -> None:
    """The message names the one there is, and its own year."""
    edit = editing(plan(OLD))
    new = carry_over(edit, OLD, KITCHEN, 2024)
    with pytest.raises(AlreadyCarriedOver, match=rf"{new.id[:8]}.*finns för 2024") as refused:
        carry_over(edit, OLD, KITCHEN, 2025)
    assert refused.value.successor == new.id
    assert len(edit.entries) == 1


@pytest.mark.parametrize("year", [2023, 2022])
def test_one_does_not_carry_over_backwards(year: int) -> None:
    """Nor within the year."""
    with pytest.raises(FieldRefused, match="hör redan till 2023"):
        carry_over(editing(plan(OLD)), OLD, KITCHEN, year)


def test_one_does_not_carry_over_for_another_unit() -> None:
    """The other unit plans for itself."""
    with pytest.raises(NotYourUnit):
        carry_over(editing(plan(OLD)), OLD, LIBRARY, 2024)


def test_what_was_carried_over_is_reported_in_its_new_shape() -> None:
    """The old one drops out of what is to be reported."""
    town = plan(OLD, status(OLD, T3_2023, StatusValue.DELAYED))
    assert reportable(town, KITCHEN, T1) == [OLD]
    edit = editing(town)
    new = carry_over(edit, OLD, KITCHEN, 2024)
    assert reportable(edit.plan, KITCHEN, T1) == [new]


def test_what_one_unit_carries_over_of_a_common_activity_is_its_own() -> None:
    """The other unit that the plan names goes on with it, or carries it over for itself."""
    common = plan_activity(year=2023, end="2023-12-31", unit=KITCHEN, participants=(STREETS,))
    town = plan(
        common,
        *(status(common, T3_2023, StatusValue.DELAYED, by=unit) for unit in (KITCHEN, STREETS)),
    )
    edit = editing(town, units=(KITCHEN, STREETS))
    carry_over(edit, common, KITCHEN, 2024)
    assert common not in reportable(edit.plan, KITCHEN, T1)
    assert common in reportable(edit.plan, STREETS, T1)
    carry_over(edit, common, STREETS, 2024)
    assert common not in reportable(edit.plan, STREETS, T1)
