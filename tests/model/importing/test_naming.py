"""Goals and units by what people call them, and back again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.importing.cells import CellRefused
from model.importing.naming import Names
from model.plan.entities import Goal, OrganisationUnit
from model.plan.plan import Plan
from tests.model.building import BUSINESS, COUNCIL, goal, goal_id, goals, plan, unit

WORDS = st.text("aÅ.1 -;2", max_size=4)


@pytest.mark.parametrize(
    "text",
    [
        BUSINESS,
        "3.4.5.",
        "Mål 3.4.5",
        "3.4.5 Förbättra näringslivsklimatet",
        "FÖRBÄTTRA näringslivsklimatet",
        "2024:3.4.5",
        goal_id(BUSINESS),
    ],
)
def test_a_goal_is_found_by_number_or_text(text: str) -> None:
    """Or both, with or without the full stop."""
    assert Names(plan()).find_goal(text, 2024).number == BUSINESS


def test_a_goal_that_is_not_there_gets_the_nearest() -> None:
    """By its text, too."""
    with pytest.raises(CellRefused, match=r"Menade du ”3\.4\.5 Förbättra"):
        Names(plan()).find_goal("Förbättra näringslivet", 2024)


def test_a_goal_of_another_year_has_its_year_before_it() -> None:
    """3.4.5 of 2025 is another goal."""
    names = Names(plan(*goals(2025)))
    assert names.find_goal(BUSINESS, 2025).id == goal_id(BUSINESS, 2025)
    assert names.goal_word(goal_id(BUSINESS), 2025) == "2024:3.4.5"
    assert names.goal_word(goal_id(COUNCIL, 2025), 2025) == COUNCIL


def test_a_unit_is_found_by_its_other_names() -> None:
    """And by its key where two have the same name."""
    twins = (unit("skola-a", "Skolan"), unit("skola-b", "Skolan"), unit("stab", "Staben",
             aliases=("Stab", "Kommunstaben")))  # fmt: skip
    names = Names(plan(*twins))
    assert names.find_unit("stab").id == names.find_unit("KOMMUNSTABEN").id == "stab"
    assert names.unit_word("skola-a") == "skola-a"
    with pytest.raises(CellRefused, match="Skriv nyckeln: skola-a, skola-b"):
        names.find_unit("Skolan")
    with pytest.raises(CellRefused, match="Menade du ”Kostenheten”"):
        names.find_unit("Kostenhten")


@given(st.lists(st.tuples(WORDS, WORDS, st.sampled_from([2023, 2024])), max_size=6))
def test_what_is_written_for_a_goal_is_read_as_the_same(rows: list[tuple[str, str, int]]) -> None:
    """Whatever numbers and keys there are, also where two goals have the same."""
    found = [
        Goal(id=f"goal-{at}", number=number, key=key, year=year, text=number)
        for at, (number, key, year) in enumerate(rows)
    ]
    names = Names(Plan(found))
    for each in found:
        for year in (2023, 2024):
            word = names.goal_word(each.id, year)
            if names.year_used(year) is not None:
                assert names.find_goal(word, year) is each


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=6))
def test_what_is_written_for_a_unit_is_read_as_the_same(rows: list[tuple[str, str, str]]) -> None:
    """Names, keys and other names may be anybody's."""
    found = [
        OrganisationUnit(id=f"unit-{at}", name=name, key=key, aliases=(alias,))
        for at, (name, key, alias) in enumerate(rows)
    ]
    names = Names(Plan(found))
    for each in found:
        assert names.find_unit(names.unit_word(each.id)) is each


def test_two_goals_with_the_same_number() -> None:
    """Each is called by its key."""
    names = Names(plan(goal("9.1", "Ett", key="a"), goal("9.1", "Två", key="b", id="andra")))
    assert names.goal_word("andra", 2024) == "b"
    assert names.find_goal("Två", 2024).id == "andra"
