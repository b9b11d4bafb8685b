"""One web page that needs nothing beside it: landmarks, real tables, no scripts, light and dark.

Every text is escaped where it is put in, so what a person typed stays text. A chart is drawn with
text and bars, so that its figures are read aloud as they stand.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources
from typing import BinaryIO, assert_never

from report import colours
from report.content import (
    AssessmentLine,
    Block,
    BulletList,
    Cell,
    Chart,
    Column,
    Contents,
    Day,
    Document,
    Heading,
    Inline,
    Mark,
    NumberedList,
    Organisation,
    Paragraph,
    Row,
    Runs,
    Table,
    Text,
)
from report.stationery import PLAIN, Logo, Stationery

_SHARED = 84
"""Per cent of a table that its wide columns share where there are others beside them."""


def write(document: Document, stream: BinaryIO, stationery: Stationery = PLAIN) -> None:
    """UTF-8 with line feeds and a final one. Raises a `LogoError`."""
    stream.writelines(f"{line}\n".encode() for line in _page(document, stationery))


def _page(document: Document, stationery: Stationery) -> Iterator[str]:
    title = escape(document.title)
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(document.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>"
    if document.municipality:
        yield f'<meta name="author" content="{escape(document.municipality)}">'
    yield f'<meta name="date" content="{document.as_of.isoformat()}">'
    yield f"<style>\n{_variables()}{_style_sheet()}</style>"
    yield "</head>"
    yield '<body class="letter">' if document.is_letter else "<body>"
    yield '<a class="skip" href="#innehall">Hoppa till innehållet</a>'
    yield "<header>"
    if logo := stationery.logo():
        yield _logo(logo, document)
    yield f"<h1>{title}</h1>"
    yield from _facts(document)
    yield "</header>"
    yield '<main id="innehall">'
    places = {id(heading): f"rubrik-{at}" for at, heading in enumerate(document.headings, 1)}
    for block in document.blocks:
        yield from _block(block, places, document.headings)
    yield "</main>"
    if stationery.foot:
        yield f"<footer>{'<br>'.join(map(escape, stationery.foot))}</footer>"
    yield "</body>"
    yield "</html>"


def _logo(logo: Logo, document: Document) -> str:
    """The logotype inside the page; a picture of vectors runs nothing there."""
    data = base64.b64encode(logo.data).decode("ascii")
    name = escape(document.municipality or "Kommunens logotyp")
    return f'<img class="logo" alt="{name}" src="data:{logo.media_type};base64,{data}">'


def _style_sheet() -> str:
    return resources.files("report.writers").joinpath("html.css").read_text(encoding="utf-8")


def _variables() -> str:
    """The colours by name; those for a dark page are lighter ones with the same meaning."""
    names = {
        "text": (colours.TEXT, "#e6eaee"),
        "accent": (colours.ACCENT, "#9cc7ea"),
        "muted": (colours.MUTED, "#a5b0bb"),
        "rule": (colours.RULE, "#48525c"),
        "band": (colours.BAND, "#222a31"),
        **{
            name.replace("_", "-"): (colour, colours.ON_DARK[colour])
            for name, colour in colours.MARKS.items()
        },
    }
    light = "".join(f" --{name}: {colour};" for name, (colour, _dark) in names.items())
    dark = "".join(f" --{name}: {colour};" for name, (_light, colour) in names.items())
    return (
        f":root {{{light} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{{dark} }} }}\n"
    )


def _facts(document: Document) -> Iterator[str]:
    if document.facts:
        yield "<dl>"
        for fact in document.facts:
            yield f"<dt>{escape(fact.label)}</dt><dd>{_runs(fact.runs)}</dd>"
        yield "</dl>"


def _block(block: Block, places: dict[int, str], headings: Iterable[Heading]) -> Iterator[str]:
    match block:
        case Heading():
            yield _heading(block, places[id(block)])
        case Paragraph():
            yield f"<p>{_runs(block.runs)}</p>"
        case BulletList():
            yield from _list("ul", block.items)
        case NumberedList():
            yield from _list("ol", block.items)
        case AssessmentLine():
            yield f'<p class="assessment">{_run(block.mark)}</p>'
        case Table():
            yield from _table(block)
        case Chart():
            yield from _chart(block)
        case Organisation():
            yield from _organisation(block)
        case Contents():
            yield from _contents(block, places, headings)
        case _:
            assert_never(block)


def _heading(heading: Heading, place: str) -> str:
    tag = f"h{heading.level + 1}"
    return f'<{tag} id="{place}">{escape(_numbered(heading))}</{tag}>'


def _numbered(heading: Heading) -> str:
    return f"{heading.number} {heading.text}".strip(" ")


def _list(tag: str, items: Iterable[Runs]) -> Iterator[str]:
    yield f"<{tag}>"
    for item in items:
        yield f"<li>{_runs(item)}</li>"
    yield f"</{tag}>"


def _contents(
    contents: Contents, places: dict[int, str], headings: Iterable[Heading]
) -> Iterator[str]:
    yield '<nav aria-labelledby="innehallsforteckning">'
    yield f'<h2 id="innehallsforteckning">{escape(contents.title)}</h2>'
    yield "<ol>"
    for heading in headings:
        if heading.level <= contents.depth:
            link = f'<a href="#{places[id(heading)]}">{escape(_numbered(heading))}</a>'
            yield f'<li class="level-{heading.level}">{link}</li>'
    yield "</ol>"
    yield "</nav>"


def _table(table: Table) -> Iterator[str]:
    """Each row is a group of its own, so that print never splits it from its merged lines."""
    yield f'<div class="wide" role="region" aria-label="{escape(table.title)}" tabindex="0">'
    yield "<table>"
    hidden = f'<span class="unseen">{escape(table.title)}</span>'
    yield f"<caption>{escape(table.caption) if table.caption.strip() else hidden}</caption>"
    yield _column_widths(table.columns)
    heads = "".join(
        f'<th scope="col"{_class(column)}>{escape(column.heading)}</th>' for column in table.columns
    )
    yield f"<thead><tr>{heads}</tr></thead>"
    for row in table.rows:
        yield from _row(row, table.columns)
    yield "</table>"
    yield "</div>"


def _column_widths(columns: tuple[Column, ...]) -> str:
    """Wide columns share most of the width; the others are as wide as what they hold."""
    shares = sum(column.share for column in columns if column.wide)
    rest = 100 if all(column.wide for column in columns) else _SHARED
    widths = (
        f'<col style="width: {rest * column.share // shares}%">' if column.wide else "<col>"
        for column in columns
    )
    return f"<colgroup>{''.join(widths)}</colgroup>"


def _row(row: Row, columns: tuple[Column, ...]) -> Iterator[str]:
    cells = "".join(
        f"<td{_class(column)}>{_cell(cell)}</td>"
        for cell, column in zip(row.cells, columns, strict=True)
    )
    yield '<tbody class="sum">' if row.is_sum else "<tbody>"
    yield f"<tr>{cells}</tr>"
    if row.lines:
        lines = "".join(f"<p>{_runs(line)}</p>" for line in row.lines)
        yield f'<tr><td colspan="{len(columns)}">{lines}</td></tr>'
    yield "</tbody>"


def _class(column: Column) -> str:
    return ' class="numeric"' if column.numeric else ""


def _cell(cell: Cell) -> str:
    if len(cell) == 1:
        return _runs(cell[0])
    return "".join(f"<p>{_runs(paragraph)}</p>" for paragraph in cell)


def _chart(chart: Chart) -> Iterator[str]:
    most = max(bar.amount for bar in chart.bars)
    yield "<figure>"
    yield f"<figcaption>{escape(chart.title)}</figcaption>"
    yield "<dl>"
    for bar in chart.bars:
        label = f"{_symbol(bar.mark)}&nbsp;" if bar.mark else ""
        share = round(80 * bar.amount / most, 2) if most else 0
        colour = f"background: var(--{_name(bar.mark)});" if bar.mark else ""
        drawn = f'<span class="bar" style="width: {share}%;{colour}"></span>'
        yield f"<dt>{label}{escape(bar.label)}</dt><dd>{drawn}{escape(bar.shown)}</dd>"
    yield "</dl>"
    yield "</figure>"


def _organisation(organisation: Organisation) -> Iterator[str]:
    """Lists inside each other, shown as boxes."""
    yield '<figure class="organisation">'
    yield f"<figcaption>{escape(organisation.title)}</figcaption>"
    yield f"<p>{escape(organisation.top)}</p>"
    yield "<ul>"
    for box in organisation.boxes:
        parts = "".join(f"<li>{escape(str(part))}</li>" for part in box.parts)
        inside = f"<ul>{parts}</ul>" if parts else ""
        yield f"<li><strong>{escape(box.name)}</strong>{inside}</li>"
    yield "</ul>"
    yield "</figure>"


def _runs(runs: Iterable[Inline]) -> str:
    return "".join(map(_run, runs))


def _run(run: Inline) -> str:
    match run:
        case Text(strong=True):
            return f"<strong>{escape(run.text)}</strong>"
        case Text():
            return escape(run.text)
        case Day():
            return f'<time datetime="{run}">{run}</time>'
        case Mark():
            return f'<span class="mark">{_symbol(run)}&nbsp;{escape(run.words)}</span>'
        case _:
            assert_never(run)


def _symbol(mark: Mark) -> str:
    """The symbol, which is not read aloud: the words beside it are."""
    colour = f' style="color: var(--{_name(mark)})"'
    return f'<span aria-hidden="true"{colour}>{escape(mark.symbol)}</span>'


def _name(mark: Mark) -> str:
    """The name of a mark's colour; what has none is written in that of the text."""
    return mark.value.replace("_", "-") if mark.value in colours.MARKS else "text"
