"""Bringing the rows that a file has up to date: only the values that differ are written anew."""

from __future__ import annotations

import unicodedata

from model.catalogue.cells import Json, canonical
from model.catalogue.drafts import setting_value
from model.catalogue.history import State
from model.catalogue.layout import BY_KIND, MEASURE, VALUES
from model.catalogue.literals import inline_text, key_literal, list_text, literal, statement
from model.catalogue.names import Names
from model.catalogue.patching import Patch
from model.catalogue.places import Extent, Section
from model.catalogue.rows import CatalogueFile, Row
from model.catalogue.showing import Showing
from model.catalogue.syntax import Source
from model.catalogue.table import Column, Form, Shape, Table
from model.catalogue.values import values_of
from model.plan.entities import Entity, Goal, Measure, MeasureValue, Setting
from model.plan.identifiers import EntityId


def updated(
    source: Source, file: CatalogueFile, showing: Showing, names: Names, state: State
) -> str:
    """The text with the values of `state` in the rows that it has; rows neither come nor go.

    `names` are those that references will have in the new text.
    """
    updater = _Updater(source, file, showing, names, state)
    for row in file.rows:
        updater.update(row)
    updater.add_pairs()
    return updater.patch.apply()


class _Updater:
    """One pass over the rows of a file."""

    def __init__(
        self, source: Source, file: CatalogueFile, showing: Showing, names: Names, state: State
    ) -> None:
        self.patch = Patch(source.text)
        self._source = source
        self._places = source.places
        self._file = file
        self._showing = showing
        self._names = names
        self._state = state

    def update(self, row: Row) -> None:
        """Write what differs in one row; outcomes are written with their measure."""
        entity = self._showing.find(row.id)
        if BY_KIND[row.kind].form is Form.PAIRS:
            self._update_pair(row, entity)
        elif entity is not None and not isinstance(entity, MeasureValue):
            self._update_row(row, entity)
            if isinstance(entity, Measure):
                self._update_outcomes(row)

    def _update_pair(self, row: Row, entity: Entity | None) -> None:
        extent = self._places.values[row.path]
        if entity is None:
            if self._is_removed(row):
                self.patch.comment_out(Extent(self._places.keys[row.path], extent.end))
            return
        column, value = _pair(entity)
        field = "value" if isinstance(entity, Setting) else "text"
        old, new = row.fields[field], values_of(entity)[field]
        if column is not None and canonical(column, old) != canonical(column, new):
            self.patch.replace(extent, literal(column, value))

    def _is_removed(self, row: Row) -> bool:
        now = self._state.get((row.kind, row.id))
        return now is not None and now.removed

    def _update_row(self, row: Row, entity: Entity) -> None:
        table = BY_KIND[row.kind]
        cells = self._showing.cells(entity)
        differing = [column for column in table.columns if self._differs(row, entity, column)]
        section = self._places.section(row.path)
        if section is None and differing:
            self.patch.replace(self._places.values[row.path], inline_text(table, cells))
        elif section is not None:
            for column in differing:
                self._write_cell(section, entity, column)

    def _differs(self, row: Row, entity: Entity, column: Column) -> bool:
        if self._showing.withholds(entity, column):
            return False
        if (*row.path, column.key) not in self._places.keys:
            return column.key in self._showing.cells(entity)
        new = self._showing.cell(entity, column)
        return not self._is_same(row, entity, column, new)

    def _write_cell(self, section: Section, entity: Entity, column: Column) -> None:
        path = (*section.path, column.key)
        new = self._showing.cell(entity, column)
        extent = self._places.values.get(path)
        if extent is None:
            self.patch.add_line(section, statement(BY_KIND[entity.kind], column.key, new))
        elif new is None and column.part:
            self.patch.comment_out(Extent(self._places.keys[path], extent.end))
        else:
            self.patch.replace(extent, literal(column, new))

    def _is_same(self, row: Row, entity: Entity, column: Column, new: Json) -> bool:
        """Whether a key says what the entity does, or something that no word can replace."""
        if column.shape not in (Shape.REFERENCE, Shape.REFERENCES):
            old = row.fields.get(column.journal_field)
            old = (old or {}).get(column.part) if column.part else old
            return bool(canonical(column, old) == canonical(column, new))
        written: Json = self._source.data
        for step in (*row.path, column.key):
            written = written[step]
        targets = values_of(entity)[column.journal_field]
        if new is None and targets:
            return True
        if column.shape is Shape.REFERENCES:
            return bool([self._target(word, entity, column) for word in written] == targets)
        return bool(self._target(written, entity, column) == targets)

    def _target(self, word: str, entity: Entity, column: Column) -> EntityId | None:
        year = self._showing.goal_year(entity) if column.refers == Goal.kind else None
        return self._names.find(column.refers, year, unicodedata.normalize("NFC", word).strip())

    def _update_outcomes(self, measure: Row) -> None:
        """Write the outcomes of a measure that differ, those it has got and those taken back."""
        path = (*measure.path, VALUES.name)
        rows = [row for row in self._file.of(MeasureValue.kind) if row.path[:-1] == path]
        present = {row.id for row in rows}
        new = [o for o in self._showing.outcomes(measure.id) if o.id not in present]
        for row in rows:
            outcome = self._showing.find(row.id)
            if outcome is not None:
                self._update_row(row, outcome)
            elif self._is_removed(row):
                self._take_outcome_out(row, new)
        if new:
            self._add_outcomes(measure, new, rows[-1] if rows else None)

    def _take_outcome_out(self, row: Row, new: list[MeasureValue]) -> None:
        """Remove an outcome from its list; a new one takes its place, if there is one."""
        section = self._places.section(row.path)
        if section is not None:
            self.patch.comment_out(Extent(section.start, section.end))
        elif new:
            self.patch.replace(self._places.values[row.path], self._inline(new.pop(0)))
        else:
            self.patch.remove_item(self._places.values[row.path])

    def _add_outcomes(self, measure: Row, new: list[MeasureValue], last: Row | None) -> None:
        path = (*measure.path, VALUES.name)
        section = self._places.section(last.path if last is not None else measure.path)
        if path in self._places.values:
            items = [self._inline(outcome) for outcome in new]
            extent = self._places.values[last.path] if last is not None else None
            self.patch.add_items(self._places.values[path], extent, items)
        elif section is not None and last is not None:
            for outcome in new:
                cells = self._showing.cells(outcome)
                lines = [statement(VALUES, key, value) for key, value in cells.items()]
                header = f"\n[[{MEASURE.name}.{VALUES.name}]]"
                self.patch.add_line(section, "\n".join([header, *lines]))
        elif section is not None:
            items = [self._inline(outcome) for outcome in new]
            self.patch.add_line(section, f"{VALUES.name} = {list_text(items)}")

    def _inline(self, outcome: MeasureValue) -> str:
        return inline_text(VALUES, self._showing.cells(outcome))

    def add_pairs(self) -> None:
        """Settings and texts that the file's tables lack; a table that is missing comes later."""
        present = {row.id for row in self._file.rows}
        for table in (table for table in BY_KIND.values() if table.form is Form.PAIRS):
            section = self._places.section((table.name,))
            if section is not None:
                for entity in self._showing.rows(table):
                    if entity.id not in present:
                        self.patch.add_line(section, pair_text(entity))


def pair_text(entity: Entity) -> str:
    """A setting or a fixed text as a line of its table."""
    column, value = _pair(entity)
    key = key_literal(str(getattr(entity, "key", "")))
    return f"{key} = {literal(column, value)}" if column is not None else ""


def _pair(entity: Entity) -> tuple[Column | None, Json]:
    table: Table = BY_KIND[entity.kind]
    if isinstance(entity, Setting):
        column = table.column_of(entity.key)
        return column, setting_value(column, entity.value) if column is not None else None
    return table.columns[0], getattr(entity, "text", "")
