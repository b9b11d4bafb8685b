"""The styles that a report needs: those of the letterhead where it has them, else made here.

Word keeps a style under its English name whatever the language of the program: the style that a
Swedish user calls Rubrik 1 is `heading 1`, which python-docx finds as `Heading 1`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor, Twips

from report import colours
from report.content import LANGUAGE
from report.word.oxml import element, set_child

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle

FONT = "Arial"
"""On every machine that has Word, and as wide as the font of the PDF."""
TABLE_TEXT = "Tertial tabelltext"
TABLE_LINE = "Tertial tabellrad"
TABLE_HEADING = "Tertial tabellrubrik"
FACT = "Tertial uppgift"
ASSESSMENT = "Tertial bedömning"
FIGURES = "Tertial diagramtext"
CONTENTS_IN = 500
"""How far in the text of a list of contents stands, in twentieths of a point."""

_AFTER_HYPHENS = ("w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr")
"""What may stand after `suppressAutoHyphens` in a style."""


class _Look(NamedTuple):
    size: float
    bold: bool = False
    colour: str = colours.TEXT
    before: float = 0
    after: float = 6
    keep: bool = False
    builtin: bool = True


_LOOKS = {
    "Title": _Look(20, bold=True, colour=colours.ACCENT, after=10, keep=True),
    "Heading 1": _Look(17, bold=True, colour=colours.ACCENT, before=24, after=8, keep=True),
    "Heading 2": _Look(13, bold=True, colour=colours.ACCENT, before=20, after=6, keep=True),
    "Heading 3": _Look(11.5, bold=True, colour=colours.ACCENT, before=16, after=5, keep=True),
    "Heading 4": _Look(10.5, bold=True, colour=colours.ACCENT, before=14, after=4, keep=True),
    "Heading 5": _Look(10.5, bold=True, colour=colours.ACCENT, before=14, after=4, keep=True),
    "List Bullet": _Look(10.5, after=3),
    "List Number": _Look(10.5, after=3),
    "Caption": _Look(9.5, bold=True, before=8, after=4, keep=True),
    "TOC Heading": _Look(17, bold=True, colour=colours.ACCENT, before=12, after=8, keep=True),
    "toc 1": _Look(10.5, bold=True, before=8, after=2),
    "toc 2": _Look(10.5, after=2),
    "toc 3": _Look(10.5, after=2),
    TABLE_TEXT: _Look(9, after=2, builtin=False),
    TABLE_LINE: _Look(9, colour=colours.MUTED, after=2, builtin=False),
    TABLE_HEADING: _Look(8.5, bold=True, after=2, keep=True, builtin=False),
    FACT: _Look(9.5, after=2, builtin=False),
    ASSESSMENT: _Look(10.5, bold=True, before=2, after=6, keep=True, builtin=False),
    FIGURES: _Look(9, colour=colours.MUTED, after=9, builtin=False),
}

_LETTER = {
    "Heading 1": _Look(17, bold=True, colour=colours.ACCENT, after=10, keep=True),
    "Heading 2": _Look(12, bold=True, colour=colours.ACCENT, before=13, after=3, keep=True),
}
"""What is smaller in a letter."""


def prepare(file: WordFile, *, own: bool, is_letter: bool) -> None:
    """Make what is missing; a file of our own (no letterhead) gets our look throughout."""
    styles = file.styles
    if own:
        _set_look(cast("ParagraphStyle", styles["Normal"]), _Look(10.5, after=7))
        for name in ("Header", "Footer"):
            quiet = cast("ParagraphStyle", styles[name])
            _set_look(quiet, _Look(8.5, colour=colours.MUTED))
            quiet.paragraph_format.tab_stops.clear_all()
    present = {style.name for style in styles}
    looks = {**_LOOKS, **_LETTER} if is_letter else _LOOKS
    for name, look in looks.items():
        if name not in present:
            made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=look.builtin)
            style = cast("ParagraphStyle", made)
            style.base_style = styles["Normal"] if "Normal" in present else None
            _set_look(style, look, font=own)
        elif own:
            _set_look(cast("ParagraphStyle", styles[name]), look)
    if own:
        _hyphenate_tables(file)
        for name in ("toc 1", "toc 2", "toc 3"):
            _lead_to_the_page(cast("ParagraphStyle", styles[name]))
    _set_language(file)


def style_ids(file: WordFile) -> dict[str, str]:
    """The id in the file of every paragraph style that a report uses, by its English name."""
    return {name: file.styles[name].style_id for name in ("Normal", *_LOOKS)}


def _set_look(style: ParagraphStyle, look: _Look, *, font: bool = True) -> None:
    """Size, weight, colour and spacing; in a letterhead the font stays that of its own text."""
    if font:
        style.font.name = FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{name}"), None)
        fonts.set(qn("w:cs"), FONT)
    style.font.size = Pt(look.size)
    style.font.bold = look.bold
    style.font.italic = False
    for spaced in style.element.get_or_add_rPr().findall(qn("w:spacing")):
        spaced.getparent().remove(spaced)
    style.font.color.rgb = RGBColor.from_string(look.colour.removeprefix("#"))
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = Pt(look.before), Pt(look.after)
    spacing.line_spacing = 1.15
    spacing.keep_with_next = look.keep
    borders = style.element.pPr.find(qn("w:pBdr")) if style.element.pPr is not None else None
    if borders is not None:
        style.element.pPr.remove(borders)


def _hyphenate_tables(file: WordFile) -> None:
    """Long Swedish words are broken in narrow columns, and nowhere else."""
    before = file.settings.element.find(qn("w:defaultTabStop"))
    if before is not None:
        before.addnext(element("autoHyphenation"))
    for name in ("Normal", TABLE_TEXT, TABLE_LINE):
        says = file.styles[name].element.get_or_add_pPr()
        off = element("suppressAutoHyphens", val=int(name == "Normal"))
        says.insert_element_before(off, *_AFTER_HYPHENS)


def _lead_to_the_page(style: ParagraphStyle) -> None:
    """An entry of the contents, when Word has put in its page: dots lead to it."""
    entry = style.paragraph_format
    entry.left_indent, entry.first_line_indent = Twips(CONTENTS_IN), Twips(-CONTENTS_IN)
    entry.tab_stops.add_tab_stop(Mm(160), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _set_language(file: WordFile) -> None:
    """Swedish in the defaults, in every style that names a language, and in the settings."""
    root = file.styles.element
    defaults = root.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = element("docDefaults")
        root.insert(0, defaults)
    properties = _child(_child(defaults, "rPrDefault"), "rPr")
    set_child(properties, element("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"))
    for language in root.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    for language in file.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), LANGUAGE)


def _child(parent: BaseOxmlElement, tag: str) -> BaseOxmlElement:
    """The child with this tag, made first if it is not there."""
    found: BaseOxmlElement | None = parent.find(qn(f"w:{tag}"))
    if found is None:
        found = element(tag)
        parent.insert(0, found)
    return found
