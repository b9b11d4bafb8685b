"""Budget tables: sums are computed, and a column has one sign."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from model.plan.budget import BudgetLine, BudgetTable
from model.plan.entities import Setting
from model.views.budget import BudgetView, budget_tables
from tests.model.building import plan
from tests.model.example_plan import example_plan

RAMAR = BudgetTable(
    id="ramar", key="ramar", year=2024, name="Ramar", columns=("I fjol", "I år"), unit="kronor"
)


def line(name: str, *amounts: str, order: int = 0) -> BudgetLine:
    """A line of the table."""
    return BudgetLine(id=name, key=name, name=name, table="ramar", amounts=amounts, order=order)


def view(*lines: BudgetLine, sign: str = "positive") -> BudgetView:
    """The table with these lines."""
    setting = Setting(id="budget_sign", key="budget_sign", value=sign)
    (found,) = budget_tables(plan(RAMAR, setting, *lines), 2024)
    return found


def written(found: BudgetView) -> list[list[str]]:
    """What is printed, sums last."""
    rows = [[row.name, *map(found.written, row.values)] for row in found.rows]
    return [*rows, ["Summa", *map(found.written, found.sums)]]


def test_sums_are_computed_and_all_figures_have_the_same_decimals() -> None:
    """59 among 58,0 is 59,0."""
    found = view(line("Kost", "58.0", "63.45", order=1), line("Stab", "59", "-0.5", order=2))
    assert written(found) == [
        ["Kost", "58,00", "63,45"],
        ["Stab", "59,00", "−0,50"],
        ["Summa", "117,00", "62,95"],
    ]
    assert found.caption == "Ramar (kronor)"


def test_a_column_of_costs_with_minus_signs_is_turned_as_a_whole() -> None:
    """An income among the costs keeps its own sign against them."""
    found = view(line("Kost", "-58.0", "63.0"), line("Hyror", "8.0", "-9.0"))
    assert written(found)[-1] == ["Summa", "50,0", "54,0"]
    assert found.rows[0].values == (Decimal("-8.0"), Decimal("-9.0"))


def test_the_setting_chooses_the_sign() -> None:
    """Some municipalities write frames with a minus sign."""
    found = view(line("Kost", "-58", "63"), sign="negative")
    assert written(found)[0] == ["Kost", "−58", "−63"]


def test_a_missing_figure_is_an_empty_cell() -> None:
    """Not a zero, and not the figure of the next column."""
    assert written(view(line("Kost", "58")))[0] == ["Kost", "58", ""]


def test_the_frames_of_2024_add_up_by_themselves() -> None:
    """The document printed 707,7 where its lines make 707,8, and 675,6 where they make 675,5."""
    first, second = budget_tables(example_plan(), 2024)
    assert [first.written(total) for total in first.sums] == ["675,6", "681,0", "707,8"]
    assert [second.written(total) for total in second.sums] == ["675,5", "682,6", "707,7"]
    assert second.written(second.rows[3].values[1]) == "59,0"


AMOUNTS = st.decimals(-1000, 1000, places=2)


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=8), st.booleans())
def test_what_is_printed_always_adds_up(rows: list[tuple[Decimal, Decimal]], turn: bool) -> None:
    """The figures of a column make its sum, whatever their signs; no sum has the wrong one."""
    lines = [line(f"rad {n}", *(f"{value:f}" for value in row)) for n, row in enumerate(rows)]
    found = view(*lines, sign="negative" if turn else "positive")
    for place, total in enumerate(found.sums):
        values = [row.values[place] for row in found.rows]
        assert sum(value for value in values if value is not None) == total
        assert total <= 0 if turn else total >= 0
