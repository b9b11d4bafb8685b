"""Planning a unit's activities: add, change, cancel, carry over from an earlier year."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

import msgspec
from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from model.plan.calendar import Tertial
from model.plan.entities import Activity, Assignment, Goal, Period, Person
from model.plan.identifiers import EntityId, short_id
from model.plan.reporting import effective_end
from model.plan.rules import FieldRefused, RuleError, checked_period, checked_text, checked_title
from model.plan.vocabulary import GoalLevel, Origin
from model.workspace.edit import Edit

_EVER = Tertial(9999, 3)


class NotYours(RuleError):
    """A unit may not edit an activity of the operational plan."""

    def __init__(self) -> None:
        super().__init__(
            "Aktiviteten är beslutad i verksamhetsplanen och ändras bara centralt. Inget är "
            "ändrat. Rapportera i stället ett nytt slutdatum eller en kommentar i statusen."
        )


class PlannedActivity(msgspec.Struct, frozen=True, kw_only=True):
    """What a person fills in to plan an activity; the same for a form and a command."""

    title: str
    goals: tuple[EntityId, ...]
    """Goal ids, primary first."""
    period: Period
    description: str = ""
    responsible: EntityId | None = None
    deputy: EntityId | None = None
    year: int | None = None
    """The plan's year; without it that of the start date, but never a year that is past."""


def plan_year(start: date | None, today: date) -> int:
    """The plan's year of a new activity: that of its start, but never a year that is past."""
    return max(start.year if start is not None else 0, today.year)


def add_activity(
    edit: Edit,
    unit: EntityId,
    planned: PlannedActivity,
    *,
    carried_over_from: EntityId | None = None,
    activity_id: EntityId | None = None,
) -> Activity:
    """Plan an own activity of a unit (R1, R13); raises `RuleError`."""
    year = planned.year or plan_year(planned.period.start, edit.today)
    return edit.save(
        Activity(
            id=activity_id or edit.new_id_in(unit),
            scope=unit,
            unit=unit,
            year=year,
            origin=Origin.OWN,
            title=checked_title(planned.title),
            description=checked_text("description", planned.description),
            period=checked_period(planned.period),
            goals=checked_goals(edit, planned.goals),
            responsible=_checked_person(edit, "responsible", planned.responsible),
            deputy=_checked_person(edit, "deputy", planned.deputy),
            carried_over_from=carried_over_from,
        )
    )


def change_activity(edit: Edit, seen: Activity, planned: PlannedActivity) -> Activity:
    """Change an own activity that was shown as `seen`; raises `RuleError`.

    A goal or a person that the activity has already may stay, whatever has become of it since.
    """
    if seen.origin is Origin.PLAN:
        raise NotYours
    return edit.save(
        replace(
            seen,
            title=checked_title(planned.title),
            description=checked_text("description", planned.description),
            period=checked_period(planned.period),
            goals=checked_goals(edit, planned.goals, known=seen.goals),
            responsible=_checked_person(edit, "responsible", planned.responsible, seen.responsible),
            deputy=_checked_person(edit, "deputy", planned.deputy, seen.deputy),
            year=planned.year or seen.year,
        ),
        seen,
    )


def assign(
    edit: Edit,
    activity: Activity,
    unit: EntityId,
    *,
    responsible: EntityId | None,
    deputy: EntityId | None,
    seen: Assignment | UnsetType | None = UNSET,
) -> Assignment:
    """Say who in a unit answers for a plan activity that names the unit; raises `RuleError`.

    `seen` is the assignment that a form showed, None where it showed that there was none yet;
    without it the plan's present one is meant. People that stood there may stay.
    """
    if activity.origin is Origin.OWN:
        raise RuleError(
            "Aktiviteten är enhetens egen. Inget är ändrat. Ange ansvarig och ersättare i "
            "aktiviteten i stället."
        )
    if unit not in (activity.unit, *activity.participants):
        raise RuleError(
            "Verksamhetsplanen anger inte att enheten deltar i den aktiviteten. Inget är ändrat."
        )
    identity = edit.plan.id_of(Assignment, activity.id, unit)
    before = edit.plan.find(Assignment, identity) if seen is UNSET else seen
    base = before or Assignment(id=identity, scope=unit, activity=activity.id, unit=unit)
    known: Activity | Assignment = activity if before is None or before.removed else before
    return edit.save(
        replace(
            base,
            responsible=_checked_person(edit, "responsible", responsible, known.responsible),
            deputy=_checked_person(edit, "deputy", deputy, known.deputy),
            removed=False,
        ),
        before,
    )


