"""Measures are shown to the units whole tables at a time, and never what tells of few people."""

from __future__ import annotations

import msgspec
import pytest

from model.actions.measuring import enter_outcome, release
from model.plan.entities import Entity
from model.plan.measure_release import MeasureRelease
from model.plan.plan import Plan
from model.plan.rules import RuleError
from model.plan.vocabulary import Role
from model.views.measures import all_tables, withheld
from model.workspace.edit import Edit, OnlyCentrally
from tests.model.actions.editing import editing
from tests.model.building import day, plan
from tests.model.views.test_measures import KITCHENS, SPRING, STREET, WHOLE, measure, outcome

STAFF = measure("stab", "hela", order=4)
PARTS: list[Entity] = [WHOLE, STREET, KITCHENS, STAFF]


def heads(kitchen: int, streets: int, staff: int) -> list[Entity]:
    """Measures with outcomes for so many people each, and the whole of them."""
    people = {"kost": kitchen, "gata": streets, "stab": staff}
    values = {"kost": "3.1", "gata": "4.2", "stab": "5.3"}
    rows = [outcome(key, SPRING, values[key], count) for key, count in people.items()]
    return [*PARTS, outcome("hela", SPRING, "4.4", sum(people.values())), *rows]


def centre(*entities: Entity) -> Edit:
    """An edit by the centre."""
    return editing(plan(*entities), today="2024-05-02", role=Role.CENTRAL)


def told(plan: Plan) -> list[str]:
    """What is shown of each measure."""
    tables = all_tables(plan, day(SPRING))
    return [line.figure.text.replace("\u00a0", " ") for table in tables for line in table.lines]


def of_a_unit(edit: Edit) -> Plan:
    """What a unit has of a plan: everything but what only the centre reads."""
    return plan(*(row for row in edit.plan.everything() if row.scope != "central-only"))


def test_a_unit_sees_exactly_what_the_centre_prints() -> None:
    """Line by line, with trend, target and place."""
    edit = centre(*heads(8, 60, 32), outcome("hela", "2023-12-31", "5.0", 99))
    release(edit)
    for_unit = all_tables(of_a_unit(edit), day(SPRING))
    for_centre = all_tables(edit.plan, day(SPRING))
    assert [table.as_of for table in for_unit] == [table.as_of for table in for_centre]
    for mine, theirs in zip(for_unit[0].lines, for_centre[0].lines, strict=True):
        assert (mine.label, mine.figure.text, mine.trend, mine.target, mine.meets_target) == (
            theirs.label, theirs.figure.text, theirs.trend, theirs.target, theirs.meets_target
        )  # fmt: skip
    written = msgspec.json.encode([row.shown for row in edit.plan.of(MeasureRelease)]).decode()
    assert "3.1" not in written
    assert "5.3" not in written


def test_before_a_release_a_unit_sees_nothing() -> None:
    """And the same release again is refused in words."""
    edit = centre(*heads(20, 60, 32))
    assert told(of_a_unit(edit)) == []
    release(edit)
    with pytest.raises(RuleError, match="ser redan måtten"):
        release(edit)
    with pytest.raises(OnlyCentrally):
        release(editing(edit.plan))


def test_what_was_left_out_of_a_day_stays_out_beside_a_small_group() -> None:
    """Corrected head counts would else leave another group out, and both be known from the two."""
    edit = centre(*heads(8, 60, 32))
    assert told(edit.plan) == ["4,4 %", "4,2 %", "redovisas ej", "redovisas ej"]
    release(edit)
    edit.save(outcome("stab", SPRING, "5.3", 70))
    assert told(edit.plan) == ["4,4 %", "redovisas ej", "redovisas ej", "redovisas ej"]


def test_without_any_small_group_everything_is_shown_again() -> None:
    """A head count that was mistyped does no lasting harm."""
    edit = centre(*heads(8, 60, 32))
    release(edit)
    edit.save(outcome("kost", SPRING, "3.1", 80))
    assert told(edit.plan) == ["4,4 %", "4,2 %", "3,1 %", "5,3 %"]


def test_a_later_day_stands_in_place_of_an_earlier_one() -> None:
    """Who asks for the earlier day gets that."""
    edit = centre(WHOLE, outcome("hela", "2023-12-31", "5.0"))
    release(edit)
    enter_outcome(edit, WHOLE, day(SPRING), "4,4", headcount=100)
    release(edit)
    for_unit = of_a_unit(edit)
    assert told(for_unit) == ["4,4 %"]
    (table,) = all_tables(for_unit, day("2024-01-31"))
    assert table.as_of == day("2023-12-31")


def test_what_may_not_leave_the_centre_is_named() -> None:
    """The small group, the one beside it, and where their figures began."""
    found = withheld(plan(*heads(8, 60, 32)))
    assert found.outcomes == {f"kost {SPRING}", f"stab {SPRING}"}
    assert found.baselines == {"kost", "stab"}
