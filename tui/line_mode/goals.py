"""Goals named on the command line by their numbers."""

from __future__ import annotations

from collections.abc import Iterable

from model.plan.identifiers import EntityId
from model.views.naming import find_goal
from tui.line_mode.output import note
from tui.line_mode.session import Session


def goal_ids(session: Session, numbers: Iterable[str], year: int) -> tuple[EntityId, ...]:
    """The goals of a year by number, the primary one first; the latest year's where it has none.

    Raises `UnknownGoal`.
    """
    plan = session.plan
    used = plan.goal_year(year)
    if year not in (used, session.today.year):
        note(f"Målkatalogen saknar {year}. Målen för {used} används.")
    return tuple(find_goal(plan, number, year).id for number in numbers)
