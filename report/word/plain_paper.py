"""The file that a report is written into where there is no letterhead: plain A4."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING

import docx
from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from report.errors import BrokenLogo
from report.stationery import Logo, Stationery
from report.word.letterhead import MODERN
from report.word.oxml import element, field_end, field_start, inline, text

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import _Footer, _Header

_PAGE = ("PAGE", "NUMPAGES")
_RIGHT = 9071
"""Where the text ends to the right, in twentieths of a point: 160 millimetres."""
_LONGEST_HEADER = 70
_NO_PICTURE = (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
    ValueError,
    struct.error,
)


def plain(title: str, municipality: str, stationery: Stationery) -> WordFile:
    """An A4 page with quiet header and footer; the first page has the logotype as its header.

    Raises a `LogoError`.
    """
    file = docx.Document()
    for mode in file.settings.element.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), str(MODERN))
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(28), Mm(25)
    section.header_distance = section.footer_distance = Mm(13)
    section.different_first_page_header_footer = True
    said = title if len(title) <= _LONGEST_HEADER else f"{title[: _LONGEST_HEADER - 1]}…"
    _fill(section.header, "Header", [[_run(said), _tab(), _run(municipality)]])
    first, *more = stationery.foot or ("",)
    for footer in (section.footer, section.first_page_footer):
        page, pages = ([*field_start(name), _run("1"), field_end()] for name in _PAGE)
        numbers = [_tab(), _run("Sida "), *page, _run(" av "), *pages]
        _fill(footer, "Footer", [[_run(first), *numbers], *([_run(line)] for line in more)])
    if logo := stationery.logo():
        _show(logo, section.first_page_header, municipality)
    return file


def _show(logo: Logo, header: _Header, municipality: str) -> None:
    """The logotype, for who cannot see it by name; Word shows no vector pictures everywhere."""
    if logo.form == "svg":
        return
    header.is_linked_to_previous = False
    try:
        made = header.part.new_pic_inline(io.BytesIO(logo.data), height=Mm(16))
    except _NO_PICTURE as error:
        raise BrokenLogo(logo.path) from error
    line = header.paragraphs[0]
    line.paragraph_format.space_after = Pt(18)
    drawn = inline(made, "Logotyp", municipality or "Kommunens logotyp")
    line._p.append(drawn)  # noqa: SLF001 # python-docx puts pictures in without alt text


def _fill(part: _Header | _Footer, style: str, lines: list[list[BaseOxmlElement]]) -> None:
    """A header or footer: what a tab parts stands to the left and to the right."""
    part.is_linked_to_previous = False
    root = part.part.element
    for old in list(root):
        root.remove(old)
    for line in lines:
        says = element(
            "pPr",
            element("pStyle", val=style),
            element("tabs", element("tab", val="right", pos=_RIGHT)),
            element("spacing", after=0),
        )
        root.append(element("p", says, *line))


def _run(words: str) -> BaseOxmlElement:
    return element("r", text(words))


def _tab() -> BaseOxmlElement:
    return element("r", element("tab"))
