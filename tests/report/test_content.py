"""The content tree: what cannot be built cannot reach a reader."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.content import (
    Column,
    Day,
    Document,
    Fact,
    Heading,
    Mark,
    Paragraph,
    Row,
    Scale,
    Table,
    Text,
    plain,
)
from report.free_text import one_line, paragraphs
from report.numbering import number_headings

DAY = date(2024, 5, 14)
STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Controls, marks of direction and other unseen ones, half characters, line and page breaks."""


def levels(*numbers: int) -> list[Heading]:
    return [Heading(level=number, text="x") for number in numbers]


def test_chapters_are_numbered_by_level() -> None:
    numbered = number_headings(levels(1, 2, 3, 3, 2, 1, 2))
    assert [block.number for block in numbered if isinstance(block, Heading)] == [
        "1",
        "1.1",
        "1.1.1",
        "1.1.2",
        "1.2",
        "2",
        "2.1",
    ]


def test_an_unnumbered_heading_takes_no_number_from_the_others() -> None:
    blocks = [*levels(1, 2), Heading(level=2, text="x", numbered=False), *levels(2)]
    numbers = [block.number for block in number_headings(blocks) if isinstance(block, Heading)]
    assert numbers == ["1", "1.1", "", "1.2"]


@pytest.mark.parametrize("jump", [[2], [1, 3], [0], [1, 2, 3, 4, 5, 6]])
def test_a_heading_may_not_skip_a_level(jump: list[int]) -> None:
    """A screen reader announces levels; a gap sounds like something lost."""
    with pytest.raises(ValueError, match="level"):
        Document(title="x", as_of=DAY, blocks=number_headings(levels(*jump)))


def test_a_numbered_heading_without_a_number_is_a_fault() -> None:
    with pytest.raises(ValueError, match="numbered"):
        Document(title="x", as_of=DAY, blocks=tuple(levels(1)))


def test_a_mark_without_words_is_a_fault() -> None:
    with pytest.raises(ValueError, match="words"):
        Mark(Scale.ASSESSMENT, "met", "●", " ")


def test_a_table_without_a_name_or_with_an_uneven_row_is_a_fault() -> None:
    columns = (Column("a"), Column("b"))
    with pytest.raises(ValueError, match="name"):
        Table(title="", columns=columns, rows=())
    with pytest.raises(ValueError, match="cell"):
        Table(title="x", columns=columns, rows=(Row(cells=((),)),))


@given(st.text())
def test_no_text_in_a_document_can_steer_or_hide(text: str) -> None:
    """Escape sequences, marks of direction and the like become symbols wherever they stand."""
    document = Document(
        title=text,
        municipality=text,
        subject=text,
        as_of=DAY,
        facts=(Fact(text, (Text(text),)),),
        blocks=(Heading(level=1, text=text, numbered=False), Paragraph((Text(text), Day(DAY)))),
    )
    heading, paragraph = document.blocks
    assert isinstance(heading, Heading)
    assert isinstance(paragraph, Paragraph)
    for shown in (document.title, document.facts[0].label, heading.text, plain(paragraph.runs)):
        assert not {unicodedata.category(letter) for letter in shown} & STEERING


@given(st.text(st.characters(exclude_characters="\r")))
def test_no_word_of_a_free_text_is_lost(text: str) -> None:
    """Only blanks are evened out."""
    kept = "".join(plain(runs) for runs in paragraphs(text))
    assert kept.replace(" ", "") == Text(one_line(text)).text.replace(" ", "")
