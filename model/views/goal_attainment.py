"""How many of the board's goals are met: the counts of the analysis, from the data, never typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from model.plan.assessment import Assessment
from model.plan.calendar import Tertial
from model.plan.entities import Goal
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.vocabulary import AssessmentLevel, GoalLevel
from model.swedish.numbers import counted


class Attainment(msgspec.Struct, frozen=True, kw_only=True):
    """The board's goals of a tertial, counted by the level that was decided."""

    tertial: Tertial
    levels: dict[AssessmentLevel, int]
    """Every level, best first, with how many goals have it."""
    unassessed: int

    @property
    def total(self) -> int:
        """How many goals the board has adopted."""
        return sum(self.levels.values()) + self.unassessed

    @property
    def met_or_partly(self) -> int:
        """How many are met or partly met."""
        return sum(count for level, count in self.levels.items() if level.is_met_or_partly)

    @property
    def barely_or_not(self) -> int:
        """How many are barely met or not met."""
        return sum(count for level, count in self.levels.items() if not level.is_met_or_partly)

    @property
    def sentences(self) -> str:
        """The counts as running text."""
        met, not_met, left = self.met_or_partly, self.barely_or_not, self.unassessed
        text = (
            f"Av {counted(self.total, 'mål', 'mål')} är {met} {_met(met)} eller delvis {_met(met)} "
            f"och {not_met} knappt eller ej {_met(not_met)}."
        )
        if not left:
            return text
        assessed = "bedömt" if left == 1 else "bedömda"
        return f"{text} {counted(left, 'mål', 'mål')} är inte {assessed}."


def _met(count: int) -> str:
    """`uppfyllt` of one goal, `uppfyllda` of several."""
    return "uppfyllt" if count == 1 else "uppfyllda"


def goals_to_assess(plan: Plan, tertial: Tertial) -> list[Goal]:
    """The board's goals that hold in a tertial, in catalogue order: those that are assessed."""
    return [
        goal
        for goal in plan.goals(plan.goal_year(tertial.year))
        if goal.level is GoalLevel.BOARD
        and (goal.valid_to is None or goal.valid_to >= tertial.first_day)
    ]


def attainment(plan: Plan, tertial: Tertial) -> Attainment:
    """The counts for a tertial."""
    decided = [
        assessment.decided.level if assessment is not None and assessment.decided else None
        for assessment in (
            plan.assessment_of(goal.id, tertial) for goal in goals_to_assess(plan, tertial)
        )
    ]
    found = Counter(decided)
    return Attainment(
        tertial=tertial,
        levels={level: found[level] for level in AssessmentLevel},
        unassessed=found[None],
    )


def newest_assessed(plan: Plan, year: int) -> Tertial | None:
    """The latest tertial of a year in which some goal is assessed."""
    found = {row.tertial for row in plan.of(Assessment) if row.decided is not None and row.tertial}
    return max((tertial for tertial in found if tertial.year == year), default=None)


def goals_worked_towards(plan: Plan, units: Iterable[EntityId], tertial: Tertial) -> list[Goal]:
    """The goals to be assessed towards which some unit has a living activity."""
    towards = {
        goal
        for unit in units
        for activity in plan.activities_of(unit)
        if not activity.cancelled
        for goal in activity.goals
    }
    return [goal for goal in goals_to_assess(plan, tertial) if goal.id in towards]
