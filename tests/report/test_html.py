"""HTML: one page with nothing beside it, that anyone can read."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO

from hypothesis import given

from report import colours
from report.content import (
    AssessmentLine,
    Block,
    BulletList,
    Chart,
    Contents,
    Document,
    Heading,
    NumberedList,
    Paragraph,
    Table,
    plain,
)
from report.writers.html import write
from tests.report.documents import documents
from tests.report.every_part import every_part

VOID = {"meta", "br", "img", "link", "col"}


class Page(HTMLParser):
    """A page as a browser takes it apart: elements with attributes, and texts in order."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open and data.strip():
            self.texts.append(data.strip())

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def html_of(document: Document) -> str:
    stream = BytesIO()
    write(document, stream)
    return stream.getvalue().decode("utf-8")


PAGE = Page(html_of(every_part()))


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def said(block: Block) -> list[str]:
    """The texts of a block, in order."""
    found: list[str] = []
    match block:
        case Heading():
            found = [block.number, block.text]
        case Paragraph():
            found = [plain(block.runs)]
        case BulletList() | NumberedList():
            found = [plain(item) for item in block.items]
        case AssessmentLine():
            found = [str(block.mark)]
        case Table():
            found = [column.heading for column in block.columns]
            found += [plain(p) for row in block.rows for cell in row.cells for p in cell]
            found += [plain(line) for row in block.rows for line in row.lines]
        case Chart():
            found = [block.title, *(f"{bar.label}{bar.shown}" for bar in block.bars)]
        case Contents():
            found = [block.title]
    return found


@given(documents)
def test_any_text_comes_out_as_text(document: Document) -> None:
    """Nothing typed becomes an element, and nothing of it is lost."""
    read = Page(html_of(document))
    assert {tag for tag, _ in read.elements}.isdisjoint({"script", "b", "img", "iframe"})
    whole = letters("".join(read.texts))
    for block in document.blocks:
        for text in said(block):
            assert letters(text) in whole


def test_a_screen_reader_finds_its_way() -> None:
    """Language, landmarks, one main heading, and headings that go down one level at a time."""
    assert PAGE.named("html") == [{"lang": "sv-SE"}]
    for landmark in ("header", "main", "nav", "h1", "title"):
        assert len(PAGE.named(landmark)) == 1, landmark
    levels = [int(tag[1]) for tag, _ in PAGE.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels == [1, 2, 2, 3, 3]
    links = {str(a["href"])[1:] for a in PAGE.named("a")}
    places = {str(attributes["id"]) for _, attributes in PAGE.elements if "id" in attributes}
    assert links <= places


def test_tables_have_names_and_headers_that_say_what_they_head() -> None:
    assert len(PAGE.named("table")) == len(PAGE.named("caption")) == 3
    assert {head["scope"] for head in PAGE.named("th")} == {"col"}
    assert len(PAGE.named("th")) == 4 + 2 + 2
    assert [cell["colspan"] for cell in PAGE.named("td") if "colspan" in cell] == ["4", "2"]


def test_a_chart_is_read_as_figures_and_symbols_are_not_read_at_all() -> None:
    assert "Status för fyra aktiviteter" in PAGE.texts
    assert "Försenad" in PAGE.texts
    assert "3" in PAGE.texts
    symbols = [span for span in PAGE.named("span") if str(span.get("style")).startswith("color")]
    assert len(symbols) == 4
    assert {span["aria-hidden"] for span in symbols} == {"true"}


def test_nothing_is_fetched_and_nothing_runs() -> None:
    """It can be mailed, archived, and opened without a network."""
    source = html_of(every_part())
    assert not re.search(r"https?:|src=|url\(|@import|<script|<link", source)


def test_every_colour_can_be_read() -> None:
    """At least 4.5:1 against its background, on a light page and on a dark one (WCAG 1.4.3)."""
    for colour in {colours.TEXT, colours.ACCENT, colours.MUTED, *colours.MARKS.values()}:
        assert contrast(colour, "#ffffff") >= 4.5, colour
        assert contrast(colour, colours.BAND) >= 4.5, colour
    for colour in colours.ON_DARK.values():
        assert contrast(colour, "#14181c") >= 4.5, colour


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.1 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
