"""What a file can show of the plan: each entity as the cells of a row, references as words."""

from __future__ import annotations

from collections import Counter

from model.catalogue.cells import Json, Unfit, read_value
from model.catalogue.drafts import TEXT_KEY, setting_value
from model.catalogue.history import State
from model.catalogue.layout import BY_KIND, SETTINGS
from model.catalogue.ordering import rank_of
from model.catalogue.table import Column, Shape, Table
from model.catalogue.values import values_of
from model.plan.budget import BudgetLine
from model.plan.entities import (
    Activity,
    Entity,
    FixedText,
    Goal,
    MeasureValue,
    Municipality,
    OrganisationUnit,
    Person,
    Setting,
    TertialDates,
)
from model.plan.identifiers import EntityId, natural_id
from model.plan.oversight import OversightItem
from model.plan.vocabulary import Origin, SizeClass
from model.swedish.sorting import sort_key
from model.views.measures import NOTHING_WITHHELD, Withheld


class Showing:
    """The entities that a catalogue can hold, and how it refers to them."""

    def __init__(
        self,
        state: State,
        municipality: Municipality,
        year: int,
        withheld: Withheld = NOTHING_WITHHELD,
    ) -> None:
        """`year` is that of the file, in which a measure's goal is looked up; what is `withheld`
        is not shown.
        """
        self.year = year
        self._withheld = withheld
        self._key = municipality.key
        self._rows: dict[EntityId, Entity] = {}
        self._values: dict[EntityId, dict[str, Json]] = {}
        self.left_out: list[Entity] = []
        """Entities that are there but that a file cannot name or lacks something to show."""
        for kind in BY_KIND:
            for entity in (each for each in state.values() if each.kind == kind):
                if entity.removed or not _is_of_catalogues(entity):
                    continue
                if entity.id in withheld.outcomes:
                    continue
                if self._is_showable(entity):
                    self._rows[entity.id] = entity
                else:
                    self.left_out.append(entity)
        self._numbers = Counter(
            (goal.year, goal.number) for goal in self._rows.values() if isinstance(goal, Goal)
        )

    def find(self, entity_id: EntityId) -> Entity | None:
        """An entity that is shown."""
        return self._rows.get(entity_id)

    def rows(self, table: Table) -> list[Entity]:
        """The entities of a table, in the order of a new file."""
        found = [entity for entity in self._rows.values() if entity.kind == table.kind]
        if table.is_ordered:
            return sorted(found, key=rank_of)
        if table.kind == OrganisationUnit.kind:
            return self._tree([unit for unit in found if isinstance(unit, OrganisationUnit)])
        if table is SETTINGS:
            keys = [column.key for column in SETTINGS.columns]
            return sorted(found, key=lambda entity: keys.index(getattr(entity, "key", "")))
        return sorted(found, key=lambda entity: sort_key(name_in_table(entity)))

    def outcomes(self, measure: EntityId) -> list[MeasureValue]:
        """The outcomes of a measure, oldest first."""
        found = [
            value
            for value in self._rows.values()
            if isinstance(value, MeasureValue) and value.measure == measure
        ]
        return sorted(found, key=lambda value: str(value.as_of))

    def cells(self, entity: Entity) -> dict[str, Json]:
        """The keys that a new row would have; what is empty is not written."""
        table = BY_KIND[entity.kind]
        found: dict[str, Json] = {}
        for column in table.columns:
            if self.withholds(entity, column):
                continue
            value = self.cell(entity, column)
            if value not in (None, "", []) and not self._goes_without_saying(entity, column):
                found[column.key] = value
        return found

    def cell(self, entity: Entity, column: Column) -> Json:
        """What a row says under a key; None also for a reference to what cannot be shown."""
        if entity.id not in self._values:
            self._values[entity.id] = values_of(entity)
        value = self._values[entity.id][column.journal_field]
        if column.part:
            return (value or {}).get(column.part)
        if column.shape is Shape.REFERENCE:
            return self._word(column, value, entity)
        if column.shape is Shape.REFERENCES:
            words = [self._word(column, each, entity) for each in value]
            return None if None in words else words
        return value

    def withholds(self, entity: Entity, column: Column) -> bool:
        """Whether a key is left as a file has it, since it would tell of few people."""
        return column.key == "baseline" and entity.id in self._withheld.baselines

    def goal_year(self, entity: Entity) -> int:
        """The year in which the goals that a row names are looked up."""
        return entity.year if isinstance(entity, Goal | Activity) else self.year

    def _word(self, column: Column, target: EntityId | None, entity: Entity) -> str | None:
        found = self._rows.get(target) if target is not None else None
        if found is None or found.kind != column.refers:
            return None
        if not isinstance(found, Goal):
            return str(getattr(found, "key", ""))
        is_alone = self._numbers[found.year, found.number] == 1
        word = found.number if is_alone else found.key
        return word if found.year == self.goal_year(entity) else f"{found.year}:{word}"

    def _goes_without_saying(self, entity: Entity, column: Column) -> bool:
        if BY_KIND[entity.kind].is_yearly and column.shape is Shape.YEAR:
            return bool(getattr(entity, "year", 0) == self.year)
        if isinstance(entity, Goal) and column.key == "key":
            return entity.key == entity.number
        return (
            isinstance(entity, OrganisationUnit)
            and column.key == "size_class"
            and entity.size_class is SizeClass.NORMAL
        )

    def _is_showable(self, entity: Entity) -> bool:
        natural = _natural_key(entity)
        if entity.id != natural_id(self._key, entity.kind, *natural):
            return False
        if isinstance(entity, Setting):
            column = SETTINGS.column_of(entity.key)
            return column is not None and setting_value(column, entity.value) is not None
        if isinstance(entity, FixedText):
            return TEXT_KEY.fullmatch(entity.key) is not None
        if isinstance(entity, MeasureValue) and entity.measure not in self._rows:
            return False
        if isinstance(entity, BudgetLine) and entity.table not in self._rows:
            return False
        return all(
            _is_readable(column, values_of(entity)[column.journal_field])
            for column in BY_KIND[entity.kind].columns
            if column.required or column.shape is Shape.KEY
        )

    def _tree(self, units: list[OrganisationUnit]) -> list[Entity]:
        """Each part of the organisation before those below it."""
        known = {unit.id for unit in units}
        waiting = sorted(units, key=lambda unit: sort_key(unit.name), reverse=True)
        placed: dict[EntityId, Entity] = {}
        while waiting:
            ready = [unit for unit in waiting if unit.parent not in known or unit.parent in placed]
            unit = ready[-1] if ready else waiting[-1]
            placed[unit.id] = unit
            waiting.remove(unit)
            below = [each for each in waiting if each.parent == unit.id]
            waiting = [each for each in waiting if each.parent != unit.id] + below
        return list(placed.values())


