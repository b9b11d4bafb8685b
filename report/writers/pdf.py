"""PDF that can be archived and read aloud: PDF/A-2a and PDF/UA-1 in one file."""

from __future__ import annotations

from typing import BinaryIO

from report.content import Document
from report.stationery import PLAIN, Stationery


def write(document: Document, stream: BinaryIO, stationery: Stationery = PLAIN) -> None:
    """Set the whole document, then write it. Raises `NoTypesetting` or a `LogoError`."""
    from report.typesetting.setting import pdf

    stream.write(pdf(document, stationery))
