"""Markdown: a reader of any kind shows what was written, and nothing that was not."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from report.content import (
    AssessmentLine,
    BulletList,
    Chart,
    Column,
    Contents,
    Day,
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
from report.writers.markdown import lines, write
from tests.report.documents import DAY, NASTY, documents

if TYPE_CHECKING:
    from markdown_it.token import Token

READER = MarkdownIt("gfm-like", {"html": True})
"""CommonMark with tables, strike-through, links from bare addresses, and html let through."""

if READER.linkify is not None:
    READER.linkify.set({"fuzzy_link": False})  # ange.se alone is no link on GitHub either

Part = tuple[str, ...]


def read(document: Document) -> list[Part]:
    """What a Markdown reader makes of the document: each part's kind and its texts."""
    tokens = READER.parse("\n".join(lines(document)) + "\n")
    parts: list[Part] = []
    path: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            path.append(token.tag)
            if token.type == "tr_open":
                parts.append(("row",))
        elif token.nesting == -1:
            path.pop()
        elif token.type == "inline":
            if path[-1] in {"td", "th"}:
                parts[-1] = (*parts[-1], shown(token))
            else:
                parts.append((kind_of(path), shown(token)))
        else:
            parts.append((token.type, token.content))
    return parts


def kind_of(path: list[str]) -> str:
    return {"p": "paragraph"}.get(path[-1], path[-1]) if len(path) == 1 else ">".join(path)


def shown(token: Token) -> str:
    """The text of a line; anything but text in it is told by its type."""
    children = token.children or []
    return blanks("".join(c.content if c.type == "text" else f"<{c.type}>" for c in children))


def blanks(text: str) -> str:
    return " ".join(text.split())


def meant(document: Document) -> list[Part]:
    """The same, from the content itself."""
    parts: list[Part] = [("h1", blanks(document.title))]
    parts += [("ul>li>p", blanks(f"{fact.label}: {plain(fact.runs)}")) for fact in document.facts]
    for block in document.blocks:
        match block:
            case Heading():
                parts.append((f"h{block.level + 1}", blanks(f"{block.number} {block.text}")))
            case Paragraph():
                parts.append(("paragraph", blanks(plain(block.runs))))
            case BulletList():
                parts += [("ul>li>p", blanks(plain(item))) for item in block.items]
            case NumberedList():
                parts += [("ol>li>p", blanks(plain(item))) for item in block.items]
            case AssessmentLine():
                parts.append(("paragraph", blanks(str(block.mark))))
            case Table():
                parts += table_rows(block)
            case Chart() | Organisation():
                parts += drawn(block)
            case Contents():
                parts.append(("paragraph", blanks(block.title)))
                parts += [
                    ("ul>li>p", blanks(f"{heading.number} {heading.text}"))
                    for heading in document.headings
                    if heading.level <= block.depth
                ]
    return parts


def drawn(block: Chart | Organisation) -> list[Part]:
    """What is a picture elsewhere is a list here."""
    if isinstance(block, Chart):
        bars = (f"{bar.label}: {bar.shown}" for bar in block.bars)
        return [("paragraph", blanks(block.title)), *(("ul>li>p", blanks(bar)) for bar in bars)]
    parts: list[Part] = [("paragraph", blanks(f"{block.title}: {block.top}"))]
    for box in block.boxes:
        parts.append(("ul>li>p", blanks(box.name)))
        parts += [("ul>li>ul>li>p", blanks(str(part))) for part in box.parts]
    return parts


def in_cell(runs: Runs) -> str:
    """A paragraph in a table: in bold letters where all of it stands out."""
    text = plain(runs)
    is_strong = all(isinstance(run, Text) and run.strong for run in runs)
    if is_strong and text and text == text.strip():
        return f"<strong_open>{blanks(text)}<strong_close>"
    return blanks(text)


def table_rows(table: Table) -> list[Part]:
    rows: list[Part] = []
    if table.caption.strip():
        rows.append(("paragraph", blanks(table.caption)))
    rows.append(("row", *(blanks(column.heading) for column in table.columns)))
    for row in table.rows:
        for at in range(max(len(cell) for cell in row.cells)):
            texts = (in_cell(cell[at]) if at < len(cell) else "" for cell in row.cells)
            rows.append(("row", *texts))
        rest = [""] * (len(table.columns) - 1)
        rows += [("row", in_cell(line), *rest) for line in row.lines]
    return rows


@given(documents)
def test_any_text_anywhere_comes_out_as_text(document: Document) -> None:
    """No free text becomes a heading, list, link, emphasis, formula, html or another table."""
    assert read(document) == meant(document)


@pytest.mark.parametrize("text", NASTY)
def test_known_traps_come_out_as_text_in_every_place(text: str) -> None:
    run = (Text(text),)
    table = Table(
        title="x",
        columns=(Column("a"), Column("b")),
        rows=(Row(cells=((run,), ((Text("b"),),)), lines=(run,)),),
    )
    blocks = (Paragraph(run), table, BulletList((run,)), Paragraph(run), NumberedList((run,)))
    document = Document(title="x", as_of=DAY, blocks=blocks)
    expected = meant(document)
    assert [part for part in read(document) if any(part[1:])] == [
        part for part in expected if any(part[1:])
    ]


def test_merged_lines_are_rows_with_their_text_in_the_first_cell() -> None:
    """Markdown cannot merge cells; no html is used to pretend that it can."""
    row = Row(
        cells=(((Text("Möte"),),), ((Day(date(2024, 1, 1)),),)),
        lines=((Text("Vi talas vid."),), (Text("● Pågående enligt plan"),)),
    )
    table = Table(title="x", columns=(Column("Aktivitet"), Column("Startdatum")), rows=(row,))
    written = list(lines(Document(title="T", as_of=DAY, blocks=(table,))))
    assert written == [
        "# T",
        "",
        "| Aktivitet | Startdatum |",
        "| --- | --- |",
        "| Möte | 2024-01-01 |",
        "| Vi talas vid. |  |",
        "| ● Pågående enligt plan |  |",
    ]


def test_a_web_address_is_only_text() -> None:
    """A link that nobody checked must not stand in what the committee reads."""
    document = Document(
        title="T",
        as_of=DAY,
        blocks=(Paragraph((Text("Se www.exempel.se och https://exempel.se/a."),)),),
    )
    assert list(lines(document))[-1] == r"Se www\.exempel.se och https\://exempel.se/a."


def test_ordinary_swedish_needs_no_backslash() -> None:
    """The file is read as it is, too: only what a reader could mistake is escaped."""
    text = "Målet är nått (minst 50 %): 2024-01-01–2024-06-30, läs- och skrivstöd. Är det klart?"
    document = Document(title="T", as_of=DAY, blocks=(Paragraph((Text(text),)),))
    assert list(lines(document))[-1] == text


def test_the_file_is_utf_8_with_line_feeds_and_a_last_one() -> None:
    stream = BytesIO()
    write(Document(title="Å", as_of=DAY, blocks=(Paragraph((Text("ö"),)),)), stream)
    assert stream.getvalue() == "# Å\n\nö\n".encode()
