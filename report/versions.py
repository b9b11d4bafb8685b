"""What a document says of itself: that it is a draft, or which final version it is."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from report.content import Day, Document, Fact, Text

LABEL = "Version"


def as_draft(document: Document) -> Document:
    """The document with a line that nobody can take it for the final one by."""
    return replace(document, facts=(*document.facts, Fact(LABEL, (Text("Utkast, inte slutfört"),))))


def as_final(document: Document, version: int, day: date) -> Document:
    """The document as version 1, 2 …, finalised on a day."""
    said = (Text(f"{version}, slutfört "), Day(day))
    return replace(document, facts=(*document.facts, Fact(LABEL, said)))
