"""Word: real headings, lists and tables, in the municipality's own letterhead if there is one."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time
from typing import TYPE_CHECKING, BinaryIO

from report.content import Document
from report.stationery import PLAIN, Stationery

if TYPE_CHECKING:
    from docx.document import Document as WordFile

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""What a file in an archive says of when it was changed: the earliest there is."""


def write(document: Document, stream: BinaryIO, stationery: Stationery = PLAIN) -> None:
    """The whole document; the same document on the same paper gives the same bytes.

    A letterhead has its own logotype and foot; without one the municipality's stand on ours.
    """
    from report.word.body import Body
    from report.word.letterhead import anchor_of, opened
    from report.word.plain_paper import plain
    from report.word.styles import prepare

    letterhead = stationery.letterhead
    if letterhead is None:
        file = plain(document.title, document.municipality, stationery)
    else:
        file = opened(letterhead)
    prepare(file, own=letterhead is None, is_letter=document.is_letter)
    _describe(file, document)
    anchor, is_mark = anchor_of(file)
    Body(file, document, anchor).write()
    if is_mark:
        anchor.getparent().remove(anchor)
    packed = io.BytesIO()
    file.save(packed)
    _write_timeless(packed, stream)


def _describe(file: WordFile, document: Document) -> None:
    """What the file says of itself, with the document's own day and no trace of a machine."""
    said = file.core_properties
    said.title, said.subject, said.author = (
        document.title[:255],
        document.subject[:255],
        document.municipality[:255],
    )
    said.language = document.language
    said.comments = said.keywords = said.category = said.last_modified_by = ""
    said.created = said.modified = datetime.combine(document.as_of, time())
    said.revision = 1


def _write_timeless(packed: BinaryIO, stream: BinaryIO) -> None:
    """The same archive without the time at which it was packed."""
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
