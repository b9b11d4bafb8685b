"""What a unit reports, and how things stand."""

from __future__ import annotations

import pytest

from model.plan.calendar import Tertial
from model.plan.reporting import (
    changed_since_hand_in,
    counts,
    current,
    effective_end,
    entry_deadline,
    is_closed,
    is_handed_in,
    lacks_status,
    latest_status,
    planned,
    previous_status,
    reportable,
)
from model.plan.vocabulary import HandInState, StatusValue
from tests.model.building import (
    KITCHEN,
    STREETS,
    T1,
    T2,
    T3,
    T3_2023,
    activity,
    day,
    hand_in,
    locked,
    plan,
    plan_activity,
    status,
    tertial_dates,
)

DONE = StatusValue.COMPLETED_ON_PLAN
DIALOGUE = activity("Dialog")
OLD = activity("Förstudie", year=2023, start="2023-05-15", end="2024-05-31")


def titles(found: list[object]) -> list[str]:
    """The titles of activities, as a screen would list them."""
    return [str(getattr(each, "title", "")) for each in found]


def test_the_deadline_is_the_closing_day_unless_the_catalogue_sets_another() -> None:
    """Three dates that are not the same thing (A4)."""
    assert entry_deadline(plan(), T1) == day("2024-04-30")
    assert entry_deadline(plan(tertial_dates(T1, "2024-05-08")), T1) == day("2024-05-08")
    assert entry_deadline(plan(locked(T1, "2024-05-20")), T1) == day("2024-04-30")


def test_the_current_tertial_heeds_the_centre_s_lock() -> None:
    """In the month after the close the lock decides."""
    assert current(plan(), day("2024-05-10")) == T1
    assert current(plan(locked(T1, "2024-05-08")), day("2024-05-10")) == T2


def test_a_unit_reports_its_own_year_oldest_end_date_first() -> None:
    """Not other units', not what is cancelled, not next year's."""
    town = plan(
        activity("Sen", end="2024-11-30"),
        activity("Tidig", end="2024-05-31"),
        activity("Utan datum", period=None),
        activity("Inställd", cancelled=True),
        activity("Annans", of=STREETS),
        activity("Nästa år", year=2025),
        activity("Förra året", year=2023, end="2023-12-01"),
    )
    assert titles([*reportable(town, KITCHEN, T1)]) == ["Tidig", "Sen", "Utan datum"]
    assert "Inställd" in titles([*planned(town, KITCHEN, 2024)])


def test_a_plan_activity_is_reported_by_every_unit_that_the_catalogue_names() -> None:
    """The responsible one and the participants, each for itself."""
    shared = plan_activity(unit=STREETS, participants=(KITCHEN,))
    for unit in (STREETS, KITCHEN):
        assert titles([*reportable(plan(shared), unit, T1)]) == ["Företagsfrukostar"]
    assert reportable(plan(plan_activity()), KITCHEN, T1) == []


def test_an_activity_of_several_years_goes_on_being_reported() -> None:
    """Four activities of the real plan reach over the turn of a year."""
    assert titles([*reportable(plan(OLD), KITCHEN, T1)]) == ["Förstudie"]
    assert titles([*reportable(plan(OLD), KITCHEN, T2)]) == ["Förstudie"]
    assert reportable(plan(OLD), KITCHEN, T3) == []


def test_what_was_reported_as_open_stays_until_it_is_settled() -> None:
    """An activity late at the turn of the year does not drop out unsaid."""
    late = activity("Försenad", year=2023, start="2023-02-01", end="2023-12-31")
    still_open = status(late, T3_2023, StatusValue.DELAYED)
    assert titles([*reportable(plan(late, still_open), KITCHEN, T1)]) == ["Försenad"]
    assert reportable(plan(late), KITCHEN, T1) == []
    assert reportable(plan(late, status(late, T3_2023, DONE)), KITCHEN, T1) == []


def test_what_was_carried_over_is_reported_as_the_new_one_only() -> None:
    """The successor takes its place in the new year; the old year still has the old one."""
    new = activity("Förstudie, forts.", carried_over_from=OLD.id)
    town = plan(OLD, new)
    assert titles([*reportable(town, KITCHEN, T1)]) == ["Förstudie, forts."]
    assert titles([*reportable(town, KITCHEN, T3_2023)]) == ["Förstudie"]


def test_forra_gangen_is_the_newest_status_before() -> None:
    """A tertial that was skipped does not hide the one before it."""
    town = plan(DIALOGUE, status(DIALOGUE, T1), status(DIALOGUE, T3, DONE))
    before = previous_status(town, DIALOGUE.id, KITCHEN, before=T3)
    assert before is not None
    assert before.tertial == T1
    assert previous_status(town, DIALOGUE.id, KITCHEN, before=T1) is None
    latest = latest_status(town, DIALOGUE.id, KITCHEN, until=T3)
    assert latest is not None
    assert latest.tertial == T3


