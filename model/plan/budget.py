"""The budget tables of the operational plan (domain 2.2 chapter 5), as they were decided.

Only lines are kept; sums are computed. What a decided document printed as its sums is kept
beside, so that a difference is told and not copied (F13).
"""

from __future__ import annotations

from typing import ClassVar

from model.plan.entities import Entity, Year
from model.plan.identifiers import EntityId


class BudgetTable(Entity, frozen=True, kw_only=True):
    """A table of frames: what its columns are, and in which unit the figures are."""

    kind: ClassVar[str] = "budget_table"
    key: str = ""
    year: Year = 0
    name: str = ""
    """What the frames are divided by, such as "Ramfördelning efter målgrupp"."""
    lead: str = ""
    """The sentence that leads to the table in the plan; empty for the document's own."""
    heading: str = ""
    """The heading of the first column."""
    columns: tuple[str, ...] = ()
    unit: str = ""
    printed_sums: tuple[str, ...] = ()
    """What another document has printed as the sums, one for each column; may be left out."""
    order: int = 0


class BudgetLine(Entity, frozen=True, kw_only=True):
    """A line of a table: one figure for each column, as text so that nothing is rounded."""

    kind: ClassVar[str] = "budget_line"
    key: str = ""
    table: EntityId | None = None
    name: str = ""
    amounts: tuple[str, ...] = ()
    order: int = 0
