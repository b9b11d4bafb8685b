"""Word: real headings, tables and lists, read back as Word reads them."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from report.content import Document, Heading, Paragraph, Text, plain
from report.errors import BrokenLetterhead, MissingLetterhead
from report.stationery import Stationery
from report.writers.word import write
from tests.report.documents import DAY, NASTY, documents
from tests.report.every_part import AS_OF, CHART, every_part
from tests.report.letterheads import DOCUMENT, MACROS, TEMPLATE, letterhead, sparse
from tests.report.test_pdf import tags

if TYPE_CHECKING:
    from docx.document import Document as WordFile


def bytes_of(document: Document, head: Path | None = None) -> bytes:
    stream = BytesIO()
    write(document, stream, Stationery(letterhead=head))
    return stream.getvalue()


def word_of(document: Document, head: Path | None = None) -> WordFile:
    return docx.Document(BytesIO(bytes_of(document, head)))


def paragraphs(file: WordFile) -> list[tuple[str, str]]:
    """The style and the text of each paragraph outside tables."""
    return [(paragraph.style.name or "", paragraph.text) for paragraph in file.paragraphs]  # type: ignore[union-attr]  # each has a style


def test_headings_are_headings_and_lists_are_lists() -> None:
    file = word_of(every_part())
    found = paragraphs(file)
    assert found[0] == ("Title", "Tertialrapport")
    assert ("Heading 1", "1 Inledning") in found
    assert ("Heading 2", "1.1 Mål Här står vanlig text.") in found
    assert ("Heading 2", "Utan nummer") in found
    assert ("List Number", "Godkänna redovisningen.") in found
    numbered = {
        paragraph.text: paragraph.paragraph_format.element.pPr.numPr.numId.val
        for paragraph in file.paragraphs
        if paragraph.style and (paragraph.style.name or "").startswith("List ")
    }
    assert numbered["två"] != numbered["Godkänna redovisningen."]
    assert 0 not in numbered.values()


def test_a_table_repeats_its_header_and_splits_no_row() -> None:
    """The header row on every page; the first line of a row stays with what is merged below."""
    first, _, last = word_of(every_part()).tables
    assert [cell.text for cell in first.rows[0].cells] == [
        "Verksamhetens aktiviteter",
        "Status",
        "Slutdatum",
        "Kommentar",
    ]
    for table in (first, last):
        rows = table._tbl.tr_lst  # noqa: SLF001 # the XML is what is asserted
        assert [row.find(".//" + qn("w:tblHeader")) is not None for row in rows] == [
            True,
            *[False] * (len(rows) - 1),
        ]
        assert all(row.find(".//" + qn("w:cantSplit")) is not None for row in rows)
    assert [cell.text for cell in first.rows[1].cells] == [
        "Öppna en badplats",
        "▼\u00a0Försenad",
        "2024-06-30",
        "Vattnet är inte godkänt.\nNy provtagning i maj.",
    ]
    assert {cell.text for cell in first.rows[2].cells} == {"Deltar: Fritidsenheten"}
    kept = first.rows[1].cells[0].paragraphs[0].paragraph_format.keep_with_next
    assert kept
    name = first._tbl.tblPr.find(qn("w:tblCaption"))  # noqa: SLF001 # as above
    assert name is not None
    assert name.get(qn("w:val")) == "Aktiviteter: Tryggheten ska öka"


def test_a_chart_is_a_picture_with_its_figures_in_words() -> None:
    file = word_of(every_part())
    found = paragraphs(file)
    title = found.index(("Caption", CHART.title))
    assert found[title + 2] == ("Tertial diagramtext", "Försenad 3, Övriga 1.")
    (shape,) = file.inline_shapes
    assert shape._inline.docPr.get("descr") == CHART.alt  # noqa: SLF001 # alt text has no other door


def test_the_headings_of_a_letter_stand_below_its_title() -> None:
    """A memo is a page or two: its title is its first heading, and the others are small."""
    blocks = (Heading(level=1, text="Förslag till beslut", numbered=False),)
    file = word_of(Document(title="Skrivelse", as_of=DAY, is_letter=True, blocks=blocks))
    assert paragraphs(file)[:2] == [
        ("Heading 1", "Skrivelse"),
        ("Heading 2", "Förslag till beslut"),
    ]


def test_what_stands_out_is_bold_and_a_number_is_not_left_alone() -> None:
    title = "Rapport målavstämning kommunstyrelsen T1 2023"
    blocks = (Paragraph((Text("Tryggheten ska öka.", strong=True), Text(" Ja."))),)
    file = word_of(Document(title=title, as_of=DAY, blocks=blocks))
    first, second = file.paragraphs
    assert first.text == "Rapport målavstämning kommunstyrelsen T1\u00a02023"
    assert [run.bold for run in second.runs] == [True, None]


def test_tables_and_charts_reach_from_edge_to_edge_of_the_text(tmp_path: Path) -> None:
    """In a letterhead from an old Word too, where a table otherwise hangs out to the left."""
    for head, indent in ((None, "0"), (letterhead(tmp_path / "brev.docx"), "90")):
        file = word_of(every_part(), head)
        table = file.tables[0]._tbl  # noqa: SLF001 # the XML is what is asserted
        assert table.tblPr.find(qn("w:tblInd")).get(qn("w:w")) == indent
        section = file.sections[0]
        margins = [section.page_width, section.left_margin, section.right_margin]
        page, left, right = (length or 0 for length in margins)
        (picture,) = file.inline_shapes
        assert picture.width <= page - left - right


def test_the_file_says_what_it_is_and_in_which_language(tmp_path: Path) -> None:
    """Title, language everywhere, and the document's own day: nothing of a clock or a machine."""
    for head in (None, sparse(tmp_path / "gles.docx")):
        file = word_of(every_part(), head)
        said = file.core_properties
        assert (said.title, said.language) == ("Tertialrapport", "sv-SE")
        assert said.created is not None
        assert said.modified is not None
        assert said.created.date() == said.modified.date() == AS_OF
        languages = {lang.get(qn("w:val")) for lang in file.styles.element.iter(qn("w:lang"))}
        assert languages == {"sv-SE"}


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    head = letterhead(tmp_path / "brev.docx")
    assert bytes_of(every_part()) == bytes_of(every_part())
    assert bytes_of(every_part(), head) == bytes_of(every_part(), head)
    with zipfile.ZipFile(io.BytesIO(bytes_of(every_part(), head))) as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}


