"""How the overview's units are written: a glance per column, fewer columns in a narrow window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from model.swedish.date_text import short_date, time_text
from model.swedish.visible import visible
from model.views.department import Overview, UnitRow
from tui.app.widgets.row_list import Cell, ListRow

OWN = "egna aktiviteter"
WIDE = 100
"""From so many cells on there is room for when each unit was last heard of."""


def unit_rows(view: Overview, width: int) -> Iterator[ListRow]:
    """A row for each unit and sum."""
    sums = {row.unit for row in view.rows if row.is_sum}
    now = datetime.now().astimezone()
    for row in view.rows:
        yield _row(row, view.tertial.year, width, now, is_own=row.unit in sums)


def column_row(width: int) -> ListRow:
    """The names of the columns."""
    return ListRow(
        _cells(width, "Enhet", "Plan", "Krav", "Rapporterat", "Inlämnad", "Anm.", "Hörd")
    )


def _cells(  # one argument for each column
    width: int,
    name: str,
    plan: str,
    met: str,
    reported: str,
    handed_in: str,
    findings: str,
    heard: str,
) -> tuple[Cell, ...]:
    cells = (
        Cell(name),
        Cell(plan.rjust(4), 5),
        Cell(met, 8, "good" if met == "✔" else "warn" if met.startswith("▲") else ""),
        Cell(reported, 12),
        Cell(handed_in, 11, "muted"),
        Cell(findings, 6, "warn" if findings.startswith("▲") else "muted"),
    )
    return (*cells, Cell(heard, 14, "muted")) if width >= WIDE else cells


def _row(row: UnitRow, year: int, width: int, now: datetime, *, is_own: bool) -> ListRow:
    """A unit, a sum, or what a department whose sum stands above does itself."""
    met = "" if row.is_sum or not row.requirement.applies else "✔"
    if met and not row.requirement.is_met:
        met = "▲ saknas"
    if row.is_sum:
        handed_in = f"{row.handed_in} av {row.units}"
    elif row.handed_in_on is not None:
        handed_in = f"✔ {short_date(row.handed_in_on, year=year)}"
    else:
        handed_in = "–"
    if row.changed_since:
        handed_in += " ✎"
    findings = "…" if row.findings is None else f"▲ {row.findings}" if row.findings else "–"
    heard = time_text(row.last_heard, now=now) if row.last_heard is not None else "–"
    name = "  " * row.depth + (OWN if is_own and not row.is_sum else visible(row.name))
    reported = f"{row.reported} av {row.total}"
    key = f"{row.unit} sum" if row.is_sum else row.unit
    cells = _cells(width, name, str(row.planned), met, reported, handed_in, findings, heard)
    return ListRow(cells, key, row.name)
