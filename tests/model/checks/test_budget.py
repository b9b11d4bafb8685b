"""F13: budget tables that do not add up."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from model.checks.finding import Finding, Severity
from model.plan.budget import BudgetLine, BudgetTable
from model.plan.vocabulary import Role
from tests.model.building import plan
from tests.model.checks.asking import found, texts
from tests.model.example_plan import example_plan


def table(key: str = "ramar", *sums: str, unit: str = "kronor") -> BudgetTable:
    """A table with two columns."""
    return BudgetTable(
        id=key, key=key, name=key.capitalize(), year=2024, columns=("I fjol", "I år"), unit=unit,
        printed_sums=sums,
    )  # fmt: skip


def line(name: str, *amounts: str, of: str = "ramar") -> BudgetLine:
    """A line of a table."""
    return BudgetLine(id=f"{of} {name}", key=name, name=name, table=of, amounts=amounts)


def findings(*entities: BudgetTable | BudgetLine) -> list[Finding]:
    """What the centre is told."""
    return found(plan(*entities), "F13", role=Role.CENTRAL)


def test_a_table_that_adds_up_is_not_mentioned() -> None:
    """Nor is one whose printed sums are left out."""
    lines = (line("Kost", "2.5", "3.0"), line("Stab", "1.5", "1.0"))
    assert findings(table("ramar", "4.0", "4.0"), *lines) == []
    assert findings(table(), *lines) == []


def test_a_printed_sum_that_the_lines_do_not_make_is_an_error() -> None:
    """With both sums and the difference, at the column."""
    (finding,) = findings(table("ramar", "4.0", "4.1"), line("Kost", "4.0", "4.0"))
    assert finding.severity is Severity.ERROR
    assert finding.where == "I år, Ramar"
    assert finding.text == "Raderna blir 4,0, men 4,1 är tryckt. Det skiljer 0,1."


def test_a_printed_sum_with_another_sign_is_no_other_sum() -> None:
    """That the signs are mixed is told once, of the table."""
    lines = (line("Kost", "-4.0", "4.0"),)
    assert texts(findings(table("ramar", "4.0", "4.0"), *lines)) == [
        "Kolumnerna har olika tecken: minus i ”I fjol”, plus i ”I år”."
    ]


def test_the_same_column_in_two_tables_has_one_total() -> None:
    """Whatever sign each table writes it with."""
    both = (table(), table("andra"), line("Kost", "-4", "-5"), line("Stab", "4", "6", of="andra"))
    (finding,) = findings(*both)
    assert finding.where == "I år, Ramar"
    assert finding.text == "Summan är 5 här men 6 i ”Andra”. Det skiljer 1."


def test_tables_in_different_units_are_not_compared() -> None:
    """Kronor and thousands are no difference."""
    lines = (line("Kost", "4", "4"), line("Stab", "9", "9", of="andra"))
    assert findings(table(), table("andra", unit="tusen kronor"), *lines) == []


def test_figures_with_different_precision_are_named() -> None:
    """59 among figures with one decimal."""
    (finding,) = findings(table(), line("Kost", "4.0", "4.5"), line("Gata", "59", "60.0"))
    assert finding.text == "Beloppen har olika många decimaler: Gata 59."


def test_a_missing_figure_and_a_missing_unit_are_told() -> None:
    """The unit is a warning: the figures are right all the same."""
    told = findings(table(unit=""), line("Kost", "4"))
    assert [(each.severity, each.text) for each in told] == [
        (Severity.ERROR, "Belopp saknas på raden ”Kost”."),
        (Severity.WARN, "Tabellen säger inte vilken enhet beloppen har."),
    ]


def test_a_figure_without_a_column_is_told() -> None:
    """It is in no sum and in no document."""
    assert texts(findings(table(), line("Kost", "4", "5", "6"))) == [
        "Raden ”Kost” har fler belopp än tabellen har kolumner."
    ]


AMOUNTS = st.decimals(1, 1000, places=1)


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=6), st.booleans())
def test_a_table_whose_printed_sums_are_right_is_never_mentioned(
    rows: list[tuple[Decimal, Decimal]], has_minus: bool
) -> None:
    """Whichever sign all its columns have, and beside another table of the same money."""
    sign = -1 if has_minus else 1
    sums = [f"{sum(column):f}" for column in zip(*rows, strict=True)]
    lines = [
        line(f"Rad {n}", *(f"{sign * value:f}" for value in row)) for n, row in enumerate(rows)
    ]
    whole = line("Allt", *sums, of="andra")
    assert findings(table("ramar", *sums), table("andra"), whole, *lines) == []


def test_a_unit_is_not_told_of_the_budget() -> None:
    """It is the centre's to mend."""
    town = plan(table("ramar", "1", "1"), line("Kost", "4", "4"))
    assert found(town, "F13") == []


def test_the_known_differences_of_the_plan_for_2024_are_found() -> None:
    """Those of the document itself, and no others (domain 1.7).

    A sum of 707,8 printed as 707,7, and 675,5 as 675,6; two totals of the forecast; mixed signs;
    one figure without decimals.
    """
    told = found(example_plan(), "F13", role=Role.CENTRAL)
    assert all(each.severity is Severity.ERROR for each in told)
    people, parts = "Ramfördelning utifrån ett medborgarperspektiv", "Ramfördelning per avdelning"
    signs = "Kolumnerna har olika tecken: minus i"
    assert {(each.where, each.text) for each in told} == {
        (parts, "Beloppen har olika många decimaler: Samhällsbyggnadsavdelningen −59."),
        (parts, f"{signs} ”Prognos 23-08-31”, plus i ”Budget 2023” och ”Budget 2024”."),
        (f"Budget 2023, {parts}", "Raderna blir 675,5, men 675,6 är tryckt. Det skiljer 0,1."),
        (f"Budget 2023, {parts}", f"Summan är 675,5 här men 675,6 i ”{people}”. Det skiljer 0,1."),
        (f"Budget 2024, {parts}", f"Summan är 707,7 här men 707,8 i ”{people}”. Det skiljer 0,1."),
        (
            f"Prognos 23-08-31, {parts}",
            f"Summan är 682,6 här men 681,0 i ”{people}”. Det skiljer 1,6.",
        ),
        (people, f"{signs} ”Budget 2023” och ”Prognos 23-08-31”, plus i ”Budget 2024”."),
        (f"Budget 2024, {people}", "Raderna blir 707,8, men 707,7 är tryckt. Det skiljer 0,1."),
    }
    assert len(told) == 8
