"""After a carry-over: whose goals are to be looked at."""

from __future__ import annotations

from msgspec.structs import replace

from model.actions.planning import carry_over
from model.plan.entities import Goal
from model.views.carried_over import goals_to_check
from tests.model.actions.editing import editing
from tests.model.building import BUSINESS, KITCHEN, T3_2023, activity, plan


def carried(old: Goal) -> list[str]:
    """What is told when an activity towards a goal of 2023 is carried over to 2024."""
    before = replace(activity("Frukostar"), goals=(old.id,), year=T3_2023.year)
    edit = editing(plan(old, before))
    made = carry_over(edit, before, KITCHEN, 2024)
    return goals_to_check(edit.plan, [made])


def goal_of_2023(number: str, text: str) -> Goal:
    """A goal of the board that held the year before."""
    now = next(goal for goal in plan().goals(2024) if goal.number == BUSINESS)
    return replace(now, id="förra", key=number, year=2023, number=number, text=text or now.text)


def test_the_same_goal_the_year_after_needs_no_look() -> None:
    """Whatever its number was then."""
    assert carried(goal_of_2023("2.7", "")) == []


def test_a_goal_that_was_found_by_its_number_alone_is_asked_about() -> None:
    """The same number can be another goal the year after."""
    (line,) = carried(goal_of_2023(BUSINESS, "Öka antalet besökare."))
    assert line.startswith(f"Frukostar: målet {BUSINESS} är nu ”")
    assert line.endswith("Stämmer det?")


def test_a_goal_of_the_year_before_is_to_be_replaced() -> None:
    """It is no goal of the new year, and no report of that year has a place for it."""
    lines = carried(goal_of_2023("2.14", "Öka antalet besökare."))
    assert lines == ["Frukostar: målet 2.14 är 2023 års. Välj ett för 2024."]
