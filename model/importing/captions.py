"""What stands above a budget table: its name, and in which unit its figures are."""

from __future__ import annotations

import re

from model.importing.cells import plain
from model.plan.budget import BudgetTable

_UNIT = re.compile(
    r"\s*[(\[,]\s*(?:belopp\s+)?(?:i\s+)?((?:[^\W\d]+\s+)?(?:[mt]n?kr|kr|kronor|m?sek))\s*[)\]]?\s*$",
    re.IGNORECASE,
)
"""`(miljoner kronor)` or `, mnkr` at the end of a name."""


def name_in(caption: str) -> str:
    """The table's name, without the unit."""
    return without_unit(caption).rstrip(" :.")


def unit_in(caption: str) -> str:
    """The unit of the figures; empty where none is told."""
    found = _UNIT.search(caption)
    return " ".join(found[1].split()) if found is not None else ""


def without_unit(text: str) -> str:
    """A caption or heading without the unit at its end."""
    return _UNIT.sub("", text)


def is_called(table: BudgetTable, name: str) -> bool:
    """Whether a name that was read is the table's own."""
    return plain(name) in {plain(table.name), plain(name_in(table.name))}


def caption_of(table: BudgetTable) -> str:
    """The caption from which the table's name, and its unit if it can be told, are read again."""
    caption = f"{table.name} ({table.unit})"
    return caption if table.unit and unit_in(caption) == table.unit else table.name
