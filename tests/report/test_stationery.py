"""The municipality's own paper where there is no letterhead: its logotype and its foot."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pikepdf
import pytest

from model.plan.entities import Setting
from report.content import Document
from report.errors import BrokenLogo, MissingLogo, ReportError
from report.export import write_document
from report.finals import keep
from report.stationery import Stationery, stationery_of
from report.typesetting.setting import picture_of
from report.writers import writer_for
from tests.report.documents import DAY
from tests.report.every_part import CHART
from tests.report.letterheads import letterhead
from tests.report.plans import own_text, plan_of
from tests.report.test_pdf import faults, tags

FOOT = ("Torggatan 10, 841 81 Ånge", "ange.se <info>")
DOCUMENT = Document(title="Rapport", municipality="Ånge kommun", as_of=DAY)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h9v9z"/></svg>'


def paper(folder: Path, name: str = "logotyp.png", head: Path | None = None) -> Stationery:
    """A logotype and two lines at the foot."""
    path = folder / name
    path.write_bytes(SVG if name.endswith(".svg") else picture_of(CHART))
    return Stationery(letterhead=head, logo_path=path, foot=FOOT)


def written(suffix: str, stationery: Stationery) -> bytes:
    stream = io.BytesIO()
    writer_for(Path(f"ut{suffix}"), stationery)(DOCUMENT, stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", ["logotyp.png", "logotyp.svg"])
def test_a_pdf_begins_with_the_logotype_and_can_be_read_aloud(tmp_path: Path, name: str) -> None:
    """It is told by the municipality's name, and the file is still made for the archive."""
    data = written(".pdf", paper(tmp_path, name))
    assert faults(data) == []
    with pikepdf.open(io.BytesIO(data)) as file:
        (figure,) = (node for tag, node in tags(file.Root.StructTreeRoot.K) if tag == "/Figure")
        assert str(figure["/Alt"]) == "Ånge kommun"


def test_a_web_page_holds_the_logotype_in_itself(tmp_path: Path) -> None:
    """Nothing is fetched from anywhere, and the foot comes out as text."""
    page = written(".html", paper(tmp_path)).decode()
    assert 'alt="Ånge kommun" src="data:image/png;base64,' in page
    assert "<footer>Torggatan 10, 841 81 Ånge<br>ange.se &lt;info&gt;</footer>" in page


def test_word_without_a_letterhead_has_logotype_and_foot(tmp_path: Path) -> None:
    """On the first page the logotype, on all pages the foot beside the page number."""
    section = docx.Document(io.BytesIO(written(".docx", paper(tmp_path)))).sections[0]
    header = section.first_page_header.part.element.xml
    assert 'descr="Ånge kommun"' in header
    for footer in (section.first_page_footer, section.footer):
        assert [each.text for each in footer.paragraphs] == [f"{FOOT[0]}\tSida 1 av 1", FOOT[1]]


def test_a_letterhead_keeps_its_own(tmp_path: Path) -> None:
    """It has a logotype and a foot already."""
    head = letterhead(tmp_path / "brev.docx")
    section = docx.Document(io.BytesIO(written(".docx", paper(tmp_path, head=head)))).sections[0]
    assert [each.text for each in section.footer.paragraphs] == ["841 81 Ånge"]


def test_what_is_finalised_is_on_the_same_paper(tmp_path: Path) -> None:
    plain = keep(DOCUMENT, tmp_path / "finals")
    dressed = keep(DOCUMENT, tmp_path / "finals", stationery=paper(tmp_path))
    assert all(form.size > other.size for form, other in zip(dressed, plain, strict=True))


def test_the_catalogue_names_the_files_and_the_foot(tmp_path: Path) -> None:
    """Files are looked for beside the settings of this computer."""
    plan = plan_of(
        Setting(id="logo", key="logo", value="logotyp.svg"),
        own_text("page.foot", "Torggatan 10\nange.se"),
    )
    found = stationery_of(plan, tmp_path)
    assert found.logo_path == tmp_path / "logotyp.svg"
    assert (found.letterhead, found.foot) == (None, ("Torggatan 10", "ange.se"))


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".docx"])
def test_a_logotype_that_cannot_be_used_is_told(tmp_path: Path, suffix: str) -> None:
    """Nothing is saved; text needs no logotype, and is."""
    path = tmp_path / "logotyp.png"
    faulty = Stationery(logo_path=path)
    for content, error in ((None, MissingLogo), (b"inget", BrokenLogo), (b"x" * 10**7, BrokenLogo)):
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(error, match=r"logotyp\.png.*inställningen logo"):
            write_document(DOCUMENT, tmp_path / f"ut{suffix}", stationery=faulty)
    assert not (tmp_path / f"ut{suffix}").exists()
    write_document(DOCUMENT, tmp_path / "ut.txt", stationery=faulty)


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_half_a_picture_is_told_too(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "logotyp.png"
    path.write_bytes(picture_of(CHART)[:40])
    with pytest.raises(ReportError, match="är inte en bild"):
        written(suffix, Stationery(logo_path=path))
