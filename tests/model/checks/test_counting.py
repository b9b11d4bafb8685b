"""Only those are counted anew whose figure may be another."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.checks.counting import concerned
from model.plan.entities import Entity, OrganisationUnit
from model.plan.plan import Plan
from tests.model.building import BUILDING, BUSINESS, KITCHEN, LIBRARY, STREETS, activity, goal, plan

HERE = activity("rutin", unit=KITCHEN, scope=KITCHEN)


def after(*entities: Entity) -> frozenset[str] | None:
    """Whom it concerns that these come, or stand in place of others."""
    before = plan(HERE)
    return concerned(before, before.replacing(entities))


def test_a_unit_and_those_above_it() -> None:
    """The department may have to reach a minimum with what its units do."""
    assert after(replace(HERE, title="Ny rutin")) == frozenset({KITCHEN, BUILDING})
    assert after(activity("saga", unit=LIBRARY, scope=LIBRARY)) is not None
    assert KITCHEN not in (after(activity("saga", unit=LIBRARY, scope=LIBRARY)) or ())


def test_what_is_central_concerns_everybody() -> None:
    """A goal, say; and who is merged into whom."""
    assert after(goal(BUSINESS, "Ny lydelse")) is None


def test_a_merged_unit_concerns_its_successor() -> None:
    """Which reads both."""
    streets = plan().find(OrganisationUnit, STREETS)
    assert streets is not None
    before = plan(HERE).replacing([replace(streets, merged_into=LIBRARY)])
    now = before.replacing([activity("grus", unit=STREETS, scope=STREETS)])
    assert LIBRARY in (concerned(before, now) or ())


@pytest.mark.parametrize("is_shared", [True, False])
def test_nothing_is_found_where_nothing_differs(is_shared: bool) -> None:
    """Also where the same rows were read again."""
    before = plan(HERE)
    same = before if is_shared else Plan(before.everything())
    assert concerned(before, same) == frozenset()


def test_what_is_gone_concerns_whose_it_was() -> None:
    """A locked plan may lack what has been written since."""
    assert KITCHEN in (concerned(plan(HERE), plan()) or ())
