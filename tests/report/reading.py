"""Reading a unit report as a member of the committee does: headings, tables, rows, lines."""

from __future__ import annotations

from datetime import date

from model.plan.entities import Entity, Period
from report.content import Document, Heading, Paragraph, Row, Table, plain
from report.unit_report import unit_report
from tests.report.plans import KITCHEN, SPRING, plan_of


def period_of(row: dict[str, str]) -> Period:
    """First and last day, from facts or from a test's own words."""
    return Period(date.fromisoformat(row["start"]), date.fromisoformat(row["end"]))


def report_of(*entities: Entity, as_of: date = SPRING, committee: str | None = None) -> Document:
    """Kostenheten's report, with the goals of 2024 and what is given."""
    return unit_report(plan_of(*entities), KITCHEN, as_of=as_of, committee=committee)


def headings(document: Document) -> list[str]:
    """All headings with their numbers."""
    return [
        f"{block.number} {block.text}".strip()
        for block in document.blocks
        if isinstance(block, Heading)
    ]


def tables(document: Document) -> dict[str, Table]:
    """Each table by the heading above it."""
    found, heading = {}, ""
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Table):
            found[heading] = block
    return found


def row_texts(row: Row) -> list[str]:
    """The cells of a row's first line."""
    return [plain(runs) for cell in row.cells for runs in cell]


def lines(row: Row) -> list[str]:
    """The merged lines below it."""
    return [plain(runs) for runs in row.lines]


def only_row(document: Document) -> Row:
    """The row of a report that has one activity under one goal."""
    (table,) = tables(document).values()
    (row,) = table.rows
    return row


def words(document: Document) -> str:
    """All running text."""
    return "\n".join(plain(b.runs) for b in document.blocks if isinstance(b, Paragraph))


def titles(table: Table) -> list[str]:
    """The titles of a table's activities."""
    return [row_texts(row)[0] for row in table.rows]
