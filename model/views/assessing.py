"""The goals of a tertial as the centre assesses them: suggestion, decision and what it rests on."""

from __future__ import annotations

from collections import Counter

import msgspec

from model.plan.assessment import Assessment
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Goal, OrganisationUnit, Status
from model.plan.plan import Plan
from model.plan.reporting import status_shown
from model.plan.suggestion import Suggestion, suggest
from model.plan.vocabulary import AssessmentLevel, Role, StatusValue
from model.views.goal_attainment import goals_to_assess

_YES_WORDS = frozenset({"true", "ja", "yes", "1"})


class ActivityLine(msgspec.Struct, frozen=True, kw_only=True):
    """An activity of the operational plan with what is reported of it."""

    activity: Activity
    unit: str
    """The responsible unit's name; empty where the centre reports it itself."""
    status: Status | None

    @property
    def value(self) -> StatusValue | None:
        """How it stands; None while nothing is reported."""
        if self.activity.cancelled:
            return StatusValue.CANCELLED
        standing = self.status.standing if self.status is not None else None
        return standing.value if standing is not None else None


class GoalToAssess(msgspec.Struct, frozen=True, kw_only=True):
    """One of the board's goals, with everything that an assessment rests on (R16)."""

    goal: Goal
    council: Goal | None
    suggestion: Suggestion
    assessment: Assessment | None
    activities: tuple[ActivityLine, ...]

    @property
    def level(self) -> AssessmentLevel | None:
        """The level that was decided."""
        decided = self.assessment.decided if self.assessment is not None else None
        return decided.level if decided is not None else None

    @property
    def motivation(self) -> str:
        """Why the decided level is what it is."""
        decided = self.assessment.decided if self.assessment is not None else None
        return decided.motivation if decided is not None else ""

    @property
    def is_outdated(self) -> bool:
        """Whether the rule suggests something else now than when the level was decided."""
        decided = self.assessment.decided if self.assessment is not None else None
        return decided is not None and decided.suggested is not self.suggestion.level

    @property
    def statuses(self) -> dict[StatusValue | None, int]:
        """How many activities have each status, in the order of the keys; None for unreported."""
        found = Counter(line.value for line in self.activities)
        order = (*StatusValue, None)
        return {value: found[value] for value in order if found[value]}


def goals_as_assessed(plan: Plan, tertial: Tertial) -> tuple[GoalToAssess, ...]:
    """Every goal that is assessed in a tertial, in catalogue order."""
    return tuple(goal_to_assess(plan, goal, tertial) for goal in goals_to_assess(plan, tertial))


def goal_to_assess(plan: Plan, goal: Goal, tertial: Tertial) -> GoalToAssess:
    """One goal with its suggestion, what was decided, and its activities in the plan's order."""
    return GoalToAssess(
        goal=goal,
        council=plan.find(Goal, goal.parent),
        suggestion=suggest(plan, goal.id, tertial),
        assessment=plan.assessment_of(goal.id, tertial),
        activities=tuple(
            _line(plan, activity, tertial)
            for activity in plan.plan_activities_towards(goal.id, tertial.year)
        ),
    )


def _line(plan: Plan, activity: Activity, tertial: Tertial) -> ActivityLine:
    unit = plan.find(OrganisationUnit, activity.unit)
    return ActivityLine(
        activity=activity,
        unit=unit.name if unit is not None else "",
        status=status_shown(plan, activity.id, activity.reporter, tertial),
    )


def status_counts(goal: GoalToAssess) -> str:
    """How many activities have each status: `2 ✔, 1 ●, 1 utan status`."""
    return ", ".join(
        f"{count} {value.symbol if value is not None else 'utan status'}"
        for value, count in goal.statuses.items()
    )


def may_see_assessments(plan: Plan, tertial: Tertial, role: Role) -> bool:
    """Whether somebody is shown the assessments of a tertial.

    The centre always is. Others are when the tertial is locked, so that nobody reads what is still
    being weighed; the setting `show_assessments_early` shows them at once.
    """
    early = plan.settings.get("show_assessments_early", "").strip().casefold() in _YES_WORDS
    return role is Role.CENTRAL or early or tertial in plan.locked


def shown_assessment(
    plan: Plan, goal: Goal, tertial: Tertial, role: Role
) -> tuple[Tertial, Assessment] | None:
    """The newest decided assessment of a goal, until a tertial, that somebody may see."""
    for number in range(tertial.number, 0, -1):
        when = Tertial(tertial.year, number)
        found = plan.assessment_of(goal.id, when)
        if found is not None and found.decided and may_see_assessments(plan, when, role):
            return when, found
    return None
