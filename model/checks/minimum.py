"""F01: the unit lacks an activity towards the board's goals or towards an efficiency goal."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Finding, Severity
from model.checks.material import Material, shown
from model.plan.entities import OrganisationUnit
from model.plan.identifiers import EntityId
from model.plan.requirement import Requirement, counted_units, requirement

_ADVICE = "Planera en aktivitet, ta en ur idébanken eller för över en från förra året."


def lacks_minimum(material: Material) -> Iterator[Finding]:
    """F01, a warning at plan time and in each tertial until it is filled (R1-R3, A10).

    Where the rule bites on departments, only a home that holds the whole department is warned:
    a single unit does not see what the others plan.
    """
    known = set(material.units)
    subjects: set[EntityId] = set()
    for unit in material.units:
        meter = requirement(material.plan, unit, material.tertial.year)
        together = set(counted_units(material.plan, unit))
        sees_all = together <= known | {meter.subject} or meter.subject in known
        if meter.applies and sees_all and meter.subject not in subjects:
            subjects.add(meter.subject)
            yield from _gaps(material, meter)


def _gaps(material: Material, meter: Requirement) -> Iterator[Finding]:
    for bucket in meter.buckets:
        if not bucket.is_met:
            key = bucket.goal or "board"
            yield _finding(material, meter, key, bucket.gap, bucket.goal)
    if meter.lacks_total:
        yield _finding(material, meter, "total", meter.total_gap, None)


def _finding(
    material: Material, meter: Requirement, key: str, text: str, goal: EntityId | None
) -> Finding:
    organisation = material.plan.find(OrganisationUnit, meter.subject)
    return Finding(
        rule="F01",
        severity=Severity.WARN,
        kind="organisation_unit" if goal is None else "goal",
        entity=meter.subject if goal is None else goal,
        place=f"requirement:{meter.subject}:{material.tertial.year}:{key}",
        field="goals",
        unit=meter.subject,
        where=shown(organisation.name) if organisation is not None else "Enheten",
        text=shown(text),
        advice=_ADVICE,
    )
