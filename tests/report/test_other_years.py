"""A document of a year without goals of its own: earlier goals go on, later ones do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from model.plan.calendar import Tertial
from model.plan.entities import Goal
from model.plan.plan import Plan
from report.content import Document
from report.operational_plan import operational_plan
from report.reconciliation import reconciliation
from report.tertial_report import tertial_report
from report.unit_report import unit_report
from report.writers.plain_text import lines
from tests.report.plans import KITCHEN, plan_of

Make = Callable[[Plan, int], Document]
MAKERS: dict[str, Make] = {
    "verksamhetsplan": operational_plan,
    "måluppföljning": lambda plan, year: tertial_report(plan, Tertial(year, 3)),
    "enhetens rapport": lambda plan, year: unit_report(plan, KITCHEN, as_of=date(year, 5, 14)),
}
GOAL = "Sjukfrånvaron ska minska"


def read(made: Document) -> str:
    return " ".join(" ".join(lines(made)).split())


@pytest.mark.parametrize("name", MAKERS)
def test_the_year_after_the_last_goals_goes_on_with_them_and_says_so(name: str) -> None:
    said = read(MAKERS[name](plan_of(), 2025))
    assert "utgår" in said
    assert "från målen för 2024, som är de senaste" in said
    assert GOAL in said


@pytest.mark.parametrize("name", MAKERS)
def test_the_year_before_the_first_goals_has_none(name: str) -> None:
    """Nobody worked towards goals that were adopted later."""
    said = read(MAKERS[name](plan_of(), 2022))
    assert "Målkatalogen innehåller inga mål för 2022." in said
    assert GOAL not in said
    assert "2024" not in said


def test_a_reconciliation_before_the_first_goals_says_that_there_are_none() -> None:
    assert "inga mål för 2022" in read(reconciliation(plan_of(), Tertial(2022, 1)))


def test_a_year_between_goes_on_with_the_goals_before_it() -> None:
    """Not with those that were adopted later."""
    goals = [
        Goal(id=f"{year}", number="1", year=year, text=f"Mål {year}.") for year in (2021, 2024)
    ]
    said = read(operational_plan(Plan(goals), 2023))
    assert "utgår planen från målen för 2021" in said
    assert "Mål 2024." not in said
