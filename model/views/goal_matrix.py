"""Goals × units: how many activities each unit has towards each goal, empty cells included.

A goal that nobody works towards, or that only one department does, is seen at a glance
(domain 1.9: goals need a counterpart in the organisation).
"""

from __future__ import annotations

import msgspec

from model.plan.entities import Goal
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.reporting import counts, planned
from model.plan.vocabulary import GoalLevel
from model.views.department import Overview


class MatrixRow(msgspec.Struct, frozen=True, kw_only=True):
    """A unit, or the sum of a department, with its activities towards each goal."""

    unit: EntityId
    name: str
    depth: int
    is_sum: bool
    counts: tuple[int, ...]
    """As many as there are goals, in their order."""


class GoalMatrix(msgspec.Struct, frozen=True):
    """The goals as columns, and a row for each row of the overview."""

    year: int
    goals: tuple[Goal, ...]
    rows: tuple[MatrixRow, ...]
    units: tuple[int, ...]
    """How many units work towards each goal; what the centre reports itself is no unit's."""

    @property
    def unworked(self) -> tuple[Goal, ...]:
        """The goals that no unit works towards."""
        return tuple(goal for goal, count in zip(self.goals, self.units, strict=True) if count == 0)


def goal_matrix(plan: Plan, view: Overview) -> GoalMatrix:
    """The matrix of the units of an overview, for its year."""
    year = view.tertial.year
    goals = [
        goal for goal in plan.goals(plan.goal_year(year)) if goal.level is not GoalLevel.COUNCIL
    ]
    places = {goal.id: place for place, goal in enumerate(goals)}
    cells: list[list[int]] = []
    open_sums: list[tuple[int, list[int]]] = []
    units = [0] * len(goals)
    for row in view.rows:
        while open_sums and open_sums[-1][0] >= row.depth:
            open_sums.pop()
        found = [0] * len(goals) if row.is_sum else _towards(plan, row.unit, year, places)
        if row.is_sum:
            open_sums.append((row.depth, found))
        else:
            for place, count in enumerate(found):
                units[place] += count > 0 and row.units > 0
                for _, total in open_sums:
                    total[place] += count
        cells.append(found)
    rows = tuple(
        MatrixRow(
            unit=row.unit, name=row.name, depth=row.depth, is_sum=row.is_sum, counts=tuple(found)
        )
        for row, found in zip(view.rows, cells, strict=True)
    )
    return GoalMatrix(year, tuple(goals), rows, tuple(units))


def _towards(plan: Plan, unit: EntityId, year: int, places: dict[EntityId, int]) -> list[int]:
    """How many of a unit's living activities of a year lead to each goal."""
    found = [0] * len(places)
    for activity in planned(plan, unit, year):
        if counts(plan, activity, unit):
            for goal in set(activity.goals) & places.keys():
                found[places[goal]] += 1
    return found
