"""Plain text: eighty columns, aligned tables, and every word that was written."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import wcwidth
from hypothesis import given
from hypothesis import strategies as st

from report.content import (
    AssessmentLine,
    Block,
    BulletList,
    Chart,
    Column,
    Contents,
    Day,
    Document,
    Fact,
    Heading,
    NumberedList,
    Paragraph,
    Row,
    Runs,
    Table,
    Text,
    plain,
)
from report.writers.cells import wrapped
from report.writers.plain_text import block_lines, lines, write
from tests.report.documents import DAY, documents, texts


def letters(text: str) -> str:
    """What is left of a text when blanks, and the rules under headings, are taken away."""
    return re.sub(r"[\s=-]+", "", text)


def said(block: Block) -> list[Runs]:
    found: list[Runs] = []
    match block:
        case Heading():
            found = [(Text(block.number), Text(block.text))]
        case Paragraph():
            found = [block.runs]
        case BulletList() | NumberedList():
            found = list(block.items)
        case AssessmentLine():
            found = [(block.mark,)]
        case Table():
            found = [(Text(block.caption),)]
            found += [runs for row in block.rows for cell in row.cells for runs in cell]
            found += [runs for row in block.rows for runs in row.lines]
        case Chart():
            found = [(Text(block.title),)]
            found += [(Text(bar.label), Text(bar.shown)) for bar in block.bars]
        case Contents():
            found = [(Text(block.title),)]
    return found


@given(documents, st.sampled_from([20, 33, 50, 80, 160]))
def test_no_line_is_longer_than_the_page(document: Document, width: int) -> None:
    """Emoji and other wide characters are counted as a terminal shows them."""
    for line in block_lines(document.blocks, width):
        assert wcwidth.wcswidth(line) <= width
        assert not line.endswith(" ")
        assert "\n" not in line


@given(documents)
def test_every_word_is_there(document: Document) -> None:
    """Wrapping and aligning cut nothing away, in any field."""
    written = "\n".join(lines(document))
    counts: dict[str, int] = {}
    for letter in letters(written):
        counts[letter] = counts.get(letter, 0) + 1
    expected = [document.title]
    expected += [f"{fact.label}:{plain(fact.runs)}" for fact in document.facts]
    expected += [plain(runs) for block in document.blocks for runs in said(block)]
    for letter in letters("".join(expected)):
        counts[letter] = counts.get(letter, 0) - 1
    assert all(count >= 0 for count in counts.values())


@given(texts, st.integers(2, 100))
def test_wrapped_text_is_the_same_text(text: str, width: int) -> None:
    shown = Text(text).text
    broken = wrapped(shown, width)
    assert "".join(broken).replace(" ", "") == shown.replace(" ", "")
    assert all(wcwidth.wcswidth(line) <= width for line in broken)


def test_a_table_is_aligned_and_its_merged_lines_stand_below_the_row() -> None:
    row = Row(
        cells=(((Text("Möte"),),), ((Day(date(2024, 1, 1)),),)),
        lines=((Text("Vi talas vid."),), (Text("● Pågående enligt plan"),)),
    )
    columns = (Column("Aktivitet", wide=True), Column("Startdatum"))
    table = Table(title="x", columns=columns, rows=(row, row))
    assert list(block_lines([table], 80)) == [
        "Aktivitet  Startdatum",
        "---------  ----------",
        "Möte       2024-01-01",
        "  Vi talas vid.",
        "  ● Pågående enligt plan",
        "",
        "Möte       2024-01-01",
        "  Vi talas vid.",
        "  ● Pågående enligt plan",
    ]


def test_rows_of_several_lines_stand_apart() -> None:
    """Otherwise nobody sees where one goal ends and the next begins."""
    rows = tuple(
        Row(cells=(((Text(goal),),), ((Text("Börjar till hösten"),),)))
        for goal in ("Tryggheten ska öka i kommunen", "Fler ska må bra")
    )
    columns = (Column("Mål", wide=True), Column("Kommentar", wide=True, share=2))
    assert list(block_lines([Table(title="x", columns=columns, rows=rows)], 40)) == [
        "Mål              Kommentar",
        "---------------  ------------------",
        "Tryggheten ska   Börjar till hösten",
        "öka i kommunen",
        "",
        "Fler ska må bra  Börjar till hösten",
    ]


def test_a_title_that_looks_like_a_number_is_printed_as_it_was_typed() -> None:
    """A column of them is not taken for figures: nothing is rounded or moved to the right."""
    typed = ["007", "1e5", "1.50"]
    rows = tuple(Row(cells=(((Text(title),),), ((Day(DAY),),))) for title in typed)
    columns = (Column("7", wide=True), Column("2024"))
    table = Table(title="x", columns=columns, rows=rows)
    assert [line.split()[0] for line in block_lines([table], 80)][2:] == typed


def test_a_long_title_wraps_inside_its_column() -> None:
    row = Row(cells=(((Text("Genomföra dialog med lokala producenter"),),), ((Day(DAY),),)))
    columns = (Column("Aktivitet", wide=True), Column("Startdatum"))
    table = Table(title="x", columns=columns, rows=(row,))
    assert list(block_lines([table], 40)) == [
        "Aktivitet                    Startdatum",
        "---------------------------  ----------",
        "Genomföra dialog med lokala  2024-05-14",
        "producenter",
    ]


def test_a_blank_that_does_not_break_does_not_upset_the_rows_below() -> None:
    """A line that holds only a no-break space is still a line of its row."""
    odd = Row(cells=(((Text("x" * 68 + " \u00a0"),),), ((Day(DAY),),)), lines=((Text("första"),),))
    even = Row(cells=(((Text("Andra"),),), ((Day(DAY),),)), lines=((Text("andra"),),))
    columns = (Column("Aktivitet", wide=True), Column("Startdatum"))
    written = list(block_lines([Table(title="x", columns=columns, rows=(odd, even))], 80))
    assert written.index("  första") < next(
        number for number, line in enumerate(written) if line.startswith("Andra")
    )
    assert written[-1] == "  andra"


def test_a_pane_too_narrow_for_columns_gets_lines() -> None:
    row = Row(cells=(((Text("Möte"),),), ((Day(DAY),),), ((Day(DAY),),)), lines=((Text("S"),),))
    columns = (Column("Aktivitet", wide=True), Column("Startdatum"), Column("Slutdatum"))
    assert list(block_lines([Table(title="x", columns=columns, rows=(row,))], 30)) == [
        "Möte",
        "Startdatum: 2024-05-14",
        "Slutdatum: 2024-05-14",
        "  S",
    ]


def test_a_very_long_word_takes_no_very_long_time() -> None:
    """A hundred thousand emoji in a row: broken in one pass, every one kept."""
    word = "👍" * 100_000
    assert "".join(wrapped(word, 80)) == word


def test_the_file_is_utf_8_with_line_feeds_and_a_last_one() -> None:
    stream = BytesIO()
    facts = (Fact("Enhet", (Text("Köket"),)),)
    write(Document(title="Å", as_of=DAY, facts=facts, blocks=(Paragraph((Text("ö"),)),)), stream)
    assert stream.getvalue() == "Å\n=\n\nEnhet: Köket\n\nö\n".encode()
