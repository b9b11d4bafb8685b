"""Things of the plan as flat records: what `--json` prints and tables show.

Keys are the identifiers of the field. Several goals are one text of numbers with a space
between, the primary one first, so that every value is plain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.plan.calendar import Tertial
from model.plan.entities import Activity, Goal, OrganisationUnit, PolicyArea
from model.plan.plan import Plan
from model.plan.reporting import effective_end, lacks_status, latest_status
from model.plan.vocabulary import StatusValue
from model.views.home import activity_row, goal_numbers
from tui.line_mode.output import Record, plain

if TYPE_CHECKING:
    from tui.line_mode.units import Reporter


def activity_record(
    plan: Plan, activity: Activity, unit: OrganisationUnit, tertial: Tertial
) -> Record:
    """An activity of a unit, with the newest status until a tertial."""
    status = latest_status(plan, activity.id, unit.id, until=tertial)
    standing = status.standing if status else None
    value = StatusValue.CANCELLED if activity.cancelled else standing and standing.value
    end = effective_end(plan, activity, unit.id, until=tertial)
    planned_end = activity.period.end if activity.period else None
    responsible, deputy = plan.people_for(activity, unit.id)
    return {
        "id": activity.id,
        "title": activity.title,
        "goals": " ".join(goal_numbers(plan, activity)),
        "start_date": plain(activity.period.start if activity.period else None),
        "end_date": plain(planned_end),
        "revised_end_date": plain(end if end != planned_end else None),
        "origin": plain(activity.origin),
        "status": plain(value),
        "status_tertial": plain(status.tertial if status and standing else None),
        "unit": unit.name,
        "year": activity.year,
        "responsible": responsible.name if responsible else None,
        "deputy": deputy.name if deputy else None,
        "description": activity.description,
        "carried_over_from": activity.carried_over_from,
        "cancel_reason": activity.cancel_reason or None,
    }


def status_record(
    plan: Plan, activity: Activity, unit: OrganisationUnit | Reporter, tertial: Tertial
) -> Record:
    """What a unit has reported of an activity for one tertial; `id` is the activity's.

    What was closed in an earlier tertial has that status, with its tertial in `status_tertial`.
    """
    row = activity_row(plan, activity, unit.id, tertial)
    status = plan.status_of(activity.id, unit.id, tertial)
    standing = status.standing if status else None
    return {
        "id": activity.id,
        "title": activity.title,
        "goals": " ".join(goal_numbers(plan, activity)),
        "tertial": str(tertial),
        "status": plain(row.status),
        "status_tertial": plain(row.status_tertial),
        "comment": row.comment,
        "end_date": plain(effective_end(plan, activity, unit.id, until=tertial)),
        "revised_end_date": plain(standing and standing.revised_end),
        "actual_end_date": plain(standing and standing.actual_end),
        "cause": plain(standing and standing.cause),
        "awaited": standing.awaited if standing else "",
        "review_date": plain(standing and standing.review_date),
        "unchanged_since": plain(standing and standing.unchanged_since),
        "missing": lacks_status(plan, activity, unit.id, tertial),
        "unit": unit.name,
    }


def goal_record(plan: Plan, goal: Goal) -> Record:
    """A goal of the catalogue."""
    parent = plan.find(Goal, goal.parent)
    area = plan.find(PolicyArea, goal.policy_area)
    lead = plan.find(OrganisationUnit, goal.lead_unit)
    return {
        "id": goal.id,
        "number": goal.number,
        "level": plain(goal.level),
        "text": goal.text,
        "year": goal.year,
        "parent": parent.number if parent else None,
        "policy_area": area.name if area else None,
        "lead_unit": lead.name if lead else None,
        "interpretation": goal.interpretation,
        "decision_ref": goal.decision_ref,
    }


def status_words(record: Record) -> str:
    """A record's status as a person reads it: symbol and words, or that it is missing."""
    value = record["status"]
    if value is None:
        return "–"
    status = StatusValue(str(value))
    return f"{status.symbol} {status.swedish}"


def short(record: Record) -> str:
    """The short id of a record."""
    return str(record["id"])[:8]
