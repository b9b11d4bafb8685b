"""Bringing a spreadsheet into the plan: first what it would do, then the writing.

    planned = preview_spreadsheet(workspace, tables, wishes)
    if planned.preview.needs_confirmation: show it and ask
    action = carry_out(workspace, planned, confirmed=True)

All that is written is one action, which `undo` takes back whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from model.importing.context import Wishes
from model.importing.outcome import Preview
from model.importing.tables import SheetTable
from model.importing.taking_in import take_in
from model.plan.calendar import Tertial
from model.plan.identifiers import EntityId
from model.plan.reporting import current
from model.plan.rules import RuleError
from model.plan.vocabulary import Role
from model.workspace.edit import Edit

if TYPE_CHECKING:
    from model.workspace.workspace import Workspace


class NotTakenIn(RuleError):
    """The file would change what is there, or has rows that are refused, and nobody said yes."""

    def __init__(self) -> None:
        super().__init__(
            "Filen ändrar sådant som redan finns, eller har rader som avvisas. Inget är ändrat. "
            "Läs igenom raderna, och bekräfta om resten ska läsas in."
        )


class Planned(msgspec.Struct, frozen=True):
    """What a file would do, ready to be written."""

    edit: Edit
    preview: Preview


def wishes_for(
    workspace: Workspace,
    *,
    year: int | None,
    tertial: Tertial | None,
    unit: EntityId | None,
    money: str = "",
) -> Wishes:
    """What holds for rows that do not say it: the year and tertial of now, the device's only unit.

    Another year's statuses are of no tertial that goes without saying.
    """
    now = current(workspace.plan, workspace.today)
    year = year or (tertial.year if tertial is not None else now.year)
    if tertial is None and year == now.year:
        tertial = now
    units = workspace.profile.units
    if unit is None and len(units) == 1 and workspace.profile.role is not Role.CENTRAL:
        unit = units[0]
    return Wishes(year=year, tertial=tertial, unit=unit, money=money)


def preview_spreadsheet(
    workspace: Workspace, tables: Sequence[SheetTable], wishes: Wishes
) -> Planned:
    """What taking in the tables would do to the plan as it is now; nothing is written."""
    workspace.refresh()
    edit = workspace.begin()
    return Planned(edit, take_in(edit, tables, wishes))


def carry_out(
    workspace: Workspace, planned: Planned, *, confirmed: bool = False
) -> EntityId | None:
    """Write what a preview showed; gives the action, None when there was nothing to write.

    Raises `NotTakenIn` or a `StoreError`.
    """
    if planned.preview.needs_confirmation and not confirmed:
        raise NotTakenIn
    if not planned.edit.entries:
        return None
    workspace.commit(planned.edit)
    return planned.edit.action
