"""F16: measures that cannot be judged, and figures that may not be told."""

from __future__ import annotations

from model.checks.finding import Finding, Severity
from model.plan.entities import Entity, Measure, MeasureValue, Outcome
from model.plan.vocabulary import Role
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    SICKNESS,
    Value,
    activity,
    day,
    goal_id,
    plan,
    status,
)
from tests.model.checks.asking import found


def measure(key: str, *, towards: str = SICKNESS, **more: Value) -> Measure:
    """A measure that lacks nothing unless said."""
    values = {"name": "Sjukfrånvaro", "unit": "%", "target": "5", "baseline": "9", **more}
    return Measure(id=key, key=key, goal=goal_id(towards), **values)


def outcome(of: str, value: str, headcount: int | None, as_of: str = "2024-04-30") -> MeasureValue:
    """An outcome."""
    told = Outcome(value=value, headcount=headcount)
    return MeasureValue(id=f"{of} {as_of}", measure=of, as_of=day(as_of), outcome=told)


def findings(*entities: Entity) -> list[Finding]:
    """What the centre is told."""
    return found(plan(*entities), "F16", role=Role.CENTRAL)


WHOLE = measure("hela")
PART = measure("kost", parent="hela", organisation=KITCHEN, target="", baseline="")


def test_a_measure_that_says_what_is_aimed_at_is_not_mentioned() -> None:
    """Its parts are judged by the same aim."""
    assert findings(WHOLE, PART, outcome("hela", "8", 60), outcome("kost", "8", 49)) == []


def test_a_measure_without_target_and_baseline_is_a_warning() -> None:
    """Whether the goal is met cannot be seen."""
    (finding,) = findings(measure("hela", target="", baseline=""))
    assert finding.severity is Severity.WARN
    assert finding.text == "Sjukfrånvaro (%) saknar målvärde och utgångsvärde."
    assert finding.where == "4.1 Sjukfrånvaro"


def test_a_figure_of_employees_without_head_count_is_a_warning() -> None:
    """Nobody can know whether it may be printed."""
    (finding,) = findings(WHOLE, outcome("hela", "8", None))
    assert finding.text == "Sjukfrånvaro (%) saknar antal anställda för 2024-04-30."


def test_a_figure_of_something_else_needs_no_head_count() -> None:
    """Companies are not employees."""
    companies = measure("nya", towards=BUSINESS, name="Nya företag", unit="")
    assert findings(companies, outcome("nya", "12", None)) == []


def test_a_measure_without_a_goal_and_one_that_stands_twice_are_told() -> None:
    """As in the reconciliation of T1 2023, where one measure was printed twice."""
    twin = measure("hela2")
    (finding,) = findings(WHOLE, twin)
    assert finding.text == "Sjukfrånvaro (%) finns två gånger under målet."
    loose = Measure(id="los", key="los", name="Nöjdhet", target="5", baseline="3")
    (finding,) = findings(loose)
    assert finding.text == "Nöjdhet hör inte till något mål."


def test_an_outcome_of_another_day_than_a_tertials_last_is_a_hint() -> None:
    """The plan for 2024 printed outcomes of the end of September."""
    (finding,) = findings(WHOLE, outcome("hela", "8", 60, as_of="2023-09-30"))
    assert finding.severity is Severity.HINT
    assert finding.text.startswith("Utfallet är från 2023-09-30")


def test_a_hidden_figure_in_a_comment_is_an_error() -> None:
    """The documents leave it out; the text would tell it."""
    work = activity("Hälsotema", (SICKNESS,))
    told = status(work, comment="Sjukfrånvaron i köket har sjunkit till 1,69 procent.")
    rows = (WHOLE, PART, outcome("hela", "8", 60), outcome("kost", "1.69", 9), work, told)
    (finding,) = findings(*rows)
    assert finding.severity is Severity.ERROR
    assert finding.text.startswith("Kommentaren har utfallet för Sjukfrånvaro (%) (Kostenheten)")
    assert finding.field == "comment"
    assert "1,69" not in finding.text


def test_another_figure_or_a_part_of_one_is_not_that_figure() -> None:
    """11,69 % and 1,69 kronor are something else."""
    work = activity("Hälsotema", (SICKNESS,))
    told = status(work, comment="Målet är 11,69 %. Frukten kostar 1,69 kronor.")
    rows = (WHOLE, PART, outcome("hela", "8", 60), outcome("kost", "1.69", 9), work, told)
    assert findings(*rows) == []
