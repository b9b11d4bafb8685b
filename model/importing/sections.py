"""Rows made whole by what stands around them, as the municipality's documents lay tables out.

A goal may stand alone above its activities, or only on the first of their rows; an activity's
description, and its status, may stand alone below it, across all columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from model.importing.cells import CellRefused
from model.importing.headings import Heading
from model.importing.naming import Names
from model.importing.standing import status_of_cell
from model.importing.tables import SheetRow, SheetTable

_GOAL_HEADINGS = (Heading.GOAL_NUMBER, Heading.GOAL, Heading.GOAL_TEXT)
_NUMBERED = re.compile(r"\s*[0-9]+(?:\.[0-9]+)+\.?\s+\S")


def whole_rows(table: SheetTable, names: Names, year: int) -> Iterator[tuple[SheetRow, int | None]]:
    """The rows about activities, each with the number of the row that its goal was taken from."""
    columns = set(table.header.columns.values())
    goal: tuple[Heading, SheetRow] | None = None
    waiting: tuple[SheetRow, int | None] | None = None
    for row in table.rows:
        if row.alone and _is_goal(row.alone, names, year):
            goal = (Heading.GOAL, replace(row, cells={Heading.GOAL: row.alone}))
        elif row.alone and waiting is not None and Heading.DESCRIPTION not in columns:
            waiting = (_with_alone(waiting[0], row.alone, columns), waiting[1])
        elif Heading.TITLE in row.cells or Heading.ID in row.cells or len(row.cells) > 1:
            if waiting is not None:
                yield waiting
            own = next((heading for heading in _GOAL_HEADINGS if heading in row.cells), None)
            waiting = (row, None)
            if own is not None:
                goal = (own, row)
            elif goal is not None and Heading.ID not in row.cells:
                heading, above = goal
                filled = replace(row, cells={**row.cells, heading: above.cells[heading]})
                waiting = (filled, above.number)
    if waiting is not None:
        yield waiting


def _is_goal(text: str, names: Names, year: int) -> bool:
    return names.has_goal(text, year) or _NUMBERED.match(text) is not None


def _with_alone(row: SheetRow, text: str, columns: set[Heading]) -> SheetRow:
    """The row with what stands alone below it: its status where it is one, else its description."""
    if Heading.STATUS not in columns and Heading.STATUS not in row.cells:
        try:
            status_of_cell(text)
        except CellRefused:
            pass
        else:
            return replace(row, cells={**row.cells, Heading.STATUS: text})
    before = row.cells.get(Heading.DESCRIPTION)
    whole = f"{before}\n{text}" if isinstance(before, str) else text
    return replace(row, cells={**row.cells, Heading.DESCRIPTION: whole})
