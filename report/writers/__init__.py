"""Writers: each turns any document into one kind of file, chosen by the name's suffix."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

from report.content import Document
from report.errors import UnknownSuffix

Writer = Callable[[Document, BinaryIO], None]
"""Writes a whole document, from first byte to last; the same document gives the same bytes."""

_WRITERS = {".md": "report.writers.markdown", ".txt": "report.writers.plain_text"}
"""Each module has a function `write`; it is imported when its kind of file is asked for."""


def suffixes() -> tuple[str, ...]:
    """The endings of file names that have a writer, with their dots."""
    return tuple(_WRITERS)


def writer_for(path: Path) -> Writer:
    """The writer for a file name, whatever the case of its ending. Raises `UnknownSuffix`."""
    module = _WRITERS.get(path.suffix.lower())
    if module is None:
        raise UnknownSuffix(path, suffixes())
    return cast("Writer", import_module(module).write)
