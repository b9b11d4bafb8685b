"""What a document consists of, before anyone has decided whether it becomes Word or plain text.

The tree is small and typed, and safe by construction: no text in it holds anything that could
steer a terminal, hide, or be refused by a file format. A document that would be hard to read for
somebody (a level skipped, a table without a name) cannot be built: that is a fault of the
program, so it raises `ValueError`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum

import msgspec

from model.swedish.visible import visible

LANGUAGE = "sv-SE"
_LAST_WORD = re.compile(r" (\S{1,5})$")
DEEPEST_LEVEL = 5


class _Part(msgspec.Struct, frozen=True):
    """Every text field of a part is made visible, wherever it came from."""

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if isinstance(value, str) and not value.isprintable():
                msgspec.structs.force_setattr(self, name, visible(value))


class Text(_Part, frozen=True, tag=True):
    """Words on one line; a line break in it would be shown as a symbol."""

    text: str
    strong: bool = False
    """Whether it stands out, in the forms that have bold letters."""

    def __str__(self) -> str:
        """The words."""
        return self.text


class Day(_Part, frozen=True, tag=True):
    """A date, so that a writer can keep it on one line or give it a date's type."""

    day: date

    def __str__(self) -> str:
        """ISO with ordinary hyphens: `2024-09-30`."""
        return self.day.isoformat()


class Scale(StrEnum):
    """What a mark measures."""

    STATUS = "status"
    ASSESSMENT = "assessment"


MISSING = "missing"
"""The value of a mark that says that there is none."""


class Mark(_Part, frozen=True, tag=True):
    """A value on a scale: a symbol and always the words, which are also its alt text."""

    scale: Scale
    value: str
    """The identifier of the value, for a writer that has colours or pictures for it."""
    symbol: str
    words: str

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.words.strip():
            raise ValueError("a mark without words says nothing to who cannot see it")

    def __str__(self) -> str:
        """The symbol before the words."""
        return f"{self.symbol} {self.words}"


Inline = Text | Day | Mark
Runs = tuple[Inline, ...]
"""One paragraph's worth of content, or one line in a cell."""

Cell = tuple[Runs, ...]
"""The paragraphs of a cell, mostly one; none when the cell is empty."""


def plain(runs: Iterable[Inline]) -> str:
    """A paragraph's content as bare text without space around it."""
    return "".join(map(str, runs)).strip(" ")


class Heading(_Part, frozen=True, kw_only=True, tag=True):
    """A heading on level 1 to 5; `number` is set by `numbering` and never written by hand."""

    level: int
    text: str
    numbered: bool = True
    number: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 1 <= self.level <= DEEPEST_LEVEL:
            raise ValueError(f"there is no heading level {self.level}")


class Paragraph(_Part, frozen=True, tag=True):
    """A paragraph of running text."""

    runs: Runs


class BulletList(_Part, frozen=True, tag=True):
    """Items in an order that means nothing."""

    items: tuple[Runs, ...]


class NumberedList(_Part, frozen=True, tag=True):
    """Items numbered from 1, such as proposals to decide on."""

    items: tuple[Runs, ...]


class AssessmentLine(_Part, frozen=True, tag=True):
    """What the administration's assessment of a goal is, directly under the goal's heading."""

    mark: Mark


class Column(_Part, frozen=True):
    """A column with its heading; wide ones share the width that the others leave."""

    heading: str
    wide: bool = False
    share: int = 1
    """How much of that width a wide one gets, compared with the others."""
    numeric: bool = False
    """Whether it holds figures, which are read from the right."""


class Row(_Part, frozen=True):
    """A row of cells, then lines merged across all columns; it is never split between pages."""

    cells: tuple[Cell, ...]
    lines: tuple[Runs, ...] = ()
    is_sum: bool = False
    """Whether it sums up the rows above."""


