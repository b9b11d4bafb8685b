"""Running every rule over what a home's units plan and report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import msgspec

from model.checks import (
    assessments,
    budget,
    copied,
    dates,
    duplicates,
    goals,
    language,
    measured,
    minimum,
    planning,
    privacy,
    statuses,
    typed_counts,
    wordings,
)
from model.checks.finding import Finding, order
from model.checks.material import Material, shown
from model.plan.calendar import Tertial
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.vocabulary import Role

RULES: tuple[Callable[[Material], Iterable[Finding]], ...] = (
    minimum.lacks_minimum,
    dates.open_past_end,
    dates.done_before_end,
    statuses.plan_claimed,
    statuses.status_and_comment,
    statuses.waits_without_reason,
    duplicates.unsettled,
    duplicates.recorded_twice,
    assessments.assessed_against_activities,
    wordings.number_without_carrier,
    wordings.goal_twice,
    goals.goals_without_work,
    planning.planned_in_full,
    budget.budget_adds_up,
    copied.copied,
    copied.other_focus_area,
    typed_counts.counted_in_text,
    measured.measure_in_full,
    measured.measure_in_place,
    measured.small_group_told,
    privacy.personal_data,
    language.slips,
    dates.slipped,
    planning.status_told_in_title,
)
"""Every rule, in the order of the finding catalogue."""


def check(
    plan: Plan,
    units: Iterable[EntityId],
    tertial: Tertial,
    as_of: date,
    role: Role = Role.UNIT,
    *,
    is_whole: bool = True,
) -> tuple[Finding, ...]:
    """Everything found of these units for a tertial, worst first, then by goal and title.

    `as_of` is the day whose state is judged, usually `tertial.as_of`. What was set aside with a
    reason is kept and marked; `finding.counts` is then false. `role` says who asks: a unit is
    shown what it can mend, the centre also the operational plan and the goals. Where the centre
    looks at units by name (`is_whole` false) it is shown what concerns those units alone.
    """
    units = tuple(units)
    material = Material(plan, units, tertial, as_of, role, is_whole=is_whole)
    found: dict[tuple[str, str], Finding] = {}
    for rule in RULES:
        for finding in rule(material):
            found.setdefault((finding.rule, finding.place), _waived(plan, finding, units))
    return tuple(sorted(found.values(), key=order))


def _waived(plan: Plan, finding: Finding, units: tuple[EntityId, ...]) -> Finding:
    """Marked where its unit has set it aside; one that is none of theirs, where any of them has."""
    for unit in (finding.unit,) if finding.unit in units else units:
        waiver = plan.waiver_of(finding.rule, finding.place, unit)
        if waiver is not None and waiver.reason.strip():
            return msgspec.structs.replace(
                finding, waived_by=waiver.id, reason=shown(waiver.reason)
            )
    return finding
