"""What is to be reported, and how things stand: the questions that every screen asks.

An activity is reported in its own year, and goes on being reported in later years while it
is open and has not been carried over (multi-year activities are normal).
"""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import replace

from model.plan.calendar import Tertial, current_tertial
from model.plan.entities import Activity, Status, Submission
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.vocabulary import HandInState, StatusValue


def current(plan: Plan, today: date) -> Tertial:
    """The tertial that people report now, given the centre's locks."""
    return current_tertial(today, plan.locked)


def latest_begun(plan: Plan, day: date, year: int | None = None) -> Tertial:
    """The tertial that was reported on a day; within a year, the latest one that had begun."""
    found = current(plan, day)
    if year is None or found.year == year:
        return found
    return Tertial(year, 3 if year < found.year else 1)


def entry_deadline(plan: Plan, tertial: Tertial) -> date:
    """The day by which units should be done: the catalogue's, else the as-of date (A4)."""
    dates = plan.dates_of(tertial)
    return dates.entry_deadline if dates and dates.entry_deadline else tertial.as_of


def latest_status(
    plan: Plan, activity: EntityId, unit: EntityId, *, until: Tertial
) -> Status | None:
    """The newest status at or before a tertial."""
    found: Status | None = None
    for tertial, status in plan.statuses_of(activity, unit).items():
        if tertial <= until and status.standing is not None:
            found = status
    return found


def status_shown(plan: Plan, activity: EntityId, unit: EntityId, tertial: Tertial) -> Status | None:
    """How an activity stands in a tertial: that tertial's status, or the one that closed it."""
    status = plan.status_of(activity, unit, tertial)
    if status is not None and status.standing is not None:
        return status
    earlier = latest_status(plan, activity, unit, until=tertial.previous)
    closed = earlier is not None and earlier.standing and not earlier.standing.value.is_open
    return earlier if closed else status


def previous_status(
    plan: Plan, activity: EntityId, unit: EntityId, *, before: Tertial
) -> Status | None:
    """The newest status before a tertial; what "förra gången" shows.

    An activity that was carried over goes on from what was reported of the one before it.
    """
    seen: set[EntityId] = set()
    wanted: EntityId | None = activity
    while wanted is not None and wanted not in seen:
        seen.add(wanted)
        found = latest_status(plan, wanted, unit, until=before.previous)
        if found is not None:
            return found
        row = plan.find(Activity, wanted)
        wanted = row.carried_over_from if row is not None else None
    return None


def is_closed(plan: Plan, activity: Activity, unit: EntityId, *, until: Tertial) -> bool:
    """Whether the work is over: cancelled, or completed in the newest status until then."""
    if activity.cancelled:
        return True
    status = latest_status(plan, activity.id, unit, until=until)
    return status is not None and status.standing is not None and not status.standing.value.is_open


def counts(plan: Plan, activity: Activity, unit: EntityId) -> bool:
    """Whether an activity counts towards the minimum: cancelled ones do not (A10)."""
    if activity.cancelled:
        return False
    status = latest_status(plan, activity.id, unit, until=Tertial(9999, 3))
    return not (status and status.standing and status.standing.value is StatusValue.CANCELLED)


def planned(plan: Plan, unit: EntityId, year: int) -> list[Activity]:
    """A unit's activities of a year, plan's and own, cancelled ones included."""
    return [activity for activity in plan.activities_of(unit) if activity.year == year]


def reportable(plan: Plan, unit: EntityId, tertial: Tertial) -> list[Activity]:
    """What a unit reports for a tertial, by end date, oldest first."""
    found = [
        activity
        for activity in plan.activities_of(unit)
        if not activity.cancelled
        and (activity.year == tertial.year or _goes_on(plan, activity, unit, tertial))
    ]
    return sorted(found, key=by_end)


