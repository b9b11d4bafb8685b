"""What a writer's library needs for the same cells and nothing else: no styles, no checks.

Tables come as rows of texts from a file that was made before any clock started, so that a floor
holds no more of them than the library does.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path

Cells = list[str]

_BARE = """#set text(font: "Liberation Sans", size: 9.5pt, lang: "sv")
#for rows in json(bytes(sys.inputs.data)) {
  table(columns: rows.first().len(), ..rows.flatten())
}
"""


def keep(tables: Iterable[Iterable[Cells]], path: Path) -> None:
    """Write tables as lines, each a row with the number of its table before its cells."""
    with path.open("w", encoding="utf-8") as file:
        for number, rows in enumerate(tables):
            file.writelines(json.dumps([number, *row]) + "\n" for row in rows)


def kept(path: Path) -> Iterator[list[Cells]]:
    """The tables, one at a time."""
    for _, rows in groupby(map(json.loads, path.open(encoding="utf-8")), lambda row: row[0]):
        yield [row[1:] for row in rows]


def kept_rows(path: Path) -> Iterator[Cells]:
    """The rows of all tables, one at a time."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)[1:]


def bare_pdf(cells: Path, target: Path) -> None:
    """Typst sets tables of texts in the same font."""
    import typst

    from report.typesetting.coverage import FONTS

    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    data = json.dumps(list(kept(cells)), ensure_ascii=False)
    made = typst.compile(_BARE.encode(), font_paths=fonts, sys_inputs={"data": data}, format="pdf")
    if not isinstance(made, bytes):
        raise TypeError("typst gave several files")
    target.write_bytes(made)


def bare_word(cells: Path, target: Path) -> None:
    """python-docx adds the tables, the way its own guide does."""
    import docx

    file = docx.Document()
    for rows in kept(cells):
        table = file.add_table(rows=len(rows), cols=len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    file.save(str(target))


def bare_html(cells: Path, target: Path) -> None:
    """Rows of escaped texts."""
    with target.open("w", encoding="utf-8") as file:
        for rows in kept(cells):
            file.write("<table>\n")
            for row in rows:
                file.write(f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>\n")
            file.write("</table>\n")


def bare_excel(cells: Path, target: Path) -> None:
    """XlsxWriter, row by row, without formats."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(target), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(kept_rows(cells)):
            for column, text in enumerate(row):
                if text:
                    sheet.write_string(at, column, text)


def bare_csv(cells: Path, target: Path) -> None:
    """The csv module."""
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL).writerows(kept_rows(cells))


def bare_json(cells: Path, target: Path) -> None:
    """The json module, an array for each row."""
    with target.open("w", encoding="utf-8") as file:
        for row in kept_rows(cells):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


FLOORS: dict[str, Callable[[Path, Path], None]] = {
    "PDF": bare_pdf,
    "Word": bare_word,
    "HTML": bare_html,
    "Excel": bare_excel,
    "CSV": bare_csv,
    "JSON": bare_json,
}
