"""Real lists: bullets and numbers that Word knows as such, also in a letterhead without any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

from report.word.oxml import element

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.oxml.xmlchemy import BaseOxmlElement

_HANGING = 340
"""Twentieths of a point that the text is set in."""


class Lists:
    """The numberings of one file; each numbered list begins from one."""

    def __init__(self, file: WordFile) -> None:
        self._root = _numbering_of(file)
        self._bullets: int | None = None

    def bullets(self) -> int:
        """The numbering of all bullet lists."""
        if self._bullets is None:
            self._bullets = self._new("bullet", "•")
        return self._bullets

    def numbers(self) -> int:
        """A new numbering from one."""
        return self._new("decimal", "%1.")

    def _new(self, form: str, text: str) -> int:
        abstract = self._next("abstractNum", "abstractNumId")
        level = element(
            "lvl",
            element("start", val=1),
            element("numFmt", val=form),
            element("lvlText", val=text),
            element("lvlJc", val="left"),
            element("pPr", element("ind", left=_HANGING, hanging=_HANGING)),
            ilvl=0,
        )
        kind = element("multiLevelType", val="singleLevel")
        made = element("abstractNum", kind, level, abstractNumId=abstract)
        first = self._root.find(qn("w:num"))
        if first is None:
            self._root.append(made)
        else:
            first.addprevious(made)
        number = self._next("num", "numId")
        self._root.append(element("num", element("abstractNumId", val=abstract), numId=number))
        return number

    def _next(self, tag: str, attribute: str) -> int:
        taken = [int(each.get(qn(f"w:{attribute}"))) for each in self._root.findall(qn(f"w:{tag}"))]
        return max(taken, default=0) + 1


def _numbering_of(file: WordFile) -> BaseOxmlElement:
    """The file's numberings; a part for them is made where the letterhead has none."""
    part = file.part
    for relation in part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            found: BaseOxmlElement = relation.target_part.element
            return found
    root: BaseOxmlElement = parse_xml(f"<w:numbering {nsdecls('w')}/>")
    made = NumberingPart(
        PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, root, part.package
    )
    part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return root