class Table(_Part, frozen=True, kw_only=True, tag=True):
    """A table whose header row is repeated on each page; `title` is its accessible name.

    A `caption` is seen by everyone; it says what the headings do not, such as the currency.
    """

    title: str
    caption: str = ""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.title.strip():
            raise ValueError("a table needs a name for who cannot see it")
        if not self.columns or any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError("every row has a cell for every column")


class Bar(_Part, frozen=True):
    """One figure of a chart: what it counts, how much, and how that is written."""

    label: str
    amount: Decimal
    shown: str
    mark: Mark | None = None
    """The value that it counts, where it counts one: a writer may have a colour for it."""


class Chart(_Part, frozen=True, kw_only=True, tag=True):
    """Horizontal bars that start from zero; drawn by the writers, told in words by `alt`."""

    title: str
    bars: tuple[Bar, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.title.strip():
            raise ValueError("a chart needs a name for who cannot see it")
        if not self.bars or any(bar.amount < 0 for bar in self.bars):
            raise ValueError("a chart has bars, none of them below zero")

    @property
    def figures(self) -> str:
        """Every bar as words: `Försenad 3, Vänteläge 1`."""
        return ", ".join(f"{bar.label} {bar.shown}" for bar in self.bars)

    @property
    def alt(self) -> str:
        """What the picture shows, for who cannot see it."""
        return f"Stapeldiagram. {self.title}: {self.figures}."


class Box(_Part, frozen=True):
    """A box of an organisation, with what belongs to it."""

    name: str
    parts: tuple[Text, ...] = ()

    def __str__(self) -> str:
        """The name, and its parts in brackets."""
        return f"{self.name} ({', '.join(map(str, self.parts))})" if self.parts else self.name


class Organisation(_Part, frozen=True, kw_only=True, tag=True):
    """Who leads whom, drawn as boxes; told in words by `alt`."""

    title: str
    top: str
    """Who leads all the others."""
    boxes: tuple[Box, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.title.strip() or not self.top.strip():
            raise ValueError("an organisation needs a name for who cannot see it, and a top")
        if not self.boxes:
            raise ValueError("an organisation has boxes below its top")

    @property
    def words(self) -> str:
        """Every box as words."""
        return f"{self.top}: {'; '.join(map(str, self.boxes))}"

    @property
    def alt(self) -> str:
        """What the picture shows, for who cannot see it."""
        return f"Organisationsschema. {self.title}. {self.words}."


class Contents(_Part, frozen=True, tag=True):
    """A list of the headings down to `depth`; what comes after it begins on a new page."""

    title: str = "Innehåll"
    depth: int = 2


Drawn = Chart | Organisation
"""What is a picture in some forms, with its alt text and its words."""

Block = Heading | Paragraph | BulletList | NumberedList | AssessmentLine | Table | Drawn | Contents


class Fact(_Part, frozen=True):
    """A line under the title, such as `Enhet: Kostenheten`."""

    label: str
    runs: Runs


class Document(_Part, frozen=True, kw_only=True):
    """A whole document, with what a file format wants to know of it."""

    title: str
    municipality: str = ""
    subject: str = ""
    """What the document is about, such as the name of the unit."""
    as_of: date
    """The day whose state it shows."""
    language: str = LANGUAGE
    is_letter: bool = False
    """Whether it is a page or two to somebody, with a small title and small headings."""
    facts: tuple[Fact, ...] = ()
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_headings(self.blocks)

    @property
    def title_line(self) -> str:
        """The title, with a number or year at its end never alone on a line."""
        return _LAST_WORD.sub("\u00a0\\1", self.title)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))


def _check_headings(blocks: Iterable[Block]) -> None:
    """Headings begin at level 1, go down one level at a time, and have the numbers they should."""
    level = 0
    for heading in blocks:
        if not isinstance(heading, Heading):
            continue
        if heading.level > level + 1:
            raise ValueError(f"heading level {heading.level} follows level {level}")
        if heading.numbered != bool(heading.number):
            raise ValueError("headings are numbered by numbering.number_headings")
        level = heading.level
