"""How much a unit has to mend: the figure that the overview shows, and the unit's own screen."""

from __future__ import annotations

from model.checks.finding import Finding
from model.checks.run import check
from model.home.config import Profile
from model.plan.calendar import Tertial
from model.plan.identifiers import EntityId
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
