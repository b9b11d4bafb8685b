"""Units and goals by what people call them."""

from __future__ import annotations

import pytest

from model.plan.identifiers import AmbiguousId, UnknownId
from model.views.naming import (
    SeveralUnits,
    UnknownGoal,
    UnknownUnit,
    find_activity,
    find_goal,
    find_unit,
)
from tests.model.building import BUSINESS, KITCHEN, activity, goal_id, plan, unit


@pytest.mark.parametrize("name", ["Kostenheten", "  kostenheten ", "KOSTENHETEN", "koste"])
def test_a_unit_by_name_or_by_the_beginning_of_its_id(name: str) -> None:
    """Capitals and blanks do not matter."""
    assert find_unit(plan(), name).id == KITCHEN


def test_a_unit_by_another_name() -> None:
    """As the catalogue lists them; accents of capitals do not matter."""
    extra = unit("aldre-fransta", "Äldreomsorg Fränsta", aliases=("Fränsta äo",))
    assert find_unit(plan(extra), "FRÄNSTA ÄO").id == extra.id


def test_a_name_goes_before_another_name() -> None:
    """What one unit is called another may be known as."""
    extra = unit("kok", "Köket", aliases=("Kostenheten",))
    assert find_unit(plan(extra), "Kostenheten").id == KITCHEN


def test_an_unknown_unit_is_told_with_what_was_meant() -> None:
    """Also without dots and rings, and by an old name's slip the new name is given."""
    with pytest.raises(UnknownUnit) as caught:
        find_unit(plan(), "Biblioteken")
    assert caught.value.near == ["Biblioteket"]
    assert "Menade du ”Biblioteket”?" in str(caught.value)
    with pytest.raises(UnknownUnit, match="Kontrollera namnet"):
        find_unit(plan(), "xyzzy\x1b")


def test_two_units_with_one_name_need_a_key() -> None:
    """Two departments may each have an "Administration"."""
    two = unit("adm-1", "Administration"), unit("adm-2", "Administration")
    with pytest.raises(SeveralUnits, match="”adm-1” eller ”adm-2”"):
        find_unit(plan(*two), "administration")
    assert find_unit(plan(*two), "adm-2").id == "adm-2"


@pytest.mark.parametrize("number", [BUSINESS, " 3.4.5. ", "mal-2024-3.4.5"])
def test_a_goal_by_its_number(number: str) -> None:
    """With or without a last full stop."""
    assert find_goal(plan(), number, 2024).id == goal_id(BUSINESS)


def test_a_goal_of_a_year_that_the_catalogue_lacks() -> None:
    """The latest year's goals are used."""
    assert find_goal(plan(), BUSINESS, 2027).id == goal_id(BUSINESS)


@pytest.mark.parametrize("number", ["3.4.6", "", "mål", "3"])
def test_an_unknown_goal(number: str) -> None:
    """The message has what could be meant, or says where the goals are."""
    with pytest.raises(UnknownGoal, match=r"Menade du|goals list"):
        find_goal(plan(), number, 2024)


def test_an_activity_by_its_id() -> None:
    """One that begins so, and no other."""
    here = plan(activity(id="abcd1111"), activity(id="abcd2222"))
    assert find_activity(here, "ABCD1").id == "abcd1111"
    with pytest.raises(AmbiguousId):
        find_activity(here, "abcd")
    with pytest.raises(UnknownId):
        find_activity(here, "b")
