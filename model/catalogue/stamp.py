"""The stamp that an export puts last in a file: which state of the journal the file shows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from model.plan.entities import ChangeName

PREFIX_LENGTH = 12
"""Hex digits of a change's name: enough to tell billions apart, and short enough to keep."""

_PER_LINE = 7
_PREFIX = re.compile(rf"[0-9a-f]{{{PREFIX_LENGTH}}}")


def read_stamp(table: object) -> tuple[str, ...] | None:
    """The prefixes in a `[stamp]` table; None without one of the form that `stamp_text` writes."""
    state = table.get("state") if isinstance(table, dict) else None
    if not isinstance(state, str):
        return None
    prefixes = state.split()
    if not all(_PREFIX.fullmatch(prefix) for prefix in prefixes):
        return None
    return tuple(prefixes)


def stamp_text(heads: Iterable[ChangeName]) -> str:
    """The `[stamp]` table as it is written."""
    return (
        "# Stämpeln visar vilket läge filen kommer från. Programmet skriver den; ändra den inte.\n"
        f"[stamp]\nstate = {stamp_state(heads)}\n"
    )


def stamp_state(heads: Iterable[ChangeName]) -> str:
    """The value under `state`; the same heads give the same text."""
    prefixes = sorted({head[:PREFIX_LENGTH] for head in heads})
    lines = [
        " ".join(prefixes[start : start + _PER_LINE])
        for start in range(0, len(prefixes), _PER_LINE)
    ]
    return '"""\n' + "".join(f"{line}\n" for line in lines) + '"""'