def _goes_on(plan: Plan, activity: Activity, unit: EntityId, tertial: Tertial) -> bool:
    """Whether an earlier year's activity is still reported.

    Once it has been reported as open it stays until it is closed or carried over, so that
    nothing drops out unsaid; what was never reported stays as long as its dates reach.
    """
    if activity.year >= tertial.year or plan.successor_of(activity.id, unit) is not None:
        return False
    status = latest_status(plan, activity.id, unit, until=tertial.previous)
    if status is not None and status.standing is not None:
        return status.standing.value.is_open
    return activity.period is not None and activity.period.end >= tertial.first_day


def by_end(activity: Activity) -> tuple[date, str, str]:
    """Sort key: end date, oldest first; those without dates last."""
    return (activity.period.end if activity.period else date.max, activity.title, activity.id)


def lacks_status(plan: Plan, activity: Activity, unit: EntityId, tertial: Tertial) -> bool:
    """Whether a reportable activity still needs this tertial's status.

    What was completed or cancelled in an earlier tertial of the same year stands as it is.
    """
    status = plan.status_of(activity.id, unit, tertial)
    if status is not None and status.standing is not None:
        return False
    return not is_closed(plan, activity, unit, until=tertial.previous)


def effective_end(plan: Plan, activity: Activity, unit: EntityId, *, until: Tertial) -> date | None:
    """The end date that holds: the newest revised end, else the planned one."""
    end = activity.period.end if activity.period else None
    for tertial, status in plan.statuses_of(activity.id, unit).items():
        if tertial <= until and status.standing and status.standing.revised_end:
            end = status.standing.revised_end
    return end


def is_handed_in(plan: Plan, unit: EntityId, tertial: Tertial) -> bool:
    """Whether a unit's tertial stands as handed in."""
    hand_in = plan.hand_in_of(unit, tertial)
    return (
        hand_in is not None
        and hand_in.submission is not None
        and hand_in.submission.state is HandInState.HANDED_IN
    )


def changed_since_hand_in(plan: Plan, unit: EntityId, tertial: Tertial) -> list[Activity]:
    """Activities whose status has changed, come or gone since the hand-in named it.

    A status has gone when it was removed, or when its activity is no longer to be reported. One
    that says the same again has not changed; a hand-in that did not keep what its statuses said
    is judged by the changes that it names.
    """
    hand_in = plan.hand_in_of(unit, tertial)
    if not is_handed_in(plan, unit, tertial) or hand_in is None or hand_in.submission is None:
        return []
    submission = hand_in.submission
    now = {
        status.id: status
        for activity in reportable(plan, unit, tertial)
        if (status := plan.status_of(activity.id, unit, tertial)) is not None
    }
    changed = [
        plan.find(Activity, status.activity)
        for each in {**submission.statuses, **now}
        if not _stands_as_named(submission, each, now.get(each))
        and (status := plan.find(Status, each)) is not None
    ]
    return sorted((activity for activity in changed if activity is not None), key=by_end)


def _stands_as_named(submission: Submission, identity: EntityId, now: Status | None) -> bool:
    """Whether a status is what a hand-in handed in; None is one that is gone."""
    if now is None:
        return False
    if identity not in submission.statuses:
        return now.standing is None and not now.comment.strip()
    said = submission.said.get(identity)
    if said is not None:
        return said == said_by(now)
    return tuple(submission.statuses[identity]) == heads_of(now)


def said_by(status: Status) -> str:
    """A digest of what a status says: its standing with dates and reasons, and its comment.

    That it was carried unchanged is not part of it: the same said anew is the same.
    """
    from hashlib import blake2b

    standing = status.standing
    if standing is not None:
        standing = replace(standing, unchanged_since=None)
    said = msgspec.json.encode((standing, status.comment.strip()), order="sorted")
    return blake2b(said, digest_size=8).hexdigest()


def heads_of(status: Status) -> tuple[str, ...]:
    """All changes that a status stands on, sorted: what a hand-in names."""
    return tuple(sorted({name for names in status.heads.values() for name in names}))
