"""One call of typst: a template of ours, data as JSON, our fonts, and nothing of the machine's.

Data is put in as strings, so nothing that a person typed is read as markup; no package or system
font is looked for. The same data gives the same bytes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from report import colours
from report.content import Document, Drawn
from report.errors import BrokenLogo, NoTypesetting
from report.stationery import PLAIN, Logo, Stationery
from report.typesetting.coverage import FONTS, shown

if TYPE_CHECKING:
    import typst

_FOLDER = Path(__file__).parent
_SHARP = 220.0
"""Pixels per inch: a printed page shows no steps."""


def pdf(document: Document, stationery: Stationery = PLAIN) -> bytes:
    """A whole document as PDF/A-2a and PDF/UA-1. Raises `NoTypesetting` or a `LogoError`."""
    data = msgspec.to_builtins(document) | {"title_line": document.title_line}
    for part, block in zip(data["blocks"], document.blocks, strict=True):
        if isinstance(block, Drawn):
            part["alt"] = block.alt
    logo = stationery.logo()
    paper = {"foot": stationery.foot, "logo": _picture(logo, document) if logo else None}
    try:
        return _compiled("document.typ", {"document": data, "paper": paper}, as_pdf=True)
    except RuntimeError as error:
        if logo is None:
            raise
        raise BrokenLogo(logo.path) from error


def _picture(logo: Logo, document: Document) -> dict[str, object]:
    """The bytes as numbers, since data is put in as JSON."""
    return {
        "bytes": list(logo.data),
        "format": "jpg" if logo.form == "jpeg" else logo.form,
        "alt": document.municipality or "Kommunens logotyp",
    }


def picture_of(drawn: Drawn) -> bytes:
    """A chart or organisation alone, as PNG. Raises `NoTypesetting`."""
    return _compiled("picture_alone.typ", {"drawn": msgspec.to_builtins(drawn)}, as_pdf=False)


def _compiled(template: str, content: dict[str, object], *, as_pdf: bool) -> bytes:
    try:
        import typst
    except ImportError as error:
        raise NoTypesetting from error
    data = msgspec.json.encode(
        {
            **{name: _printable(part) for name, part in content.items()},
            "colours": {
                "text": colours.TEXT,
                "accent": colours.ACCENT,
                "muted": colours.MUTED,
                "rule": colours.RULE,
                "band": colours.BAND,
                **colours.MARKS,
            },
        }
    )
    compiler = typst.Compiler(
        str(_FOLDER / template),
        root=str(_FOLDER),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": data.decode()},
    )
    if as_pdf:
        made = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"])
    else:
        made = compiler.compile(format="png", ppi=_SHARP)
    if not isinstance(made, bytes):
        raise TypeError("typst gave several pages where there is one")
    return made


@cache
def _fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


def _printable(part: object) -> object:
    """The same with every text as the fonts can show it."""
    if isinstance(part, str):
        return shown(part)
    if isinstance(part, dict):
        return {key: _printable(value) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return [_printable(value) for value in part]
    return part
