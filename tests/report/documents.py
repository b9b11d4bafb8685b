"""Any document at all, for what must hold whatever people have typed."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from report.content import (
    Block,
    BulletList,
    Column,
    Day,
    Document,
    Fact,
    Heading,
    Inline,
    Mark,
    NumberedList,
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

inlines: st.SearchStrategy[Inline] = st.one_of(
    texts.map(Text),
    st.dates().map(Day),
    st.builds(Mark, st.sampled_from(Scale), st.just("x"), st.just("●"), said),
)
runs: st.SearchStrategy[Runs] = st.builds(
    lambda first, more: (Text(first), *more), said, st.lists(inlines, max_size=2)
)
items = st.lists(runs, min_size=1, max_size=3).map(tuple)
cells = st.lists(runs, max_size=2).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table with one to three columns, any of them wide."""
    columns = draw(st.lists(st.builds(Column, said, st.booleans()), min_size=1, max_size=3))
    row = st.builds(
        Row,
        st.tuples(*[cells] * len(columns)),
        st.lists(runs, max_size=3).map(tuple),
    )
    rows = draw(st.lists(row, max_size=3))
    return Table(title=draw(said), columns=tuple(columns), rows=tuple(rows))


blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, level=st.just(1), text=said, numbered=st.booleans()),
    runs.map(Paragraph),
    items.map(BulletList),
    items.map(NumberedList),
    tables(),
)


def _apart(found: list[Block]) -> list[Block]:
    """Without lists next to each other: no document has two in a row."""
    lists = BulletList | NumberedList
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
