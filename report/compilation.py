"""The compilation: every activity of a year with how it stands in a tertial, as rows of data.

Its columns are those that `model.importing` reads, so that what was written and read back into
the same plan changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.importing.headings import Heading
from model.importing.naming import Names
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Goal, OrganisationUnit, Person, Standing
from model.plan.identifiers import CENTRAL, EntityId
from model.plan.plan import Plan
from model.plan.reporting import is_handed_in, reportable
from model.plan.vocabulary import Cause, OrganisationLevel, StatusValue
from model.swedish.sorting import sort_key
from report.data import Column, DataTable, Row, Sort, Value

TAKES_PART = "deltar"
ANSWERS = "ansvarar"
YES = "ja"
_SEPARATOR = "; "
_SEPARATING = frozenset(";\n")


def _text(heading: Heading, width: int = 40) -> Column:
    return Column(key=heading.value, heading=heading.swedish, sort=Sort.TEXT, width=width)


def _word(heading: Heading, width: int = 14, choices: tuple[str, ...] = ()) -> Column:
    return Column(key=heading.value, heading=heading.swedish, width=width, choices=choices)


def _day(heading: Heading) -> Column:
    return Column(key=heading.value, heading=heading.swedish, sort=Sort.DAY, width=12)


def _technical(heading: Heading) -> Column:
    return Column(key=heading.value, heading=heading.swedish, width=38, is_technical=True)


STATUSES = tuple(value.swedish for value in StatusValue)
CAUSES = tuple(value.swedish for value in Cause)
COLUMNS = (
    _word(Heading.YEAR, 7),
    _word(Heading.TERTIAL, 10),
    _word(Heading.DEPARTMENT, 29),
    _word(Heading.UNIT, 24),
    _word(Heading.UNIT_ROLE, 10),
    _word(Heading.GOAL, 9),
    _text(Heading.GOAL_TEXT, 36),
    _word(Heading.OTHER_GOALS, 12),
    _text(Heading.TITLE, 40),
    _text(Heading.DESCRIPTION, 44),
    _day(Heading.START),
    _day(Heading.END),
    _word(Heading.STATUS, 24, STATUSES),
    _text(Heading.COMMENT, 50),
    _day(Heading.REVISED_END),
    _day(Heading.ACTUAL_END),
    _word(Heading.CAUSE, 22, CAUSES),
    _text(Heading.AWAITED, 20),
    _day(Heading.REVIEW_DATE),
    _word(Heading.UNCHANGED_SINCE, 11),
    _word(Heading.RESPONSIBLE, 20),
    _word(Heading.DEPUTY, 20),
    _word(Heading.HANDED_IN, 10),
    _word(Heading.ASSESSMENT, 16),
    _word(Heading.CANCELLED, 8, (YES, "nej")),
    _text(Heading.CANCEL_REASON, 24),
    _word(Heading.ORIGIN, 18),
    _text(Heading.PARTICIPANTS, 24),
    _technical(Heading.CARRIED_OVER_FROM),
    _technical(Heading.ID),
)


def compilation(plan: Plan, tertial: Tertial, *, shows_assessments: bool = True) -> DataTable:
    """Every activity of the tertial's year, and of earlier years where it is still reported.

    A unit that takes part has a row of its own below that of the unit that answers. How far the
    goals are met is left out where it is still being weighed and not the reader's to see.
    """
    return DataTable(
        name="Sammanställning",
        title=f"Sammanställning {tertial.swedish}",
        as_of=tertial.as_of,
        columns=COLUMNS,
        rows=lambda: _Rows(plan, tertial, shows_assessments=shows_assessments).all(),
        facts={"year": str(tertial.year), "tertial": str(tertial)},
    )


class _Line(NamedTuple):
    """One activity of one unit; the centre's where no unit answers."""

    activity: Activity
    unit: EntityId


