"""Measures as documents and screens show them: the outcome of a day, what it was before, where
it should be, and nothing of a group that is too small to be told of.

Documents, lists and screens read figures here and nowhere else, so none of them can print what
must not be printed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

import msgspec

from model.plan.decimals import decimal_of
from model.plan.entities import Goal, Measure, MeasureValue, OrganisationUnit
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.suppression import Group, suppressed
from model.swedish.numbers import NO_BREAK_SPACE, write_number

SUPPRESSED = "redovisas ej"
"""What stands in place of a figure that may not be printed."""

MISSING = "saknas"


class Trend(StrEnum):
    """How a figure has moved since the one before, and whether that was the way to go."""

    BETTER = "better"
    WORSE = "worse"
    UP = "up"
    DOWN = "down"
    SAME = "same"

    @property
    def swedish(self) -> str:
        """The word that a user reads."""
        return _TREND_WORDS[self]


_TREND_WORDS = {
    Trend.BETTER: "bättre",
    Trend.WORSE: "sämre",
    Trend.UP: "högre",
    Trend.DOWN: "lägre",
    Trend.SAME: "oförändrat",
}


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of a measure on a day, as it may be printed."""

    as_of: date
    value: Decimal | None
    """None where there is none, and where it may not be printed."""
    text: str
    """`9,11 %`, `redovisas ej` or `saknas`."""
    is_suppressed: bool = False
    source: str = ""


class MeasureLine(msgspec.Struct, frozen=True, kw_only=True):
    """One measure with its outcome."""

    measure: Measure
    depth: int
    """0 for a measure that is part of no other."""
    label: str
    """`Sjukfrånvaro, procentandel (%) (Staben)`."""
    figure: Figure
    before: Figure | None = None
    """The outcome before that one."""
    trend: Trend | None = None
    target: str = ""
    baseline: str = ""
    meets_target: bool | None = None
    """None without a target, a direction or a figure that may be printed."""


class MeasureTable(msgspec.Struct, frozen=True, kw_only=True):
    """A measure and all that is part of it, on one day."""

    goal: EntityId | None
    as_of: date | None
    """None where nothing has an outcome yet."""
    lines: tuple[MeasureLine, ...]


def measure_tables(plan: Plan, year: int, until: date) -> tuple[MeasureTable, ...]:
    """Every measure of a year's goals with its latest outcome up to a day, in catalogue order.

    A measure without a goal comes last, whatever the year.
    """
    goals = {goal.id: place for place, goal in enumerate(plan.goals(year))}
    family = _Family(plan)
    roots = [root for root in family.roots if root.goal is None or root.goal in goals]
    roots.sort(key=lambda root: goals.get(root.goal or "", len(goals)))
    return tuple(family.table(root, until) for root in roots)


def all_tables(plan: Plan, until: date) -> tuple[MeasureTable, ...]:
    """Every measure there is, whatever its goal."""
    family = _Family(plan)
    return tuple(family.table(root, until) for root in family.roots)


def tables_of_goal(plan: Plan, goal: Goal, until: date) -> tuple[MeasureTable, ...]:
    """The measures of one goal."""
    return tuple(table for table in measure_tables(plan, goal.year, until) if table.goal == goal.id)


def figure_text(value: Decimal, unit: str) -> str:
    """`9,11 %` with a space that does not break."""
    number = write_number(value)
    return f"{number}{NO_BREAK_SPACE}{unit}" if unit else number


