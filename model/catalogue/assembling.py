"""From drafts to rows: names become ids, several keys become one field, order gets numbers."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from model.catalogue.cells import Json
from model.catalogue.consistency import (
    check_budget,
    check_cycles,
    check_goal_parents,
    check_validity,
)
from model.catalogue.drafts import Draft
from model.catalogue.faults import FaultList
from model.catalogue.layout import ACTIVITY, GOAL, PARTED, VALUES
from model.catalogue.names import Names
from model.catalogue.places import Path
from model.catalogue.rows import ORDER_STEP, Row
from model.catalogue.table import Column, Form, Shape
from model.plan.identifiers import EntityId, natural_id
from model.plan.vocabulary import Origin


def assemble(
    drafts: list[Draft], municipality: str, names: Names, year: int | None, faults: FaultList
) -> tuple[Row, ...]:
    """The rows of all drafts; when faults are noted, the rows are not to be used.

    `names` get those of the drafts. `year` is the file's own, in which a measure's goal is
    looked up.
    """
    assembly = _Assembly(names, year, faults)
    assembly.identify(drafts, municipality)
    assembly.name(drafts)
    rows = tuple(assembly.row(draft) for draft in drafts)
    check_validity(rows, faults)
    check_cycles(rows, faults)
    check_goal_parents(rows, faults)
    check_budget(rows, faults)
    return rows


class _Assembly:
    """What is known of all drafts while each becomes a row."""

    def __init__(self, names: Names, year: int | None, faults: FaultList) -> None:
        self._names = names
        self._year = year
        self._faults = faults
        self._ids: dict[Path, EntityId] = {}
        self._labels: dict[Path, str] = {}
        self._orders: dict[str, int] = defaultdict(int)

    def identify(self, drafts: list[Draft], municipality: str) -> None:
        """Give each row its id; a key that is used twice is a fault."""
        first: dict[tuple[str, Path | None, int | None, str], Path] = {}
        for draft in drafts:
            if not draft.key:
                continue
            natural: tuple[str, ...] = (draft.key,)
            if draft.table.is_yearly:
                natural = (str(draft.year), draft.key)
            elif draft.parent is not None:
                natural = (self._ids.get(draft.parent, ""), draft.key)
            self._ids[draft.path] = natural_id(municipality, draft.table.kind, *natural)
            same = (draft.table.kind, draft.parent, draft.year, draft.key.casefold())
            if first.setdefault(same, draft.path) != draft.path:
                key = "as_of" if draft.table is VALUES else "key"
                line = self._faults.line_of((*first[same], key))
                text = f"{draft.table.swedish} ”{draft.key}” finns redan på rad {line}."
                self._faults.add((*draft.path, key), text)

    def name(self, drafts: list[Draft]) -> None:
        """Let rows be referred to: goals by number, else by key, and the others by key."""
        numbers: dict[tuple[int | None, str], Draft] = {}
        goals = [draft for draft in drafts if draft.table is GOAL]
        for goal in goals:
            number = goal.values.get("number", "")
            other = numbers.setdefault((goal.year, number.casefold()), goal)
            if number and other.key.casefold() != goal.key.casefold():
                line = self._faults.line_of((*other.path, "number"))
                text = f"målnumret ”{number}” finns redan på rad {line}."
                self._faults.add((*goal.path, "number"), text)
            self._names.add("goal", goal.year, number, self._ids.get(goal.path, ""))
        for goal in goals:
            self._names.add("goal", goal.year, goal.key, self._ids.get(goal.path, ""))
        for draft in drafts:
            if draft.table.form is Form.ROWS and draft.table is not GOAL:
                also = [draft.values[key] for key in ("name", "title") if key in draft.values]
                also += draft.values.get("aliases", ())
                row_id = self._ids.get(draft.path, "")
                self._names.add(draft.table.kind, draft.year, draft.key, row_id, *also)

    def row(self, draft: Draft) -> Row:
        """The row of a draft; rows come in the order of the file."""
        table = draft.table
        fields = self._fields(draft)
        if table.is_ordered:
            self._orders[table.kind] += ORDER_STEP
            fields["order"] = self._orders[table.kind]
        if table is ACTIVITY:
            fields["origin"] = Origin.PLAN.value
        if draft.parent is not None:
            fields["measure"] = self._ids.get(draft.parent, "")
        self._labels[draft.path] = label = self._label(draft)
        row_id = self._ids.get(draft.path, "")
        return Row(table.kind, row_id, fields, label, draft.path, self._faults.line_of(draft.path))

    def _label(self, draft: Draft) -> str:
        kind = draft.table.swedish.capitalize()
        if draft.parent is not None:
            return f"{self._labels[draft.parent]}, utfall {draft.key}"
        if draft.table is GOAL:
            return f"{kind} {draft.values.get('number', draft.key)}"
        title = draft.values.get("name") or draft.values.get("title")
        return f"{kind} ”{title}”" if title else f"{kind} {draft.key}"

    def _fields(self, draft: Draft) -> dict[str, Json]:
        """The journal fields of a row, references as ids."""
        fields: dict[str, Json] = {}
        parts: dict[str, dict[str, Json]] = defaultdict(dict)
        for key, value in draft.values.items():
            column = draft.table.column_of(key)
            if column is None:
                fields[key] = value
            elif column.part:
                parts[column.journal_field][column.part] = value
            else:
                fields[column.journal_field] = self._resolved(column, value, draft)
        for field, values in parts.items():
            fields[field] = self._together(field, values, draft)
        return fields

    def _resolved(self, column: Column, value: Json, draft: Draft) -> Json:
        if value is None or column.shape not in (Shape.REFERENCE, Shape.REFERENCES):
            return value
        year = (draft.year or self._year) if column.refers == GOAL.kind else None
        path = (*draft.path, column.key)
        if column.shape is Shape.REFERENCE:
            return self._id_of(column, value, year, path)
        found: list[EntityId] = []
        for position, word in enumerate(value):
            target = self._id_of(column, word, year, (*path, position))
            if target and target in found:
                text = f"”{word}” står två gånger i ”{column.key}”."
                self._faults.add((*path, position), text)
            found.append(target)
        return found

    def _id_of(self, column: Column, word: str, year: int | None, at: Path) -> EntityId:
        found = self._names.find(column.refers, year, word)
        if found is None:
            hint = self._names.suggest(column.refers, year, word)
            in_year = f" för {year}" if year is not None else ""
            text = f"”{column.key}” hänvisar till ”{word}”, som inte finns{in_year}. {hint}"
            self._faults.add(at, text.rstrip())
        return found or ""

    def _together(self, field: str, values: dict[str, Json], draft: Draft) -> Json:
        """Several keys as the one field that they are; None when a part is missing.

        A missing or wrong part has been noted as a fault before.
        """
        try:
            whole = msgspec.convert(values, PARTED[field])
        except msgspec.ValidationError:
            return None
        if field == "period" and values["end"] < values["start"]:
            text = f"slutdatum {values['end']} är före startdatum {values['start']}."
            self._faults.add((*draft.path, "end"), text)
        return msgspec.to_builtins(whole)
