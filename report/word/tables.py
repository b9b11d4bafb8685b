"""Tables that a screen reader can walk through and a page break cannot split.

The header row is repeated on each page, no row is split, and the first line of a row stays with
the lines below it, which are merged across all columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from report import colours
from report.content import Column, Row, Runs, Table, Text, plain
from report.word.oxml import element, paragraph, runs_of
from report.word.styles import TABLE_HEADING, TABLE_LINE, TABLE_TEXT

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_CHARACTER = 100
"""Twentieths of a point that a character of the table's text takes, generously."""
_PADDING = 220
_WIDEST_NARROW = 2600
_SIDE = 90
_MARGINS = {"top": 60, "left": _SIDE, "bottom": 20, "right": _SIDE}
_RULE = colours.RULE.removeprefix("#")
_BAND = colours.BAND.removeprefix("#")


class Tables:
    """Makes the tables of one file, all as wide as its text, from edge to edge."""

    def __init__(self, styles: Mapping[str, str], width: int, is_edge: bool) -> None:
        """`is_edge` where the file places a table by its edge, not by the text inside."""
        self._styles = styles
        self._width = width
        self._indent = 0 if is_edge else _SIDE

    def made(self, table: Table) -> BaseOxmlElement:
        """The table as `w:tbl`."""
        widths = _widths(table, self._width)
        grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
        made = element("tbl", _properties(table, self._width, self._indent), grid)
        made.append(self._header(table.columns, widths))
        for row in table.rows:
            made.extend(self._rows(row, table.columns, widths))
        return made

    def _header(self, columns: tuple[Column, ...], widths: list[int]) -> BaseOxmlElement:
        cells = [
            _cell(
                [self._line((Text(column.heading),), column, TABLE_HEADING)],
                width,
                element("shd", val="clear", color="auto", fill=_BAND),
                element("vAlign", val="bottom"),
            )
            for column, width in zip(columns, widths, strict=True)
        ]
        return element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *cells)

    def _rows(
        self, row: Row, columns: tuple[Column, ...], widths: list[int]
    ) -> list[BaseOxmlElement]:
        """The row, and one merged row for all its lines."""
        style = TABLE_HEADING if row.is_sum else TABLE_TEXT
        together = bool(row.lines)
        cells = [
            _cell(
                [self._line(runs, column, style, with_next=together) for runs in cell or ((),)],
                width,
                element("tcBorders", element("top", val="single", sz=4, space=0, color=_RULE)),
                *([_margins(bottom=0)] if together else ()),
            )
            for cell, column, width in zip(row.cells, columns, widths, strict=True)
        ]
        found = [_row(cells)]
        if row.lines:
            lines = [
                paragraph(self._styles[TABLE_LINE], runs_of(runs, is_quiet=True))
                for runs in row.lines
            ]
            span = element("gridSpan", val=len(columns))
            found.append(_row([_cell(lines, sum(widths), span, _margins(top=0, bottom=80))]))
        return found

    def _line(
        self, runs: Runs, column: Column, style: str, *, with_next: bool = False
    ) -> BaseOxmlElement:
        return paragraph(
            self._styles[style],
            runs_of(runs),
            with_next=with_next,
            to_the_right=column.numeric,
        )


def _properties(table: Table, width: int, indent: int) -> BaseOxmlElement:
    borders = [
        element(side, val="single", sz=4, space=0, color=_RULE) for side in ("top", "bottom")
    ]
    return element(
        "tblPr",
        element("tblW", w=width, type="dxa"),
        element("tblInd", w=indent, type="dxa"),
        element("tblBorders", *borders),
        element("tblLayout", type="fixed"),
        _sides("tblCellMar", _MARGINS),
        element("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, noHBand=1, noVBand=1),
        element("tblCaption", val=table.title),
        element("tblDescription", val=table.caption.strip() or table.title),
    )


def _widths(table: Table, width: int) -> list[int]:
    """Narrow columns take what they need, wide ones share the rest."""
    needed = [float(_needed(table, at)) for at in range(len(table.columns))]
    wide = [at for at, column in enumerate(table.columns) if column.wide]
    rest = width - sum(size for at, size in enumerate(needed) if at not in wide)
    shares = sum(table.columns[at].share for at in wide)
    for at in wide:
        needed[at] = max(rest, width // 4) * table.columns[at].share / shares
    return [int(size * width / sum(needed)) for size in needed]


def _needed(table: Table, at: int) -> int:
    """What a narrow column takes for its longest line, within bounds."""
    texts = [plain(runs) for row in table.rows for runs in row.cells[at]]
    longest = max([len(table.columns[at].heading) + 1, *map(len, texts)])
    return min(_WIDEST_NARROW, longest * _CHARACTER + _PADDING)


def _margins(**sides: int) -> BaseOxmlElement:
    """A cell's own margins where they differ from the table's."""
    return _sides("tcMar", sides)


def _sides(tag: str, sides: Mapping[str, int]) -> BaseOxmlElement:
    return element(tag, *(element(side, w=w, type="dxa") for side, w in sides.items()))


def _row(cells: list[BaseOxmlElement]) -> BaseOxmlElement:
    return element("tr", element("trPr", element("cantSplit")), *cells)


def _cell(
    paragraphs: list[BaseOxmlElement], width: int, *properties: BaseOxmlElement
) -> BaseOxmlElement:
    says = element("tcPr", element("tcW", w=width, type="dxa"), *properties)
    return element("tc", says, *paragraphs)
