"""Markdown that any reader of CommonMark and GitHub's tables shows as it was written.

Free text is escaped so that it comes out as text: no emphasis, links, headings, lists, html or
formulas arise from what a person typed. Tables have no merged cells in Markdown, so each merged
line is a row of its own with its text in the first cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import BinaryIO, assert_never

from report.content import (
    AssessmentLine,
    Block,
    BulletList,
    Chart,
    Contents,
    Document,
    Heading,
    NumberedList,
    Organisation,
    Paragraph,
    Row,
    Runs,
    Table,
    Text,
    plain,
)

_SPECIAL = re.compile(
    r"[\\`*_\[\]<|~^$#{@]"  # marks of CommonMark, GitHub and Pandoc, wherever they stand
    r"|&(?=#?\w+;)"  # an entity
    r"|:(?=//)|(?<=[wW]{3})\.",  # what some readers make a link of
    re.ASCII,
)
_LINE_START = re.compile(  # a list, a quotation, a rule
    r"[-+>:=%]|\(?(?:[0-9]+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)[.)](?= |$)", re.ASCII
)
_DEEPEST = 6


def write(document: Document, stream: BinaryIO) -> None:
    """UTF-8 with line feeds and a final one."""
    stream.writelines(f"{line}\n".encode() for line in lines(document))


def lines(document: Document) -> Iterator[str]:
    """The document line by line; a paragraph is one line."""
    yield f"# {escaped(document.title)}"
    if document.facts:
        yield ""
    for fact in document.facts:
        yield f"- {at_start(f'{fact.label}: {plain(fact.runs)}')}"
    for block in document.blocks:
        yield ""
        yield from _block(block, document.headings)


def escaped(text: str) -> str:
    """Text as it stands inside a line."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def emphasised(runs: Runs) -> str:
    """A paragraph as it stands inside a line: in bold letters where all of it stands out.

    Blanks beside the marks would make asterisks of them.
    """
    text = plain(runs)
    inside = escaped(text)
    is_strong = all(isinstance(run, Text) and run.strong for run in runs)
    return f"**{inside}**" if is_strong and text and text == text.strip() else inside


def at_start(text: str) -> str:
    """Text as it stands at the beginning of a line or list item."""
    inside = escaped(text.strip(" "))
    match = _LINE_START.match(inside)
    if match is None:
        return inside
    mark = match.end() - 1
    return f"{inside[:mark]}\\{inside[mark:]}"


def _block(block: Block, headings: Iterable[Heading]) -> Iterator[str]:
    match block:
        case Heading():
            yield from _heading(block)
        case Paragraph():
            yield at_start(plain(block.runs))
        case BulletList():
            yield from (f"- {at_start(plain(item))}" for item in block.items)
        case NumberedList():
            yield from (f"{n}. {at_start(plain(item))}" for n, item in enumerate(block.items, 1))
        case AssessmentLine():
            yield at_start(str(block.mark))
        case Table():
            yield from _table(block)
        case Chart():
            yield from _chart(block)
        case Organisation():
            yield from _organisation(block)
        case Contents():
            yield from _contents(block, headings)
        case _:
            assert_never(block)


def _heading(heading: Heading) -> Iterator[str]:
    marks = "#" * min(heading.level + 1, _DEEPEST)
    number = f"{heading.number} " if heading.number else ""
    yield f"{marks} {number}{escaped(heading.text.strip(' '))}"


def _chart(chart: Chart) -> Iterator[str]:
    yield at_start(chart.title)
    yield ""
    for bar in chart.bars:
        yield f"- {at_start(f'{bar.label}: {bar.shown}')}"


def _organisation(organisation: Organisation) -> Iterator[str]:
    yield at_start(f"{organisation.title}: {organisation.top}")
    yield ""
    for box in organisation.boxes:
        yield f"- {at_start(box.name)}"
        yield from (f"  - {at_start(str(part))}" for part in box.parts)


def _contents(contents: Contents, headings: Iterable[Heading]) -> Iterator[str]:
    """The headings with their own numbers, which a numbered list would replace."""
    yield at_start(contents.title)
    yield ""
    for heading in headings:
        if heading.level <= contents.depth:
            yield f"- {at_start(f'{heading.number} {heading.text}')}"


def _table(table: Table) -> Iterator[str]:
    if table.caption.strip():
        yield at_start(table.caption)
        yield ""
    yield _line((Text(column.heading),) for column in table.columns)
    yield "|" + "".join(" ---: |" if column.numeric else " --- |" for column in table.columns)
    for row in table.rows:
        yield from _row(row, len(table.columns))


def _row(row: Row, width: int) -> Iterator[str]:
    """One line for each paragraph of the cells, then one for each merged line."""
    empty: Runs = ()
    for level in zip_longest(*row.cells, fillvalue=empty):
        yield _line(level)
    for line in row.lines:
        yield _line([line, *[empty] * (width - 1)])


def _line(cells: Iterable[Runs]) -> str:
    return "".join(f"| {emphasised(cell)} " for cell in cells) + "|"
