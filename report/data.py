"""Tables of data, as opposed to documents: rows that a program, or a person, goes on working with.

A table is read more than once and never held whole in memory: its rows are made anew each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum, auto

import msgspec

Value = str | date | None
"""What stands in a cell. Numbers of goals are texts: 3.10 is not 3.1."""

Row = Sequence[Value]


class Sort(Enum):
    """What a column holds, and so how it is set and typed."""

    WORD = auto()
    """A short text, kept as text whatever it looks like."""
    TEXT = auto()
    """Running text, on several lines."""
    DAY = auto()


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column of a table."""

    key: str
    """What the column is called in files for programs."""
    heading: str
    sort: Sort = Sort.WORD
    width: int = 14
    """In letters, where a form has widths."""
    choices: tuple[str, ...] = ()
    """What may be chosen, where a form has lists to choose from."""
    is_technical: bool = False
    """Whether it is there to be read back, so that a form may fold it away."""
    note: str = ""
    """What somebody who fills the column in should know."""


class DataTable(msgspec.Struct, frozen=True, kw_only=True):
    """A table with what is known of it as a whole."""

    name: str
    """What the sheet is called; at most 31 letters."""
    title: str
    caption: str = ""
    """What stands on a row of its own above the headings, in a form to fill in."""
    as_of: date
    """The day that it shows, and that the file says it was made."""
    columns: tuple[Column, ...]
    rows: Callable[[], Iterable[Row]]
    facts: dict[str, str] = {}
    """What else files for programs say of it: year, tertial."""
    language: str = "sv-SE"
