"""The minimum meter: what a unit must plan for a year, and what it still lacks (R1-R3, A1).

Each efficiency goal is a bucket that needs one activity, and the board's goals are together one
more. One activity may fill several buckets, so the number of different activities has a minimum
of its own. A gap is a warning, never a block; cancelled activities do not count (A10).
"""

from __future__ import annotations

from datetime import date

import msgspec

from model.plan.entities import Activity, Goal, OrganisationUnit
from model.plan.identifiers import CENTRAL, EntityId
from model.plan.plan import Plan
from model.plan.reporting import counts, planned
from model.plan.vocabulary import GoalLevel, OrganisationLevel, Origin, SizeClass
from model.swedish.numbers import counted

LEAST = 2
"""«minst två aktiviteter» (R3), also in a year without efficiency goals."""

_NO_WORDS = frozenset({"false", "nej", "no", "0"})


class Bucket(msgspec.Struct, frozen=True, kw_only=True):
    """What at least one activity must be planned for; `goal` is None for the board's goals."""

    goal: EntityId | None
    number: str
    label: str
    count: int
    needed: int = 1

    @property
    def is_met(self) -> bool:
        """Whether enough activities lead to it."""
        return self.count >= self.needed

    @property
    def gap(self) -> str:
        """What is lacking, as a sentence; empty when nothing is."""
        if self.is_met:
            return ""
        aim = "något av kommunstyrelsens mål" if self.goal is None else self.label.rstrip(" .")
        return f"Ingen aktivitet är planerad mot {aim}."


class Requirement(msgspec.Struct, frozen=True, kw_only=True):
    """How far a unit, or its department where the rule bites there, has met a year's minimum."""

    subject: EntityId
    """Whom it is counted for: the unit itself or its department (setting requirement_level)."""
    year: int
    """The year whose goals are used: the latest there is where the catalogue lacks the year."""
    applies: bool
    """False where nothing is required: no goals known, no longer a unit, above the level, or no
    unit at all."""
    buckets: tuple[Bucket, ...]
    total: int
    """Different activities that lead to any of the year's goals."""
    minimum: int
    expected: int | None
    """The number expected of a unit of its size; advice only (R3)."""
    is_large: bool = False

    @property
    def lacks_total(self) -> bool:
        """Whether there would be too few activities even when every empty bucket gets one."""
        missing = sum(not bucket.is_met for bucket in self.buckets)
        return self.applies and self.total + missing < self.minimum

    @property
    def is_met(self) -> bool:
        """Whether every bucket is filled, by enough different activities."""
        enough = self.total >= self.minimum and all(bucket.is_met for bucket in self.buckets)
        return enough or not self.applies

    @property
    def total_gap(self) -> str:
        """That there are too few different activities, as a sentence; empty when there are not."""
        if not self.lacks_total:
            return ""
        return f"{_planned_text(self.total)} mot målen. Minst {self.minimum} olika behövs."

    @property
    def gaps(self) -> tuple[str, ...]:
        """Everything that is lacking, as sentences."""
        if not self.applies:
            return ()
        found = (*(bucket.gap for bucket in self.buckets), self.total_gap)
        return tuple(gap for gap in found if gap)

    @property
    def advice(self) -> str:
        """What is expected beyond the minimum, as a sentence; empty when there is nothing."""
        if not self.applies or not self.is_met:
            return ""
        if self.expected is not None:
            if self.total >= self.expected:
                return ""
            wanted = counted(self.expected, "aktivitet", "aktiviteter")
            return f"En enhet av den här storleken förväntas planera {wanted}. Nu: {self.total}."
        if self.is_large and self.total <= self.minimum:
            return f"Större enheter förväntas planera fler än {self.minimum} aktiviteter."
        return ""


def requirement(plan: Plan, unit: EntityId, year: int) -> Requirement:
    """A unit's minimum for a year; see `Requirement`.

    Only activities of the year asked for count: what goes on from an earlier year counts once it
    is carried over. Where the catalogue lacks the year, its latest goals are used.
    """
    goal_year = plan.goal_year(year)
    goals = plan.goals(goal_year)
    subject = _subject(plan, unit)
    activities = _counting(plan, unit, year)
    in_force = [goal for goal in goals if _is_in_force(goal)]
    buckets = _buckets(in_force, goals, activities)
    known = {goal.id for goal in goals}
    organisation = plan.find(OrganisationUnit, subject)
    efficiency = sum(bucket.goal is not None for bucket in buckets)
    return Requirement(
        subject=subject,
        year=goal_year,
        applies=bool(buckets) and unit != CENTRAL and _applies(plan, organisation, year),
        buckets=buckets,
        total=sum(not known.isdisjoint(activity.goals) for activity in activities),
        minimum=max(LEAST, 1 + efficiency),
        expected=_expected(plan, organisation),
        is_large=organisation is not None and organisation.size_class is SizeClass.LARGE,
    )


