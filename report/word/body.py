"""The blocks of a document as paragraphs and tables, one after the other before an anchor."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, assert_never

from docx.shared import Mm, Twips

from report.content import (
    DEEPEST_LEVEL,
    AssessmentLine,
    Block,
    BulletList,
    Chart,
    Contents,
    Document,
    Drawn,
    Heading,
    NumberedList,
    Organisation,
    Paragraph,
    Runs,
    Table,
    Text,
)
from report.errors import NoTypesetting
from report.word.letterhead import text_edge, text_width
from report.word.lists import Lists
from report.word.oxml import (
    element,
    field_end,
    field_start,
    inline,
    paragraph,
    runs_of,
    tab_stops,
    text,
)
from report.word.styles import ASSESSMENT, CONTENTS_IN, FACT, FIGURES, style_ids
from report.word.tables import Tables

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.oxml.xmlchemy import BaseOxmlElement

_WIDEST_PICTURE = Mm(160)
_DEEPEST_CONTENTS = 3
_FACTS_IN = 1700
_BELOW_FACTS = 240


class Body:
    """One document on its way into one Word file."""

    def __init__(self, file: WordFile, document: Document, anchor: BaseOxmlElement) -> None:
        """Everything is put before the anchor."""
        self._file = file
        self._document = document
        self._anchor = anchor
        self._styles = style_ids(file)
        self._lists = Lists(file)
        self._width = text_width(file)
        self._tables = Tables(self._styles, self._width, text_edge(file))
        self._places = {id(heading): at for at, heading in enumerate(document.headings, 1)}
        self._new_page = False

    def write(self) -> None:
        """Title, facts and all blocks."""
        title = runs_of((Text(self._document.title_line),))
        if self._document.is_letter:
            self._put("Heading 1", title, with_next=True, numbering=0)
        else:
            self._put("Title", title)
        for more, fact in enumerate(self._document.facts, 1 - len(self._document.facts)):
            label = element("r", text(f"{fact.label}:"), element("tab"))
            tabs = tab_stops(_FACTS_IN, below=None if more else _BELOW_FACTS)
            self._put(FACT, [label, *runs_of(fact.runs)], tabs=tabs)
        for block in self._document.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph("Normal", block.runs)
            case BulletList():
                self._list("List Bullet", block.items, self._lists.bullets())
            case NumberedList():
                self._list("List Number", block.items, self._lists.numbers())
            case AssessmentLine():
                self._paragraph(ASSESSMENT, (block.mark,))
            case Table():
                self._table(block)
            case Chart():
                self._drawn(block, f"{block.figures}.")
            case Organisation():
                self._drawn(block, f"{block.words}.")
            case Contents():
                self._contents(block)
            case _:
                assert_never(block)

    def _put(
        self,
        style: str,
        content: Iterable[BaseOxmlElement],
        *,
        with_next: bool = False,
        numbering: int | None = None,
        tabs: Iterable[BaseOxmlElement] = (),
    ) -> None:
        made = paragraph(
            self._styles[style],
            content,
            with_next=with_next,
            new_page=self._new_page,
            numbering=numbering,
            tabs=tabs,
        )
        self._new_page = False
        self._anchor.addprevious(made)

    def _paragraph(self, style: str, runs: Runs) -> None:
        self._put(style, runs_of(runs))

    def _heading(self, heading: Heading) -> None:
        """A heading's number is text; numbers of the letterhead's own style are turned off.

        The title of a letter is its first heading, and the others stand a level below it.
        """
        level = heading.level + self._document.is_letter
        place = self._places[id(heading)]
        content = [
            element("bookmarkStart", id=place, name=_bookmark(place)),
            element("r", text(_numbered(heading))),
            element("bookmarkEnd", id=place),
        ]
        self._put(f"Heading {min(level, DEEPEST_LEVEL)}", content, with_next=True, numbering=0)

    def _list(self, style: str, items: tuple[Runs, ...], numbering: int) -> None:
        for item in items:
            self._put(style, runs_of(item), numbering=numbering)

    def _table(self, table: Table) -> None:
        """A table, and a thin line after it: two tables in a row would become one."""
        if table.caption.strip():
            self._put("Caption", runs_of((Text(table.caption),)), with_next=True)
        self._anchor.addprevious(self._tables.made(table))
        after = paragraph(self._styles["Normal"], ())
        after[0].append(element("spacing", before=0, after=0, line=160, lineRule="exact"))
        self._anchor.addprevious(after)

    def _drawn(self, drawn: Drawn, words: str) -> None:
        """The same picture as in the PDF, and what it says in words, which can be copied."""
        from report.typesetting.setting import picture_of

        told = (Text(words),)
        self._put("Caption", runs_of((Text(drawn.title),)), with_next=True)
        try:
            picture = picture_of(drawn)
        except NoTypesetting:
            self._paragraph(FIGURES, told)
            return
        width = min(_WIDEST_PICTURE, Twips(self._width))
        made = self._file.part.new_pic_inline(io.BytesIO(picture), width=width)
        made.docPr.set("title", drawn.title)
        self._put("Normal", [inline(made, "Diagram", drawn.alt)], with_next=True)
        self._paragraph(FIGURES, told)

    def _contents(self, contents: Contents) -> None:
        """A list of links that reads without being updated; Word adds page numbers when it is.

        Nobody but Word knows on which pages Word puts the headings, and a wrong number is worse
        than none.
        """
        self._paragraph("TOC Heading", (Text(contents.title),))
        depth = min(contents.depth, _DEEPEST_CONTENTS)
        listed = [heading for heading in self._document.headings if heading.level <= depth]
        for at, heading in enumerate(listed):
            content = [self._link(heading)]
            if at == 0:
                start = field_start(f'TOC \\o "1-{depth}" \\h \\z \\u', dirty=True)
                content = [*start, *content]
            if at == len(listed) - 1:
                content.append(field_end())
            self._put(f"toc {heading.level}", content, tabs=tab_stops(CONTENTS_IN))
        self._new_page = True

    def _link(self, heading: Heading) -> BaseOxmlElement:
        place = _bookmark(self._places[id(heading)])
        number = (text(heading.number), element("tab")) if heading.number else ()
        run = element("r", *number, text(heading.text))
        return element("hyperlink", run, anchor=place, history=1)


def _numbered(heading: Heading) -> str:
    return f"{heading.number} {heading.text}".strip(" ")


def _bookmark(place: int) -> str:
    return f"_Toc{place:08}"