def cancel_activity(edit: Edit, seen: Activity, reason: str) -> Activity:
    """Mark an own activity as cancelled; it stays in the plan but counts no more (A10).

    Raises `RuleError`.
    """
    if seen.origin is Origin.PLAN:
        raise NotYours
    reason = checked_text("cancel_reason", reason)
    return edit.save(replace(seen, cancelled=True, cancel_reason=reason), seen)


def revive_activity(edit: Edit, seen: Activity) -> Activity:
    """Take a cancelled own activity up again; raises `RuleError`."""
    if seen.origin is Origin.PLAN:
        raise NotYours
    return edit.save(replace(seen, cancelled=False, cancel_reason=""), seen)


def carry_over(edit: Edit, seen: Activity, unit: EntityId, year: int) -> Activity:
    """Carry an activity over to a later year, linked to the old one, so that it can be followed.

    Goals are those of the new year with the same text, else the same number, else the old
    ones; the period, with the end date that holds, moves to the new year unless it already
    reaches into it. Carrying the same activity over on two devices gives one activity. Raises
    `RuleError`.
    """
    if year <= seen.year:
        raise FieldRefused("year", f"Aktiviteten hör redan till {seen.year}.")
    if (existing := edit.plan.successor_of(seen.id, unit)) is not None:
        successor = edit.plan.find(Activity, existing)
        raise AlreadyCarriedOver(existing, successor.year if successor is not None else year)
    return edit.save(
        Activity(
            id=edit.plan.id_of(Activity, "carried_over", seen.id, unit, str(year)),
            scope=unit,
            unit=unit,
            year=year,
            origin=Origin.OWN,
            title=seen.title,
            description=seen.description,
            period=_moved(_period_that_holds(edit, seen, unit), year),
            goals=tuple(dict.fromkeys(_same_goal(edit, goal, year) for goal in seen.goals)),
            responsible=seen.responsible,
            deputy=seen.deputy,
            carried_over_from=seen.id,
        )
    )


class AlreadyCarriedOver(RuleError):
    """The activity already has a successor."""

    def __init__(self, successor: EntityId, year: int) -> None:
        super().__init__(
            f"Aktiviteten är redan överförd (id {short_id(successor)}). Inget är ändrat. "
            f"Ändra den som finns för {year}."
        )
        self.successor = successor


def checked_goals(
    edit: Edit, goals: Iterable[EntityId], known: Collection[EntityId] = ()
) -> tuple[EntityId, ...]:
    """Goals that an activity may serve, without repeats: the board's or an efficiency goal.

    Those `known` are there already and stay. Raises `FieldRefused` (R1, R2).
    """
    chosen = tuple(dict.fromkeys(goals))
    if not chosen:
        raise FieldRefused("goals", "Aktiviteten behöver minst ett mål.")
    for goal_id in chosen:
        if goal_id in known:
            continue
        goal = edit.plan.find(Goal, goal_id)
        if goal is None or goal.removed:
            raise FieldRefused("goals", "Ett av målen finns inte i målkatalogen.")
        if goal.level is GoalLevel.COUNCIL:
            raise FieldRefused(
                "goals",
                f"{goal.number} är ett fullmäktigemål. Välj ett av kommunstyrelsens mål under det.",
            )
    return chosen


def _checked_person(
    edit: Edit, field: str, person: EntityId | None, known: EntityId | None = None
) -> EntityId | None:
    if person not in (None, known) and edit.plan.find(Person, person) is None:
        raise FieldRefused(field, "Personen finns inte i registret.")
    return person


def _period_that_holds(edit: Edit, activity: Activity, unit: EntityId) -> Period | None:
    end = effective_end(edit.plan, activity, unit, until=_EVER)
    if activity.period is None or end is None:
        return activity.period
    return Period(activity.period.start, end)


def _moved(period: Period | None, year: int) -> Period:
    if period is None:
        return Period(date(year, 1, 1), date(year, 12, 31))
    if period.end.year >= year:
        return period
    return Period(date(year, 1, 1), _same_day(period.end, year))


def _same_day(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _same_goal(edit: Edit, goal_id: EntityId, year: int) -> EntityId:
    old = edit.plan.find(Goal, goal_id)
    if old is None:
        return goal_id
    candidates = edit.plan.goals(year)
    for matches in (
        [goal for goal in candidates if goal.text == old.text],
        [goal for goal in candidates if goal.number == old.number and goal.level is old.level],
    ):
        if matches:
            return matches[0].id
    return goal_id
