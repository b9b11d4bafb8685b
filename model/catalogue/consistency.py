"""What no single cell can tell: rows that go in circles, end before they begin or point wrongly."""

from __future__ import annotations

from collections.abc import Sequence

from model.catalogue.faults import FaultList
from model.catalogue.rows import Row
from model.plan.vocabulary import GoalLevel


def check_validity(rows: Sequence[Row], faults: FaultList) -> None:
    """A row that is valid from one day until another must end after it begins."""
    for row in rows:
        start, end = row.fields.get("valid_from"), row.fields.get("valid_to")
        if start and end and end < start:
            text = f"”valid_to” {end} är före ”valid_from” {start}."
            faults.add((*row.path, "valid_to"), text)


def check_cycles(rows: Sequence[Row], faults: FaultList) -> None:
    """Nothing is above itself, merged into itself or its own deputy, not even by way of others."""
    for field in ("parent", "merged_into", "follows"):
        above = {row.id: row.fields.get(field) for row in rows if row.id}
        for row in rows:
            if row.id and _returns(row.id, above):
                faults.add(
                    (*row.path, field), f"”{field}” leder i en ring tillbaka till raden själv."
                )
    for row in rows:
        if row.id and row.fields.get("deputy") == row.id:
            faults.add((*row.path, "deputy"), "”deputy” är personen själv.")


def _returns(start: str, above: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    at = above.get(start)
    while at and at not in seen:
        if at == start:
            return True
        seen.add(at)
        at = above.get(at)
    return False


def check_goal_parents(rows: Sequence[Row], faults: FaultList) -> None:
    """A goal of the board breaks down a goal of the council; the other levels stand alone."""
    goals = {row.id: row for row in rows if row.kind == "goal"}
    for row in goals.values():
        parent = row.fields.get("parent")
        if not parent:
            continue
        if row.fields.get("level") != GoalLevel.BOARD.value:
            text = f"bara ett mål med level = ”{GoalLevel.BOARD.value}” har ”parent”."
            faults.add((*row.path, "parent"), text)
        elif parent in goals and goals[parent].fields.get("level") != GoalLevel.COUNCIL.value:
            text = f"”parent” ska vara ett mål med level = ”{GoalLevel.COUNCIL.value}”."
            faults.add((*row.path, "parent"), text)


def check_budget(rows: Sequence[Row], faults: FaultList) -> None:
    """A line has one figure for each column of its table, and so have the printed sums."""
    tables = {row.id: row for row in rows if row.kind == "budget_table"}
    for table in tables.values():
        sums = table.fields.get("printed_sums")
        if sums and len(sums) != len(table.fields.get("columns", ())):
            _miscounted(table, "printed_sums", table, faults)
    for row in rows:
        own = tables.get(row.fields.get("table", ""))
        if row.kind == "budget_line" and own is not None:
            amounts, columns = row.fields.get("amounts"), own.fields.get("columns")
            if amounts and columns and len(amounts) != len(columns):
                _miscounted(row, "amounts", own, faults)


def _miscounted(row: Row, key: str, table: Row, faults: FaultList) -> None:
    columns = len(table.fields.get("columns", ()))
    text = f"”{key}” har {len(row.fields[key])} tal, men tabellen har {columns} kolumner."
    faults.add((*row.path, key), text)
