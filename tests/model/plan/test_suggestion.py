"""The suggested level of a goal: from the time plan of its activities, by limits that are told."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.plan.plan import Plan
from model.plan.suggestion import DEFAULTS, Pace, pace_in, setting_of, suggest, suggestion_of
from model.plan.vocabulary import AssessmentLevel, StatusValue
from tests.model.building import (
    BUSINESS,
    KITCHEN,
    STREETS,
    T1,
    T2,
    activity,
    goal_id,
    plan,
    plan_activity,
    setting,
    status,
)

BREAKFAST = plan_activity("Företagsfrukostar", unit=KITCHEN)
FAIR = plan_activity("Företagsmässa", unit=STREETS, start="2024-02-01", end="2024-12-31")
ORDER = list(AssessmentLevel)
REPORTED = [Pace.BEHIND, Pace.DEVIATING, Pace.ON_PLAN, Pace.DONE]
"""How an activity can stand that is reported, worst first."""
COUNTS = st.dictionaries(st.sampled_from(list(Pace)), st.integers(0, 40))


def suggested(town: Plan) -> AssessmentLevel | None:
    """The suggestion for goal 3.4.5 in T1."""
    return suggest(town, goal_id(BUSINESS), T1).level


def test_a_goal_is_met_when_everything_is_completed() -> None:
    """By plan or with a deviation: it is done."""
    town = plan(
        BREAKFAST,
        FAIR,
        status(BREAKFAST, value=StatusValue.COMPLETED_ON_PLAN),
        status(FAIR, value=StatusValue.COMPLETED_DEVIATING),
    )
    found = suggest(town, goal_id(BUSINESS), T1)
    assert (found.level, found.percent) == (AssessmentLevel.MET, 100)
    assert found.reason == (
        "Av 2 aktiviteter är 2 avslutade. Det ger 100 procent. "
        "Gränser: uppfyllt 100, delvis uppfyllt 50, knappt uppfyllt 10."
    )


def test_the_reason_counts_what_it_rests_on() -> None:
    """Somebody who doubts the suggestion can count again."""
    late = plan_activity("Enkät", unit=KITCHEN, end="2024-03-31")
    town = plan(BREAKFAST, FAIR, late, status(BREAKFAST), status(late))
    found = suggest(town, goal_id(BUSINESS), T1)
    assert found.level is AssessmentLevel.BARELY_MET
    assert found.reason.startswith(
        "Av 3 aktiviteter är 1 enligt plan, 1 efter sin tidsplan och 1 utan status. "
        "Det ger 16 procent."
    )


def test_what_is_cancelled_is_left_out_and_told_of() -> None:
    """However it was said."""
    dropped = plan_activity("Inställd", unit=KITCHEN, cancelled=True)
    town = plan(
        BREAKFAST, dropped, FAIR, status(FAIR, value=StatusValue.CANCELLED),
        status(BREAKFAST, value=StatusValue.COMPLETED_ON_PLAN),
    )  # fmt: skip
    found = suggest(town, goal_id(BUSINESS), T1)
    assert found.level is AssessmentLevel.MET
    assert found.reason.endswith(" 2 aktiviteter utgår och räknas inte.")


def test_without_activities_there_is_no_suggestion() -> None:
    """A unit's own activities are not the plan's (A8)."""
    own = activity("Dialog")
    found = suggest(plan(own, status(own)), goal_id(BUSINESS), T1)
    assert found.level is None
    assert found.reason == "Målet har ingen aktivitet i verksamhetsplanen att utgå från."


def test_before_anybody_has_reported_there_is_no_suggestion() -> None:
    """Silence is no sign that a goal is not met; beside a report it weighs nothing."""
    found = suggest(plan(BREAKFAST, FAIR), goal_id(BUSINESS), T1)
    assert found.level is None
    assert found.reason == "Ingen av målets 2 aktiviteter har någon status att utgå från än."
    done = status(FAIR, value=StatusValue.COMPLETED_ON_PLAN)
    assert suggested(plan(BREAKFAST, FAIR, done)) is AssessmentLevel.PARTLY_MET


@pytest.mark.parametrize(
    ("value", "how", "pace"),
    [
        (StatusValue.NOT_STARTED, {}, Pace.BEHIND),
        (StatusValue.ONGOING_ON_PLAN, {}, Pace.ON_PLAN),
        (StatusValue.ONGOING_DEVIATING, {}, Pace.DEVIATING),
        (StatusValue.DELAYED, {"revised_end": "2024-12-31"}, Pace.BEHIND),
        (StatusValue.ON_HOLD, {}, Pace.BEHIND),
        (StatusValue.COMPLETED_ON_PLAN, {}, Pace.DONE),
        (StatusValue.CANCELLED, {}, None),
    ],
)
def test_how_an_activity_stands(value: StatusValue, how: dict[str, Any], pace: Pace | None) -> None:
    """By the responsible unit's status."""
    town = plan(BREAKFAST, status(BREAKFAST, value=value, **how))
    assert pace_in(town, BREAKFAST, T1) is pace


