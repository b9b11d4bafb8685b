"""Any document at all, for what must hold whatever people have typed."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from report.content import (
    AssessmentLine,
    Bar,
    Block,
    Box,
    BulletList,
    Chart,
    Column,
    Contents,
    Day,
    Document,
    Fact,
    Heading,
    Inline,
    Mark,
    NumberedList,
    Organisation,
    Paragraph,
    Row,
    Runs,
    Scale,
    Table,
    Text,
)
from report.numbering import number_headings

DAY = date(2024, 5, 14)
NASTY = [
    *(
        "# rubrik",
        "## 1.1 rubrik ##",
        "- punkt",
        "+ punkt",
        "1. ett",
        "12) tolv",
        "> citat",
        "a. b",
    ),
    *("*fet*", "**fet**", "_kursiv_", "__fet__", "~~struken~~", "`kod`", "``` kod", "~~~"),
    *("[länk](http://a.se)", "![bild](b.png)", "[x]: http://a.se", "<http://a.se>", "[ ] gör"),
    *("http://exempel.se/a_b", "www.exempel.se", "namn@exempel.se", "HTTPS://A.SE"),
    *("<b>fet</b>", "<!-- x -->", "<script>alert(1)</script>", "&amp;", "&#35;", "R&D", "<br>"),
    *(
        "a|b",
        "a\\|b",
        "|",
        "| --- |",
        "\\",
        "slut\\",
        "\\\\",
        "a\\*b",
        "---",
        "***",
        "===",
        "- - -",
    ),
    *("    kod", "\tkod", "rad ett\nrad två", "slut  ", "\u00a0", "\u2003", "1", "$x^2$", "{#id}"),
    *(
        "[bold]x[/]",
        "[@click=app.quit]x[/]",
        "\x1b[31mröd",
        "\u202ebakvänt",
        "👨‍👩‍👧 familj",
        "漢字",
    ),
    *("2024-01-01", "−5 %", "50%", "Å ä ö é", "e\u0301", "x" * 200, "ord " * 60, ":", "Klart."),
]

texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=60),
    st.lists(st.sampled_from(NASTY), min_size=2, max_size=3).map("".join),
    st.lists(st.sampled_from(NASTY), min_size=2, max_size=3).map(" ".join),
)
said = texts.filter(lambda text: Text(text).text.strip() != "")
"""Something that can be seen: headings, names of tables and items are never blank."""

marks = st.builds(
    Mark, st.sampled_from(Scale), st.sampled_from(["x", "delayed", "met"]), st.just("●"), said
)
inlines: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Text, texts, st.booleans()), st.dates().map(Day), marks
)
runs: st.SearchStrategy[Runs] = st.builds(
    lambda first, strong, more: (Text(first, strong), *more),
    said,
    st.booleans(),
    st.lists(inlines, max_size=2),
)
items = st.lists(runs, min_size=1, max_size=3).map(tuple)
cells = st.lists(runs, max_size=2).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table with one to three columns, any of them wide or for figures."""
    column = st.builds(Column, said, st.booleans(), st.integers(1, 3), st.booleans())
    columns = draw(st.lists(column, min_size=1, max_size=3))
    row = st.builds(
        Row,
        st.tuples(*[cells] * len(columns)),
        st.lists(runs, max_size=3).map(tuple),
        st.booleans(),
    )
    rows = draw(st.lists(row, max_size=3))
    title, caption = draw(said), draw(st.one_of(st.just(""), said))
    return Table(title=title, caption=caption, columns=tuple(columns), rows=tuple(rows))


bars = st.builds(
    Bar,
    said,
    st.decimals(0, 10**6, places=1, allow_nan=False, allow_infinity=False),
    said,
    st.one_of(st.none(), marks),
)
charts = st.builds(Chart, title=said, bars=st.lists(bars, min_size=1, max_size=3).map(tuple))

boxes = st.builds(Box, said, st.lists(said.map(Text), max_size=3).map(tuple))
organisations = st.builds(
    Organisation,
    title=said,
    top=said,
    boxes=st.lists(boxes, min_size=1, max_size=7).map(tuple),
)

blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, level=st.just(1), text=said, numbered=st.booleans()),
    runs.map(Paragraph),
    items.map(BulletList),
    items.map(NumberedList),
    tables(),
    marks.map(AssessmentLine),
    charts,
    organisations,
    st.builds(Contents, said, st.integers(1, 3)),
)


def _apart(found: list[Block]) -> list[Block]:
    """Without lists next to each other: no document has two in a row.

    In some forms a chart or the contents is a list.
    """
    lists = BulletList | NumberedList | Chart | Organisation | Contents
    return [
        block
        for number, block in enumerate(found)
        if not (number and isinstance(block, lists) and isinstance(found[number - 1], lists))
    ]


documents: st.SearchStrategy[Document] = st.builds(
    Document,
    title=said,
    as_of=st.just(DAY),
    facts=st.lists(st.builds(Fact, said, runs), max_size=2).map(tuple),
    blocks=st.lists(blocks, max_size=5).map(_apart).map(number_headings),
)