def _is_of_catalogues(entity: Entity) -> bool:
    """Whether an entity is of the sort that a file lists.

    People without a key have set a device up themselves; own activities are of their units.
    """
    if isinstance(entity, Person | OversightItem):
        return entity.key != ""
    return not isinstance(entity, Activity) or entity.origin is Origin.PLAN


def name_in_table(entity: Entity) -> str:
    """What a row of a table without an order of its own is sorted by."""
    if isinstance(entity, TertialDates):
        return str(entity.tertial)
    if isinstance(entity, OversightItem):
        return f"{entity.day} {entity.key}"
    return str(getattr(entity, "name", "") or getattr(entity, "key", ""))


def _natural_key(entity: Entity) -> tuple[str, ...]:
    if isinstance(entity, Goal | Activity):
        return str(entity.year), entity.key
    if isinstance(entity, MeasureValue):
        return entity.measure, str(entity.as_of)
    if isinstance(entity, TertialDates):
        return (str(entity.tertial),)
    return (str(getattr(entity, "key", "")),)


def _is_readable(column: Column, value: Json) -> bool:
    """Whether reading would accept what stands in a field that a row cannot do without."""
    if column.part:
        return (value or {}).get(column.part) not in (None, "")
    if column.shape in (Shape.DATE, Shape.REFERENCE, Shape.REFERENCES):
        return bool(value)
    try:
        read = read_value(column, value)
    except Unfit:
        return False
    return column.shape is not Shape.KEY or bool(read == value)
