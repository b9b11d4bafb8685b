"""An edit by somebody in Kostenheten, for the tests of what people do."""

from __future__ import annotations

from itertools import count

from model.plan.entities import Activity, Period
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from model.workspace.edit import Author, Edit
from tests.model.building import KITCHEN, day
from tests.model.building import plan as municipality

TODAY = "2024-04-23"


def editing(
    town: Plan | None = None,
    *,
    today: str = TODAY,
    units: tuple[str, ...] = (KITCHEN,),
    role: Role = Role.UNIT,
) -> Edit:
    """What one action of the person writes is gathered in it."""
    moments, ids = count(1), count(1)
    return Edit(
        town or municipality(),
        Author("anna", role, units),
        day(today),
        lambda: f"2024-04-23T08:00:00.000Z-{next(moments):04d}",
        lambda: f"id-{next(ids)}",
    )


def fields_recorded(edit: Edit) -> list[dict[str, object]]:
    """The fields of each change that the edit has recorded."""
    return [dict(entry.change.fields) for entry in edit.entries]


def period(start: str = "2024-01-01", end: str = "2024-09-30") -> Period:
    """From a day to a day."""
    return Period(day(start), day(end))


def plan_of(edit: Edit) -> list[Activity]:
    """The activities as they will be."""
    return edit.plan.of(Activity)
