"""A spreadsheet as rows in a test, taken in by Kostenheten or by the centre."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from model.importing.cells import Cell
from model.importing.context import Wishes
from model.importing.outcome import Preview, RowOutcome, Verdict
from model.importing.tables import SheetTable
from model.importing.taking_in import take_in
from model.plan.calendar import Tertial
from model.plan.identifiers import EntityId
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from model.workspace.edit import Edit
from sync.spreadsheets.cutting import tables_in
from tests.model.actions.editing import editing
from tests.model.building import KITCHEN, T1

Given = str | date | Decimal | bool | None


def sheet(*rows: tuple[Given, ...]) -> tuple[SheetTable, ...]:
    """The tables that stand in some rows, counted from 1."""
    numbered = ((number, [_cell(cell) for cell in row]) for number, row in enumerate(rows, 1))
    return tuple(tables_in("", numbered))


def _cell(cell: Given) -> Cell | None:
    return cell


def by_the_unit(
    town: Plan | None = None, *, tertial: Tertial | None = T1, unit: EntityId | None = KITCHEN
) -> Taking:
    """Kostenheten takes spreadsheets in."""
    return Taking(editing(town), Wishes(year=2024, tertial=tertial, unit=unit))


def by_the_centre(
    town: Plan | None = None, *, year: int = 2024, tertial: Tertial | None = T1
) -> Taking:
    """The centre takes spreadsheets in."""
    edit = editing(town, role=Role.CENTRAL, units=())
    return Taking(edit, Wishes(year=year, tertial=tertial))


class Taking:
    """Somebody who takes one spreadsheet in after the other."""

    def __init__(self, edit: Edit, wishes: Wishes) -> None:
        self.edit = edit
        self.wishes = wishes

    def __call__(self, *rows: tuple[Given, ...]) -> Preview:
        """Take rows in, the first of them headings."""
        return take_in(self.edit, sheet(*rows), self.wishes)

    @property
    def plan(self) -> Plan:
        """The plan as it then is."""
        return self.edit.plan


def verdicts(preview: Preview) -> list[Verdict]:
    """What becomes of each row."""
    return [row.verdict for row in preview.rows]


def only(preview: Preview) -> RowOutcome:
    """The one row that there is."""
    assert len(preview.rows) == 1
    return preview.rows[0]