class _Rows:
    """One pass over the plan."""

    def __init__(self, plan: Plan, tertial: Tertial, *, shows_assessments: bool) -> None:
        self._plan = plan
        self._shows_assessments = shows_assessments
        self._tertial = tertial
        self._names = Names(plan)
        self._departments: dict[EntityId, str] = {}

    def all(self) -> Iterator[Row]:
        """The rows by department, unit and goal; what is nobody's comes first."""
        # One key at a time: those of thousands of units take more room than the units.
        units = sorted(self._plan.of(OrganisationUnit), key=lambda unit: unit.id)
        units.sort(key=lambda unit: sort_key(unit.name))
        departments = {self._department(unit.id) for unit in units}
        places = {name: at for at, name in enumerate(sorted(departments, key=sort_key))}
        units.sort(key=lambda unit: places[self._department(unit.id)])
        for unit in (CENTRAL, *(unit.id for unit in units)):
            for line in self._lines(unit):
                yield self._row(line)

    def _lines(self, unit: EntityId) -> list[_Line]:
        """A unit's activities, those of its own below those of the plan's, as entered."""
        year = self._tertial.year
        found = {each.id: each for each in reportable(self._plan, unit, self._tertial)}
        found |= {each.id: each for each in self._plan.activities_of(unit) if each.year == year}
        return [_Line(each, unit) for each in sorted(found.values(), key=self._order)]

    def _order(self, activity: Activity) -> tuple[object, ...]:
        goal = self._plan.find(Goal, activity.goals[0]) if activity.goals else None
        place = (goal.order, goal.number) if goal is not None else (0, "")
        return (-activity.year, place, activity.order, sort_key(activity.title), activity.id)

    def _row(self, line: _Line) -> Row:
        values = {
            **self._of_activity(line.activity),
            **self._of_unit(line),
            **self._of_status(line),
        }
        return [values.get(column.key) for column in COLUMNS]

    def _of_activity(self, activity: Activity) -> dict[str, Value]:
        words = [self._names.goal_word(goal, activity.year) for goal in activity.goals]
        primary = self._plan.find(Goal, activity.goals[0]) if activity.goals else None
        return {
            Heading.ID: activity.id,
            Heading.YEAR: str(activity.year),
            Heading.ORIGIN: activity.origin.swedish,
            Heading.GOAL: words[0] if words else None,
            Heading.GOAL_TEXT: primary.text if primary is not None else None,
            Heading.OTHER_GOALS: _listed(words[1:], activity.goals[1:]),
            Heading.TITLE: activity.title,
            Heading.DESCRIPTION: activity.description,
            Heading.START: activity.period.start if activity.period else None,
            Heading.END: activity.period.end if activity.period else None,
            Heading.CANCELLED: YES if activity.cancelled else None,
            Heading.CANCEL_REASON: activity.cancel_reason,
            Heading.PARTICIPANTS: _listed(
                [self._names.unit_word(unit) for unit in activity.participants],
                activity.participants,
            ),
            Heading.CARRIED_OVER_FROM: activity.carried_over_from,
            Heading.ASSESSMENT: self._assessment(primary),
        }

    def _assessment(self, goal: Goal | None) -> str | None:
        """How far an activity's primary goal is met, where that may be seen."""
        if goal is None or not self._shows_assessments:
            return None
        said = self._plan.assessment_of(goal.id, self._tertial)
        return said.decided.level.swedish if said is not None and said.decided else None

    def _of_unit(self, line: _Line) -> dict[str, Value]:
        responsible, deputy = self._plan.people_for(line.activity, line.unit)
        is_central = line.unit == CENTRAL
        answers = line.unit == line.activity.reporter
        handed_in = is_handed_in(self._plan, line.unit, self._tertial)
        return {
            Heading.DEPARTMENT: None if is_central else self._department(line.unit),
            Heading.UNIT: None if is_central else self._names.unit_word(line.unit),
            Heading.UNIT_ROLE: None if is_central else ANSWERS if answers else TAKES_PART,
            Heading.RESPONSIBLE: _name(responsible),
            Heading.DEPUTY: _name(deputy),
            Heading.HANDED_IN: YES if handed_in else None,
        }

    def _of_status(self, line: _Line) -> dict[str, Value]:
        status = self._plan.status_of(line.activity.id, line.unit, self._tertial)
        facts: dict[str, Value] = {Heading.TERTIAL: str(self._tertial)}
        if status is None:
            return facts
        facts[Heading.COMMENT] = status.comment
        return facts | (_of_standing(status.standing) if status.standing is not None else {})

    def _department(self, unit: EntityId) -> str:
        """The department that a unit is in, or is; nothing for what stands above them."""
        if unit not in self._departments:
            at, passed = self._plan.find(OrganisationUnit, unit), set[EntityId]()
            while at is not None and at.level is not OrganisationLevel.DEPARTMENT:
                passed.add(at.id)
                above = self._plan.find(OrganisationUnit, at.parent)
                at = above if above is not None and above.id not in passed else None
            self._departments[unit] = at.name if at is not None else ""
        return self._departments[unit]


def _of_standing(standing: Standing) -> dict[str, Value]:
    since = standing.unchanged_since
    return {
        Heading.STATUS: standing.value.swedish,
        Heading.REVISED_END: standing.revised_end,
        Heading.ACTUAL_END: standing.actual_end,
        Heading.CAUSE: standing.cause.swedish if standing.cause is not None else None,
        Heading.AWAITED: standing.awaited,
        Heading.REVIEW_DATE: standing.review_date,
        Heading.UNCHANGED_SINCE: str(since) if since is not None else None,
    }


def _listed(words: list[str], ids: tuple[EntityId, ...]) -> str:
    """Words in one cell; one that has the sign between them in it is written as its id."""
    pairs = zip(words, ids, strict=True)
    return _SEPARATOR.join(entity if set(word) & _SEPARATING else word for word, entity in pairs)


def _name(person: Person | None) -> str | None:
    return person.name if person is not None else None
