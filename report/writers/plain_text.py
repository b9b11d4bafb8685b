"""Plain text in 80 columns, that reads well on paper, in a mail, and aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO, assert_never

from report.content import (
    AssessmentLine,
    Block,
    BulletList,
    Cell,
    Chart,
    Contents,
    Document,
    Heading,
    NumberedList,
    Organisation,
    Paragraph,
    Runs,
    Table,
    plain,
)
from report.writers.cells import width_of, wrapped

WIDTH = 80
_GAP = 2
_NARROWEST = 16
"""Below so many cells for its wide columns a table is written as lines instead."""
_INDENT = "  "
_UNDER = {1: "=", 2: "-"}
_BAR = "█"


def write(document: Document, stream: BinaryIO) -> None:
    """UTF-8 with line feeds and a final one."""
    stream.writelines(f"{line}\n".encode() for line in lines(document))


def lines(document: Document, width: int = WIDTH) -> Iterator[str]:
    """The document line by line, none longer than `width` cells."""
    yield from _underlined(document.title, "=", width)
    if document.facts:
        yield ""
    for fact in document.facts:
        yield from _hanging(f"{fact.label}: ", plain(fact.runs), width)
    if document.blocks:
        yield ""
    yield from block_lines(document.blocks, width)


def block_lines(blocks: Iterable[Block], width: int) -> Iterator[str]:
    """Some blocks in lines of at most `width` cells (at least 20), with blank lines between."""
    blocks = tuple(blocks)
    headings = [block for block in blocks if isinstance(block, Heading)]
    for number, block in enumerate(blocks):
        if number:
            yield ""
            if isinstance(block, Heading) and block.level == 1:
                yield ""
        yield from _block(block, max(width, 20), headings)


def _block(block: Block, width: int, headings: Iterable[Heading]) -> Iterator[str]:
    match block:
        case Heading():
            text = f"{block.number} {block.text}".strip(" ")
            yield from _underlined(text, _UNDER.get(block.level, ""), width)
        case Paragraph():
            yield from wrapped(plain(block.runs), width)
        case BulletList():
            yield from _items((("- ", item) for item in block.items), width)
        case NumberedList():
            yield from _items(((f"{n}. ", item) for n, item in enumerate(block.items, 1)), width)
        case AssessmentLine():
            yield from wrapped(str(block.mark), width)
        case Table():
            yield from _table(block, width)
        case Chart():
            yield from _chart(block, width)
        case Organisation():
            yield from _organisation(block, width)
        case Contents():
            yield from _contents(block, headings, width)
        case _:
            assert_never(block)


def _underlined(text: str, mark: str, width: int) -> Iterator[str]:
    shown = wrapped(text, width)
    yield from shown
    if mark and shown:
        yield mark * max(map(width_of, shown))


def _items(items: Iterable[tuple[str, Runs]], width: int) -> Iterator[str]:
    for mark, item in items:
        yield from _hanging(mark, plain(item), width)


def _hanging(mark: str, text: str, width: int) -> Iterator[str]:
    """A mark or label, then the text, its later lines set in by as much as the mark takes."""
    indent = min(width_of(mark), width // 2)
    body = wrapped(text, width - indent)
    if width_of(mark) > indent or not body:
        yield from wrapped(mark, width)
    else:
        yield mark + body.pop(0)
    for line in body:
        yield " " * indent + line


def _chart(chart: Chart, width: int) -> Iterator[str]:
    """Each figure in words, then its bar in block elements on a line of its own."""
    yield from wrapped(chart.title, width)
    most = max(bar.amount for bar in chart.bars)
    for bar in chart.bars:
        yield ""
        yield from _hanging(f"{bar.label}: ", bar.shown, width)
        if drawn := int(bar.amount * (width - len(_INDENT)) / most) if most else 0:
            yield _INDENT + _BAR * drawn


def _organisation(organisation: Organisation, width: int) -> Iterator[str]:
    yield from wrapped(f"{organisation.title}: {organisation.top}", width)
    yield ""
    for box in organisation.boxes:
        yield from _hanging("- ", box.name, width)
        for part in box.parts:
            yield from _hanging(f"{_INDENT}- ", str(part), width)


def _contents(contents: Contents, headings: Iterable[Heading], width: int) -> Iterator[str]:
    yield from _underlined(contents.title, "-", width)
    for heading in headings:
        if heading.level <= contents.depth:
            indent = _INDENT * (heading.level - 1)
            number = f"{heading.number} " if heading.number else ""
            yield from _hanging(f"{indent}{number}", heading.text, width)


def _table(table: Table, width: int) -> Iterator[str]:
    if table.caption.strip():
        yield from wrapped(table.caption, width)
        yield ""
    widths = _widths(table, width)
    yield from _as_lines(table, width) if widths is None else _as_grid(table, widths, width)


def _widths(table: Table, width: int) -> list[int] | None:
    """Cells for each column: narrow ones take what they need, wide ones share the rest."""
    needed = [
        max([width_of(column.heading), *(_widest(row.cells[at]) for row in table.rows)])
        for at, column in enumerate(table.columns)
    ]
    wide = [at for at, column in enumerate(table.columns) if column.wide]
    rest = width - _GAP * (len(needed) - 1) - sum(needed)
    rest += sum(needed[at] for at in wide)
    if rest < (_NARROWEST * len(wide) if wide else 0):
        return None
    shares = sum(table.columns[at].share for at in wide)
    for at in wide:
        share = table.columns[at].share
        needed[at] = min(needed[at], max(_NARROWEST, rest * share // shares))
        rest, shares = rest - needed[at], shares - share
    return needed


def _widest(cell: Cell) -> int:
    return max((width_of(plain(runs)) for runs in cell), default=0)


def _as_grid(table: Table, widths: list[int], width: int) -> Iterator[str]:
    """Aligned columns; the merged lines stand below their row, set in a little."""
    from tabulate import tabulate

    def fitted(cell: Iterable[str], at: int) -> list[str]:
        return [line for text in cell for line in wrapped(text, widths[at])]

    heading = [fitted([column.heading], at) for at, column in enumerate(table.columns)]
    rows = [
        [fitted(map(plain, cell), at) for at, cell in enumerate(row.cells)] for row in table.rows
    ]
    drawn = tabulate(
        [["\n".join(cell) for cell in row] for row in (heading, *rows)],
        tablefmt="plain",
        colalign=["right" if column.numeric else "left" for column in table.columns],
        disable_numparse=True,
        preserve_whitespace=True,
    )
    left = (line.rstrip(" ") for line in drawn.split("\n"))
    yield from islice(left, _height(heading))
    yield (" " * _GAP).join(_rule(column) for column in zip(heading, *rows, strict=True))
    apart = any(
        row.lines or _height(cells) > 1 for row, cells in zip(table.rows, rows, strict=True)
    )
    for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        if number and apart:
            yield ""
        yield from islice(left, _height(cells))
        yield from _merged(row.lines, width)


def _as_lines(table: Table, width: int) -> Iterator[str]:
    """The first cell, then each other cell after its heading: for a pane too narrow for columns."""
    for number, row in enumerate(table.rows):
        if number:
            yield ""
        first, *others = row.cells
        for runs in first:
            yield from wrapped(plain(runs), width)
        for column, cell in zip(table.columns[1:], others, strict=True):
            if cell:
                yield from _hanging(f"{column.heading}: ", " ".join(map(plain, cell)), width)
        yield from _merged(row.lines, width)


def _merged(merged: Iterable[Runs], width: int) -> Iterator[str]:
    for runs in merged:
        for line in wrapped(plain(runs), width - len(_INDENT)):
            yield _INDENT + line


def _rule(column: Iterable[list[str]]) -> str:
    """A line as long as the widest line of a column."""
    return "-" * max(width_of(line) for cell in column for line in cell or [""])


def _height(cells: Iterable[list[str]]) -> int:
    """The lines that a row takes: those of its tallest cell, and at least one."""
    return max([1, *map(len, cells)])
