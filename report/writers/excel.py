"""Tables as Excel workbooks (.xlsx): days are days, texts stay texts, nothing is a formula.

Rows are written as they come and never held in memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, BinaryIO

from model.importing.cut_text import cut
from report.data import Column, DataTable, Row, Sort, Value

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_FIRST_DAY = date(1900, 3, 1)
"""Excel takes 1900 for a leap year; days before it are written as text."""
_ROOM_TO_FILL_IN = 500
_LINE, _MARGIN, _MOST_LINES = 14.5, 3, 14
"""Points that a line takes, and how many lines of a long text are shown at once."""
_A3 = 8
_LISTS = "Listor"
_HEAD = "#1F3A5F"


def write(table: DataTable, stream: BinaryIO) -> None:
    """Write a table as a workbook with one sheet; the same table gives the same bytes."""
    write_book([table], stream)


def write_book(tables: Sequence[DataTable], stream: BinaryIO, *, is_form: bool = False) -> None:
    """Write tables as the sheets of one workbook; a form has rows to fill in below each."""
    import xlsxwriter

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(stream, options) as book:
        first = tables[0]
        made = datetime.combine(first.as_of, datetime.min.time(), UTC).replace(tzinfo=None)
        book.set_properties({"title": first.title, "created": made})
        book.set_custom_property("language", first.language)
        lists = _Lists(tables)
        for table in tables:
            _Sheet(book, table, lists, is_form=is_form).write()
        lists.write(book)


class _Lists:
    """The words to choose from, in a hidden sheet: a rule of its own has too little room."""

    def __init__(self, tables: Sequence[DataTable]) -> None:
        every = [column.choices for table in tables for column in table.columns if column.choices]
        self._lists = list(dict.fromkeys(every))

    def source(self, choices: tuple[str, ...]) -> str:
        """Where a list stands, as a rule names it."""
        column = _letter(self._lists.index(choices))
        return f"={_LISTS}!${column}$1:${column}${len(choices)}"

    def write(self, book: Workbook) -> None:
        """Add the hidden sheet, where there is anything to choose."""
        if not self._lists:
            return
        sheet = book.add_worksheet(_LISTS)
        for at in range(max(map(len, self._lists))):
            for column, choices in enumerate(self._lists):
                if at < len(choices):
                    sheet.write_string(at, column, choices[at])
        sheet.hide()


class _Sheet:
    """One table on its way into a workbook."""

    def __init__(self, book: Workbook, table: DataTable, lists: _Lists, *, is_form: bool) -> None:
        self._table = table
        self._lists = lists
        self._is_form = is_form
        self._top = 1 if table.caption else 0
        self._sheet: Worksheet = book.add_worksheet(table.name)
        self._caption: Format = book.add_format({"bold": True})
        common = {"valign": "top", "border": 1, "border_color": "#C9CED6"}
        self._head: Format = book.add_format(
            common | {"bold": True, "text_wrap": True, "font_color": "white", "bg_color": _HEAD}
        )
        self._formats: dict[Sort, Format] = {
            Sort.WORD: book.add_format(common | {"text_wrap": True, "num_format": "@"}),
            Sort.TEXT: book.add_format(common | {"text_wrap": True}),
            Sort.DAY: book.add_format(common | {"num_format": "yyyy-mm-dd", "align": "left"}),
        }

    def write(self) -> None:
        """Headings, rows, and what makes the sheet easy to use and to print."""
        sheet, columns = self._sheet, self._table.columns
        for at, column in enumerate(columns):
            folded = {"level": 1, "hidden": True} if column.is_technical else {}
            sheet.set_column(at, at, column.width, self._formats[column.sort], folded)
        top = self._top
        if top:
            sheet.write_string(0, 0, cut(self._table.caption), self._caption)
        sheet.set_row(top, 32)
        for at, column in enumerate(columns):
            sheet.write_string(top, at, column.heading, self._head)
            if column.note:
                sheet.write_comment(top, at, column.note, {"x_scale": 2, "y_scale": 1.5})
        last = top
        for last, row in enumerate(self._table.rows(), start=top + 1):
            sheet.set_row(last, _LINE * min(self._lines(row), _MOST_LINES) + _MARGIN)
            for at, (column, value) in enumerate(zip(columns, row, strict=True)):
                self._write_cell(last, at, column, value)
        sheet.freeze_panes(top + 1, 0)
        sheet.autofilter(top, 0, max(last, top + 1), len(columns) - 1)
        self._choices(last + _ROOM_TO_FILL_IN if self._is_form else last)
        self._page()

    def _lines(self, row: Row) -> int:
        """How many lines a row needs: not every program finds that out when it opens a file."""
        return max(
            1 + len(value) // column.width
            if "\n" not in value
            else sum(1 + len(line) // column.width for line in value.split("\n"))
            for column, value in zip(self._table.columns, row, strict=True)
            if isinstance(value, str) and not column.is_technical
        )

    def _write_cell(self, row: int, at: int, column: Column, value: Value) -> None:
        form = self._formats[column.sort]
        if isinstance(value, date) and value >= _FIRST_DAY:
            self._sheet.write_datetime(row, at, datetime.combine(value, datetime.min.time()), form)
        elif value:
            text = value if isinstance(value, str) else value.isoformat()
            self._sheet.write_string(row, at, cut(text), form)

    def _choices(self, last: int) -> None:
        """Lists to choose from, which warn and do not stop: an older word may stand."""
        for at, column in enumerate(self._table.columns):
            if column.choices and last > self._top:
                self._sheet.data_validation(self._top + 1, at, last, at, {
                    "validate": "list",
                    "source": self._lists.source(column.choices),
                    "error_type": "warning",
                    "error_title": column.heading[:32],
                    "error_message": "Välj ett ord ur listan.",
                })  # fmt: skip

    def _page(self) -> None:
        self._sheet.set_landscape()
        self._sheet.set_paper(_A3)
        self._sheet.fit_to_pages(2, 0)
        self._sheet.repeat_rows(self._top)
        self._sheet.set_header(f"&L{self._table.title.replace('&', '&&')}")
        self._sheet.set_footer("&CSida &P av &N")


def _letter(at: int) -> str:
    """The name of a column, from 0."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name
