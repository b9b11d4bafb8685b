"""From TOML tables to drafts: rows whose cells are read, but whose references are still words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

import msgspec

from model.catalogue.cells import Json, Unfit, kind_of, paragraphs, read_value
from model.catalogue.faults import FaultList, suggestion
from model.catalogue.layout import ACTIVITY, MEASURE, SETTINGS, TERTIALS, VALUES
from model.catalogue.places import Path
from model.catalogue.table import Column, Form, Shape, Table
from model.plan.calendar import Tertial

_TERTIAL = re.compile(r"(\d{4})-T([1-3])")
TEXT_KEY = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_]+)*")


class Draft(msgspec.Struct):
    """A row on its way from the file."""

    table: Table
    path: Path
    key: str
    """What other rows call it; empty when it could not be read."""
    year: int | None
    values: dict[str, Json]
    """Cells by key; a key that is missing or faulty is not here."""
    parent: Path | None = None
    """The row that it stands in, for the outcomes of a measure."""


class DraftReader:
    """Reads the tables of one file and notes every fault in them."""

    def __init__(
        self, faults: FaultList, year: int | None, known_texts: Collection[str] | None
    ) -> None:
        self._faults = faults
        self._year = year
        self._known_texts = known_texts

    def read(self, table: Table, raw: Json) -> Iterator[Draft]:
        """The drafts of a table, whose form the caller has checked."""
        if table.form is Form.ROWS:
            for position, row in enumerate(raw):
                yield from self._row(table, (table.name, position), row)
        elif table.form is Form.SINGLE:
            yield from self._row(table, (table.name,), raw)
        elif table.form is Form.NAMED:
            for name, row in raw.items():
                yield from self._tertial(name, row)
        else:
            read_pair = self._setting if table is SETTINGS else self._text
            for key, value in raw.items():
                yield from read_pair(table, key, value)

    def _row(self, table: Table, path: Path, raw: dict[str, Any]) -> Iterator[Draft]:
        values = self._cells(table, path, raw)
        if table.is_yearly and "year" not in raw:
            values["year"] = self._year
        year = values.get("year") if table.is_yearly else None
        key = values.get("key", "")
        if "key" not in raw and table.column_of("number") is not None:
            key = values.get("number", "")
            values["key"] = key
        yield Draft(table, path, key, year, values)
        if table is MEASURE and "values" in raw:
            yield from self._outcomes(path, raw["values"])

    def _outcomes(self, path: Path, raw: object) -> Iterator[Draft]:
        at = (*path, "values")
        if not isinstance(raw, list) or not all(isinstance(item, dict) for item in raw):
            example = '[ { as_of = 2024-04-30, value = "9.11" } ]'
            self._faults.add(at, f"”values” ska vara en lista som {example}.")
            return
        for position, item in enumerate(raw):
            item_path = (*at, position)
            values = self._cells(VALUES, item_path, item)
            yield Draft(VALUES, item_path, values.get("as_of", ""), None, values, path)

    def _tertial(self, name: str, raw: dict[str, Any]) -> Iterator[Draft]:
        path = (TERTIALS.name, name)
        match = _TERTIAL.fullmatch(name)
        if match is None:
            text = f'”{name}” är inget tertial. Skriv som [tertials."2024-T1"].'
            self._faults.add(path, text)
            return
        tertial = msgspec.to_builtins(Tertial(int(match[1]), int(match[2])))
        values = {**self._cells(TERTIALS, path, raw), "tertial": tertial}
        yield Draft(TERTIALS, path, name, None, values)

    def _setting(self, table: Table, key: str, raw: object) -> Iterator[Draft]:
        path = (table.name, key)
        column = table.column_of(key)
        if column is None:
            valid = {column.key: column.key for column in table.columns}
            self._faults.add(path, f"okänd inställning ”{key}”. {suggestion(key, valid)}")
            return
        value = self._cell(column, path, raw)
        if value is not msgspec.UNSET:
            yield Draft(table, path, key, None, {"key": key, "value": setting_text(value)})

    def _text(self, table: Table, key: str, raw: object) -> Iterator[Draft]:
        path = (table.name, key)
        if isinstance(raw, dict):
            inner = next(iter(raw), "…")
            text = f'skriv textens hela nyckel inom citattecken: "{key}.{inner}" = """…""".'
            self._faults.add(path, text)
        elif self._known_texts is not None and key not in self._known_texts:
            valid = {known: known for known in self._known_texts}
            self._faults.add(path, f"okänd text ”{key}”. {suggestion(key, valid)}")
        elif TEXT_KEY.fullmatch(key) is None:
            self._faults.add(
                path, f"okänd text ”{key}”. Nyckeln ska vara som ”unit_report.purpose”."
            )
        elif not isinstance(raw, str):
            self._faults.add(path, f"”{key}” ska vara text inom citattecken, inte {kind_of(raw)}.")
        else:
            yield Draft(table, path, key, None, {"key": key, "text": paragraphs(raw)})

    def _cells(self, table: Table, path: Path, raw: dict[str, Any]) -> dict[str, Json]:
        values: dict[str, Json] = {}
        for key, written in raw.items():
            column = table.column_of(key)
            if column is not None:
                value = self._cell(column, (*path, key), written)
                if value is not msgspec.UNSET:
                    values[key] = value
            elif not (table is MEASURE and key == "values"):
                hint = suggestion(key, _valid_keys(table))
                self._faults.add((*path, key), f"okänd nyckel ”{key}”. {hint}")
        for column in table.columns:
            if column.required and column.key not in raw:
                self._faults.add(path, f"{_row_words(table)} saknar ”{column.key}”.")
        return values

    def _cell(self, column: Column, path: Path, written: object) -> Json:
        try:
            return read_value(column, written)
        except Unfit as unfit:
            self._faults.add(path, str(unfit))
            return msgspec.UNSET


def setting_text(value: Json) -> str:
    """A setting's value as the journal keeps it: `true`, `3`, `unit`."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def setting_value(column: Column, text: str) -> Json:
    """A setting's text from the journal as the file writes it; None when it is not readable."""
    if column.shape is Shape.YES_NO:
        return {"true": True, "false": False}.get(text)
    if column.shape is Shape.COUNT:
        return int(text) if text.isascii() and text.isdigit() else None
    return text if text in column.choices else None


def _valid_keys(table: Table) -> dict[str, str]:
    valid = {column.key: column.key for column in table.columns}
    if table is MEASURE:
        valid["values"] = "values"
    return valid | {column.swedish: column.key for column in table.columns}


def _row_words(table: Table) -> str:
    if table is ACTIVITY or table is MEASURE:
        return f"{'aktiviteten' if table is ACTIVITY else 'måttet'}"
    return f"raden i {table.header}" if table is not VALUES else "utfallet"
