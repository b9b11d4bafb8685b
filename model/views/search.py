"""Search over everything that a person has in mind by a word: activities, goals, people, comments.

The index is made once per plan; a query then takes as little as a key press may.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from model.plan.calendar import Tertial
from model.plan.entities import Activity, OrganisationUnit, Person, PolicyArea, Status
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.swedish.search import Matcher, Searchable, searchable
from model.swedish.sorting import sort_key
from model.views.home import goal_numbers

_SEPARATOR = " · "
_SHOWN = 160


class HitKind(StrEnum):
    """What was found."""

    GOAL = "goal"
    ACTIVITY = "activity"
    PERSON = "person"
    COMMENT = "comment"

    @property
    def swedish(self) -> str:
        """The word that a user reads."""
        return {
            HitKind.GOAL: "mål",
            HitKind.ACTIVITY: "aktivitet",
            HitKind.PERSON: "person",
            HitKind.COMMENT: "kommentar",
        }[self]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One thing found, and what it takes to go there."""

    kind: HitKind
    id: EntityId
    """The goal, activity or person; for a comment its status."""
    title: str
    """What it says, on one line."""
    where: str
    """What it belongs to, for people."""
    activity: EntityId | None = None
    """The activity of an activity or comment."""
    unit: EntityId | None = None
    tertial: Tertial | None = None
    """The tertial of a comment."""


class SearchIndex:
    """A plan made ready for searching; `units` are those whose activities come first."""

    def __init__(self, plan: Plan, units: Iterable[EntityId] = ()) -> None:
        self._plan = plan
        self._units = frozenset(units)
        found = list(self._entries())
        self._hits = [hit for hit, _ in found]
        self._things = [thing for _, thing in found]

    def find(self, query: str, *, limit: int = 50) -> list[Hit]:
        """What has every word of the query, best first; nothing for a blank query."""
        if not query.strip():
            return []
        return [self._hits[place] for place in Matcher(query).best(self._things, limit=limit)]

    def _entries(self) -> Iterator[tuple[Hit, Searchable]]:
        """Everything, in the order in which equally good hits are shown."""
        yield from self._goals()
        yield from self._activities()
        yield from self._people()
        yield from self._comments()

    def _goals(self) -> Iterator[tuple[Hit, Searchable]]:
        for year in reversed(self._plan.goal_years):
            for goal in self._plan.goals(year):
                area = self._plan.find(PolicyArea, goal.policy_area)
                where = (goal.level.swedish, area.name if area is not None else "", str(year))
                hit = Hit(
                    kind=HitKind.GOAL,
                    id=goal.id,
                    title=_shown(f"{goal.number} {goal.text}"),
                    where=_joined(where),
                )
                texts = (goal.text, area.name if area is not None else "", goal.interpretation)
                yield hit, searchable(*texts, numbers=(goal.number,))

    def _activities(self) -> Iterator[tuple[Hit, Searchable]]:
        for activity in sorted(self._plan.of(Activity), key=self._activity_order):
            numbers = goal_numbers(self._plan, activity)
            unit = self._own_unit(activity)
            people = self._plan.people_for(activity, unit) if unit is not None else ()
            state = "utgår" if activity.cancelled else ""
            where = (self._unit_name(unit), ", ".join(numbers), str(activity.year), state)
            hit = Hit(
                kind=HitKind.ACTIVITY,
                id=activity.id,
                title=_shown(activity.title),
                where=_joined(where),
                activity=activity.id,
                unit=unit,
            )
            names = " ".join(person.name for person in people if person is not None)
            yield hit, searchable(activity.title, activity.description, names, numbers=numbers)

    def _activity_order(self, activity: Activity) -> tuple[bool, int, object]:
        is_ours = self._own_unit(activity) in self._units
        return (not is_ours, -activity.year, (sort_key(activity.title), activity.id))

    def _own_unit(self, activity: Activity) -> EntityId | None:
        """The unit to show an activity for: one of ours where we take part, else its own."""
        taking_part = (activity.unit, *activity.participants)
        return next((unit for unit in taking_part if unit in self._units), activity.unit)

    def _people(self) -> Iterator[tuple[Hit, Searchable]]:
        for person in sorted(self._plan.of(Person), key=lambda one: (sort_key(one.name), one.id)):
            title = person.title or person.role.swedish
            hit = Hit(
                kind=HitKind.PERSON,
                id=person.id,
                title=_shown(person.name),
                where=_joined((title, self._unit_name(person.unit))),
                unit=person.unit,
            )
            yield hit, searchable(person.name, title)

    def _comments(self) -> Iterator[tuple[Hit, Searchable]]:
        def newest_first(status: Status) -> tuple[bool, int, int, EntityId]:
            tertial = status.tertial
            year, number = (tertial.year, tertial.number) if tertial is not None else (0, 0)
            return (status.unit not in self._units, -year, -number, status.id)

        for status in sorted(self._plan.of(Status), key=newest_first):
            activity = self._plan.find(Activity, status.activity)
            if activity is None or activity.removed or not status.comment.strip():
                continue
            tertial = status.tertial.swedish if status.tertial is not None else ""
            hit = Hit(
                kind=HitKind.COMMENT,
                id=status.id,
                title=_shown(status.comment),
                where=_joined((tertial, activity.title)),
                activity=activity.id,
                unit=status.unit,
                tertial=status.tertial,
            )
            yield hit, searchable("", status.comment)

    def _unit_name(self, unit: EntityId | None) -> str:
        found = self._plan.find(OrganisationUnit, unit)
        return found.name if found is not None else ""


def _joined(parts: Iterable[str]) -> str:
    return _SEPARATOR.join(part for part in parts if part)


def _shown(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text[: _SHOWN * 2].split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
