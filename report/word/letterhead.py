"""The municipality's own letterhead as a file that a report is written into.

A letterhead is opened as data: nothing in it is run. Its page size, margins, headers and footers
are never touched; the report goes where a paragraph says {{INNEHÅLL}}, else last.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.shared import Mm

from report.errors import BrokenLetterhead, MissingLetterhead
from report.word.oxml import element

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.oxml.xmlchemy import BaseOxmlElement

ANCHOR = "{{INNEHÅLL}}"
_NARROWEST = 4000
MODERN = 15
"""The mode in which Word since 2013 makes files; older modes are shown as such in its window."""
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
_TYPES = "[Content_Types].xml"
_LARGEST = 50_000_000
"""Bytes of a letterhead, unpacked: pictures are large, but a bomb is larger."""


def opened(letterhead: Path) -> WordFile:
    """The letterhead as a Word file of its own. Raises `MissingLetterhead`, `BrokenLetterhead`."""
    try:
        data = letterhead.read_bytes()
    except OSError as error:
        raise MissingLetterhead(letterhead) from error
    try:
        return docx.Document(io.BytesIO(_as_document(data)))
    except (OpcError, ValueError, KeyError, zipfile.BadZipFile, SyntaxError) as error:
        raise BrokenLetterhead(letterhead) from error


def anchor_of(file: WordFile) -> tuple[BaseOxmlElement, bool]:
    """What the report is put before, and whether that is then to be taken away."""
    body = file.element.body
    for found in body.iterchildren(qn("w:p")):
        if "".join(part.text or "" for part in found.iter(qn("w:t"))).strip() == ANCHOR:
            return found, True
    section = body.find(qn("w:sectPr"))
    if section is None:
        section = element("sectPr")
        body.append(section)
    return section, False


def text_width(file: WordFile) -> int:
    """The width between the margins in twentieths of a point."""
    section = file.sections[-1]
    page = section.page_width or Mm(210)
    margins = (section.left_margin or Mm(25)) + (section.right_margin or Mm(25))
    return max(_NARROWEST, (page - margins) // 635)


def text_edge(file: WordFile) -> bool:
    """Whether a table's edge stands where the text's does: so since the Word of 2013.

    In files of older versions it is the table's text that does.
    """
    modes = (
        each.get(qn("w:val"))
        for each in file.settings.element.iter(qn("w:compatSetting"))
        if each.get(qn("w:name")) == "compatibilityMode"
    )
    return int(next(modes, None) or 0) >= MODERN


def _as_document(data: bytes) -> bytes:
    """A template (.dotx) as a document: Word tells them apart by one content type."""
    source = zipfile.ZipFile(io.BytesIO(data))
    if sum(part.file_size for part in source.infolist()) > _LARGEST:
        raise ValueError("the letterhead is too large")
    types = source.read(_TYPES)
    template = _KIND.format("template").encode()
    if template not in types:
        return data
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == _TYPES:
                content = types.replace(template, _KIND.format("document").encode())
            target.writestr(part.filename, content)
    return changed.getvalue()
