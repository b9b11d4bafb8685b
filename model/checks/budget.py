"""F13: budget tables that do not add up, alone or beside each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from model.checks.finding import Finding, Severity
from model.checks.material import Material, shown
from model.plan.decimals import decimal_of, decimals_in
from model.swedish.letters import fold
from model.swedish.numbers import write_number
from model.views.budget import BudgetView, budget_tables, column_sums


def budget_adds_up(material: Material) -> Iterator[Finding]:
    """F13 in the year's tables: sums, signs, decimals, a figure or the unit that is missing."""
    if not material.sees_whole:
        return
    tables = budget_tables(material.plan, material.tertial.year)
    for view in tables:
        yield from _against_printed(view)
        yield from _mixed_signs(view)
        yield from _mixed_decimals(view)
        yield from _missing(view)
    yield from _between(tables)


def _against_printed(view: BudgetView) -> Iterator[Finding]:
    """A sum that another document has printed is not the sum of the lines."""
    sums = column_sums(view.table, view.lines)
    for column, total, text in zip(view.table.columns, sums, view.table.printed_sums, strict=False):
        printed = decimal_of(text)
        if printed is not None and abs(printed) != abs(total):
            difference = abs(abs(printed) - abs(total))
            yield _finding(
                view, f"sum:{column}", column,
                f"Raderna blir {_written(view, abs(total))}, men {_written(view, abs(printed))} är "
                f"tryckt. Det skiljer {_written(view, difference)}.",
                "Rätta raden som är fel. Om det är avrundning: skriv raderna med fler decimaler.",
            )  # fmt: skip


def _mixed_signs(view: BudgetView) -> Iterator[Finding]:
    sums = dict(zip(view.table.columns, column_sums(view.table, view.lines), strict=True))
    minus = [column for column, total in sums.items() if total < 0]
    plus = [column for column, total in sums.items() if total > 0]
    if minus and plus:
        yield _finding(
            view, "signs", "",
            f"Kolumnerna har olika tecken: minus i {_listed(minus)}, plus i {_listed(plus)}.",
            "Skriv kostnader med samma tecken överallt. Dokumenten gör det redan.",
        )  # fmt: skip


def _mixed_decimals(view: BudgetView) -> Iterator[Finding]:
    places: dict[int, list[str]] = defaultdict(list)
    for line in view.lines:
        for amount in line.amounts:
            places[decimals_in(amount)].append(f"{line.name} {_as_written(amount)}")
    if len(places) > 1:
        usual = max(places, key=lambda count: (len(places[count]), count))
        odd = [each for count, cells in sorted(places.items()) if count != usual for each in cells]
        yield _finding(
            view, "decimals", "",
            f"Beloppen har olika många decimaler: {', '.join(odd[:3])}"
            f"{' med flera' if len(odd) > 3 else ''}.",
            f"Skriv alla med {usual}, så att läsaren ser hur noga de är.",
        )  # fmt: skip


def _missing(view: BudgetView) -> Iterator[Finding]:
    for row in view.rows:
        for column, value in zip(view.table.columns, row.values, strict=True):
            if value is None:
                yield _finding(
                    view, f"missing:{row.name}:{column}", column,
                    f"Belopp saknas på raden ”{row.name}”.", "Fyll i det. Noll skrivs 0.",
                )  # fmt: skip
    for line in view.lines:
        if len(line.amounts) > len(view.table.columns):
            yield _finding(
                view, f"more:{line.id}", "",
                f"Raden ”{line.name}” har fler belopp än tabellen har kolumner.",
                "Ta bort det som inte hör dit, eller lägg till kolumnen.",
            )  # fmt: skip
    if not view.table.unit.strip():
        yield _finding(
            view, "unit", "", "Tabellen säger inte vilken enhet beloppen har.",
            "Skriv till exempel unit = ”miljoner kronor”.", severity=Severity.WARN,
        )  # fmt: skip


def _between(tables: tuple[BudgetView, ...]) -> Iterator[Finding]:
    """Two tables divide the same money: a column that both have has one total."""
    first: dict[tuple[str, str], tuple[BudgetView, Decimal]] = {}
    for view in tables:
        for column, total in zip(view.table.columns, view.sums, strict=True):
            key = fold(view.table.unit), " ".join(fold(column).split())
            other, expected = first.setdefault(key, (view, total))
            if other is not view and expected != total:
                yield _finding(
                    view, f"against:{other.table.id}:{column}", column,
                    f"Summan är {_written(view, total)} här men {_written(view, expected)} i "
                    f"”{other.table.name}”. Det skiljer {_written(view, abs(expected - total))}.",
                    "Tabellerna fördelar samma pengar. Rätta den som är fel.",
                )  # fmt: skip


def _written(view: BudgetView, value: Decimal) -> str:
    return view.written(value)


def _as_written(amount: str) -> str:
    number = decimal_of(amount)
    return amount if number is None else write_number(number)


def _listed(words: list[str]) -> str:
    quoted = [f"”{word}”" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} och {quoted[-1]}"


def _finding(
    view: BudgetView,
    key: str,
    column: str,
    text: str,
    advice: str,
    *,
    severity: Severity = Severity.ERROR,
) -> Finding:
    where = f"{column}, {view.table.name}" if column else view.table.name
    return Finding(
        rule="F13", severity=severity, kind=view.table.kind, entity=view.table.id,
        place=f"budget_table:{view.table.id}:{key}", field="", unit=None, where=shown(where),
        text=shown(text), advice=advice,
    )  # fmt: skip
