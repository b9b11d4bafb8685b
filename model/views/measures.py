"""Measures as documents and screens show them: the outcome of a day, what it was before, where
it should be, and nothing of a group that is too small to be told of.

Documents, lists and screens read figures here and nowhere else, so none of them can print what
must not be printed. Who has no outcomes, which is everybody but the centre, reads what the centre
has released.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from model.plan.decimals import decimal_of
from model.plan.entities import Goal, Measure, MeasureValue, OrganisationUnit
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.suppression import Group, suppressed
from model.views.figures import (
    MISSING,
    SUPPRESSED,
    Figure,
    MeasureLine,
    MeasureTable,
    figure_text,
    label_of,
    meets,
    trend_of,
    written,
)
from model.views.released_measures import hidden_before, released_tables


def measure_tables(plan: Plan, year: int, until: date) -> tuple[MeasureTable, ...]:
    """Every measure of a year's goals with its latest outcome up to a day, in catalogue order.

    A measure without a goal comes last, whatever the year.
    """
    goals = {goal.id: place for place, goal in enumerate(plan.goals(year))}
    tables = [each for each in all_tables(plan, until) if each.goal is None or each.goal in goals]
    return tuple(sorted(tables, key=lambda table: goals.get(table.goal or "", len(goals))))


def all_tables(plan: Plan, until: date) -> tuple[MeasureTable, ...]:
    """Every measure there is, whatever its goal."""
    family = _Family(plan)
    if not family.roots:
        return released_tables(plan, until)
    return tuple(family.table(root, until) for root in family.roots)


def tables_of_goal(plan: Plan, goal: Goal, until: date) -> tuple[MeasureTable, ...]:
    """The measures of one goal."""
    return tuple(table for table in measure_tables(plan, goal.year, until) if table.goal == goal.id)


class Withheld(NamedTuple):
    """What may not leave the centre."""

    outcomes: frozenset[EntityId]
    baselines: frozenset[EntityId]
    """The measures whose baseline it is."""


NOTHING_WITHHELD = Withheld(frozenset(), frozenset())


def withheld(plan: Plan) -> Withheld:
    """The outcomes of every day that would tell of few people, and the baselines beside them."""
    return _Family(plan).withheld()


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
        self._few: dict[EntityId, frozenset[EntityId]] = {}
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

    def _known(
        self, members: list[tuple[Measure, int]], day: date
    ) -> tuple[dict[EntityId, MeasureValue], frozenset[EntityId]]:
        """The outcomes of a day, and whose would tell of few people."""
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
        if hidden:
            # What was left out when the day was released would, beside it, tell what is now.
            hidden |= hidden_before(self._plan, day) & known.keys()
        return known, hidden

    def _figures(self, members: list[tuple[Measure, int]], day: date) -> dict[EntityId, Figure]:
        """The outcomes of a day, those left out that would tell of few people."""
        known, hidden = self._known(members, day)
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
        hides_baseline = bool(measure.baseline) and measure.id in self._of_few(members)
        return MeasureLine(
            measure=measure,
            depth=depth,
            label=label_of(measure, self._plan.find(OrganisationUnit, measure.organisation)),
            figure=figure,
            before=before,
            trend=trend_of(measure, figure, before),
            target=written(measure.target, measure.unit),
            baseline=SUPPRESSED if hides_baseline else written(measure.baseline, measure.unit),
            meets_target=meets(measure, figure),
        )

    def _of_few(self, members: list[tuple[Measure, int]]) -> frozenset[EntityId]:
        """The measures of which some day's outcome is left out: where such a figure started is
        one of the same few people, and as secret.
        """
        root = members[0][0].id
        if root not in self._few:
            hidden = (self._known(members, day)[1] for day in self._days(members))
            self._few[root] = frozenset().union(*hidden)
        return self._few[root]

    def _days(self, members: list[tuple[Measure, int]]) -> set[date]:
        return {day for each, _ in members for day in self._values[each.id]}

    def withheld(self) -> Withheld:
        """See `withheld`."""
        outcomes: set[EntityId] = set()
        baselines: set[EntityId] = set()
        for root in self.roots:
            members = list(self._members(root))
            baselines |= self._of_few(members)
            for day in self._days(members):
                known, hidden = self._known(members, day)
                outcomes |= {known[key].id for key in hidden}
        return Withheld(frozenset(outcomes), frozenset(baselines))


def _figure(value: MeasureValue, day: date, unit: str, *, is_suppressed: bool) -> Figure:
    outcome = value.outcome
    number = decimal_of(outcome.value) if outcome is not None else None
    source = outcome.source if outcome is not None else ""
    if is_suppressed:
        return Figure(as_of=day, value=None, text=SUPPRESSED, is_suppressed=True, source=source)
    text = figure_text(number, unit) if number is not None else MISSING
    return Figure(as_of=day, value=number, text=text, source=source)
