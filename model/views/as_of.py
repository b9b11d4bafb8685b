"""The plan as of a day, with what reports a locked tertial as it was locked."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date
from typing import NamedTuple

from model.plan.calendar import Tertial, tertial_of
from model.plan.entities import ChangeName
from model.plan.kinds import KINDS
from model.plan.plan import Plan
from model.views.late import reports_beside


class AsLocked(NamedTuple):
    """A locked tertial: its plan, and the changes that the lock covers."""

    plan: Plan
    names: Container[ChangeName]


def locked_until(plan: Plan, day: date) -> tuple[Tertial, ...]:
    """The locked tertials that a report of a day tells of: those of its year and of the one before.

    Where the day's own tertial is locked, that one alone: it has the others in it.
    """
    own = tertial_of(day)
    if own in plan.locked:
        return (own,)
    return tuple(
        tertial for tertial in sorted(plan.locked) if tertial < own and tertial.year >= own.year - 1
    )


def plan_as_of(plan: Plan, day: date, known: Mapping[Tertial, AsLocked]) -> Plan:
    """The plan that a report of a day is made from; `known` are the tertials of `locked_until`.

    In a locked tertial it is the plan as it was locked. In an open one it is the present plan, in
    which the statuses of earlier, locked tertials stand as they were locked: what came late and
    was not let in is not told.
    """
    own = known.get(tertial_of(day))
    if own is not None:
        return own.plan
    for tertial, locked in known.items():
        rows = list(reports_beside(plan, tertial, locked.names))
        found = {row.id: locked.plan.find(KINDS[row.kind], row.id) for row in rows}
        gone = [(row.kind, row.id) for row in rows if found[row.id] is None]
        plan = plan.without(gone) if gone else plan
        plan = plan.replacing(row for row in found.values() if row is not None)
    return plan
