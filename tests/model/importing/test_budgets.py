"""Budget tables brought in: frames as rows, a figure for each column, the sum compared."""

from __future__ import annotations

from decimal import Decimal

import pytest

from model.checks.budget import budget_adds_up
from model.checks.material import Material
from model.importing.context import Wishes
from model.importing.outcome import Verdict
from model.importing.taking_in import take_in
from model.plan.budget import BudgetLine, BudgetTable
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from model.views.budget import budget_tables
from tests.model.building import T1
from tests.model.importing.sheets import Given, by_the_centre, by_the_unit, sheet, verdicts

HEADINGS: tuple[str, ...] = ("Ramfördelning", "Budget 2023", "Prognos 23-08-31", "Budget 2024")
FRAMES: tuple[tuple[Given, ...], ...] = (
    ("Ramfördelning per avdelning (miljoner kronor)",),
    HEADINGS,
    ("Stab", "71,7", "-73,5", "81,7"),
    ("Utbildningsavdelningen", "243,4", "−249,7", "1 258,4"),
    ("Summa", "315,1", "-323,2", "1 340,1"),
)
GROUPS: tuple[tuple[Given, ...], ...] = (
    ("Ramfördelning per målgrupp",),
    HEADINGS,
    ("Barn och unga", Decimal(-288), Decimal("-295.3"), Decimal("306.3")),
)


def figures(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Every line with its figures as they are kept."""
    return {line.name: line.amounts for line in plan.of(BudgetLine)}


def test_a_table_with_commas_minus_signs_and_spaces() -> None:
    """The unit is the one in the caption; the sum is kept as printed and is no line."""
    take = by_the_centre()
    assert verdicts(take(*FRAMES)) == [Verdict.CREATED] * 3
    (table,) = take.plan.of(BudgetTable)
    assert (table.name, table.heading, table.unit, table.year) == (
        "Ramfördelning per avdelning",
        "Ramfördelning",
        "miljoner kronor",
        2024,
    )
    assert table.columns == HEADINGS[1:]
    assert table.printed_sums == ("315.1", "-323.2", "1340.1")
    assert figures(take.plan) == {
        "Stab": ("71.7", "-73.5", "81.7"),
        "Utbildningsavdelningen": ("243.4", "-249.7", "1258.4"),
    }


def test_the_same_file_twice_changes_nothing() -> None:
    """Nor does it when nothing above the headings says what the table is called."""
    take = by_the_centre()
    take(*FRAMES)
    written = len(take.edit.entries)
    assert verdicts(take(*FRAMES)) == [Verdict.UNCHANGED] * 3
    assert verdicts(take(*FRAMES[1:])) == [Verdict.UNCHANGED] * 3
    assert len(take.edit.entries) == written


def test_two_groupings_below_each_other() -> None:
    """The same headings begin another table; a spreadsheet's 288 is 288,0 beside 295,3."""
    take = by_the_centre()
    assert verdicts(take(*FRAMES, *GROUPS)) == [Verdict.CREATED] * 5
    assert [(view.table.name, len(view.rows)) for view in budget_tables(take.plan, 2024)] == [
        ("Ramfördelning per avdelning", 2),
        ("Ramfördelning per målgrupp", 1),
    ]
    assert figures(take.plan)["Barn och unga"] == ("-288.0", "-295.3", "306.3")


def test_a_sum_that_differs_is_told() -> None:
    """In the preview, and by the check as long as it stands (F13)."""
    take = by_the_centre()
    preview = take(*FRAMES[:-1], ("Summa", "315,1", "-323,2", "1340,0"))
    (note,) = preview.rows[0].notes
    assert note.replace("\u00a0", " ").startswith(
        "Budget 2024: raderna blir 1 340,1, men 1 340,0 står som summa."
    )
    material = Material(take.plan, (), T1, T1.as_of, Role.CENTRAL)
    told = [finding.text for finding in budget_adds_up(material)]
    assert [text.replace("\u00a0", " ") for text in told if "tryckt" in text] == [
        "Raderna blir 1 340,1, men 1 340,0 är tryckt. Det skiljer 0,1."
    ]


def test_a_changed_figure_changes_one_line() -> None:
    """The line is told with its old figures and its new ones."""
    take = by_the_centre()
    take(*FRAMES)
    preview = take(*FRAMES[:2], ("Stab", "71,7", "-73,5", "82,7"), *FRAMES[3:4])
    assert verdicts(preview) == [Verdict.UNCHANGED, Verdict.CHANGED, Verdict.UNCHANGED]
    assert figures(take.plan)["Stab"] == ("71.7", "-73.5", "82.7")
    (table,) = take.plan.of(BudgetTable)
    assert table.printed_sums == ("315.1", "-323.2", "1340.1")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (("Äldre", "1,0", "x", "2,0"), "Prognos 23-08-31: ”x” är inget tal"),
        (("Äldre", "1,0", None, "2,0"), "Prognos 23-08-31: beloppet saknas"),
        (("stab", "1,0", "1,0", "2,0"), "”stab” står två gånger"),
        ((None, "1,0", "1,0", "2,0"), "Raden har inget namn"),
    ],
)
def test_a_table_is_taken_in_whole_or_not_at_all(line: tuple[Given, ...], reason: str) -> None:
    """A row that cannot be read keeps the table out, and not the other table of the file."""
    take = by_the_centre()
    preview = take(*FRAMES[:4], line, *FRAMES[4:], *GROUPS)
    assert verdicts(preview) == [Verdict.REFUSED] * 4 + [Verdict.CREATED] * 2
    assert reason in preview.rows[3].reason
    assert "rad 5 avvisas" in preview.rows[1].reason
    assert [table.name for table in take.plan.of(BudgetTable)] == ["Ramfördelning per målgrupp"]
    assert list(figures(take.plan)) == ["Barn och unga"]


