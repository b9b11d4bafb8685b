"""The demo's year as actions in time: each row of the file becomes what somebody once did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

import msgspec

from model.actions.handing_in import submit
from model.actions.planning import PlannedActivity, add_activity, assign
from model.actions.statuses import set_status
from model.errors import ModelError
from model.example.demo_file import (
    PLAN_PREFIX,
    ActivityRow,
    AssignmentRow,
    DemoFile,
    HandInRow,
    StatusRow,
)
from model.plan.calendar import Tertial, tertial_from
from model.plan.entities import Activity, OrganisationUnit, Period, Person, Standing
from model.plan.identifiers import EntityId, natural_id
from model.plan.plan import Plan
from model.plan.vocabulary import Origin
from model.workspace.edit import Edit

_PLANNED_ON = (1, 8)
"""Month and day when the first unit plans its year; the next one does so a day later."""


Action = Callable[[Edit], object]
"""What a person does in an edit."""


class UnknownKey(ModelError):
    """A row of the file refers to something that is nowhere."""

    def __init__(self, kind: str, key: str) -> None:
        super().__init__(f"Exemplet hänvisar till {kind} ”{key}”, som inte finns i katalogen.")


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One action of one person."""

    at: datetime
    key: str
    """Names the action, so that its ids are the same each time."""
    unit: EntityId
    author: EntityId
    do: Action


class Keys:
    """The ids behind the keys of the file."""

    def __init__(self, plan: Plan, file: DemoFile) -> None:
        self.plan = plan
        self.units = {unit.key: unit.id for unit in plan.of(OrganisationUnit)}
        self.people = {person.key: person.id for person in plan.of(Person)}
        self.goals = {goal.number: goal.id for goal in plan.goals(file.year)}
        self.activities = {
            PLAN_PREFIX + activity.key: activity.id
            for activity in plan.of(Activity)
            if activity.origin is Origin.PLAN
        }
        municipality = plan.municipality.key
        for row in file.activity:
            self.activities[row.key] = natural_id(municipality, Activity.kind, "demo", row.key)

    def unit(self, key: str) -> EntityId:
        """A unit's id."""
        return _found(self.units, "enheten", key)

    def person(self, key: str | None) -> EntityId | None:
        """A person's id; None for nobody."""
        return None if key is None else _found(self.people, "personen", key)

    def activity(self, key: str) -> EntityId:
        """An activity's id."""
        return _found(self.activities, "aktiviteten", key)

    def goal(self, number: str) -> EntityId:
        """A goal's id."""
        return _found(self.goals, "målet", number)


def _found(ids: dict[str, EntityId], kind: str, key: str) -> EntityId:
    if key not in ids:
        raise UnknownKey(kind, key)
    return ids[key]


def demo_events(plan: Plan, file: DemoFile) -> list[Event]:
    """Everything that was done, in the order in which it was done."""
    keys = Keys(plan, file)
    found = [*_planning(keys, file), *_reporting(keys, file)]
    return sorted(found, key=lambda event: event.at)


def _planning(keys: Keys, file: DemoFile) -> Iterator[Event]:
    """Units plan on one day in January each, a few minutes apart, those of the plan last."""
    days = {unit: day for day, unit in enumerate(dict.fromkeys(row.unit for row in file.activity))}
    turns: Counter[tuple[str, int]] = Counter()

    def event(row: ActivityRow | AssignmentRow, key: str, year: int, do: Action) -> Event:
        turns[row.unit, year] += 1
        since = timedelta(
            days=days.setdefault(row.unit, len(days)), minutes=7 * turns[row.unit, year]
        )
        return Event(
            at=datetime(year, *_PLANNED_ON, 9) + since,  # noqa: DTZ001  like the file's own times
            key=key,
            unit=keys.unit(row.unit),
            author=keys.person(row.responsible) or "",
            do=do,
        )

    for row in file.activity:
        year = row.year or file.year
        yield event(row, row.key, year, _add(keys, row, year))
    for assigned in file.assignment:
        key = f"{assigned.activity} {assigned.unit}"
        yield event(assigned, key, file.year, _assign(keys, assigned))


def _add(keys: Keys, row: ActivityRow, year: int) -> Action:
    planned = PlannedActivity(
        title=row.title,
        description=row.description,
        period=Period(row.start, row.end),
        goals=tuple(map(keys.goal, row.goals)),
        responsible=keys.person(row.responsible),
        deputy=keys.person(row.deputy),
        year=year,
    )
    earlier = row.carried_over_from
    return partial(
        add_activity,
        unit=keys.unit(row.unit),
        planned=planned,
        carried_over_from=keys.activity(earlier) if earlier else None,
        activity_id=keys.activity(row.key),
    )


def _assign(keys: Keys, row: AssignmentRow) -> Action:
    def action(edit: Edit) -> object:
        return assign(
            edit,
            _activity(edit, keys.activity(row.activity)),
            keys.unit(row.unit),
            responsible=keys.person(row.responsible),
            deputy=keys.person(row.deputy),
        )

    return action


def _reporting(keys: Keys, file: DemoFile) -> Iterator[Event]:
    def event(row: StatusRow | HandInRow, what: str, do: Action) -> Event:
        return Event(
            at=row.on,
            key=f"{what} {row.unit} {row.tertial}",
            unit=keys.unit(row.unit),
            author=keys.person(row.by) or "",
            do=do,
        )

    for row in file.status:
        yield event(row, row.activity, _report(keys, row))
    for hand_in in file.hand_in:
        yield event(hand_in, "hand_in", _hand_in(keys, hand_in))


def _report(keys: Keys, row: StatusRow) -> Action:
    standing = Standing(
        value=row.status,
        revised_end=row.revised_end,
        actual_end=row.actual_end,
        cause=row.cause,
        awaited=row.awaited,
        review_date=row.review_date,
    )

    def action(edit: Edit) -> object:
        activity = _activity(edit, keys.activity(row.activity))
        unit = keys.unit(row.unit)
        return set_status(edit, activity, unit, _tertial(row.tertial), standing, row.comment)

    return action


def _hand_in(keys: Keys, row: HandInRow) -> Action:
    return partial(submit, unit=keys.unit(row.unit), tertial=_tertial(row.tertial))


def _activity(edit: Edit, activity_id: EntityId) -> Activity:
    found = edit.plan.find(Activity, activity_id)
    if found is None:
        raise UnknownKey("aktiviteten", activity_id)
    return found


def _tertial(text: str) -> Tertial:
    found = tertial_from(text, year=0)
    if found is None:
        raise UnknownKey("tertialet", text)
    return found
