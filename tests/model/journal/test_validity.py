"""Which changes may be shown: the others are kept, and appear when they are understood."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from model.journal.fold import fold
from model.journal.rows import entity_of
from model.journal.validity import is_valid, problem_of
from model.plan.entities import Activity, Period, Standing, Status
from model.plan.kinds import KINDS
from model.plan.vocabulary import StatusValue
from tests.model.building import day
from tests.model.journal.writing import OTHER, UNIT, folded, wrote

STATUS = {"activity": "a1", "unit": UNIT, "tertial": {"year": 2024, "number": 1}}


@pytest.mark.parametrize(
    ("kind", "scope", "fields"),
    [
        ("activity", UNIT, {"title": "Dialog", "unit": UNIT, "origin": "own"}),
        ("activity", UNIT, {"period": {"start": "2024-02-29", "end": "2024-12-31"}}),
        ("activity", UNIT, {"removed": True, "of_a_later_version": 1.5}),
        ("activity", "central", {"origin": "plan", "unit": UNIT}),
        ("status", UNIT, STATUS | {"standing": {"value": "on_hold", "of_a_later_version": 1}}),
        ("goal", "central", {"number": "3.4.5", "order": 2**63 - 1}),
        ("status", "central", STATUS | {"unit": "central"}),
        ("status", "central", {"comment": "Ny kommentar."}),
        ("person", UNIT, {"name": "Åsa", "unit": OTHER}),
        ("waiver", "central", {"rule": "F11", "unit": None}),
        ("hand_in", UNIT, {}),
        ("measure_value", "central-only", {"measure": "sjuk"}),
    ],
)
def test_what_is_right_is_shown(kind: str, scope: str, fields: dict[str, Any]) -> None:
    """Known kinds where they belong; what a later version adds does no harm."""
    assert problem_of(wrote(fields, kind=kind, scope=scope).change) is None


@pytest.mark.parametrize(
    ("kind", "scope", "fields", "why"),
    [
        ("budget", "central", {}, "okänd sort ”budget”"),
        ("goal", UNIT, {"text": "Eget mål"}, "bara ändras centralt"),
        ("goal", "central-only", {"text": "Dolt mål"}, "där det inte får ligga"),
        ("measure_value", "central", {"measure": "sjuk"}, "där det inte får ligga"),
        ("setting", UNIT, {"value": "1"}, "bara ändras centralt"),
        ("status", "central", STATUS, "bara ändras av enheten"),
        ("status", OTHER, STATUS, "annan enhet"),
        ("activity", OTHER, {"unit": UNIT}, "annan enhet"),
        ("activity", UNIT, {"origin": "plan"}, "verksamhetsplanen"),
        ("waiver", OTHER, {"unit": UNIT}, "annan enhet"),
        ("activity", UNIT, {"title": 3}, "går inte att läsa"),
        ("activity", UNIT, {"title": None}, "går inte att läsa"),
        ("activity", UNIT, {"year": 2024.0}, "går inte att läsa"),
        ("activity", UNIT, {"year": True}, "går inte att läsa"),
        ("activity", UNIT, {"year": 10_000}, "går inte att läsa"),
        ("goal", "central", {"order": 2**63}, "går inte att läsa"),
        ("activity", UNIT, {"removed": 1}, "går inte att läsa"),
        ("activity", UNIT, {"period": {"start": "2024-02-30", "end": "x"}}, "går inte att läsa"),
        ("activity", UNIT, {"goals": "3.4.5"}, "går inte att läsa"),
        ("status", UNIT, {"standing": {"value": "på gång"}}, "går inte att läsa"),
        ("status", UNIT, {"tertial": {"year": 2024, "number": 4}}, "går inte att läsa"),
        ("hand_in", UNIT, {"submission": {"state": "handed_in"}}, "går inte att läsa"),
    ],
)
def test_what_is_wrong_is_not_shown_and_says_why(
    kind: str, scope: str, fields: dict[str, Any], why: str
) -> None:
    """Kept in the journal, listed with its reason, and in nobody's plan."""
    problem = problem_of(wrote(fields, kind=kind, scope=scope).change)
    assert problem is not None
    assert why in problem


def test_a_wrong_change_takes_nothing_away() -> None:
    """It replaces nothing, although it names what was there."""
    born = wrote({"title": "Dialog", "unit": UNIT}, at=1)
    wrong = wrote({"title": 3}, born, at=2)
    rows = list(fold([born, wrong], is_valid))
    assert [row.values["title"] for row in rows] == ["Dialog"]
    assert list(fold([wrong], is_valid)) == []


def test_a_field_of_a_later_version_appears_when_it_is_known() -> None:
    """The same lines, read by a version that has the field."""
    newer = wrote({"title": "Dialog", "unit": UNIT, "cost": "200"}, at=1)
    row = folded(newer)
    assert entity_of(row) == Activity(
        id="a1", scope=UNIT, title="Dialog", unit=UNIT, heads=row.heads
    )
    later = folded(newer, wrote({"cost": "300"}, newer, at=2))
    assert later.values["cost"] == "300"


def test_a_conflict_in_a_field_that_is_not_known_is_not_asked_about() -> None:
    """Nobody can settle what he cannot see; a version that knows it will ask."""
    born = wrote({"title": "Dialog", "unit": UNIT}, at=1)
    both = [wrote({"cost": cost}, born, at=2, by=cost) for cost in ("200", "300")]
    row = folded(born, *both)
    assert row.conflicts == ("cost",)
    assert entity_of(row).conflicts == ()


def test_fields_named_like_a_rows_own_bookkeeping_change_nothing() -> None:
    """A hostile change cannot say what an entity stands on, or where it lives."""
    hostile = {"title": "Dialog", "unit": UNIT}
    hostile |= {"id": "a2", "scope": "central", "heads": "x", "conflicts": "y", "kind": "goal"}
    entity = entity_of(folded(wrote(hostile)))
    assert (entity.id, entity.scope, entity.kind) == ("a1", UNIT, "activity")
    assert entity.conflicts == ()


def test_a_row_has_its_values_as_the_program_uses_them() -> None:
    """Days are days, and a reference is an id."""
    period = {"start": "2024-01-01", "end": "2024-09-30"}
    entity = entity_of(folded(wrote({"period": period, "goals": ["g1", "g2"]})))
    assert isinstance(entity, Activity)
    assert entity.period == Period(day("2024-01-01"), day("2024-09-30"))
    assert entity.goals == ("g1", "g2")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_can_be_shown_before_any_field_has_arrived(kind: str) -> None:
    """Its parts may come in any order."""
    scope = UNIT if kind in ("status", "assignment", "hand_in") else "central"
    entity = entity_of(folded(wrote({}, kind=kind, scope=scope)))
    assert entity == KINDS[kind](id="a1", scope=scope)


def test_parts_that_say_nothing_are_not_written() -> None:
    """So two versions that mean the same write the same, whatever parts each of them knows."""
    status = Status(id="s1", scope=UNIT, standing=Standing(value=StatusValue.ON_HOLD))
    assert msgspec.to_builtins(status)["standing"] == {"value": "on_hold"}
