"""The level that the rule suggests for a goal, from the time plan of its activities (R15).

Each activity of the operational plan weighs by how it stands: what is completed weighs 100
percent, what goes on by plan and what deviates weigh less, what is behind or not reported
weighs nothing. The mean decides the level. Weights and limits are settings of the catalogue.
A person decides; the suggestion only says what the activities say (A5).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType

import msgspec

from model.plan.calendar import Tertial
from model.plan.entities import Activity, Standing
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.reporting import effective_end, status_shown
from model.plan.vocabulary import AssessmentLevel, StatusValue
from model.swedish.numbers import counted

DEFAULTS = {
    "assessment_met_percent": 100,
    "assessment_partly_met_percent": 50,
    "assessment_barely_met_percent": 10,
    "assessment_on_plan_percent": 50,
    "assessment_deviating_percent": 25,
}
"""Limits and weights where the catalogue has none of its own, by their keys there."""

_NO_SETTINGS: Mapping[str, str] = MappingProxyType({})
_LIMITS = {
    AssessmentLevel.MET: "assessment_met_percent",
    AssessmentLevel.PARTLY_MET: "assessment_partly_met_percent",
    AssessmentLevel.BARELY_MET: "assessment_barely_met_percent",
}


class Pace(Enum):
    """How an activity stands against its time plan, with the words for one and for several."""

    DONE = ("avslutad", "avslutade")
    ON_PLAN = ("enligt plan", "enligt plan")
    DEVIATING = ("med avvikelse", "med avvikelse")
    BEHIND = ("efter sin tidsplan", "efter sin tidsplan")
    UNREPORTED = ("utan status", "utan status")


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """What the rule suggests, and why in a sentence; no level where there is nothing to go by."""

    level: AssessmentLevel | None
    percent: int
    reason: str


def pace_of(activity: Activity, standing: Standing | None, end: date | None, as_of: date) -> Pace:
    """How a living activity stands; `end` is the end date that holds."""
    if standing is None:
        return Pace.UNREPORTED
    value = standing.value
    if value.is_completed:
        return Pace.DONE
    if end is not None and end <= as_of:
        return Pace.BEHIND
    if value is StatusValue.ONGOING_DEVIATING:
        return Pace.DEVIATING
    if value is StatusValue.NOT_STARTED:
        ahead = activity.period is not None and activity.period.start > as_of
        return Pace.ON_PLAN if ahead else Pace.BEHIND
    return Pace.ON_PLAN if value is StatusValue.ONGOING_ON_PLAN else Pace.BEHIND


def pace_in(plan: Plan, activity: Activity, tertial: Tertial) -> Pace | None:
    """How a plan activity stands by the status of whoever reports it; None when it is cancelled."""
    unit = activity.reporter
    status = status_shown(plan, activity.id, unit, tertial)
    standing = status.standing if status is not None else None
    if activity.cancelled or (standing and standing.value is StatusValue.CANCELLED):
        return None
    end = effective_end(plan, activity, unit, until=tertial)
    return pace_of(activity, standing, end, tertial.as_of)


def suggest(plan: Plan, goal: EntityId, tertial: Tertial) -> Suggestion:
    """The suggestion for a goal as of the end of a tertial.

    Only activities of the operational plan count (A8); cancelled ones are left out and told of.
    """
    activities = plan.plan_activities_towards(goal, tertial.year)
    paces = [pace_in(plan, each, tertial) for each in activities]
    found = Counter(pace for pace in paces if pace is not None)
    return suggestion_of(found, cancelled=paces.count(None), settings=plan.settings)


def suggestion_of(
    found: Mapping[Pace, int], *, cancelled: int = 0, settings: Mapping[str, str] = _NO_SETTINGS
) -> Suggestion:
    """The suggestion for so many activities of each pace."""
    total = sum(found.values())
    aside = ""
    if cancelled:
        aside = f" {counted(cancelled, 'aktivitet', 'aktiviteter')} utgår och räknas inte."
    if not total:
        none = "Målet har ingen aktivitet i verksamhetsplanen att utgå från."
        return Suggestion(level=None, percent=0, reason=none + aside)
    if found.get(Pace.UNREPORTED, 0) == total:
        activities = counted(total, "aktivitet", "aktiviteter")
        none = f"Ingen av målets {activities} har någon status att utgå från än."
        return Suggestion(level=None, percent=0, reason=none + aside)
    weights = {
        Pace.DONE: 100,
        Pace.ON_PLAN: setting_of(settings, "assessment_on_plan_percent"),
        Pace.DEVIATING: setting_of(settings, "assessment_deviating_percent"),
    }
    weight = sum(weights.get(pace, 0) * count for pace, count in found.items())
    level = AssessmentLevel.NOT_MET
    for each, key in _LIMITS.items():
        if weight >= setting_of(settings, key) * total:
            level = each
            break
    percent = weight // total
    return Suggestion(
        level=level, percent=percent, reason=_reason(found, percent, settings) + aside
    )


def setting_of(settings: Mapping[str, str], key: str) -> int:
    """A limit or weight in percent: the catalogue's, else ours."""
    written = settings.get(key, "").strip()
    is_number = written.isascii() and written.isdigit()
    return int(written) if is_number and len(written) <= 3 else DEFAULTS[key]


def _reason(found: Mapping[Pace, int], percent: int, settings: Mapping[str, str]) -> str:
    """Why: `Av 3 aktiviteter är 2 avslutade och 1 enligt plan. Det ger 83 procent. …`."""
    parts = [
        f"{found[pace]} {pace.value[found[pace] > 1]}" for pace in Pace if found.get(pace, 0) > 0
    ]
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} och {parts[-1]}"
    limits = ", ".join(
        f"{level.swedish.lower()} {setting_of(settings, key)}" for level, key in _LIMITS.items()
    )
    total = counted(sum(found.values()), "aktivitet", "aktiviteter")
    return f"Av {total} är {listed}. Det ger {percent} procent. Gränser: {limits}."
