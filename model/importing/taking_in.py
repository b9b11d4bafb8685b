"""Taking a spreadsheet into an edit: goals first, then what refers to them, each row whole or not.

Nothing is written here: the edit is committed when the person has seen the preview.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from model.importing.activities import ActivityRows
from model.importing.assessments import is_assessed, take_assessment
from model.importing.budgets import BudgetRows
from model.importing.cells import Unusable, quoted, text_of
from model.importing.context import Context, Wishes
from model.importing.first_word import FirstWord
from model.importing.goals import take_goal
from model.importing.headings import Header, Heading, TableKind
from model.importing.measures import take_measure
from model.importing.naming import Names
from model.importing.outcome import Preview, RowOutcome, Verdict, changes_of, reason_of
from model.importing.sections import whole_rows
from model.importing.tables import SheetRow, SheetTable
from model.journal.change import Change, Entry
from model.plan.budget import BudgetLine, BudgetTable
from model.plan.entities import Activity, Goal, Measure, MeasureValue
from model.plan.identifiers import EntityId
from model.plan.kinds import KINDS
from model.plan.plan import Plan
from model.plan.rules import RuleError
from model.swedish.personal_numbers import find_personal_numbers
from model.workspace.edit import Edit

_FREE_TEXT = (
    Heading.TITLE,
    Heading.DESCRIPTION,
    Heading.COMMENT,
    Heading.AWAITED,
    Heading.CANCEL_REASON,
    Heading.MOTIVATION,
    Heading.SUMMARY,
)

_NAMING = (
    Heading.TITLE,
    Heading.MEASURE,
    Heading.GOAL,
    Heading.GOAL_NUMBER,
    Heading.FRAME,
    Heading.ID,
)
"""Where a row says what it is about."""
_OWN_ROWS = frozenset(each.kind for each in (Activity, Goal, Measure, BudgetTable, BudgetLine))
"""Kinds that a row may be about."""

Taken = tuple[str, tuple[str, ...]]
"""What a row is called, and what was taken for granted."""


def take_in(edit: Edit, tables: Sequence[SheetTable], wishes: Wishes) -> Preview:
    """Take every row of every table into the edit; those that are refused leave no trace."""
    rows = (
        *_goals(edit, tables, wishes),
        *_activities(edit, tables, wishes),
        *_assessments(edit, tables, wishes),
        *_measures(edit, tables, wishes),
        *_budgets(edit, tables, wishes),
    )
    notices = [notice for table in tables for notice in table.notices]
    notices += [notice for table in tables for notice in _private(table)]
    return Preview(rows, tuple(dict.fromkeys(notices)))


def _private(table: SheetTable) -> Iterator[str]:
    """Which rows seem to have personal numbers, without repeating them (F17)."""
    texts = {
        row.number: [cell for heading in _FREE_TEXT if (cell := row.cells.get(heading))]
        for row in table.rows
    }
    numbers = [
        str(number)
        for number, cells in texts.items()
        if any(isinstance(cell, str) and find_personal_numbers(cell) for cell in cells)
    ]
    if numbers:
        where = f"Bladet {quoted(table.sheet)}, rad" if table.sheet else "Rad"
        yield (
            f"{where} {', '.join(numbers)}: texten kan innehålla personnummer. Ta bort dem före "
            "inläsning; rapporterna är allmänna handlingar."
        )


def _goals(edit: Edit, tables: Sequence[SheetTable], wishes: Wishes) -> Iterator[RowOutcome]:
    first = FirstWord()

    def take(row: SheetRow) -> Taken:
        return take_goal(Context(edit, Names(edit.plan), wishes, first), row), ()

    for table in tables:
        if table.kind is TableKind.GOALS:
            for row in table.rows:
                if row.cells:
                    outcome = _outcome(edit, table, row, take, first=first)
                    if outcome.verdict is not Verdict.UNCHANGED or not is_assessed(row):
                        yield outcome


def _assessments(edit: Edit, tables: Sequence[SheetTable], wishes: Wishes) -> Iterator[RowOutcome]:
    """Last, since what is suggested follows from how the activities stand."""
    context = Context(edit, Names(edit.plan), wishes)
    for table in tables:
        if table.kind is TableKind.GOALS:
            for row in table.rows:
                if is_assessed(row):
                    take = partial(take_assessment, context)
                    yield _outcome(edit, table, row, take, first=context.first)


def _activities(edit: Edit, tables: Sequence[SheetTable], wishes: Wishes) -> Iterator[RowOutcome]:
    context = Context(edit, Names(edit.plan), wishes)
    taking = ActivityRows(context)
    for table in tables:
        if table.kind is TableKind.ACTIVITIES:
            for row, goal_from in whole_rows(table, context.names, wishes.year):
                yield _outcome(edit, table, row, taking.take, goal_from, first=taking.first)


def _measures(edit: Edit, tables: Sequence[SheetTable], wishes: Wishes) -> Iterator[RowOutcome]:
    context = Context(edit, Names(edit.plan), wishes)

    for table in tables:
        if table.kind is TableKind.MEASURES:
            for row in table.rows:
                if row.cells:
                    take = partial(_measure, context, table.header)
                    yield _outcome(edit, table, row, take, first=context.first)


class _NotWhole(RuleError):
    """A table with a row that is refused; `rows` are what is told of each."""

    def __init__(self, rows: list[RowOutcome]) -> None:
        super().__init__("Tabellen läses in hel eller inte alls.")
        self.rows = rows


def _budgets(edit: Edit, tables: Sequence[SheetTable], wishes: Wishes) -> Iterator[RowOutcome]:
    context = Context(edit, Names(edit.plan), wishes)
    taken: set[EntityId] = set()
    for table in tables:
        if table.kind is not TableKind.BUDGET:
            continue
        rows = BudgetRows(context, table, taken)
        if not rows.lines:
            continue
        try:
            with edit.whole():
                outcomes = _budget(edit, table, rows)
        except _NotWhole as refused:
            outcomes = refused.rows
        yield from outcomes


def _budget(edit: Edit, table: SheetTable, rows: BudgetRows) -> list[RowOutcome]:
    """What becomes of a table and its lines; raises `_NotWhole` where one of them is refused."""
    found = [_outcome(edit, table, rows.head, rows.take_table)]
    found += [_outcome(edit, table, row, rows.take_line) for row in [*rows.lines, *rows.stray]]
    refused = next((row for row in found if row.verdict is Verdict.REFUSED), None)
    if refused is None:
        return found
    why = f"Tabellen läses in hel eller inte alls, och rad {refused.row} avvisas."
    raise _NotWhole(
        [
            row
            if row is refused or (row.verdict is Verdict.REFUSED and refused is not found[0])
            else replace(row, verdict=Verdict.REFUSED, changes=(), notes=(), reason=why)
            for row in found
        ]
    )


def _measure(context: Context, header: Header, row: SheetRow) -> Taken:
    return take_measure(context, header, row), ()


def _outcome(
    edit: Edit,
    table: SheetTable,
    row: SheetRow,
    take: Callable[[SheetRow], Taken],
    goal_from: int | None = None,
    *,
    first: FirstWord | None = None,
) -> RowOutcome:
    """What becomes of one row: it is taken in whole, or refused with the reason."""
    before, recorded = edit.plan, len(edit.entries)
    named = _name(row)
    first = first or FirstWord()
    place = f"{quoted(table.sheet)} rad {row.number}" if table.sheet else f"rad {row.number}"
    try:
        with edit.whole():
            name, notes = take(row)
            first.check(before, edit.entries[recorded:])
    except RuleError as refused:
        first.end_row(place, is_taken=False)
        return RowOutcome(
            sheet=table.sheet, row=row.number, kind=table.kind, name=named,
            verdict=Verdict.REFUSED, reason=reason_of(refused),
        )  # fmt: skip
    first.end_row(place, is_taken=True)
    entries = edit.entries[recorded:]
    is_new = any(_is_new(before, entry.change) for entry in entries) or _is_new_outcome(
        before, entries
    )
    verdict = Verdict.CREATED if is_new else Verdict.CHANGED if entries else Verdict.UNCHANGED
    if goal_from is not None and is_new:
        notes = (*notes, f"Målet är det som står på rad {goal_from}.")
    return RowOutcome(
        sheet=table.sheet, row=row.number, kind=table.kind, name=name, verdict=verdict,
        changes=changes_of(before, edit.plan, entries), notes=notes,
    )  # fmt: skip


def _is_new(before: Plan, change: Change) -> bool:
    """Whether a change makes what the row is about, or makes it stand up again."""
    seen = before.find(KINDS[change.entity], change.id)
    return change.entity in _OWN_ROWS and (seen is None or seen.removed)


def _is_new_outcome(before: Plan, entries: Sequence[Entry]) -> bool:
    """Whether all that a row does is to give a known measure an outcome of another day."""
    return bool(entries) and all(
        entry.change.entity == MeasureValue.kind
        and ((seen := before.find(MeasureValue, entry.change.id)) is None or seen.removed)
        for entry in entries
    )


def _name(row: SheetRow) -> str:
    """What a row calls itself, where nothing more is known of it."""
    for heading in _NAMING:
        cell = row.cells.get(heading)
        if cell is not None and not isinstance(cell, Unusable):
            return " ".join(text_of(cell).split())
    return ""