def test_a_comment_without_a_status_is_not_yet_a_report() -> None:
    """Text that was typed before the key was pressed counts for nothing yet."""
    only_text = status(DIALOGUE, T1)
    draft = type(only_text)(
        id="utkast", activity=DIALOGUE.id, unit=KITCHEN, tertial=T1, comment="Halvfärdigt"
    )
    town = plan(DIALOGUE, draft)
    assert lacks_status(town, DIALOGUE, KITCHEN, T1)
    assert latest_status(town, DIALOGUE.id, KITCHEN, until=T1) is None


def test_what_was_completed_in_may_needs_no_status_in_september() -> None:
    """It stands as it is, until somebody opens it again."""
    done = plan(DIALOGUE, status(DIALOGUE, T2, DONE))
    assert not lacks_status(done, DIALOGUE, KITCHEN, T3)
    assert is_closed(done, DIALOGUE, KITCHEN, until=T2)
    assert not is_closed(done, DIALOGUE, KITCHEN, until=T1)
    assert lacks_status(done, DIALOGUE, KITCHEN, T1)
    reopened = plan(DIALOGUE, status(DIALOGUE, T1, DONE), status(DIALOGUE, T2))
    assert lacks_status(reopened, DIALOGUE, KITCHEN, T3)


def test_another_unit_s_status_is_not_ours() -> None:
    """Two units that share a plan activity report it each for itself."""
    shared = plan_activity(unit=STREETS, participants=(KITCHEN,))
    town = plan(shared, status(shared, T1, DONE, by=STREETS))
    assert not lacks_status(town, shared, STREETS, T1)
    assert lacks_status(town, shared, KITCHEN, T1)


def test_the_newest_revised_date_is_the_end_that_holds() -> None:
    """A date given for T1 still holds in T2, and did not hold before."""
    town = plan(
        DIALOGUE,
        status(DIALOGUE, T1, revised_end="2024-11-30"),
        status(DIALOGUE, T2),
        status(DIALOGUE, T3, revised_end="2024-12-15"),
    )
    ends = {t: effective_end(town, DIALOGUE, KITCHEN, until=t) for t in (T3_2023, T1, T2, T3)}
    assert ends == {
        T3_2023: day("2024-09-30"),
        T1: day("2024-11-30"),
        T2: day("2024-11-30"),
        T3: day("2024-12-15"),
    }
    assert effective_end(plan(), activity(period=None), KITCHEN, until=T1) is None


@pytest.mark.parametrize("tertial", [T1, T3])
def test_utgar_in_any_tertial_ends_what_counts(tertial: Tertial) -> None:
    """Cancelled is cancelled, whichever way it was said (A10)."""
    dropped = status(DIALOGUE, tertial, StatusValue.CANCELLED)
    assert not counts(plan(DIALOGUE, dropped), DIALOGUE, KITCHEN)
    assert counts(plan(DIALOGUE), DIALOGUE, KITCHEN)
    assert not counts(plan(), activity(cancelled=True), KITCHEN)


def test_a_hand_in_stands_until_it_is_taken_back() -> None:
    """And it is one unit's, for one tertial."""
    handed_in = plan(DIALOGUE, hand_in(status(DIALOGUE)))
    assert is_handed_in(handed_in, KITCHEN, T1)
    assert not is_handed_in(handed_in, KITCHEN, T2)
    assert not is_handed_in(handed_in, STREETS, T1)
    taken_back = plan(DIALOGUE, hand_in(state=HandInState.WITHDRAWN))
    assert not is_handed_in(taken_back, KITCHEN, T1)


def test_nothing_has_changed_when_the_statuses_stand_as_they_were_handed_in() -> None:
    """And nothing can have changed where nothing was handed in."""
    reported = status(DIALOGUE)
    town = plan(DIALOGUE, activity("Ej rapporterad"), reported, hand_in(reported))
    assert changed_since_hand_in(town, KITCHEN, T1) == []
    assert changed_since_hand_in(plan(DIALOGUE, reported), KITCHEN, T1) == []


def test_a_status_written_or_rewritten_after_the_hand_in_shows() -> None:
    """«Ändrad efter inlämning»."""
    late = activity("Sen", end="2024-12-01")
    town = plan(
        DIALOGUE,
        late,
        status(DIALOGUE, version="v2"),
        status(late),
        hand_in(status(DIALOGUE, version="v1")),
    )
    assert titles([*changed_since_hand_in(town, KITCHEN, T1)]) == ["Dialog", "Sen"]


def test_a_status_that_is_gone_after_the_hand_in_shows() -> None:
    """Removed, or its activity cancelled since."""
    reported = status(DIALOGUE)
    removed = type(reported)(
        id=reported.id, activity=DIALOGUE.id, unit=KITCHEN, tertial=T1, removed=True
    )
    town = plan(DIALOGUE, removed, hand_in(reported))
    assert titles([*changed_since_hand_in(town, KITCHEN, T1)]) == ["Dialog"]
    cancelled = activity("Dialog", cancelled=True)
    town = plan(cancelled, reported, hand_in(reported))
    assert titles([*changed_since_hand_in(town, KITCHEN, T1)]) == ["Dialog"]
