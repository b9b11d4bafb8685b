"""Measures: the outcome of a day, how it has moved, and nothing of a small group."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from model.plan.entities import Entity, Measure, MeasureValue, Outcome
from model.views.figures import MeasureTable, Trend
from model.views.measures import measure_tables
from tests.model.building import KITCHEN, SICKNESS, STREETS, Value, day, goal_id, plan
from tests.model.example_plan import example_plan

FACTS: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "facts" / "plan-2024.json").read_text(encoding="utf-8")
)
AUTUMN = "2023-09-30"
SPRING = "2024-04-30"


def measure(key: str, parent: str | None = None, **more: Value) -> Measure:
    """A measure of sickness absence."""
    values = {"name": "Sjukfrånvaro", "unit": "%", "goal": goal_id(SICKNESS), "direction": "down"}
    return Measure(id=key, key=key, parent=parent, **{**values, **more})


def outcome(of: str, as_of: str, value: str, headcount: int | None = 50) -> MeasureValue:
    """An outcome on a day."""
    told = Outcome(value=value, source="personalsystemet", headcount=headcount)
    return MeasureValue(id=f"{of} {as_of}", measure=of, as_of=day(as_of), outcome=told)


def table(*entities: Entity, until: str = SPRING) -> MeasureTable:
    """The only measure table of a story."""
    (found,) = measure_tables(plan(*entities), 2024, day(until))
    return found


def figures(found: MeasureTable) -> list[str]:
    """What is printed, line by line."""
    return [line.figure.text.replace("\u00a0", " ") for line in found.lines]


WHOLE = measure("hela", order=1, target="5", baseline="10.2")
KITCHENS = measure("kost", "hela", order=3, organisation=KITCHEN)
STREET = measure("gata", "hela", order=2, organisation=STREETS)


def test_parts_stand_under_the_whole_in_the_catalogues_order() -> None:
    """Each says which part of the organisation it is of."""
    found = table(KITCHENS, WHOLE, STREET)
    assert [(line.label, line.depth) for line in found.lines] == [
        ("Sjukfrånvaro (%)", 0),
        ("Sjukfrånvaro (%) (Gata och park)", 1),
        ("Sjukfrånvaro (%) (Kostenheten)", 1),
    ]
    assert (found.as_of, figures(found)) == (None, ["saknas"] * 3)


def test_all_figures_are_of_the_day_that_the_whole_has_one() -> None:
    """A part that was measured later waits; one that was not measured then lacks a figure."""
    rows: list[Entity] = [WHOLE, STREET, KITCHENS, outcome("hela", AUTUMN, "9.11", 100)]
    rows += [outcome("kost", AUTUMN, "8"), outcome("kost", SPRING, "7")]
    found = table(*rows)
    assert found.as_of == day(AUTUMN)
    assert figures(found) == ["9,11 %", "saknas", "8 %"]


def test_a_figure_is_set_beside_the_one_before() -> None:
    """Less sickness absence is better; the direction says so."""
    found = table(WHOLE, outcome("hela", AUTUMN, "9.11"), outcome("hela", SPRING, "8.0"))
    (line,) = found.lines
    assert line.before is not None
    assert (line.before.text, line.before.as_of) == ("9,11\u00a0%", day(AUTUMN))
    assert line.trend is Trend.BETTER
    assert line.meets_target is False
    assert (line.target, line.baseline) == ("5\u00a0%", "10,2\u00a0%")


def test_a_measure_without_direction_only_rises_or_falls() -> None:
    """Nobody has said what is better."""
    values = [outcome("hela", AUTUMN, "3"), outcome("hela", SPRING, "4")]
    line = table(measure("hela", direction="", target="5"), *values).lines[0]
    assert (line.trend, line.meets_target) == (Trend.UP, None)
    assert table(WHOLE, values[0]).lines[0].trend is None


def test_a_target_is_met_at_the_very_figure() -> None:
    """At most five per cent is met by five."""
    assert table(WHOLE, outcome("hela", SPRING, "5.00")).lines[0].meets_target is True


def test_a_small_group_is_not_printed_nor_the_one_that_would_tell_it() -> None:
    """No value, no trend and no target of it leaves the view."""
    rows: list[Entity] = [WHOLE, STREET, KITCHENS]
    rows += [outcome("hela", AUTUMN, "9", 60), outcome("hela", SPRING, "8", 60)]
    rows += [outcome("kost", AUTUMN, "9", 10), outcome("kost", SPRING, "20", 10)]
    rows += [outcome("gata", AUTUMN, "9", 50), outcome("gata", SPRING, "5.6", 50)]
    found = table(*rows)
    assert figures(found) == ["8 %", "redovisas ej", "redovisas ej"]
    for line in found.lines[1:]:
        assert (line.figure.value, line.trend, line.meets_target) == (None, None, None)
        assert line.before is not None
        assert line.before.value is None
        assert line.figure.is_suppressed


def test_a_part_of_a_part_that_has_no_figure_is_part_of_the_whole() -> None:
    """A department that was not measured does not let its units be told."""
    unit = measure("enhet", "gata", order=4)
    rows = [WHOLE, STREET, unit, outcome("hela", SPRING, "8", 58), outcome("enhet", SPRING, "1")]
    assert figures(table(*rows)) == ["8 %", "saknas", "redovisas ej"]


def test_the_plan_of_2024_prints_the_figures_of_the_document_but_the_smallest() -> None:
    """The document printed a department of nine; the program does not."""
    (found,) = measure_tables(example_plan(), 2024, day("2024-04-30"))
    assert found.as_of == day(AUTUMN)
    facts = {Decimal(row["value"]) for row in FACTS["measures"]}
    printed = [line.figure.value for line in found.lines if line.figure.value is not None]
    assert len(printed) == 4
    assert facts.issuperset(printed)
    hidden = [line.label for line in found.lines if line.figure.is_suppressed]
    assert hidden == [
        "Sjukfrånvaro, procentandel (%) (Staben)",
        "Sjukfrånvaro, procentandel (%) (Ekonomiavdelningen)",
    ]


def test_the_baseline_of_a_small_group_is_as_secret_as_its_figure() -> None:
    """It is a figure of the same few people, from an earlier day."""
    few = measure("gata", "hela", order=2, organisation=STREETS, baseline="12.5")
    rows = (outcome("hela", AUTUMN, "9.11", 108), outcome("gata", AUTUMN, "25", 8))
    found = table(WHOLE, few, *rows)
    assert [line.baseline for line in found.lines] == ["10,2\u00a0%", "redovisas ej"]
