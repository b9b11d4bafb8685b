"""The parts of WordprocessingML that a report consists of, each made in one line.

Word refuses a file whose elements stand in another order than its schema's, so what a paragraph
says of itself is put together here only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from report import colours
from report.content import Day, Inline, Mark, Text

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_INK = colours.TEXT.removeprefix("#")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """`<w:tag w:name="value">` around its children."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(_named(name), str(value))
    made.extend(children)
    return made


@cache
def _named(name: str) -> str:
    """An attribute's whole name; a document has few names and many attributes."""
    return qn(f"w:{name}")


def paragraph(
    style: str,
    content: Iterable[BaseOxmlElement],
    *,
    with_next: bool = False,
    new_page: bool = False,
    numbering: int | None = None,
    to_the_right: bool = False,
    tabs: Iterable[BaseOxmlElement] = (),
) -> BaseOxmlElement:
    """A paragraph in the style with this id; numbering 0 turns off that of the style.

    One that begins a page has no space above it.
    """
    says = [element("pStyle", val=style)]
    if with_next:
        says.append(element("keepNext"))
    if new_page:
        says.append(element("pageBreakBefore"))
    if numbering is not None:
        says.append(element("numPr", element("ilvl", val=0), element("numId", val=numbering)))
    says += tabs
    if new_page:
        says.append(element("spacing", before=0))
    if to_the_right:
        says.append(element("jc", val="right"))
    return element("p", element("pPr", *says), *content)


def runs_of(inlines: Iterable[Inline], *, is_quiet: bool = False) -> Iterator[BaseOxmlElement]:
    """Text as it is, days that do not break, marks as a coloured symbol and their words.

    In a quiet line the words of a mark are as dark as other text.
    """
    for inline in inlines:
        match inline:
            case Text(strong=True):
                yield element("r", element("rPr", element("b")), text(inline.text))
            case Text():
                yield element("r", text(inline.text))
            case Day():
                yield element("r", *_unbroken(inline))
            case Mark():
                colour = colours.MARKS.get(inline.value, colours.TEXT).removeprefix("#")
                look = element("rPr", element("color", val=colour))
                yield element("r", look, text(inline.symbol))
                ink = [element("rPr", element("color", val=_INK))] if is_quiet else []
                yield element("r", *ink, text(f"\u00a0{inline.words}"))


def text(words: str) -> BaseOxmlElement:
    """Words inside a run, their outer blanks included."""
    made = element("t")
    made.text = words
    made.set(_SPACE, "preserve")
    return made


def tab_stops(indent: int, *, below: int | None = None) -> list[BaseOxmlElement]:
    """What is after a tab stands `indent` twentieths of a point in, its later lines too.

    With `below`, so much space comes after the paragraph instead of that of its style.
    """
    stops = element("tabs", element("tab", val="left", pos=indent))
    space = [element("spacing", after=below)] if below is not None else []
    return [stops, *space, element("ind", left=indent, hanging=indent)]


def field_start(instruction: str, *, dirty: bool = False) -> Iterator[BaseOxmlElement]:
    """What comes before that which a field shows; Word works out a dirty one anew."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set(_SPACE, "preserve")
    marks = {"dirty": "true"} if dirty else {}
    yield element("r", element("fldChar", fldCharType="begin", **marks))
    yield element("r", code)
    yield element("r", element("fldChar", fldCharType="separate"))


def field_end() -> BaseOxmlElement:
    """What comes after it."""
    return element("r", element("fldChar", fldCharType="end"))


def inline(made: BaseOxmlElement, name: str, alt: str) -> BaseOxmlElement:
    """A picture in a run of its own, close to what is beside it, and told by its alt text."""
    for side in ("distT", "distB", "distL", "distR"):
        made.set(side, "0")
    properties = made.docPr
    properties.set("name", f"{name} {properties.id}")
    properties.set("descr", alt)
    return element("r", element("drawing", made))


def set_child(parent: BaseOxmlElement, child: BaseOxmlElement) -> None:
    """Put a child last, in place of those with the same tag."""
    for old in parent.findall(child.tag):
        parent.remove(old)
    parent.append(child)


def _unbroken(day: Day) -> Iterator[BaseOxmlElement]:
    for at, part in enumerate(str(day).split("-")):
        if at:
            yield element("noBreakHyphen")
        yield text(part)
