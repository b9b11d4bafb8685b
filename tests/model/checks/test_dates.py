"""F02, F03 and F19: what the dates say beside the status."""

from __future__ import annotations

import pytest

from model.checks.finding import Severity
from model.plan.vocabulary import StatusValue
from tests.model.building import (
    KITCHEN,
    STREETS,
    T1,
    T2,
    T3_2023,
    activity,
    day,
    plan,
    plan_activity,
    status,
)
from tests.model.checks.asking import found, texts

SPRING = activity("Vårens möte", end="2024-04-30")
AUTUMN = activity("Höstens möte", end="2024-09-30")
OPEN = [value for value in StatusValue if value.is_open]
CLOSED = [value for value in StatusValue if not value.is_open]


@pytest.mark.parametrize("value", OPEN)
def test_an_open_activity_whose_end_has_come_needs_a_new_date(value: StatusValue) -> None:
    """F02 bites on the as-of date itself, whatever kind of open it is."""
    (finding,) = found(plan(SPRING, status(SPRING, value=value)), "F02")
    assert finding.severity is Severity.WARN
    assert finding.text == "Aktiviteten är öppen men skulle vara klar 2024-04-30."
    assert (finding.entity, finding.field) == (SPRING.id, "revised_end_date")
    assert (finding.unit, finding.tertial) == (KITCHEN, T1)


@pytest.mark.parametrize("value", CLOSED)
def test_a_closed_activity_needs_no_new_date(value: StatusValue) -> None:
    """It is done, or will never be."""
    assert found(plan(SPRING, status(SPRING, value=value)), "F02") == []


def test_a_new_date_after_the_tertial_settles_it() -> None:
    """The day after is enough; one that has passed as well is not."""
    later = status(SPRING, revised_end="2024-05-01")
    assert found(plan(SPRING, later), "F02") == []
    passed = status(SPRING, revised_end="2024-04-29")
    assert texts(found(plan(SPRING, passed), "F02")) == [
        "Aktiviteten är öppen men skulle vara klar 2024-04-29."
    ]


def test_a_date_given_last_time_holds_until_it_too_has_passed() -> None:
    """The new date of T1 is asked about again when T2 closes after it."""
    town = plan(SPRING, status(SPRING, T1, revised_end="2024-08-31"), status(SPRING, T2))
    assert found(town, "F02") == []
    assert len(found(town, "F02", tertial=T2)) == 1


def test_an_end_in_the_next_tertial_is_not_asked_about() -> None:
    """Nor an activity that has no dates or no status yet: other rules speak of that."""
    undated = activity("Utan datum", period=None)
    assert found(plan(AUTUMN, status(AUTUMN), undated, status(undated), SPRING), "F02") == []


def test_the_day_that_is_judged_is_the_one_that_was_asked_for() -> None:
    """A report to a committee is judged on the day that it is presented (R7)."""
    town = plan(SPRING, status(SPRING))
    assert found(town, "F02", as_of=day("2024-04-15")) == []


def test_each_unit_that_shares_a_plan_activity_answers_for_itself() -> None:
    """The two findings have places of their own, so one can be set aside without the other."""
    shared = plan_activity(end="2024-03-31", unit=KITCHEN, participants=(STREETS,))
    town = plan(shared, status(shared, by=KITCHEN), status(shared, by=STREETS))
    places = {finding.place for finding in found(town, "F02", KITCHEN, STREETS)}
    assert len(places) == 2


@pytest.mark.parametrize("value", [StatusValue.COMPLETED_ON_PLAN, StatusValue.COMPLETED_DEVIATING])
def test_done_ahead_of_its_end_is_asked_when(value: StatusValue) -> None:
    """F03: Övningsskolor was completed in a report of December with an end in February."""
    (finding,) = found(plan(AUTUMN, status(AUTUMN, value=value)), "F03")
    assert finding.severity is Severity.ASK
    assert finding.field == "actual_end_date"


def test_done_with_its_day_or_after_its_end_is_not_asked() -> None:
    """There is nothing left to know."""
    done = StatusValue.COMPLETED_ON_PLAN
    with_day = status(AUTUMN, value=done, actual_end="2024-04-12")
    assert found(plan(AUTUMN, with_day), "F03") == []
    assert found(plan(SPRING, status(SPRING, value=done)), "F03") == []
    dropped = status(AUTUMN, value=StatusValue.CANCELLED)
    assert found(plan(AUTUMN, dropped), "F03") == []


def test_done_in_the_tertial_before_is_still_asked_while_its_end_lies_ahead() -> None:
    """The status of T1 stands in T2 without a new entry."""
    town = plan(AUTUMN, status(AUTUMN, T1, StatusValue.COMPLETED_ON_PLAN))
    assert len(found(town, "F03", tertial=T2)) == 1


def test_slipping_is_told_with_what_it_slipped_from() -> None:
    """F19: a later end date and a worse status than last tertial."""
    town = plan(
        AUTUMN,
        status(AUTUMN, T1),
        status(AUTUMN, T2, StatusValue.DELAYED, revised_end="2024-11-30"),
    )
    (finding,) = found(town, "F19", tertial=T2)
    assert finding.severity is Severity.INFO
    assert finding.text == (
        "Sedan T1 2024: slutdatum 2024-11-30 i stället för 2024-09-30; "
        "status Försenad i stället för Pågående enligt plan."
    )


def test_a_forecast_that_was_not_met_is_told() -> None:
    """It was to be done in April and is still open."""
    old = activity("Förstudie", year=2023, end="2024-04-15")
    town = plan(old, status(old, T3_2023), status(old, T1))
    assert texts(found(town, "F19")) == ["Sedan T3 2023: inte klar 2024-04-15 som väntat."]


def test_a_new_date_in_the_first_report_has_slipped_from_the_plan() -> None:
    """There is no tertial before to compare with."""
    town = plan(SPRING, status(SPRING, revised_end="2024-06-15"))
    assert texts(found(town, "F19")) == [
        "Sedan planen: slutdatum 2024-06-15 i stället för 2024-04-30."
    ]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (StatusValue.ONGOING_ON_PLAN, StatusValue.ONGOING_ON_PLAN),
        (StatusValue.DELAYED, StatusValue.ONGOING_DEVIATING),
        (StatusValue.NOT_STARTED, StatusValue.ONGOING_ON_PLAN),
        (StatusValue.ONGOING_DEVIATING, StatusValue.COMPLETED_DEVIATING),
    ],
)
def test_better_or_the_same_is_no_slip(before: StatusValue, now: StatusValue) -> None:
    """Only what got worse is told."""
    town = plan(AUTUMN, status(AUTUMN, T1, before), status(AUTUMN, T2, now))
    assert found(town, "F19", tertial=T2) == []


def test_an_earlier_end_is_no_slip() -> None:
    """Being early is no news for this list."""
    town = plan(AUTUMN, status(AUTUMN, revised_end="2024-08-31"))
    assert found(town, "F19") == []


def test_what_was_carried_over_is_compared_with_the_one_before_it() -> None:
    """Last year's activity was on plan; its successor is late."""
    old = activity("Förstudie", year=2023, end="2023-12-31")
    new = activity("Förstudie, forts.", carried_over_from=old.id)
    town = plan(old, new, status(old, T3_2023), status(new, T1, StatusValue.DELAYED))
    assert len(found(town, "F19")) == 1
