"""Units as rows, department by department: who has planned, reported and handed in.

The department head sees the units below, the centre all of them. What a device does not hold
shows as nothing reported, so only homes that read those units should show this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec.structs import replace

from model.plan.calendar import Tertial
from model.plan.entities import OrganisationUnit
from model.plan.identifiers import CENTRAL, EntityId, Scope
from model.plan.plan import Plan
from model.plan.reporting import (
    changed_since_hand_in,
    counts,
    is_handed_in,
    lacks_status,
    reportable,
)
from model.plan.requirement import Requirement, requirement
from model.plan.vocabulary import OrganisationLevel
from model.swedish.sorting import sort_key
from model.views.home import goals_notice
from model.views.naming import WITHOUT_UNIT

_NOTHING: Mapping[EntityId, Any] = MappingProxyType({})


class UnitRow(msgspec.Struct, frozen=True, kw_only=True):
    """One unit, or the sum of a department; a department's own work is a row below its sum.

    Last of the whole stands what the centre reports itself, which nobody hands in.
    """

    unit: EntityId
    name: str
    level: OrganisationLevel | None
    """None for what the centre reports itself."""
    depth: int
    is_sum: bool
    """Whether the figures are those of everything below, the department's own work included."""
    planned: int
    """The same activities as in `total`: those of the year that are not cancelled, and those that
    go on from earlier years."""
    requirement: Requirement
    reported: int
    total: int
    """Activities to report this tertial; those closed in an earlier one count as reported."""
    handed_in: int
    """How many of `units` have handed in."""
    units: int
    """How many are to hand in: 1 for a unit, none for what the centre reports itself."""
    handed_in_on: date | None = None
    changed_since: int = 0
    """Statuses changed after the hand-in."""
    findings: int | None = None
    """Remarks to mend; None where they have not been counted, or not for all that is summed."""
    last_heard: datetime | None = None
    """When something was last heard of it, or of anything below; None if never, or not known."""

    @property
    def is_handed_in(self) -> bool:
        """Whether everything here is handed in."""
        return self.units > 0 and self.handed_in == self.units


class Overview(msgspec.Struct, frozen=True):
    """The rows in the order in which they are shown, and the count above them."""

    tertial: Tertial
    rows: tuple[UnitRow, ...]
    handed_in: int
    units: int
    goals_notice: str = ""
    """That another year's goals are used, as a sentence; empty when they are the year's own."""


def overview(
    plan: Plan,
    tertial: Tertial,
    root: EntityId | None = None,
) -> Overview:
    """The units below `root` (itself included), or all with what the centre reports itself."""
    children = _children(plan, tertial)
    if root is None:
        tops = children[None]
    else:
        top = plan.find(OrganisationUnit, root)
        tops = [top] if top is not None else []
    rows: list[UnitRow] = []
    for top in tops:
        rows += _Rows(plan, tertial, children).of(top, 0, frozenset())
    single = [row for row in rows if not row.is_sum]
    handed_in = sum(row.handed_in for row in single)
    units = sum(row.units for row in single)
    if root is None:
        central = _row_of(plan, tertial, CENTRAL, name=WITHOUT_UNIT, level=None, depth=0)
        rows += [central] if central.total else []
    return Overview(tertial, tuple(rows), handed_in, units, goals_notice(plan, tertial.year))


def filled_in(
    view: Overview,
    findings: Mapping[EntityId, int] = _NOTHING,
    heard: Mapping[EntityId, datetime] = _NOTHING,
) -> Overview:
    """The same rows with what takes longer to find out.

    `findings` has how many remarks there are for each unit that has been counted, `heard` when
    each was last heard of. Sums are known when all below them is.
    """
    rows: list[UnitRow] = []
    below: list[tuple[int, list[UnitRow]]] = []
    for row in reversed(view.rows):
        if row.is_sum:
            parts: list[UnitRow] = []
            while below and below[-1][0] > row.depth:
                parts += below.pop()[1]
            rows.append(_summed(row, parts))
            below.append((row.depth, parts))
        else:
            known = findings.get(row.unit)
            rows.append(replace(row, findings=known, last_heard=heard.get(row.unit)))
            below.append((row.depth, rows[-1:]))
    return replace(view, rows=tuple(reversed(rows)))


