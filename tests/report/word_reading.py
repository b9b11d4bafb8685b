"""A Word file read back from its first line to its last, as somebody who scrolls through it."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

import docx
from docx.table import Table as WordTable

from report.content import Document
from report.writers.word import write


class Section(NamedTuple):
    """A heading with its number, and what stands below it until the next."""

    heading: str
    paragraphs: list[str]
    tables: list[list[list[str]]]
    """Rows of cells; a merged row has its text once."""


def sections(document: Document) -> list[Section]:
    """The document as Word has it."""
    stream = BytesIO()
    write(document, stream)
    found = [Section("", [], [])]
    for block in docx.Document(BytesIO(stream.getvalue())).iter_inner_content():
        if isinstance(block, WordTable):
            found[-1].tables.append([_cells(row) for row in _rows(block)])
        elif block.style is not None and (block.style.name or "").startswith("Heading"):
            found.append(Section(block.text, [], []))
        elif block.text:
            found[-1].paragraphs.append(block.text.replace("\u00a0", " "))
    return found


def _rows(table: WordTable) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def _cells(texts: list[str]) -> list[str]:
    merged = len(texts) > 1 and len(set(texts)) == 1
    return [text.replace("\u00a0", " ") for text in (texts[:1] if merged else texts)]
