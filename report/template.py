"""An empty workbook to fill in and bring back: activities with status, goals, measures, budget."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from model.importing.captions import caption_of
from model.importing.headings import Heading
from model.importing.naming import Names
from model.plan.budget import BudgetTable
from model.plan.entities import OrganisationUnit, PolicyArea
from model.plan.plan import Plan
from model.plan.vocabulary import AssessmentLevel, GoalLevel
from model.swedish.sorting import sort_key
from model.views.budget import budget_tables
from report.compilation import CAUSES, STATUSES, YES
from report.data import Column, DataTable, Row, Sort

_DAY_NOTE = "Ett datum, till exempel 2024-09-30 eller 30/9."
_BUDGETS = ("Ramfördelning per målgrupp", "Ramfördelning per avdelning")
"""The two ways in which the frames are divided, where the year has no tables of its own."""
_LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
"""What Excel does not take in the name of a sheet."""
_EMPTY = "En tom cell ändrar ingenting när filen läses in."


def template(plan: Plan, year: int, *, is_central: bool, as_of: date) -> tuple[DataTable, ...]:
    """The sheets of the form: what a unit brings in, and what the centre does besides."""
    used = Names(plan).year_used(year) or year
    activities = _table("Aktiviteter", year, as_of, _activity_columns(plan, used))
    if not is_central:
        return (activities,)
    goals = _table("Mål och bedömning", year, as_of, _goal_columns(plan))
    measures = _table("Mått", year, as_of, _measure_columns(plan, used))
    return (activities, goals, measures, *_budgets(plan, year, as_of))


def _budgets(plan: Plan, year: int, as_of: date) -> Iterator[DataTable]:
    """A sheet for each table of the year, so that what is filled in comes back into it.

    A sheet's name is short: the table's whole name stands in a row of its own above the headings.
    """
    tables = [view.table for view in budget_tables(plan, year)]
    usual = (f"Budget {year - 1}", f"Prognos {year - 1}", f"Budget {year}")
    given: set[str] = set()
    for table in tables or [BudgetTable(id="", name=name, columns=usual) for name in _BUDGETS]:
        sheet = _table(_sheet_name(table.name, given), year, as_of, _budget_columns(table))
        yield replace(sheet, caption=caption_of(table))


def _sheet_name(name: str, given: set[str]) -> str:
    """A name of at most 31 letters that no other sheet has, whatever their capitals."""
    plain = " ".join(_NOT_IN_A_NAME.sub(" ", name).split()).strip("'") or "Budget"
    found, count = plain[:_LONGEST_NAME].rstrip(), 1
    while found.casefold() in given:
        count += 1
        end = f" {count}"
        found = plain[: _LONGEST_NAME - len(end)].rstrip() + end
    given.add(found.casefold())
    return found


def _table(name: str, year: int, as_of: date, columns: tuple[Column, ...]) -> DataTable:
    return DataTable(name=name, title=f"{name} {year}", as_of=as_of, columns=columns, rows=_no_rows)


def _no_rows() -> Iterable[Row]:
    return ()


def _activity_columns(plan: Plan, year: int) -> tuple[Column, ...]:
    goals = _goal_words(plan, year)
    return (
        _word(Heading.GOAL, 44, goals, "Målet som aktiviteten leder till: nummer eller text."),
        _text(Heading.TITLE, 40, f"Vad ni ska göra. {_EMPTY}"),
        _text(Heading.DESCRIPTION, 44, "En kort beskrivning: vad, för vem och varför."),
        _day(Heading.START),
        _day(Heading.END),
        _word(Heading.UNIT, 24, _units(plan), "Behövs bara när filen gäller flera enheter."),
        _word(Heading.RESPONSIBLE, 20, note="Den som svarar för aktiviteten."),
        _word(Heading.DEPUTY, 20, note="Den som tar över när den ansvariga är borta."),
        _word(Heading.STATUS, 24, STATUSES, "Tomt tills aktiviteten rapporteras."),
        _text(Heading.COMMENT, 44, "Vad som är gjort, och vad som återstår."),
        _day(Heading.REVISED_END, "När en pågående aktivitet blir klar, om inte på slutdatum."),
        _word(Heading.CAUSE, 22, CAUSES, "Varför den väntar eller är sen."),
        _word(Heading.CANCELLED, 8, (YES, "nej"), "ja för en aktivitet som inte blir av."),
    )


def _goal_columns(plan: Plan) -> tuple[Column, ...]:
    levels = tuple(level.swedish for level in GoalLevel)
    areas = tuple(area.name for area in sorted(plan.of(PolicyArea), key=lambda area: area.order))
    assessments = tuple(level.swedish for level in AssessmentLevel)
    return (
        _word(Heading.GOAL_NUMBER, 10, note="Målets nummer, till exempel 3.1.1."),
        _text(Heading.GOAL, 50, "Målets text, som den är beslutad."),
        _word(Heading.LEVEL, 28, levels, "Tomt: följer av numret (3.1 fullmäktige, 3.1.1 KS)."),
        _word(Heading.PARENT, 14, note="Fullmäktigemålets nummer. Tomt: följer av numret."),
        _word(Heading.POLICY_AREA, 18, areas),
        _word(Heading.LEAD_UNIT, 24, _units(plan)),
        _word(Heading.ASSESSMENT, 18, assessments),
        _text(Heading.MOTIVATION, 40, "Behövs när bedömningen är en annan än den föreslagna."),
        _text(Heading.SUMMARY, 50, "Står under målets bedömning i tertialrapporten."),
        _text(Heading.COMMENT, 50, "Står vid målet i målavstämningen."),
    )


def _measure_columns(plan: Plan, year: int) -> tuple[Column, ...]:
    return (
        _text(Heading.MEASURE, 36, "Måttets namn."),
        _word(Heading.MEASURE_UNIT, 10, note="Vad det räknas i, till exempel % eller st."),
        _word(Heading.ORGANISATION, 26, _units(plan), "Den del av organisationen som det gäller."),
        _word(Heading.GOAL, 44, _goal_words(plan, year)),
        _word(Heading.VALUE, 12, note="Utfallet, till exempel 9,11."),
        _day(Heading.AS_OF, "Dagen som utfallet gäller."),
        _word(Heading.HEADCOUNT, 12, note="Så många utfallet gäller; tio eller färre trycks inte."),
        _text(Heading.SOURCE, 24),
        _word(Heading.TARGET, 12),
        _word(Heading.DIRECTION, 10, ("upp", "ner"), "Åt vilket håll det är bättre."),
    )


def _budget_columns(table: BudgetTable) -> tuple[Column, ...]:
    """Those of the table, so that filling the form in does not rename them."""
    note = (
        "En rad för var ram. En rad Summa jämförs med raderna. Tabellens namn står ovanför; skriv "
        "enheten efter det inom parentes, som Ramfördelning (miljoner kronor)."
    )
    heading = table.heading or Heading.FRAME.swedish
    return (
        Column(key=Heading.FRAME, heading=heading, sort=Sort.WORD, width=34, note=note),
        *(
            Column(
                key=f"{Heading.AMOUNT}_{at}", heading=heading, sort=Sort.WORD, width=18,
                note="Till exempel 306,3. Rubriken kan skrivas om, och kolumner läggas till.",
            )
            for at, heading in enumerate(table.columns)
        ),
    )  # fmt: skip


def _goal_words(plan: Plan, year: int) -> tuple[str, ...]:
    """The goals that activities lead to, by number and text."""
    goals = (goal for goal in plan.goals(year) if goal.level is not GoalLevel.COUNCIL)
    return tuple(f"{goal.number} {goal.text}".strip() for goal in goals)


def _units(plan: Plan) -> tuple[str, ...]:
    names = Names(plan)
    return tuple(
        sorted((names.unit_word(unit.id) for unit in plan.of(OrganisationUnit)), key=sort_key)
    )


def _word(heading: Heading, width: int, choices: tuple[str, ...] = (), note: str = "") -> Column:
    return _column(heading, Sort.WORD, width, choices, note)


def _text(heading: Heading, width: int, note: str = "") -> Column:
    return _column(heading, Sort.TEXT, width, (), note)


def _day(heading: Heading, note: str = "") -> Column:
    return _column(heading, Sort.DAY, 13, (), f"{note} {_DAY_NOTE}".strip())


def _column(
    heading: Heading, sort: Sort, width: int, choices: tuple[str, ...], note: str
) -> Column:
    return Column(
        key=heading.value, heading=heading.swedish, sort=sort, width=width, choices=choices,
        note=note,
    )  # fmt: skip
