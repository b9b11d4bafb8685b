"""What an import would do, in lines that the editor of the file can check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.catalogue.cells import Json
from model.catalogue.comparing import RowChange
from model.catalogue.history import State
from model.catalogue.layout import BY_KIND
from model.catalogue.rows import Row
from model.catalogue.table import Column, Form, Shape
from model.catalogue.values import values_of
from model.plan.entities import Activity, Entity, Goal
from model.plan.identifiers import EntityId
from model.swedish.visible import visible

_LONGEST = 60
_NOTHING = "inget"


def name_of(entity: Entity) -> str:
    """What people call an entity, in the words that a row of the file has."""
    kind = BY_KIND[entity.kind].swedish.capitalize()
    if isinstance(entity, Goal):
        return f"{kind} {entity.number}"
    title = entity.title if isinstance(entity, Activity) else getattr(entity, "name", "")
    return f"{kind} ”{visible(title)}”" if title else f"{kind} {getattr(entity, 'key', '')}".strip()


class Labels:
    """Short names of what rows refer to, from the plan and from the file."""

    def __init__(self, state: State, rows: Iterable[Row]) -> None:
        self._names: dict[EntityId, str] = {}
        for entity in state.values():
            self._names[entity.id] = _short(values_of(entity))
        for row in rows:
            self._names[row.id] = _short(row.fields)

    def lines(self, change: RowChange) -> Iterator[str]:
        """The lines of one row's change."""
        if change.is_new:
            yield f"Ny: {visible(change.row.name)}."
            return
        before, after = values_of(change.before), values_of(change.after)
        for field in change.fields:
            contested = (
                " Någon annan har ändrat samma sak; båda sparas och en får väljas."
                if field in change.contested
                else ""
            )
            for words in self._field(change.row.kind, field, before[field], after[field]):
                yield f"{visible(change.row.name)}: {words}.{contested}"

    def _field(self, kind: str, field: str, before: Json, after: Json) -> Iterator[str]:
        if field == "order":
            yield "plats i ordningen ändras"
            return
        table = BY_KIND[kind]
        columns = table.columns_of(field)
        if table.form is Form.PAIRS or not columns:
            yield f"{_text(before)} ändras till {_text(after)}"
        for column in columns:
            old, new = _part(column, before), _part(column, after)
            if old != new:
                shown = self._shown(column, old), self._shown(column, new)
                yield f"{column.swedish} ändras från {shown[0]} till {shown[1]}"

    def _shown(self, column: Column, value: Json) -> str:
        if column.shape is Shape.REFERENCE:
            return _text(self._names.get(value, value))
        if column.shape in (Shape.REFERENCES, Shape.WORDS, Shape.DECIMALS):
            words = (self._names.get(word, word) for word in value)
            return ", ".join(map(_text, words)) or _NOTHING
        return _text(column.choices.get(value, value) if column.choices else value)


def _part(column: Column, value: Json) -> Json:
    return (value or {}).get(column.part) if column.part else value


def _short(fields: dict[str, Json]) -> str:
    for field in ("number", "name", "title", "key"):
        if fields.get(field):
            return str(fields[field])
    return ""


def _text(value: Json) -> str:
    if value is None or value == "":
        return _NOTHING
    text = visible(str(value))
    return f"”{text}”" if len(text) <= _LONGEST else f"”{text[: _LONGEST - 1]}…”"
