"""How activities are read in the unit report: their dates, descriptions and statuses."""

from __future__ import annotations

from datetime import date

import pytest

from model.plan.vocabulary import Cause, Origin, StatusValue
from tests.report.plans import KITCHEN, T1, T2, T3, activity, status
from tests.report.reading import lines, only_row, period_of, report_of, row_texts, tables, titles


def test_a_plan_activity_is_read_where_the_plan_names_the_unit() -> None:
    """Responsible or participating; each unit's report has the unit's own status."""
    mine = activity("a", origin=Origin.PLAN, unit="skolan", participants=(KITCHEN,))
    document = report_of(mine, activity("b"), status("a", StatusValue.DELAYED))
    (table,) = tables(document).values()
    assert titles(table) == ["Aktivitet a", "Aktivitet b"]
    assert lines(table.rows[0]) == ["▼ Försenad"]


@pytest.mark.parametrize("value", list(StatusValue))
def test_a_status_is_always_a_symbol_and_words(value: StatusValue) -> None:
    document = report_of(activity("a"), status("a", value))
    assert lines(only_row(document))[0] == f"{value.symbol} {value.swedish}"


def test_an_activity_without_status_says_so() -> None:
    assert lines(only_row(report_of(activity("a")))) == ["– Status saknas"]


def test_the_newest_status_until_the_day_of_presentation_is_read() -> None:
    """A status for a tertial that begins after that day is not (R7)."""
    entities = [
        activity("a"),
        status("a", StatusValue.NOT_STARTED, T1),
        status("a", StatusValue.ONGOING_ON_PLAN, T2),
        status("a", StatusValue.COMPLETED_ON_PLAN, T3),
    ]
    assert lines(only_row(report_of(*entities, as_of=date(2024, 4, 30)))) == ["○ Ej påbörjad"]
    assert lines(only_row(report_of(*entities, as_of=date(2024, 5, 1)))) == [
        "● Pågående enligt plan"
    ]
    assert lines(only_row(report_of(*entities, as_of=date(2024, 12, 31)))) == [
        "✔ Avslutad enligt plan"
    ]


def test_an_old_status_says_how_old_it_is() -> None:
    """Who reads in November must not take a status from April for new."""
    entities = [activity("a"), status("a", StatusValue.ONGOING_ON_PLAN, T1)]
    assert lines(only_row(report_of(*entities, as_of=date(2024, 4, 30)))) == [
        "● Pågående enligt plan"
    ]
    for as_of in (date(2024, 8, 31), date(2024, 11, 5)):
        assert lines(only_row(report_of(*entities, as_of=as_of))) == [
            "● Pågående enligt plan",
            "Statusen är från T1 2024.",
        ]


def test_what_was_completed_after_the_day_is_not_told_as_a_fact_of_that_day() -> None:
    """The report of an earlier day has the status before it, or says that there is none."""
    later = status("a", StatusValue.COMPLETED_ON_PLAN, T2, actual_end=date(2024, 8, 20))
    earlier = status("a", StatusValue.ONGOING_ON_PLAN, T1)
    day = date(2024, 6, 1)
    assert lines(only_row(report_of(activity("a"), earlier, later, as_of=day))) == [
        "● Pågående enligt plan",
        "Statusen är från T1 2024.",
    ]
    assert lines(only_row(report_of(activity("a"), later, as_of=day))) == ["– Status saknas"]
    told = lines(only_row(report_of(activity("a"), later, as_of=date(2024, 8, 20))))
    assert told[0] == "✔ Avslutad enligt plan"


def test_what_is_completed_stands_as_it_is() -> None:
    entities = [activity("a"), status("a", StatusValue.COMPLETED_ON_PLAN, T1)]
    assert lines(only_row(report_of(*entities, as_of=date(2024, 11, 5)))) == [
        "✔ Avslutad enligt plan"
    ]


def test_a_delay_is_told_with_its_new_date_and_its_reasons() -> None:
    """The planned end stays in its column, so that the change is seen."""
    document = report_of(
        activity("a"),
        status(
            "a",
            StatusValue.ON_HOLD,
            revised_end=date(2024, 12, 15),
            cause=Cause.FUNDING_DECISION,
            awaited="besked",
        ),
    )
    row = only_row(document)
    assert row_texts(row)[2] == "2024-09-30"
    assert lines(row) == [
        "◌ Vänteläge",
        "Nytt slutdatum 2024-12-15. Orsak: finansieringsbeslut. Väntar på: besked.",
    ]


def test_when_a_wait_is_looked_at_again_is_told() -> None:
    document = report_of(
        activity("a"), status("a", StatusValue.ON_HOLD, review_date=date(2024, 6, 1))
    )
    assert lines(only_row(document))[1:] == ["Följs upp 2024-06-01."]


def test_when_something_was_completed_is_told_where_it_is_known() -> None:
    document = report_of(
        activity("a"), status("a", StatusValue.COMPLETED_DEVIATING, actual_end=date(2024, 3, 1))
    )
    assert lines(only_row(document)) == ["✓ Avslutad med avvikelse", "Avslutades 2024-03-01."]


def test_a_cancelled_activity_is_listed_as_such_with_its_reason() -> None:
    document = report_of(
        activity("a", cancelled=True, cancel_reason="Medlen räckte inte"),
        status("a", StatusValue.ONGOING_ON_PLAN),
    )
    assert lines(only_row(document)) == ["✕ Utgår", "Skäl: Medlen räckte inte."]


def test_a_long_description_keeps_its_lines() -> None:
    document = report_of(activity("a", description="Första.\r\n\r\n  Andra\traden. \nTredje."))
    assert lines(only_row(document))[:-1] == ["Första.", "Andra raden.", "Tredje."]


def test_an_activity_without_dates_says_so() -> None:
    assert row_texts(only_row(report_of(activity("a", period=None))))[1:] == ["saknas", "saknas"]


def test_an_activity_from_last_year_that_goes_on_is_read() -> None:
    """Multi-year activities are normal; what was closed last year is not this year's work."""
    period = period_of({"start": "2023-02-01", "end": "2025-06-30"})
    going_on = activity("lång", year=2023, period=period)
    closed = activity("klar", year=2023, period=period)
    document = report_of(
        going_on, closed, status("klar", StatusValue.COMPLETED_ON_PLAN, T1.previous)
    )
    assert [titles(table) for table in tables(document).values()] == [["Aktivitet lång"]]


def test_work_that_ended_earlier_in_the_year_is_read_in_the_autumn() -> None:
    """The report covers the time from the turn of the year, not only the running tertial (R7)."""
    period = period_of({"start": "2023-02-01", "end": "2024-02-15"})
    document = report_of(activity("a", year=2023, period=period), as_of=date(2024, 11, 1))
    assert titles(tables(document).popitem()[1]) == ["Aktivitet a"]
