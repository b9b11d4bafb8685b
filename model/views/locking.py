"""What the centre looks at before it locks a tertial: who has handed in, and who was heard of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import msgspec

from model.plan.calendar import Tertial
from model.plan.identifiers import EntityId, Scope
from model.plan.plan import Plan
from model.plan.rules import locked_by
from model.views.department import overview


class UnitReadiness(msgspec.Struct, frozen=True, kw_only=True):
    """How ready a unit is for the lock."""

    unit: EntityId
    name: str
    is_handed_in: bool
    handed_in_on: date | None
    missing: int
    """Activities without the tertial's status."""
    changed_since: int
    """Statuses changed after the hand-in."""
    heard: datetime | None
    """When the change of the unit that arrived last was made; None if none ever has."""

    @property
    def is_ready(self) -> bool:
        """Whether there is nothing to wait for."""
        return self.is_handed_in and not self.missing


class LockView(msgspec.Struct, frozen=True, kw_only=True):
    """A tertial from the point of view of its lock."""

    tertial: Tertial
    is_locked: bool
    day: date | None
    by: EntityId | None
    who: str
    is_in_conflict: bool
    """Whether two have locked or opened it apart from each other."""
    is_running: bool
    """Whether its last day has not passed."""
    units: tuple[UnitReadiness, ...]

    @property
    def waited_for(self) -> tuple[UnitReadiness, ...]:
        """The units that are not ready."""
        return tuple(unit for unit in self.units if not unit.is_ready)

    @property
    def handed_in(self) -> int:
        """How many units have handed in."""
        return sum(unit.is_handed_in for unit in self.units)


def lock_view(
    plan: Plan,
    tertial: Tertial,
    today: date,
    heard: Mapping[Scope, datetime],
    root: EntityId | None = None,
) -> LockView:
    """A tertial and its units, or those below `root`; `heard` says when each was last heard of."""
    row = plan.lock_of(tertial)
    lock = row.lock if row is not None else None
    return LockView(
        tertial=tertial,
        is_locked=lock is not None,
        day=lock.day if lock is not None else None,
        by=lock.by if lock is not None else None,
        who=locked_by(plan, lock) if lock is not None else "",
        is_in_conflict=row is not None and bool(row.conflicts),
        is_running=today <= tertial.as_of,
        units=tuple(
            UnitReadiness(
                unit=unit.unit,
                name=unit.name,
                is_handed_in=unit.is_handed_in,
                handed_in_on=unit.handed_in_on,
                missing=unit.total - unit.reported,
                changed_since=unit.changed_since,
                heard=heard.get(unit.unit),
            )
            for unit in overview(plan, tertial, root).rows
            if not unit.is_sum and unit.units
        ),
    )
