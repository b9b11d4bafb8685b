"""PDF: can be archived and read aloud, and no text that a person can type stops it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from io import BytesIO

import page
import pikepdf
import pytest
from hypothesis import given, settings

from model.plan.vocabulary import AssessmentLevel, StatusValue
from report.content import (
    Box,
    Document,
    Heading,
    Mark,
    Organisation,
    Paragraph,
    Scale,
    Text,
)
from report.errors import NoTypesetting
from report.typesetting.coverage import shown
from report.writers.pdf import write
from tests.report.documents import DAY, NASTY, documents, texts
from tests.report.every_part import CHART, every_part


def pdf_of(document: Document) -> bytes:
    stream = BytesIO()
    write(document, stream)
    return stream.getvalue()


LENGTH = "PDFA2A-STREAM-LENGTH-001"
"""The validator takes a stream's own last byte, if it is a carriage return, for a line's end."""


def faults(data: bytes) -> list[str]:
    """What a validator has against a file, in either of its two roles."""
    assert lengths_hold(data)
    return [
        f"{profile} {failure.rule_id}: {failure.message}"
        for profile in ("ua1", "2a")
        for failure in page.validate_pdf_bytes(data, profile=profile).failures
        if failure.rule_id != LENGTH
    ]


def lengths_hold(data: bytes) -> bool:
    """Whether each stream is as long as it says: a line feed and its end come right after it."""
    streams = re.finditer(rb"/Length (\d+)(?:(?!endobj).)*?>>\s*stream\n", data, re.DOTALL)
    ends = [data[found.end() + int(found[1]) :][:10] for found in streams]
    return len(ends) > 3 and set(ends) == {b"\nendstream"}


def tags(node: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
    """Every tagged element below one, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from tags(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(node["/S"]), node
        if "/K" in node:
            yield from tags(node["/K"])


@pytest.fixture(scope="module")
def data() -> bytes:
    return pdf_of(every_part())


def test_it_is_made_for_archive_and_for_reading_aloud(data: bytes) -> None:
    """PDF/A-2a and PDF/UA-1 in one file."""
    assert faults(data) == []


def test_headings_tables_lists_and_charts_are_tagged(data: bytes) -> None:
    """A screen reader finds them, and a chart says its figures."""
    with pikepdf.open(io.BytesIO(data)) as file:
        found = list(tags(file.Root.StructTreeRoot.K))
        names = [name for name, _ in found]
        assert [name for name in names if name in {"/H1", "/H2"}] == [
            "/H1",
            "/H1",
            "/H2",
            "/H2",
        ]
        assert names.count("/Table") == 3
        assert names.count("/THead") >= 3
        assert names.count("/TH") >= 4 + 2 + 2
        assert names.count("/LI") == 4
        assert names.count("/TOCI") == len(every_part().headings)
        (figure,) = (node for name, node in found if name == "/Figure")
        assert str(figure["/Alt"]) == CHART.alt
        assert "Försenad 3, Övriga 1" in CHART.alt
        assert str(file.Root.Lang) == "sv-SE"
        assert file.docinfo["/Title"] == "Tertialrapport"


def test_an_organisation_is_a_figure_that_tells_every_box() -> None:
    """However many departments there are, and whatever they are called."""
    drawn = Organisation(
        title="Avdelningar",
        top="Kommunchefen",
        boxes=tuple(
            Box(f"Samhällsbyggnadsavdelningen {n}", (Text("Gata och park"),) * (n % 3))
            for n in range(7)
        ),
    )
    made = pdf_of(Document(title="Plan", as_of=DAY, blocks=(drawn,)))
    assert faults(made) == []
    with pikepdf.open(io.BytesIO(made)) as file:
        (figure,) = (node for name, node in tags(file.Root.StructTreeRoot.K) if name == "/Figure")
        assert str(figure["/Alt"]) == drawn.alt
        assert "avdelningen 2 (Gata och park, Gata och park)" in drawn.alt


def test_the_title_of_a_letter_is_its_first_heading() -> None:
    """A memo is a page or two, so its headings stand a level below and are small."""
    blocks = (Heading(level=1, text="Förslag till beslut", numbered=False),)
    made = pdf_of(Document(title="Skrivelse", as_of=DAY, is_letter=True, blocks=blocks))
    assert faults(made) == []
    with pikepdf.open(io.BytesIO(made)) as file:
        names = [name for name, _ in tags(file.Root.StructTreeRoot.K)]
        assert [name for name in names if name.startswith("/H")] == ["/H1", "/H2"]


def test_the_same_document_gives_the_same_bytes(data: bytes) -> None:
    assert pdf_of(every_part()) == data


@given(documents)
@settings(max_examples=20, deadline=None)
def test_no_text_stops_a_report(document: Document) -> None:
    """Emoji, signs of control, other alphabets: the file is made, and is what it should be."""
    assert faults(pdf_of(document)) == []


def test_no_known_trap_stops_a_report() -> None:
    document = Document(
        title="x", as_of=DAY, blocks=tuple(Paragraph((Text(text),)) for text in NASTY)
    )
    assert faults(pdf_of(document)) == []


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Bra 👍", "Bra 👍"),
        ("Bra 👍🏽", "Bra 👍"),
        ("e\u0301tt", "étt"),
        ("♥️", "♥"),
        ("漢", "[tecken U+6F22]"),
        ("#x# *y* $z$ @ref <b> & |", "#x# *y* $z$ @ref <b> & |"),
        ("Å ä ö – ” … € ½ ≥ 5 °C", "Å ä ö – ” … € ½ ≥ 5 °C"),
        ("● Pågående ✔", "● Pågående ✔"),
        ("\ue000", "[tecken U+E000]"),
        ("a\u3000b", "a b"),
    ],
)
def test_what_no_font_has_is_written_out(typed: str, printed: str) -> None:
    """Nothing disappears without a word."""
    assert shown(typed) == printed


def test_every_mark_of_the_documents_is_printed_as_it_is() -> None:
    """A new status or level needs a symbol that the fonts have."""
    marks = [
        Mark(Scale.STATUS, each.value, each.symbol, each.swedish)
        for each in (*StatusValue, *AssessmentLevel)
    ]
    assert [shown(mark.symbol) for mark in marks] == [mark.symbol for mark in marks]
    document = Document(title="x", as_of=DAY, blocks=tuple(Paragraph((mark,)) for mark in marks))
    assert faults(pdf_of(document)) == []


@given(texts)
def test_writing_out_twice_changes_nothing(text: str) -> None:
    assert shown(shown(text)) == shown(text)


def test_without_typst_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows on ARM has no such library: Word and web page work there."""
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    with pytest.raises(NoTypesetting, match=r"\.docx"):
        pdf_of(every_part())
