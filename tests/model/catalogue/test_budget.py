"""Budget tables in the catalogue: figures stay what was written, and none is missing."""

from __future__ import annotations

import msgspec

from model.catalogue.reading import read_catalogue
from model.plan.budget import BudgetLine
from tests.model.catalogue.writing import SMALL, changed, faults_of, line_of


def test_a_figure_is_kept_as_it_was_written() -> None:
    """-8 stays -8 and 13.0 stays 13.0: what is missing in precision can then be told (F13)."""
    rows = read_catalogue(SMALL.encode()).of("budget_line")
    lines = [msgspec.convert({"id": row.id, **row.fields}, BudgetLine) for row in rows]
    assert [line.amounts for line in lines] == [("-12.5", "13.0"), ("-8", "8.0")]
    assert lines[0].table == read_catalogue(SMALL.encode()).of("budget_table")[0].id


def test_a_line_has_a_figure_for_each_column() -> None:
    """A figure too few would move the others one column to the left."""
    faults = faults_of(changed(('["-8", "8.0"]', '["8.0"]')))
    line = line_of('amounts = ["-8"')
    assert faults == [f"Rad {line}: ”amounts” har 1 tal, men tabellen har 2 kolumner."]


def test_printed_sums_are_as_many_as_the_columns() -> None:
    """They may be left out, but not in part."""
    assert "3 tal" in faults_of(changed(('["-20.5", "21.0"]', '["-20.5", "21.0", "1"]')))[0]
    without = read_catalogue(changed(('printed_sums = ["-20.5", "21.0"]\n', "")))
    assert "printed_sums" not in without.of("budget_table")[0].fields


def test_figures_are_written_within_quotation_marks() -> None:
    """A bare 8.10 would become 8.1; a decimal comma is told what to be."""
    assert "inom citattecken" in faults_of(changed(('["-8", "8.0"]', "[-8, 8.0]")))[0]
    assert "Skriv ”8.0”" in faults_of(changed(('"8.0"]', '"8,0"]')))[0]


def test_a_line_names_a_table_that_exists() -> None:
    """A misspelt table is a fault with the nearest name."""
    assert "ramar" in faults_of(changed(('table = "ramar"', 'table = "ramr"')))[0]