@given(documents)
@settings(max_examples=15, deadline=None)
def test_any_text_comes_out_as_text(document: Document) -> None:
    """Nothing typed is lost, given a meaning, or makes a file that cannot be read."""
    found = {text for _, text in paragraphs(word_of(document))}
    for block in document.blocks:
        if isinstance(block, Paragraph):
            spaced = "".join(str(run) for run in block.runs)
            assert spaced.replace("\u00a0", " ") in {text.replace("\u00a0", " ") for text in found}
        elif isinstance(block, Heading):
            assert f"{block.number} {block.text}".strip(" ") in found


@pytest.mark.parametrize("text", NASTY)
def test_known_traps_come_out_as_text(text: str) -> None:
    document = Document(title="x", as_of=DAY, blocks=(Paragraph((Text(text),)),))
    shown = plain((Text(text),))
    assert shown.strip() in [text.strip() for _, text in paragraphs(word_of(document))]


@pytest.mark.parametrize("kind", ["docx", "dotx"])
def test_the_letterhead_is_kept_and_the_report_stands_where_it_says(
    tmp_path: Path, kind: str
) -> None:
    """Header, footer and margins are the municipality's; a template (.dotx) works as well."""
    content_type = TEMPLATE if kind == "dotx" else DOCUMENT
    head = letterhead(tmp_path / f"brev.{kind}", kind=content_type)
    file = word_of(every_part(), head)
    section = file.sections[0]
    assert section.header.paragraphs[0].text == "Ånge kommun"
    assert section.footer.paragraphs[0].text == "841 81 Ånge"
    assert section.left_margin is not None
    assert round(section.left_margin.mm) == 40
    texts = [text for _, text in paragraphs(file)]
    assert "{{INNEHÅLL}}" not in texts
    assert texts.index("Diarienummer") < texts.index("Tertialrapport")
    assert texts.index("Utan nummer") < texts.index("Med vänlig hälsning")
    widths = [int(col.get(qn("w:w"))) for col in file.tables[0]._tbl.tblGrid.gridCol_lst]  # noqa: SLF001
    assert sum(widths) <= 140 * 56.7


def test_a_letterhead_without_lists_captions_or_headings_gets_them(tmp_path: Path) -> None:
    """Its own style is used where it has one: Rubrik 1 of Swedish Word is heading 1."""
    file = word_of(every_part(), sparse(tmp_path / "gles.docx"))
    *_listed, heading = (p for p in file.paragraphs if p.text == "1 Inledning")
    assert heading.style is not None
    assert heading.style.style_id == "Rubrik1"
    assert ("List Bullet", "två") in paragraphs(file)


def test_a_letterhead_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingLetterhead, match="går inte att läsa"):
        word_of(every_part(), tmp_path / "saknas.docx")
    (tmp_path / "text.docx").write_text("inget Word", encoding="utf-8")
    with pytest.raises(BrokenLetterhead, match="utan makron"):
        word_of(every_part(), tmp_path / "text.docx")
    with pytest.raises(BrokenLetterhead):
        word_of(every_part(), letterhead(tmp_path / "makro.dotm", kind=MACROS))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_another_word_processor_reads_it_the_same(tmp_path: Path) -> None:
    """LibreOffice opens it and finds headings, header rows, lists, language and alt text."""
    (tmp_path / "r.docx").write_bytes(bytes_of(every_part()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    form = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "r.docx")], check=True, capture_output=True)
    with pikepdf.open(tmp_path / "r.pdf") as file:
        found = list(tags(file.Root.StructTreeRoot.K))
        names = [name for name, _ in found]
        assert names.count("/H1") >= 1
        assert names.count("/H2") == 2
        assert names.count("/Table") == 3
        assert names.count("/TH") == 4 + 2 + 2
        assert names.count("/LI") == 4
        assert any(CHART.alt in str(node.get("/Alt", "")) for _, node in found)
        assert str(file.Root.Lang) == "sv-SE"
