"""Budget tables: entering one and its lines, with keys as in the goal catalogue."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from model.actions.keys import key_of
from model.plan.budget import BudgetLine, BudgetTable
from model.plan.identifiers import EntityId
from model.plan.rules import FieldRefused, checked_text
from model.workspace.edit import Edit


class TableSaid(msgspec.Struct, frozen=True, kw_only=True):
    """What the centre says of a budget table."""

    year: int
    name: str
    heading: str
    columns: tuple[str, ...]
    unit: str = ""
    printed_sums: tuple[str, ...] = ()


def set_budget_table(edit: Edit, said: TableSaid, seen: BudgetTable | None = None) -> BudgetTable:
    """Enter a table of frames, or change one that was shown as `seen`; raises `RuleError`."""
    name = _line("name", said.name)
    if not name:
        raise FieldRefused("name", "Tabellen behöver ett namn.")
    if said.printed_sums and len(said.printed_sums) != len(said.columns):
        raise FieldRefused("printed_sums", "Det behövs en summa för varje kolumn.")
    entered = replace(
        seen or _new_table(edit, name, said.year),
        name=name,
        heading=_line("heading", said.heading),
        columns=said.columns,
        unit=_line("unit", said.unit),
        printed_sums=said.printed_sums,
        removed=False,
    )
    return edit.save(entered, seen) if seen is not None else edit.save(entered)


def set_budget_line(
    edit: Edit,
    table: BudgetTable,
    name: str,
    amounts: tuple[str, ...],
    seen: BudgetLine | None = None,
) -> BudgetLine:
    """Enter a line last in its table, or change one that was shown; raises `RuleError`."""
    if len(amounts) != len(table.columns):
        raise FieldRefused("amounts", "Raden behöver ett belopp för varje kolumn.")
    if seen is not None:
        return edit.save(replace(seen, amounts=amounts), seen)
    name = _line("name", name)
    if not name:
        raise FieldRefused("name", "Raden behöver ett namn.")
    key, identity = _free_key(edit, BudgetLine, f"{table.key}-{key_of(name)}")
    return edit.save(
        BudgetLine(
            id=identity,
            key=key,
            table=table.id,
            name=name,
            amounts=amounts,
            order=_last(edit, BudgetLine) + 1,
        )
    )


def _new_table(edit: Edit, name: str, year: int) -> BudgetTable:
    key, identity = _free_key(edit, BudgetTable, key_of(name, str(year)))
    return BudgetTable(id=identity, key=key, year=year, order=_last(edit, BudgetTable) + 1)


def _last(edit: Edit, kind: type[BudgetTable | BudgetLine]) -> int:
    return max((row.order for row in edit.plan.of(kind)), default=-1)


def _free_key(edit: Edit, kind: type[BudgetTable | BudgetLine], key: str) -> tuple[str, EntityId]:
    """The key with its id; with a number where a row that stands has it under another name.

    The key of one that was taken back is free: that one stands up again.
    """
    taken = {row.key for row in edit.plan.of(kind)}
    free, number = key, 1
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free, edit.plan.id_of(kind, free)


def _line(field: str, text: str) -> str:
    return " ".join(checked_text(field, text).split())
