"""Figures of the catalogue as decimal numbers: text is kept, so that nothing is rounded."""

from __future__ import annotations

import re
from decimal import Decimal

_DECIMAL = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


def decimal_of(text: str) -> Decimal | None:
    """The number that a field's text says; None where it is empty or no number."""
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


def decimal_text(typed: str) -> str | None:
    """What somebody has typed, `9,11` or `1 234,5`, as the text that is kept; None if no number."""
    text = re.sub(r"[\s%]", "", typed).replace(",", ".").replace("\u2212", "-").replace("–", "-")
    return text if _DECIMAL.fullmatch(text) else None


def decimals_in(text: str) -> int:
    """How many decimals a figure is written with."""
    return len(text.partition(".")[2])
