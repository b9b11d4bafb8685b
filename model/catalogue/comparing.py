"""Three-way comparison: what the editor of a file changed, given the state that the file shows.

The base is the state at the file's stamp. Only what differs from it was changed in the file;
what others changed since stays. Without a usable stamp the present state is the base, and
then nobody knows whether a difference is an edit or just old: the caller asks.
"""

from __future__ import annotations

import msgspec

from model.catalogue.cells import Json
from model.catalogue.history import CentralHistory, Key, State
from model.catalogue.layout import BY_KIND, TABLES
from model.catalogue.ordering import new_orders, rank_of
from model.catalogue.rows import CatalogueFile, Row
from model.catalogue.showing import Showing
from model.catalogue.table import Column, Form
from model.catalogue.values import same_value, values_of, with_values
from model.plan.entities import Entity, Municipality
from model.plan.kinds import KINDS


class RowChange(msgspec.Struct, frozen=True):
    """What an import would write of one row."""

    row: Row
    before: Entity
    """The row that the editor had in front of him; a blank one where there was none."""
    after: Entity
    fields: tuple[str, ...]
    """The journal fields that differ between the two."""
    is_new: bool
    contested: tuple[str, ...] = ()
    """Fields that somebody else has changed since: both values are kept, marked as a conflict."""


class Comparison(msgspec.Struct, frozen=True):
    """A file set against the plan."""

    changes: tuple[RowChange, ...]
    ended: tuple[Row, ...]
    """Rows that an import made and somebody has taken back; they stay so."""
    missing: tuple[Entity, ...]
    """Entities that stood in the file's state and are no longer in the file."""
    omitted: tuple[tuple[Row, Column], ...]
    """Keys that had a value in the file's state and are no longer in their rows."""


def compare(file: CatalogueFile, base: State | None, history: CentralHistory) -> Comparison:
    """Find what an import would write; `base` is None without a usable stamp."""
    comparer = _Comparer(base, history)
    changes: list[RowChange] = []
    ended: list[Row] = []
    for row in _with_orders(file, history.current if base is None else base):
        if comparer.is_ended_unseen(row):
            ended.append(row)
        elif (change := comparer.change_of(row)) is not None:
            changes.append(change)
    stamped = base or {}
    return Comparison(
        tuple(changes), tuple(ended), _missing(file, stamped), _omitted(file, stamped)
    )


class _Comparer:
    """The three states while rows are compared one by one."""

    def __init__(self, base: State | None, history: CentralHistory) -> None:
        self._current = history.current
        self._base = base
        self._history = history

    def is_ended_unseen(self, row: Row) -> bool:
        """Whether a row came after the file's state and is removed again.

        An import of the same file made it and somebody took that back; it is not made again.
        """
        now = self._current.get(_key(row))
        return (
            self._base is not None
            and now is not None
            and now.removed
            and _key(row) not in self._base
        )

    def change_of(self, row: Row) -> RowChange | None:
        """What to write of a row, if anything. A row in the file is one that is not removed."""
        key = _key(row)
        now = self._current.get(key)
        before = (self._current if self._base is None else self._base).get(key)
        before = before or KINDS[row.kind](id=row.id)
        values = {
            field: value
            for field, value in {**row.fields, "removed": False}.items()
            if self._is_edited(key, field, value, before)
        }
        if not values:
            return None
        contested = () if now is None else tuple(f for f in values if _is_contested(f, before, now))
        is_new = now is None or now.removed
        return RowChange(row, before, with_values(before, values), tuple(values), is_new, contested)

    def _is_edited(self, key: Key, field: str, value: Json, before: Entity) -> bool:
        """Whether the editor gave a field this value, and the journal does not know it yet."""
        if same_value(key[0], field, value, values_of(before)[field]):
            return False
        if self._base is None:
            return True
        now = self._current.get(key)
        if now is not None and same_value(key[0], field, value, values_of(now)[field]):
            return False
        return not self._history.has_recorded(key, field, value, before.heads.get(field, ()))


def _is_contested(field: str, before: Entity, now: Entity) -> bool:
    return set(now.heads.get(field, ())) != set(before.heads.get(field, ()))


def _key(row: Row) -> Key:
    return row.kind, row.id


def _with_orders(file: CatalogueFile, base: State) -> list[Row]:
    """The rows with order numbers that change only for what was moved or is new."""
    orders: dict[Key, int] = {}
    for table in TABLES:
        if table.is_ordered:
            sequence = [row.id for row in file.of(table.kind)]
            known = {
                entity.id: rank_of(entity)
                for entity in base.values()
                if entity.kind == table.kind and not entity.removed
            }
            found = new_orders(sequence, known)
            orders |= {(table.kind, row_id): order for row_id, order in found.items()}
    return [
        msgspec.structs.replace(row, fields={**row.fields, "order": orders[_key(row)]})
        if _key(row) in orders
        else row
        for row in file.rows
    ]


def _missing(file: CatalogueFile, base: State) -> tuple[Entity, ...]:
    present = {_key(row) for row in file.rows}
    municipality = next((e for e in base.values() if isinstance(e, Municipality)), None)
    if municipality is None:
        return ()
    showing = Showing(base, municipality, file.year)
    return tuple(
        entity for key, entity in base.items() if key not in present and showing.find(entity.id)
    )


def _omitted(file: CatalogueFile, base: State) -> tuple[tuple[Row, Column], ...]:
    """Optional keys that an editor has deleted, perhaps believing that it clears them."""
    found: list[tuple[Row, Column]] = []
    for row in file.rows:
        before = base.get(_key(row))
        if before is None or before.removed or BY_KIND[row.kind].form is Form.PAIRS:
            continue
        values, blank = values_of(before), values_of(KINDS[row.kind](id=row.id))
        found.extend(
            (row, column)
            for column in BY_KIND[row.kind].columns
            if (field := column.journal_field) not in row.fields and values[field] != blank[field]
        )
    return tuple(found)
