"""What people have typed, as content: lines become paragraphs, blanks are evened out."""

from __future__ import annotations

import re

from report.content import Runs, Text

_BLANKS = re.compile(r"[ \t]+")
_SPACE = re.compile(r"[ \t\r\n]+")


def one_line(text: str) -> str:
    """A title or name on one line without surrounding space; no-break spaces are kept."""
    return _SPACE.sub(" ", text).strip(" ")


def paragraphs(text: str) -> tuple[Runs, ...]:
    """Each line of a text that has anything on it, as a paragraph of its own."""
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in text.replace("\r\n", "\n").split("\n"))
    return tuple((Text(line),) for line in lines if line)
