"""How much a unit has to mend: the figure that the overview shows, and the unit's own screen."""

from __future__ import annotations

from model.checks.finding import Finding
from model.checks.run import check
from model.home.config import Profile
from model.plan.calendar import Tertial
from model.plan.entities import OrganisationUnit
from model.plan.identifiers import OF_THE_CENTRE, EntityId
from model.plan.plan import Plan


def findings_of(
    plan: Plan, unit: EntityId, tertial: Tertial, profile: Profile
) -> tuple[Finding, ...]:
    """What somebody is shown of a unit: of another's than his own, what concerns it alone."""
    is_own = unit in profile.units
    return check(plan, (unit,), tertial, tertial.as_of, profile.role, is_whole=is_own)


def to_mend(plan: Plan, unit: EntityId, tertial: Tertial, profile: Profile) -> int:
    """How many errors and warnings stand for a unit."""
    found = findings_of(plan, unit, tertial, profile)
    return sum(finding.counts and finding.severity.calls_for_action for finding in found)


def concerned(before: Plan, plan: Plan) -> frozenset[EntityId] | None:
    """The units whose figure may be another than in an earlier plan; None where all may.

    What is central concerns everybody. What a unit wrote concerns itself, those above it, whose
    minimum may count it, and the unit that it was merged into.
    """
    scopes = {row.scope for row in plan.differing(before)}
    if scopes & OF_THE_CENTRE:
        return None
    found: set[EntityId] = set()
    waiting = [*scopes]
    while waiting:
        unit = plan.find(OrganisationUnit, waiting.pop())
        if unit is not None and unit.id not in found:
            found.add(unit.id)
            waiting += [each for each in (unit.parent, unit.merged_into) if each is not None]
    return frozenset(found)
