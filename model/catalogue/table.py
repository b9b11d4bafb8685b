"""What a table of a catalogue is: its columns, and how rows and values are written in the file."""

from __future__ import annotations

from enum import Enum, auto

import msgspec


class Shape(Enum):
    """How a value is written in the file."""

    KEY = auto()
    """A word without blanks that other rows refer to."""
    LINE = auto()
    """Text on one line."""
    TEXT = auto()
    """Text with paragraphs."""
    WORDS = auto()
    """A list of lines."""
    CHOICE = auto()
    """One of `choices`."""
    DATE = auto()
    YEAR = auto()
    COUNT = auto()
    """A whole number from 0."""
    YES_NO = auto()
    DECIMAL = auto()
    """A number as text with a decimal point, so that nothing is rounded; may be empty."""
    DECIMALS = auto()
    """A list of such numbers."""
    REFERENCE = auto()
    """The key of a row of kind `refers`; empty for none."""
    REFERENCES = auto()
    """A list of such keys."""


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A key of a row."""

    key: str
    shape: Shape
    swedish: str
    """What the key is called in a preview, and what somebody may write instead of the key."""
    field: str = ""
    """The field of the journal, where it has another name than the key."""
    part: str = ""
    """The part of the field, where several keys make up one field."""
    refers: str = ""
    choices: dict[str, str] = {}
    """What may be written, with the Swedish word that a user reads."""
    required: bool = False
    is_optional: bool = False
    """Whether the field may be none, which an empty text then stands for."""

    @property
    def journal_field(self) -> str:
        """The field of the journal that the key is, or is a part of."""
        return self.field or self.key


class Form(Enum):
    """How a table is written."""

    ROWS = auto()
    """`[[goal]]`, once for each row."""
    SINGLE = auto()
    """`[municipality]`, once."""
    NAMED = auto()
    """`[tertials."2024-T1"]`: each row is a table with its name in the header."""
    PAIRS = auto()
    """`[settings]`: each key with its value is a row."""
    INLINE = auto()
    """`values = [ { … } ]` inside the row that it belongs to."""


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table of the file, whose rows are entities of one kind."""

    name: str
    kind: str
    form: Form
    swedish: str
    heading: str = ""
    """The comment above the table in a new file."""
    columns: tuple[Column, ...] = ()
    is_yearly: bool = False
    """Whether the year is part of what identifies a row."""
    is_ordered: bool = False
    """Whether the order of the rows is kept in the field `order`."""

    @property
    def header(self) -> str:
        """How the header is written."""
        return f"[[{self.name}]]" if self.form is Form.ROWS else f"[{self.name}]"

    def column_of(self, key: str) -> Column | None:
        """The column with a key."""
        return next((column for column in self.columns if column.key == key), None)

    def columns_of(self, field: str) -> tuple[Column, ...]:
        """The columns that make up a field of the journal."""
        return tuple(column for column in self.columns if column.journal_field == field)
