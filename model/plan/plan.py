"""The plan as a whole: every entity that this home holds, as one immutable view.

Screens, commands, checks and reports all read a `Plan`; it knows nothing of files or
databases. An edit gives a new plan that shares what did not change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar, cast

from model.plan.assessment import Analysis, Assessment
from model.plan.calendar import Tertial
from model.plan.entities import (
    Activity,
    Assignment,
    Entity,
    FixedText,
    Goal,
    HandIn,
    Municipality,
    OrganisationUnit,
    Person,
    Setting,
    Status,
    TertialDates,
    Waiver,
)
from model.plan.identifiers import EntityId, natural_id
from model.plan.lock import LateRefusal, TertialLock
from model.plan.vocabulary import Origin
from model.swedish.letters import fold

E = TypeVar("E", bound=Entity)


class Plan:
    """All entities by kind and id, with the look-ups that everyone needs.

    `of` and the indexes leave out removed entities; `find` returns them too, so that a name
    can still be shown where something refers to it.
    """

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        self._kinds: dict[str, dict[EntityId, Entity]] = defaultdict(dict)
        self._listed: dict[str, list[Entity]] = {}
        for entity in entities:
            self._kinds[entity.kind][entity.id] = entity

    def replacing(self, entities: Iterable[Entity]) -> Plan:
        """A new plan in which these entities stand in place of those with the same id."""
        plan = Plan()
        plan._kinds.update(self._kinds)
        copied: set[str] = set()
        for entity in entities:
            if entity.kind not in copied:
                plan._kinds[entity.kind] = dict(plan._kinds[entity.kind])
                copied.add(entity.kind)
            plan._kinds[entity.kind][entity.id] = entity
        plan._listed.update(
            (kind, rows) for kind, rows in self._listed.items() if kind not in copied
        )
        for kind, names in _LOOK_UPS.items():
            if kind.kind not in copied:
                known = {name: vars(self)[name] for name in names if name in vars(self)}
                vars(plan).update(known)
        return plan

    def without(self, gone: Iterable[tuple[str, EntityId]]) -> Plan:
        """A new plan that lacks these entities, each named by its kind and id."""
        left_out = set(gone)
        return Plan(row for row in self.everything() if (row.kind, row.id) not in left_out)

    def differing(self, before: Plan) -> Iterator[Entity]:
        """The entities that are not as they were in an earlier plan, and those that are gone.

        Kinds of which nothing was replaced are shared between plans, and not looked at.
        """
        for kind in self._kinds.keys() | before._kinds.keys():
            now, then = self._kinds.get(kind, {}), before._kinds.get(kind, {})
            if now is not then:
                yield from (row for key, row in now.items() if then.get(key) != row)
                yield from (row for key, row in then.items() if key not in now)

    def everything(self) -> Iterable[Entity]:
        """Every entity, removed ones included."""
        for rows in self._kinds.values():
            yield from rows.values()

    def of(self, kind: type[E]) -> list[E]:
        """The entities of a kind that are not removed, by id: the same order on every device."""
        if kind.kind not in self._listed:
            rows = self._kinds.get(kind.kind, {})
            self._listed[kind.kind] = [rows[key] for key in sorted(rows) if not rows[key].removed]
        return cast("list[E]", list(self._listed[kind.kind]))

    def find(self, kind: type[E], entity_id: EntityId | None) -> E | None:
        """One entity by its whole id, removed or not; None if it has not arrived."""
        if entity_id is None:
            return None
        return cast("E | None", self._kinds.get(kind.kind, {}).get(entity_id))

    def any_of(self, entity_id: EntityId) -> Entity | None:
        """One entity of whatever kind by its whole id."""
        for rows in self._kinds.values():
            if entity_id in rows:
                return rows[entity_id]
        return None

    def referring_to(self, entity_id: EntityId) -> list[Entity]:
        """The entities, not removed, in which some field names this one."""
        found = (
            row
            for row in self.everything()
            if not row.removed and row.id != entity_id and entity_id in _named_in(row)
        )
        return sorted(found, key=lambda row: (row.kind, row.id))

    # What there is one of, or what is looked up by key.

    @cached_property
    def municipality(self) -> Municipality:
        """The municipality; an empty one before any catalogue is loaded."""
        found = self.of(Municipality)
        return found[0] if found else Municipality(id="")

    @cached_property
    def settings(self) -> Mapping[str, str]:
        """The catalogue's settings as written, by key."""
        return {setting.key: setting.value for setting in self.of(Setting)}

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The municipality's own fixed texts, by key."""
        return {text.key: text.text for text in self.of(FixedText)}

    def id_of(self, kind: type[Entity], *key: str) -> EntityId:
        """The id that an entity with this natural key has, whether it exists or not."""
        return natural_id(self.municipality.key, kind.kind, *key)

    # Goals and organisation.

    @cached_property
    def goal_years(self) -> tuple[int, ...]:
        """The years that have goals, in order."""
        return tuple(sorted({goal.year for goal in self.of(Goal)}))

    def goal_year(self, year: int) -> int:
        """The catalogue's year to use for `year`: the same, else the latest there is."""
        if year in self.goal_years or not self.goal_years:
            return year
        return self.goal_years[-1]

    @cached_property
    def _goals_by_year(self) -> Mapping[int, list[Goal]]:
        years: dict[int, list[Goal]] = defaultdict(list)
        for goal in sorted(self.of(Goal), key=lambda goal: (goal.order, goal.number)):
            years[goal.year].append(goal)
        return years

    def goals(self, year: int) -> list[Goal]:
        """The goals of a year in catalogue order."""
        return list(self._goals_by_year.get(year, ()))

    @cached_property
    def _children(self) -> Mapping[EntityId | None, list[OrganisationUnit]]:
        children: dict[EntityId | None, list[OrganisationUnit]] = defaultdict(list)
        for unit in self.of(OrganisationUnit):
            children[unit.parent].append(unit)
        return children

    @cached_property
    def unit_names(self) -> Mapping[str, str]:
        """What parts of the organisation may be called, folded, and the name of each."""
        return {
            fold(name): unit.name
            for unit in self.of(OrganisationUnit)
            for name in (unit.name, *unit.aliases)
        }

    def below(self, unit: EntityId) -> list[OrganisationUnit]:
        """Everything below a part of the organisation, nearest first, without itself."""
        found: list[OrganisationUnit] = []
        seen = {unit}
        queue = [unit]
        while queue:
            for child in self._children.get(queue.pop(0), ()):
                if child.id not in seen:
                    seen.add(child.id)
                    found.append(child)
                    queue.append(child.id)
        return found

    # Activities and what is reported of them.

    @cached_property
    def _activities_by_unit(self) -> Mapping[EntityId, list[Activity]]:
        units: dict[EntityId, list[Activity]] = defaultdict(list)
        for activity in self.of(Activity):
            for unit in dict.fromkeys((activity.reporter, *activity.participants)):
                units[unit].append(activity)
        return units

    def activities_of(self, unit: EntityId) -> list[Activity]:
        """A unit's activities of all years: its own, and plan activities that name it.

        Those of `CENTRAL` are the plan activities that no unit answers for.
        """
        return list(self._activities_by_unit.get(unit, ()))

    @cached_property
    def _plan_activities_by_goal(self) -> Mapping[EntityId, list[Activity]]:
        goals: dict[EntityId, list[Activity]] = defaultdict(list)
        activities = (row for row in self.of(Activity) if row.origin is Origin.PLAN)
        for activity in sorted(activities, key=lambda row: (row.order, row.key, row.id)):
            for goal in dict.fromkeys(activity.goals):
                goals[goal].append(activity)
        return goals

    @cached_property
    def goals_worked_on(self) -> frozenset[EntityId]:
        """The goals that some activity leads to, whosever it is, if it is not cancelled."""
        living = (row for row in self.of(Activity) if not row.cancelled)
        return frozenset(goal for activity in living for goal in activity.goals)

    @cached_property
    def _plan_activities_by_year(self) -> Mapping[int, tuple[Activity, ...]]:
        years: dict[int, list[Activity]] = defaultdict(list)
        for activity in self.of(Activity):
            if activity.origin is Origin.PLAN:
                years[activity.year].append(activity)
        return {year: tuple(rows) for year, rows in years.items()}

    def plan_activities(self, year: int) -> tuple[Activity, ...]:
        """The operational plan's activities of a year, cancelled ones included, by id."""
        return self._plan_activities_by_year.get(year, ())

    def plan_activities_towards(self, goal: EntityId, year: int) -> list[Activity]:
        """The activities of a year's operational plan towards a goal, in the order of the plan.

        A year without goals of its own uses those of another, whose activities are not its own.
        """
        found = self._plan_activities_by_goal.get(goal, ())
        return [activity for activity in found if activity.year == year]

    @cached_property
    def _successors(self) -> Mapping[EntityId, list[Activity]]:
        successors: dict[EntityId, list[Activity]] = defaultdict(list)
        for activity in self.of(Activity):
            if activity.carried_over_from is not None:
                successors[activity.carried_over_from].append(activity)
        return successors

    def successor_of(self, activity: EntityId, unit: EntityId | None = None) -> EntityId | None:
        """The activity that this one was carried over to, if it was.

        Several units may have a plan activity in common: for one of them, what another one
        carried over to its own plan is no successor.
        """
        row = self.find(Activity, activity)
        in_common = row is not None and row.origin is Origin.PLAN and unit is not None
        for successor in self._successors.get(activity, ()):
            if not in_common or successor.unit == unit or successor.origin is Origin.PLAN:
                return successor.id
        return None

    @cached_property
    def _statuses(self) -> Mapping[tuple[EntityId, EntityId], dict[Tertial, Status]]:
        entries: dict[tuple[EntityId, EntityId], dict[Tertial, Status]] = defaultdict(dict)
        for status in self.of(Status):
            if status.tertial is not None:
                entries[status.activity, status.unit][status.tertial] = status
        return {key: dict(sorted(tertials.items())) for key, tertials in entries.items()}

    def statuses_of(self, activity: EntityId, unit: EntityId) -> Mapping[Tertial, Status]:
        """What a unit has reported of an activity, oldest tertial first."""
        return self._statuses.get((activity, unit), {})

    def status_of(self, activity: EntityId, unit: EntityId, tertial: Tertial) -> Status | None:
        """What a unit has reported of an activity for one tertial."""
        return self.statuses_of(activity, unit).get(tertial)

    @cached_property
    def _assignments(self) -> Mapping[tuple[EntityId, EntityId], Assignment]:
        return {(row.activity, row.unit): row for row in self.of(Assignment)}

    def assignment_of(self, activity: EntityId, unit: EntityId) -> Assignment | None:
        """Who in a unit answers for a plan activity, where the unit has said so."""
        return self._assignments.get((activity, unit))

    def people_for(self, activity: Activity, unit: EntityId) -> tuple[Person | None, Person | None]:
        """Responsible and deputy in a unit: its own assignment first, else the activity's."""
        source: Activity | Assignment = self._assignments.get((activity.id, unit), activity)
        return self.find(Person, source.responsible), self.find(Person, source.deputy)

    @cached_property
    def _hand_ins(self) -> Mapping[tuple[EntityId, Tertial], HandIn]:
        return {(row.unit, row.tertial): row for row in self.of(HandIn) if row.tertial is not None}

    def hand_in_of(self, unit: EntityId, tertial: Tertial) -> HandIn | None:
        """A unit's hand-in of a tertial, withdrawn or not."""
        return self._hand_ins.get((unit, tertial))

    @cached_property
    def _assessments(self) -> Mapping[tuple[EntityId, Tertial], Assessment]:
        return {
            (row.goal, row.tertial): row for row in self.of(Assessment) if row.tertial is not None
        }

    def assessment_of(self, goal: EntityId, tertial: Tertial) -> Assessment | None:
        """What the centre has said of a goal in a tertial."""
        return self._assessments.get((goal, tertial))

    def analysis_of(self, year: int) -> Analysis | None:
        """The centre's analysis of a year."""
        return next((row for row in self.of(Analysis) if row.year == year), None)

    @cached_property
    def _waivers(self) -> Mapping[tuple[str, str, EntityId | None], Waiver]:
        return {(row.rule, row.place, row.unit): row for row in self.of(Waiver)}

    def waiver_of(self, rule: str, place: str, unit: EntityId | None) -> Waiver | None:
        """The reason with which a unit set a finding aside, if it did: each does for itself."""
        return self._waivers.get((rule, place, unit))

    @cached_property
    def _tertials(self) -> Mapping[Tertial, TertialDates]:
        return {row.tertial: row for row in self.of(TertialDates) if row.tertial is not None}

    def dates_of(self, tertial: Tertial) -> TertialDates | None:
        """The catalogue's own dates for a tertial, if it sets any."""
        return self._tertials.get(tertial)

    @cached_property
    def _locks(self) -> Mapping[Tertial, TertialLock]:
        return {row.tertial: row for row in self.of(TertialLock) if row.tertial is not None}

    def lock_of(self, tertial: Tertial) -> TertialLock | None:
        """Whether a tertial is locked; None or without a lock where it is open."""
        return self._locks.get(tertial)

    @cached_property
    def locked(self) -> frozenset[Tertial]:
        """The tertials that the centre has locked."""
        return frozenset(tertial for tertial, row in self._locks.items() if row.lock is not None)

    @cached_property
    def _refusals(self) -> Mapping[tuple[Tertial, EntityId], LateRefusal]:
        return {
            (row.tertial, row.entry): row
            for row in self.of(LateRefusal)
            if row.tertial is not None and row.refusal is not None
        }

    def refusal_of(self, tertial: Tertial, entry: EntityId) -> LateRefusal | None:
        """That late changes of an entry were not let in, if they were not."""
        return self._refusals.get((tertial, entry))

    def refusals_of(self, tertial: Tertial) -> list[LateRefusal]:
        """Every standing refusal of a tertial."""
        return [row for (which, _), row in self._refusals.items() if which == tertial]


_LOOK_UPS: Mapping[type[Entity], tuple[str, ...]] = {
    Activity: ("_activities_by_unit", "_successors"),
    Assessment: ("_assessments",),
    Assignment: ("_assignments",),
    Goal: ("goal_years", "_goals_by_year"),
    HandIn: ("_hand_ins",),
    OrganisationUnit: ("_children", "unit_names"),
    Status: ("_statuses",),
    Waiver: ("_waivers",),
}
"""Look-ups that rest on one kind alone: an edit of another kind keeps what has been found."""


def _named_in(row: Entity) -> Iterator[EntityId]:
    """The texts in a row's own fields, ids among them; not where it lives or what it stands on."""
    for field in row.__struct_fields__:
        if field not in ("id", "scope", "heads", "conflicts"):
            value = getattr(row, field)
            if isinstance(value, str):
                yield value
            elif isinstance(value, tuple):
                yield from (part for part in value if isinstance(part, str))