class _Family:
    """All measures of a plan: what is part of what, and their outcomes by day."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        measures = {measure.id: measure for measure in plan.of(Measure)}
        self._children: dict[EntityId, list[Measure]] = defaultdict(list)
        self.roots: list[Measure] = []
        for measure in sorted(measures.values(), key=lambda each: (each.order, each.key, each.id)):
            if measure.parent in measures and measure.parent is not None:
                self._children[measure.parent].append(measure)
            else:
                self.roots.append(measure)
        self._values: dict[EntityId, dict[date, MeasureValue]] = defaultdict(dict)
        for value in plan.of(MeasureValue):
            if value.as_of is not None and value.outcome is not None:
                self._values[value.measure][value.as_of] = value

    def table(self, root: Measure, until: date) -> MeasureTable:
        members = list(self._members(root))
        day = self._day(root, [measure for measure, _ in members], until)
        if day is None:
            figures: Mapping[EntityId, Figure] = {}
            day_shown = until
        else:
            figures = self._figures(members, day)
            day_shown = day
        lines = tuple(
            self._line(measure, depth, figures, day_shown, members) for measure, depth in members
        )
        return MeasureTable(goal=root.goal, as_of=day, lines=lines)

    def _members(self, root: Measure, depth: int = 0) -> Iterator[tuple[Measure, int]]:
        yield root, depth
        for child in self._children[root.id]:
            yield from self._members(child, depth + 1)

    def _day(self, root: Measure, members: list[Measure], until: date) -> date | None:
        """The latest day up to `until` that the whole has an outcome of, else any part of it."""
        for measures in ([root], members):
            days = [day for each in measures for day in self._values[each.id] if day <= until]
            if days:
                return max(days)
        return None

    def _figures(self, members: list[tuple[Measure, int]], day: date) -> dict[EntityId, Figure]:
        """The outcomes of a day, those left out that would tell of few people."""
        known = {
            each.id: self._values[each.id][day]
            for each, _ in members
            if day in self._values[each.id]
        }
        parents = {each.id: each.parent for each, _ in members}
        groups = []
        for key, value in known.items():
            above = parents[key]
            while above is not None and above not in known:
                above = parents.get(above)
            headcount = value.outcome.headcount if value.outcome is not None else None
            groups.append(Group(key, above, headcount))
        hidden = suppressed(groups)
        units = {each.id: each.unit for each, _ in members}
        return {
            key: _figure(value, day, units[key], is_suppressed=key in hidden)
            for key, value in known.items()
        }

    def _line(
        self,
        measure: Measure,
        depth: int,
        figures: Mapping[EntityId, Figure],
        day: date,
        members: list[tuple[Measure, int]],
    ) -> MeasureLine:
        figure = figures.get(measure.id) or Figure(as_of=day, value=None, text=MISSING)
        earlier = max((each for each in self._values[measure.id] if each < day), default=None)
        before = self._figures(members, earlier)[measure.id] if earlier is not None else None
        return MeasureLine(
            measure=measure,
            depth=depth,
            label=self._label(measure),
            figure=figure,
            before=before,
            trend=_trend(measure, figure, before),
            target=_written(measure.target, measure.unit),
            baseline=_baseline(measure, figure),
            meets_target=_meets(measure, figure),
        )

    def _label(self, measure: Measure) -> str:
        unit = self._plan.find(OrganisationUnit, measure.organisation)
        further = (measure.unit, unit.name if unit is not None else "")
        return " ".join([measure.name, *(f"({word})" for word in further if word)])


def _figure(value: MeasureValue, day: date, unit: str, *, is_suppressed: bool) -> Figure:
    outcome = value.outcome
    number = decimal_of(outcome.value) if outcome is not None else None
    source = outcome.source if outcome is not None else ""
    if is_suppressed:
        return Figure(as_of=day, value=None, text=SUPPRESSED, is_suppressed=True, source=source)
    text = figure_text(number, unit) if number is not None else MISSING
    return Figure(as_of=day, value=number, text=text, source=source)


def _written(text: str, unit: str) -> str:
    number = decimal_of(text)
    return figure_text(number, unit) if number is not None else ""


def _baseline(measure: Measure, figure: Figure) -> str:
    """Where a figure started: it is one of the same few people, and as secret as the figure."""
    text = _written(measure.baseline, measure.unit)
    return SUPPRESSED if text and figure.is_suppressed else text


def _trend(measure: Measure, figure: Figure, before: Figure | None) -> Trend | None:
    if before is None or before.value is None or figure.value is None:
        return None
    if figure.value == before.value:
        return Trend.SAME
    rises = figure.value > before.value
    if measure.direction not in ("up", "down"):
        return Trend.UP if rises else Trend.DOWN
    return Trend.BETTER if rises == (measure.direction == "up") else Trend.WORSE


def _meets(measure: Measure, figure: Figure) -> bool | None:
    target = decimal_of(measure.target)
    if target is None or figure.value is None or measure.direction not in ("up", "down"):
        return None
    return figure.value >= target if measure.direction == "up" else figure.value <= target