def test_the_time_plan_decides_what_the_status_word_does_not_say() -> None:
    """Not begun before its start is by plan; open when its end has passed is behind."""
    autumn = plan_activity("Höstmöte", unit=KITCHEN, start="2024-09-01", end="2024-11-30")
    spring = plan_activity("Vårmöte", unit=KITCHEN, end="2024-04-30")
    town = plan(autumn, spring, status(autumn, value=StatusValue.NOT_STARTED), status(spring))
    assert pace_in(town, autumn, T1) is Pace.ON_PLAN
    assert pace_in(town, spring, T1) is Pace.BEHIND
    moved = town.replacing([status(spring, revised_end="2024-06-30")])
    assert pace_in(moved, spring, T1) is Pace.ON_PLAN


def test_what_was_completed_earlier_in_the_year_stays_completed() -> None:
    """It is not reported again."""
    town = plan(BREAKFAST, status(BREAKFAST, T1, StatusValue.COMPLETED_ON_PLAN))
    assert pace_in(town, BREAKFAST, T2) is Pace.DONE
    assert pace_in(plan(BREAKFAST, status(BREAKFAST, T1)), BREAKFAST, T2) is Pace.UNREPORTED


def test_the_catalogue_sets_the_limits() -> None:
    """What is no percentage is passed over."""
    town = plan(BREAKFAST, status(BREAKFAST), setting("assessment_on_plan_percent", "100"))
    assert suggested(town) is AssessmentLevel.MET
    assert suggested(plan(BREAKFAST, status(BREAKFAST))) is AssessmentLevel.PARTLY_MET
    for written in ("", "mycket", "-5", "1000", "٥٠"):
        assert setting_of({"assessment_met_percent": written}, "assessment_met_percent") == 100


@given(COUNTS, st.sampled_from(REPORTED), st.sampled_from(REPORTED))
def test_doing_better_never_lowers_the_suggestion(
    counts: dict[Pace, int], one: Pace, other: Pace
) -> None:
    """An activity that catches up, with everything else as it was."""
    worse, better = sorted((one, other), key=REPORTED.index)
    before = suggestion_of(Counter(counts) + Counter([worse])).level
    after = suggestion_of(Counter(counts) + Counter([better])).level
    assert before is not None
    assert after is not None
    assert ORDER.index(after) <= ORDER.index(before)


@given(COUNTS)
def test_there_is_a_suggestion_exactly_where_something_is_reported(counts: dict[Pace, int]) -> None:
    """And it is met exactly when all of them are done, with our own limits."""
    found = suggestion_of(counts)
    total = sum(counts.values())
    assert (found.level is not None) == (total > counts.get(Pace.UNREPORTED, 0))
    is_all_done = total > 0 and counts.get(Pace.DONE, 0) == total
    assert (found.level is AssessmentLevel.MET) == is_all_done
    assert 0 <= found.percent <= DEFAULTS["assessment_met_percent"]


MET, PARTLY, BARELY = AssessmentLevel.MET, AssessmentLevel.PARTLY_MET, AssessmentLevel.BARELY_MET
T3_2023 = {
    "2.1.1": ({Pace.DONE: 16, Pace.ON_PLAN: 2, Pace.DEVIATING: 1, Pace.BEHIND: 1}, PARTLY),
    "2.1.2": ({Pace.DONE: 8, Pace.ON_PLAN: 2}, PARTLY),
    "2.2.1": ({Pace.ON_PLAN: 1}, BARELY),
    "2.2.2": ({Pace.ON_PLAN: 1}, BARELY),
    "2.3.1": ({Pace.DONE: 1, Pace.BEHIND: 1}, MET),
    "2.4.1": ({Pace.ON_PLAN: 1}, PARTLY),
    "2.5.1": ({Pace.DONE: 3}, MET),
    "2.6.1": ({Pace.DONE: 3, Pace.ON_PLAN: 1}, PARTLY),
    "2.7.1": ({Pace.ON_PLAN: 2}, PARTLY),
}
"""Goals of the municipality's own report of T3 2023: how their activities stood, and the level
that the administration decided. It decided differently where the activities say the same (A5)."""


def test_our_limits_agree_with_most_of_what_was_decided_in_2023() -> None:
    """All but the three in which the same activities had led to something else elsewhere."""
    differs = [
        goal for goal, (found, decided) in T3_2023.items()
        if suggestion_of(found).level is not decided
    ]  # fmt: skip
    assert differs == ["2.2.1", "2.2.2", "2.3.1"]
