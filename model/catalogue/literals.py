"""Journal values as they are written in TOML."""

from __future__ import annotations

import re
from collections.abc import Mapping

from model.catalogue.cells import Json, one_line, paragraphs
from model.catalogue.table import Column, Form, Shape, Table

_BARE = re.compile(r"[A-Za-z0-9_-]+")
Cells = Mapping[str, Json]
"""Keys of a row with their values, references as words; dates are ISO text."""


def literal(column: Column, value: Json) -> str:
    """A value of a column; none is written as an empty text."""
    if value is None:
        return '""'
    if column.shape in (Shape.REFERENCES, Shape.WORDS, Shape.DECIMALS):
        return "[" + ", ".join(quoted(one_line(word)) for word in value) + "]"
    if column.shape is Shape.YES_NO:
        return "true" if value else "false"
    if column.shape in (Shape.DATE, Shape.YEAR, Shape.COUNT):
        return str(value)
    if column.shape is Shape.TEXT:
        return _text(paragraphs(value))
    return quoted(one_line(value))


def quoted(text: str) -> str:
    """A text on one line, with what must be escaped escaped."""
    import tomlkit

    return tomlkit.string(text).as_string()


def _text(text: str) -> str:
    """A text with paragraphs; the line break after the opening quotes is no part of it."""
    import tomlkit

    if "\n" not in text:
        return quoted(text)
    return '"""\n' + tomlkit.string(text, multiline=True).as_string()[3:]


def key_literal(key: str) -> str:
    """A key, in quotes where TOML needs them."""
    return key if _BARE.fullmatch(key) else quoted(key)


def row_text(table: Table, name: str, cells: Cells, outcomes: str = "") -> str:
    """A whole row with its header; `name` is that of a tertial, `outcomes` those of a measure."""
    header = f"[{table.name}.{quoted(name)}]" if table.form is Form.NAMED else table.header
    lines = [header, *(statement(table, key, value) for key, value in cells.items())]
    if outcomes:
        lines.append(f"values = {outcomes}")
    return "\n".join(lines) + "\n"


def statement(table: Table, key: str, value: Json) -> str:
    """A line `key = value`."""
    column = table.column_of(key)
    return f"{key} = {literal(column, value) if column else quoted(str(value))}"


def inline_text(table: Table, cells: Cells) -> str:
    """A row on one line, within braces."""
    return "{ " + ", ".join(statement(table, key, value) for key, value in cells.items()) + " }"


def list_text(items: list[str]) -> str:
    """A list of rows in braces: one in the same line, several each in a line of its own."""
    if len(items) == 1:
        return f"[ {items[0]} ]"
    return "[\n" + "".join(f"  {item},\n" for item in items) + "]"
