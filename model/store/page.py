"""The page: what the first screen needs, kept ready by every write.

The first screen is drawn before the ORM is imported, so this module reads with the standard
library alone and without writing. A page that is missing or from another version is None:
the caller then waits for the database itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from model.home.config import Profile
from model.plan.assessment import Assessment
from model.plan.entities import (
    Activity,
    Assignment,
    Entity,
    Goal,
    HandIn,
    Municipality,
    OrganisationUnit,
    Person,
    PolicyArea,
    Setting,
    Status,
    TertialDates,
    Waiver,
)
from model.plan.kinds import KINDS
from model.plan.lock import TertialLock
from model.plan.oversight import OversightItem
from model.plan.plan import Plan
from model.plan.requirement import counted_units

PAGE_FORMAT = "1"

_WHOLE: tuple[type[Entity], ...] = (
    Municipality,
    OrganisationUnit,
    PolicyArea,
    Goal,
    Setting,
    TertialDates,
)


class _Page(msgspec.Struct):
    format: str
    units: tuple[str, ...]
    rows: dict[str, list[msgspec.Raw]]


def _shown_first(plan: Plan, profile: Profile) -> Iterator[Entity]:
    """What the first screen shows: the frame of goals and units, and this home's own rows."""
    units = set(profile.units)
    for whole in _WHOLE:
        yield from plan.of(whole)
    counted = dict.fromkeys(each for unit in profile.units for each in counted_units(plan, unit))
    activities = {row.id: row for unit in counted for row in plan.activities_of(unit)}
    for activity in list(activities.values()):
        activities.update((row.id, row) for row in _predecessors(plan, activity))
    yield from activities.values()
    towards = {goal for activity in activities.values() for goal in activity.goals}
    yield from (row for row in plan.of(Assessment) if row.goal in towards)
    people = {profile.person}
    for lock in plan.of(TertialLock):
        yield _without_cut(lock)
        people.update([lock.lock.by] if lock.lock is not None else [])
    for activity in activities.values():
        people.update(filter(None, (activity.responsible, activity.deputy)))
    for assignment in plan.of(Assignment):
        if assignment.unit in units:
            people.update(filter(None, (assignment.responsible, assignment.deputy)))
            yield assignment
    yield from (person for person in plan.of(Person) if person.id in people)
    yield from (status for status in plan.of(Status) if status.unit in counted)
    yield from (hand_in for hand_in in plan.of(HandIn) if hand_in.unit in units)
    yield from (row for row in plan.of(OversightItem) if row.unit in units)
    yield from (waiver for waiver in plan.of(Waiver) if waiver.unit in units)


def _without_cut(row: TertialLock) -> TertialLock:
    """That a tertial is locked, by whom and when; what it covers is long and not shown."""
    if row.lock is None:
        return row
    return replace(row, lock=replace(row.lock, cut={}, loose=(), let_in=(), left_out=()))


def _predecessors(plan: Plan, activity: Activity) -> Iterator[Activity]:
    """What an activity was carried over from, whoever had it then: the last status is there."""
    seen = {activity.id}
    earlier = plan.find(Activity, activity.carried_over_from)
    while earlier is not None and earlier.id not in seen:
        seen.add(earlier.id)
        yield earlier
        earlier = plan.find(Activity, earlier.carried_over_from)


def first_page(plan: Plan, profile: Profile) -> Plan:
    """The part of a plan that the first screen is drawn from."""
    return Plan(_shown_first(plan, profile))


def write_page(plan: Plan, profile: Profile) -> bytes:
    """The page's bytes for a plan."""
    rows: dict[str, list[msgspec.Raw]] = {}
    for entity in _shown_first(plan, profile):
        rows.setdefault(entity.kind, []).append(msgspec.Raw(msgspec.json.encode(entity)))
    return msgspec.json.encode(_Page(PAGE_FORMAT, profile.units, rows))


def plan_from(body: object, profile: Profile) -> Plan | None:
    """The plan that `write_page` wrote for the same units; None if it does not fit."""
    if not isinstance(body, bytes):
        return None
    try:
        page = msgspec.json.decode(body, type=_Page)
        if page.format != PAGE_FORMAT or page.units != profile.units:
            return None
        return Plan(
            msgspec.json.decode(raw, type=KINDS[kind])
            for kind, raws in page.rows.items()
            for raw in raws
        )
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, KeyError):
        return None


def read_page(database: Path, profile: Profile) -> Plan | None:
    """The plan of the first screen from a database file, read-only; None when there is none."""
    if not database.exists():
        return None
    try:
        connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=1)
        try:
            row = connection.execute("SELECT body FROM page WHERE key = 'home'").fetchone()
        finally:
            connection.close()
    except sqlite3.Error:
        return None
    return plan_from(row[0], profile) if row else None