def counted_units(plan: Plan, unit: EntityId) -> tuple[EntityId, ...]:
    """Whose activities count together: the unit alone, or its department and all below (A3)."""
    if _level(plan) is OrganisationLevel.UNIT:
        return (unit,)
    subject = _subject(plan, unit)
    return (subject, *(below.id for below in plan.below(subject)))


def _level(plan: Plan) -> OrganisationLevel:
    wanted = plan.settings.get("requirement_level", "").strip().casefold()
    is_department = wanted == OrganisationLevel.DEPARTMENT.value
    return OrganisationLevel.DEPARTMENT if is_department else OrganisationLevel.UNIT


def _subject(plan: Plan, unit: EntityId) -> EntityId:
    """The unit, or the department above it where the rule bites there and one is known."""
    if _level(plan) is OrganisationLevel.UNIT:
        return unit
    seen: set[EntityId] = set()
    step = plan.find(OrganisationUnit, unit)
    while step is not None and step.id not in seen:
        if step.level is OrganisationLevel.DEPARTMENT:
            return step.id
        seen.add(step.id)
        step = plan.find(OrganisationUnit, step.parent)
    return unit


def _applies(plan: Plan, organisation: OrganisationUnit | None, year: int) -> bool:
    """Whether the rule bites here; a department without units below answers like a unit."""
    if organisation is None:
        return True
    if organisation.merged_into is not None:
        return False
    if organisation.valid_to is not None and organisation.valid_to < date(year, 1, 1):
        return False
    if organisation.level is OrganisationLevel.UNIT:
        return True
    if organisation.level is OrganisationLevel.DEPARTMENT:
        return _level(plan) is OrganisationLevel.DEPARTMENT or not plan.below(organisation.id)
    return False


def _counting(plan: Plan, unit: EntityId, year: int) -> list[Activity]:
    """The different activities that count, in order: the plan's ones only if so set (A2)."""
    with_plan = plan.settings.get("count_plan_activities", "").strip().casefold() not in _NO_WORDS
    found: dict[EntityId, Activity] = {}
    for each in counted_units(plan, unit):
        for activity in planned(plan, each, year):
            if (with_plan or activity.origin is Origin.OWN) and counts(plan, activity, each):
                found[activity.id] = activity
    return list(found.values())


def _is_in_force(goal: Goal) -> bool:
    """Whether a goal still holds when its year ends; nothing is required towards one that ended."""
    return goal.valid_to is None or goal.valid_to >= date(goal.year, 12, 31)


def _buckets(
    in_force: list[Goal], goals: list[Goal], activities: list[Activity]
) -> tuple[Bucket, ...]:
    found = [
        Bucket(
            goal=goal.id,
            number=goal.number,
            label=f"{goal.number} {goal.text}".strip(),
            count=sum(goal.id in activity.goals for activity in activities),
        )
        for goal in in_force
        if goal.level is GoalLevel.EFFICIENCY
    ]
    if any(goal.level is GoalLevel.BOARD for goal in in_force):
        board = {goal.id for goal in goals if goal.level is GoalLevel.BOARD}
        towards = sum(not board.isdisjoint(activity.goals) for activity in activities)
        found.append(Bucket(goal=None, number="", label="kommunstyrelsens mål", count=towards))
    return tuple(found)


def _expected(plan: Plan, organisation: OrganisationUnit | None) -> int | None:
    size = organisation.size_class if organisation is not None else SizeClass.NORMAL
    written = plan.settings.get(f"expected_activities_{size.value}", "").strip()
    return int(written) if written.isascii() and written.isdigit() else None


def _planned_text(total: int) -> str:
    if total == 0:
        return "Ingen aktivitet är planerad"
    return f"{total} aktivitet är planerad" if total == 1 else f"{total} aktiviteter är planerade"