def test_a_row_below_the_sum_is_refused() -> None:
    """It would be in no sum; a footnote there is left alone."""
    take = by_the_centre()
    assert not take(*FRAMES, ("Källa: ekonomisystemet",)).refused
    preview = take(*FRAMES, ("Tillväxt", "1,0", "1,0", "1,0"))
    assert "under summan" in preview.rows[-1].reason


def test_a_sum_that_is_no_number_keeps_the_table_out() -> None:
    """The reason names its row."""
    preview = by_the_centre()(*FRAMES[:-1], ("Summa", "315,1", "cirka 323", "1340,1"))
    assert preview.rows[0].reason.startswith("Summan på rad 5: Prognos 23-08-31: ”cirka 323”")
    assert {row.verdict for row in preview.rows} == {Verdict.REFUSED}


def test_two_tables_without_names_are_not_mixed() -> None:
    """Nobody can tell which is which."""
    preview = by_the_centre()(*FRAMES[1:], *GROUPS[1:])
    assert "egen rad ovanför" in preview.refused[0].reason
    assert [row.verdict for row in preview.rows[:3]] == [Verdict.CREATED] * 3


def test_what_the_person_says_where_the_sheet_does_not() -> None:
    """The unit of the figures; a sheet that says another one is right."""
    take = by_the_centre()
    wishes = Wishes(year=2024, money="tusen kronor")
    preview = take_in(take.edit, sheet(*FRAMES, *GROUPS), wishes)
    assert not [note for row in preview.rows for note in row.notes]
    assert [view.table.unit for view in budget_tables(take.plan, 2024)] == [
        "miljoner kronor",
        "tusen kronor",
    ]


def test_what_is_left_out_stands_and_is_told() -> None:
    """A line that the file lacks is nobody's wish to remove it; nor may it lose a column."""
    take = by_the_centre()
    take(*FRAMES)
    preview = take(*FRAMES[:3])
    assert "”Utbildningsavdelningen” finns i budgeten men inte i filen" in preview.rows[0].notes[0]
    assert len(figures(take.plan)) == 2
    fewer = take(FRAMES[0], HEADINGS[:2], ("Stab", "71,7"))
    assert "saknas i filen" in fewer.rows[0].reason


def test_only_the_centre_brings_in_a_budget() -> None:
    """A unit's row is refused, whatever it says."""
    preview = by_the_unit()(*FRAMES)
    assert "bara centralt" in preview.rows[0].reason
    assert {row.verdict for row in preview.rows} == {Verdict.REFUSED}
