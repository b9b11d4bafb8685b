"""Texts in delimited files: a spreadsheet program must not take them for formulas.

A text that begins like a formula gets an apostrophe before it, and loses it again when the file
is read: what was written and read back is the same.
"""

from __future__ import annotations

import re

_GUARD = "'"
_FORMULA = re.compile(r"[\s\u00a0]*[=+\-@＝＋－＠]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:[ \u00a0]?\d{3})*(?:,\d+)?\s?%?")


def guarded(text: str) -> str:
    """The text as it is safe to write: a formula, or what looks like a guarded one, is guarded."""
    return _GUARD + text if _needs_guard(text) else text


def without_guard(text: str) -> str:
    """The text that was written with `guarded`."""
    rest = text[1:]
    return rest if text.startswith(_GUARD) and _needs_guard(rest) else text


def _needs_guard(text: str) -> bool:
    bare = text.lstrip(_GUARD)
    return bool(_FORMULA.match(bare)) and not (bare == text and _NUMBER.fullmatch(bare))
