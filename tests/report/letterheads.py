"""Letterheads as municipalities have them, each with a trap that was met in real ones."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm

DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE = DOCUMENT.replace("document.main", "template.main")
MACROS = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"


def letterhead(path: Path, *, anchor: bool = True, kind: str = DOCUMENT) -> Path:
    """A page with a logotype's words above and an address below, and its own margins."""
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(40), Mm(30)
    section.header.paragraphs[0].text = "Ånge kommun"
    section.footer.paragraphs[0].text = "841 81 Ånge"
    if anchor:
        file.add_paragraph("Diarienummer")
        file.add_paragraph("{{INNEHÅLL}}")
        file.add_paragraph("Med vänlig hälsning")
    file.save(str(path))
    if kind != DOCUMENT:
        _retyped(path, kind)
    return path


def sparse(path: Path) -> Path:
    """A letterhead of Swedish Word without lists, captions or deep headings."""
    file = docx.Document()
    for style in list(file.styles):
        if style.name == "Heading 1":
            style.element.set(qn("w:styleId"), "Rubrik1")
        elif style.type is WD_STYLE_TYPE.PARAGRAPH and style.name not in {"Normal", "Heading 1"}:
            style.delete()
    part = file.part
    for key, relation in list(part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            del part.rels[key]
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-US")
    file.save(str(path))
    return path


def _retyped(path: Path, kind: str) -> None:
    """The same file as a template: one content type says so."""
    packed = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(DOCUMENT.encode(), kind.encode())
            target.writestr(name, content)
    path.write_bytes(packed.getvalue())
