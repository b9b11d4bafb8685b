"""What people call an entity: its own name, or that of what it says something of."""

from __future__ import annotations

from model.plan.assessment import Analysis, Assessment
from model.plan.entities import Activity, Entity, Goal, Measure, OrganisationUnit
from model.plan.lock import LateRefusal
from model.plan.measure_release import MeasureRelease
from model.plan.oversight import OversightItem
from model.plan.plan import Plan


def name_of(plan: Plan, entity: Entity | None) -> str:
    """What people call an entity: a title, a number or a name."""
    if entity is None:
        return ""
    if isinstance(entity, Activity):
        return entity.title
    if isinstance(entity, Goal):
        return f"{entity.number} {entity.text}".strip()
    if isinstance(entity, Analysis):
        return str(entity.year)
    about = _about(plan, entity)
    if about is not None:
        return name_of(plan, about)
    return str(getattr(entity, "name", "") or getattr(entity, "key", "") or "")


def _about(plan: Plan, entity: Entity) -> Entity | None:
    """What an entity that has no name of its own says something of."""
    if isinstance(entity, Assessment):
        return plan.find(Goal, entity.goal)
    if isinstance(entity, LateRefusal):
        return plan.any_of(entity.entry)
    if isinstance(entity, OversightItem):
        return plan.find(OrganisationUnit, entity.unit)
    if isinstance(entity, MeasureRelease):
        return plan.find(Measure, entity.root)
    return plan.find(Activity, getattr(entity, "activity", None))
