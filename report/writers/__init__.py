"""Writers: each turns any document into one kind of file, chosen by the name's suffix."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

from report.content import Document
from report.errors import UnknownSuffix
from report.stationery import PLAIN, Stationery

Writer = Callable[[Document, BinaryIO], None]
"""Writes a whole document, from first byte to last; the same document gives the same bytes."""

_WRITERS = {
    ".docx": "report.writers.word",
    ".pdf": "report.writers.pdf",
    ".html": "report.writers.html",
    ".md": "report.writers.markdown",
    ".txt": "report.writers.plain_text",
}
"""Each module has a function `write`; it is imported when its kind of file is asked for."""


_ON_PAPER = frozenset({".docx", ".pdf", ".html"})


def suffixes() -> tuple[str, ...]:
    """The endings of file names that have a writer, with their dots."""
    return tuple(_WRITERS)


def writer_for(path: Path, stationery: Stationery = PLAIN) -> Writer:
    """The writer for a file name, whatever the case of its ending. Raises `UnknownSuffix`.

    The forms that have pages to look at are on the municipality's own paper.
    """
    suffix = path.suffix.lower()
    if suffix not in _WRITERS:
        raise UnknownSuffix(path, suffixes())
    write = import_module(_WRITERS[suffix]).write
    if suffix in _ON_PAPER:
        return partial(write, stationery=stationery)
    return cast("Writer", write)
