"""Writers: each turns any document into one kind of file, chosen by the name's suffix."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

from report.content import Document
from report.errors import UnknownSuffix

Writer = Callable[[Document, BinaryIO], None]
"""Writes a whole document, from first byte to last; the same document gives the same bytes."""

WORD = ".docx"

_WRITERS = {
    WORD: "report.writers.word",
    ".pdf": "report.writers.pdf",
    ".html": "report.writers.html",
    ".md": "report.writers.markdown",
    ".txt": "report.writers.plain_text",
}
"""Each module has a function `write`; it is imported when its kind of file is asked for."""


def suffixes() -> tuple[str, ...]:
    """The endings of file names that have a writer, with their dots."""
    return tuple(_WRITERS)


def writer_for(path: Path, letterhead: Path | None = None) -> Writer:
    """The writer for a file name, whatever the case of its ending. Raises `UnknownSuffix`.

    Only Word is written into a letterhead.
    """
    suffix = path.suffix.lower()
    if suffix not in _WRITERS:
        raise UnknownSuffix(path, suffixes())
    write = import_module(_WRITERS[suffix]).write
    if suffix == WORD and letterhead is not None:
        return partial(write, letterhead=letterhead)
    return cast("Writer", write)
