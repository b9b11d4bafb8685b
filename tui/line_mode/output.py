"""What commands print: lines and tables for people, one JSON value for programs.

Whatever comes from a text that somebody typed is shown, never obeyed: control characters
appear as symbols, in JSON as escapes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

import click

from model.swedish.visible import visible, visible_lines

Value = str | int | bool | None
"""What a flat JSON object may hold."""

Record = dict[str, Value]

_GAP = 2
_LEAST = 10
_LEAST_TEXT = 24


class Column(NamedTuple):
    """A column of a table: its heading, and what stands in it for a record."""

    heading: str
    cell: Callable[[Record], str]
    is_text: bool = False
    """Whether it holds running text, which gives way first where there is little room."""


def column(heading: str, key: str) -> Column:
    """A column that shows one value as it is."""
    return Column(heading, lambda record: _plain_cell(record[key]))


def text_column(heading: str, key: str) -> Column:
    """A column of running text."""
    return Column(heading, lambda record: " ".join(_plain_cell(record[key]).split()), is_text=True)


def _plain_cell(value: Value) -> str:
    return "" if value is None else str(value)


def say(text: str) -> None:
    """Print lines for people on stdout."""
    click.echo(visible_lines(text))


def note(text: str) -> None:
    """Print lines for people on stderr, beside the answer."""
    click.echo(visible_lines(text), err=True)


def plain(value: object) -> Value:
    """A value as JSON has it: dates in ISO form, words of the field by their identifiers."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, str | int | bool):
        return value
    return str(value)


def print_json(value: Mapping[str, object] | Sequence[Mapping[str, object]]) -> None:
    """Print one JSON value, readable by people too."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo(text if text.isprintable() else _escaped(text))


def _escaped(text: str) -> str:
    """JSON text with what is invisible or could steer a terminal as escapes of the same value."""
    return "".join(
        letter if letter == "\n" or letter.isprintable() else _escape(letter) for letter in text
    )


def _escape(letter: str) -> str:
    code = ord(letter)
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def print_table(columns: Sequence[Column], records: Sequence[Record]) -> None:
    """Print a table: as wide as it is where the output is kept, else fitted to the terminal."""
    from tabulate import tabulate

    rows = [[visible(each.cell(record)) for each in columns] for record in records]
    headings = [each.heading for each in columns]
    texts = [place for place, each in enumerate(columns) if each.is_text]
    widths = _widths([headings, *rows], texts) if is_terminal() else None
    table = tabulate(
        rows,
        headers=headings,
        tablefmt="simple",
        disable_numparse=True,
        maxcolwidths=widths,
    )
    click.echo("\n".join(line.rstrip() for line in table.splitlines()))


def _widths(rows: Sequence[Sequence[str]], texts: Sequence[int]) -> list[int | None] | None:
    """How wide each column may be for the table to fit; None when it fits as it is.

    Running text gives way first, then whatever is widest, down to widths that can be read.
    """
    import shutil

    natural = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    room = shutil.get_terminal_size().columns - _GAP * (len(natural) - 1)
    widths = list(natural)
    for places, least in ((texts, _LEAST_TEXT), (range(len(widths)), _LEAST)):
        while places and sum(widths) > room:
            widest = max(places, key=widths.__getitem__)
            if widths[widest] <= least:
                break
            widths[widest] -= 1
    if widths == natural:
        return None
    return [width if width < whole else None for width, whole in zip(widths, natural, strict=True)]


def is_terminal() -> bool:
    """Whether stdout is a terminal, so that what is printed may be fitted to it."""
    return sys.stdout.isatty()


def is_interactive() -> bool:
    """Whether somebody can be asked: what is typed and what is shown go to a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def print_fields(fields: Mapping[str, str]) -> None:
    """Print one thing as lines of `name  value`, later lines of a value below its first."""
    width = max(map(len, fields)) + _GAP
    for name, value in fields.items():
        first, *later = visible_lines(value).split("\n")
        click.echo(f"{name:<{width}}{first}".rstrip())
        for line in later:
            click.echo(f"{'':<{width}}{line}".rstrip())