def _summed(row: UnitRow, parts: list[UnitRow]) -> UnitRow:
    counts = [part.findings for part in parts]
    times = [part.last_heard for part in parts if part.last_heard is not None]
    findings = None if None in counts else sum(filter(None, counts))
    return replace(row, findings=findings, last_heard=max(times, default=None))


def _children(plan: Plan, tertial: Tertial) -> defaultdict[EntityId | None, list[OrganisationUnit]]:
    """Living parts of the organisation by parent, by name; an unknown parent counts as none."""
    living = {unit.id: unit for unit in plan.of(OrganisationUnit) if _lives(unit, tertial)}
    found: defaultdict[EntityId | None, list[OrganisationUnit]] = defaultdict(list)
    for unit in sorted(living.values(), key=lambda each: (sort_key(each.name), each.id)):
        found[unit.parent if unit.parent in living else None].append(unit)
    return found


def _lives(unit: OrganisationUnit, tertial: Tertial) -> bool:
    ended = unit.valid_to is not None and unit.valid_to < tertial.first_day
    return unit.merged_into is None and not ended


class _Rows:
    """Makes the rows of a part of the organisation, top down."""

    def __init__(
        self,
        plan: Plan,
        tertial: Tertial,
        children: Mapping[EntityId | None, list[OrganisationUnit]],
    ) -> None:
        self.plan = plan
        self.tertial = tertial
        self.children = children

    def of(
        self, unit: OrganisationUnit, depth: int, above: frozenset[EntityId]
    ) -> Iterator[UnitRow]:
        """The unit's row, or the sum of what is below it followed by the rows of that."""
        below = [each for each in self.children.get(unit.id, ()) if each.id not in above]
        if not below:
            yield self._single(unit, depth)
            return
        rows: list[UnitRow] = []
        own = self._single(unit, depth + 1)
        if own.total:
            rows.append(own)
        for each in below:
            rows += self.of(each, depth + 1, above | {unit.id})
        yield self._sum(unit, depth, [row for row in rows if not row.is_sum])
        yield from rows

    def _single(self, unit: OrganisationUnit, depth: int) -> UnitRow:
        plan, tertial = self.plan, self.tertial
        return _row_of(plan, tertial, unit.id, name=unit.name, level=unit.level, depth=depth)

    def _sum(self, unit: OrganisationUnit, depth: int, rows: list[UnitRow]) -> UnitRow:
        return UnitRow(
            unit=unit.id,
            name=unit.name,
            level=unit.level,
            depth=depth,
            is_sum=True,
            planned=sum(row.planned for row in rows),
            requirement=requirement(self.plan, unit.id, self.tertial.year),
            reported=sum(row.reported for row in rows),
            total=sum(row.total for row in rows),
            handed_in=sum(row.handed_in for row in rows),
            units=sum(row.units for row in rows),
            changed_since=sum(row.changed_since for row in rows),
        )


def _row_of(
    plan: Plan,
    tertial: Tertial,
    reporter: Scope,
    *,
    name: str,
    level: OrganisationLevel | None,
    depth: int,
) -> UnitRow:
    """What a unit does itself, or what the centre reports of the operational plan."""
    activities = [
        each for each in reportable(plan, reporter, tertial) if counts(plan, each, reporter)
    ]
    missing = sum(lacks_status(plan, each, reporter, tertial) for each in activities)
    hand_in = plan.hand_in_of(reporter, tertial)
    done = is_handed_in(plan, reporter, tertial)
    day = hand_in.submission.day if done and hand_in and hand_in.submission else None
    return UnitRow(
        unit=reporter,
        name=name,
        level=level,
        depth=depth,
        is_sum=False,
        planned=len(activities),
        requirement=requirement(plan, reporter, tertial.year),
        reported=len(activities) - missing,
        total=len(activities),
        handed_in=int(done),
        units=int(reporter != CENTRAL),
        handed_in_on=day,
        changed_since=len(changed_since_hand_in(plan, reporter, tertial)),
    )
