"""The minimum meter: one activity per efficiency goal and one towards the board's goals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.plan.plan import Plan
from model.plan.requirement import counted_units, requirement
from model.plan.vocabulary import GoalLevel, OrganisationLevel, SizeClass, StatusValue
from tests.model.building import (
    BUILDING,
    BUSINESS,
    COUNCIL,
    KITCHEN,
    LIBRARY,
    SICKNESS,
    STREETS,
    YOUTH,
    Value,
    activity,
    day,
    goal,
    goal_id,
    plan,
    plan_activity,
    setting,
    status,
    unit,
)

HEALTH = activity("Hälsotema på APT", (SICKNESS,))
DIALOGUE = activity("Dialog med lokala producenter", (BUSINESS,))


def test_the_real_report_s_two_activities_are_just_enough() -> None:
    """One against sickness absence and one towards a goal of the board meet the minimum (A1)."""
    meter = requirement(plan(HEALTH, DIALOGUE), KITCHEN, 2024)
    assert meter.is_met
    assert meter.gaps == ()
    assert meter.total == meter.minimum == 2
    assert [(bucket.number, bucket.count) for bucket in meter.buckets] == [("4.1", 1), ("", 1)]


def test_a_unit_without_activities_is_told_of_each_gap() -> None:
    """Both buckets are empty; filling them also gives the two that are needed."""
    meter = requirement(plan(), KITCHEN, 2024)
    assert not meter.is_met
    assert meter.gaps == (
        "Ingen aktivitet är planerad mot 4.1 Sjukfrånvaron ska minska.",
        "Ingen aktivitet är planerad mot något av kommunstyrelsens mål.",
    )


def test_two_against_sickness_absence_do_not_pass() -> None:
    """The minimum is counted per bucket: two in one leave the other empty (A1)."""
    meter = requirement(plan(HEALTH, activity("Rehabrutin", (SICKNESS,))), KITCHEN, 2024)
    assert not meter.is_met
    assert meter.total == 2
    assert meter.gaps == ("Ingen aktivitet är planerad mot något av kommunstyrelsens mål.",)


def test_one_activity_for_everything_is_one_too_few() -> None:
    """An activity fills each bucket that its goals name, but two different ones are needed."""
    meter = requirement(plan(activity("Allt i ett", (BUSINESS, SICKNESS))), KITCHEN, 2024)
    assert all(bucket.is_met for bucket in meter.buckets)
    assert not meter.is_met
    assert meter.gaps == ("1 aktivitet är planerad mot målen. Minst 2 olika behövs.",)


def test_several_goals_of_the_board_are_one_bucket() -> None:
    """An activity towards two goals of the board counts once."""
    meter = requirement(plan(activity("Ungas företag", (BUSINESS, YOUTH))), KITCHEN, 2024)
    assert [bucket.count for bucket in meter.buckets] == [0, 1]
    assert meter.total == 1


def test_each_efficiency_goal_needs_its_own() -> None:
    """With a second efficiency goal three activities are needed."""
    energy = goal("4.2", "Energin ska användas klokt", GoalLevel.EFFICIENCY, order=9)
    meter = requirement(plan(HEALTH, DIALOGUE, energy), KITCHEN, 2024)
    assert meter.minimum == 3
    assert meter.gaps == ("Ingen aktivitet är planerad mot 4.2 Energin ska användas klokt.",)


def test_two_are_needed_also_in_a_year_without_efficiency_goals() -> None:
    """«Minst två» holds whatever the council has adopted."""
    only_board = Plan([goal(BUSINESS, "Näringsliv"), DIALOGUE])
    meter = requirement(only_board, KITCHEN, 2024)
    assert meter.minimum == 2
    assert meter.gaps == ("1 aktivitet är planerad mot målen. Minst 2 olika behövs.",)
    assert requirement(
        Plan([goal(BUSINESS, "Näringsliv"), DIALOGUE, activity("Besök", (BUSINESS,))]),
        KITCHEN,
        2024,
    ).is_met


def test_cancelled_activities_do_not_count() -> None:
    """Neither one that was cancelled nor one whose status is Utgår (A10)."""
    cancelled = activity("Hälsotema på APT", (SICKNESS,), cancelled=True)
    dropped = status(DIALOGUE, value=StatusValue.CANCELLED)
    meter = requirement(plan(cancelled, DIALOGUE, dropped), KITCHEN, 2024)
    assert [bucket.count for bucket in meter.buckets] == [0, 0]


def test_a_completed_activity_still_counts() -> None:
    """The minimum is per year: what was done in March has been planned and carried out."""
    done = status(DIALOGUE, value=StatusValue.COMPLETED_ON_PLAN)
    assert requirement(plan(HEALTH, DIALOGUE, done), KITCHEN, 2024).is_met


def test_another_unit_s_and_another_year_s_activities_do_not_count() -> None:
    """Only what this unit plans for this year fills its buckets."""
    theirs = activity("Parkdag", (BUSINESS,), of=STREETS)
    last_year = activity("Gammal dialog", (BUSINESS,), year=2023)
    meter = requirement(plan(HEALTH, theirs, last_year), KITCHEN, 2024)
    assert meter.gaps == ("Ingen aktivitet är planerad mot något av kommunstyrelsens mål.",)


def test_work_that_leads_to_no_goal_does_not_count() -> None:
    """An activity for the sake of a law (R13) is fine, but does not fill the minimum."""
    meter = requirement(plan(activity("Livsmedelslag", ())), KITCHEN, 2024)
    assert meter.total == 0


def test_work_towards_a_council_goal_counts_among_all_but_fills_no_bucket() -> None:
    """The council's goals are political goals, but not the board's (R1)."""
    meter = requirement(plan(HEALTH, activity("Företag växer", (COUNCIL,))), KITCHEN, 2024)
    assert meter.total == 2
    assert meter.gaps == ("Ingen aktivitet är planerad mot något av kommunstyrelsens mål.",)


def test_a_plan_activity_counts_only_where_the_catalogue_names_the_unit() -> None:
    """Nobody gets the operational plan's activities for free."""
    named = plan_activity(unit=KITCHEN)
    shared = plan_activity("Upphandlingsdag", unit=STREETS, participants=(KITCHEN,))
    assert requirement(plan(plan_activity()), KITCHEN, 2024).total == 0
    assert requirement(plan(named), KITCHEN, 2024).total == 1
    assert requirement(plan(shared), KITCHEN, 2024).total == 1


@pytest.mark.parametrize(("written", "total"), [("true", 1), ("ja", 1), ("false", 0), ("nej", 0)])
def test_the_catalogue_says_whether_plan_activities_count(written: str, total: int) -> None:
    """A2 has two readings; the municipality chooses."""
    chosen = setting("count_plan_activities", written)
    meter = requirement(plan(plan_activity(unit=KITCHEN), chosen), KITCHEN, 2024)
    assert meter.total == total


def test_where_the_rule_bites_on_departments_the_units_count_together() -> None:
    """One unit's sickness activity and another's dialogue meet the department's minimum (A3)."""
    by_department = setting("requirement_level", "department")
    town = plan(HEALTH, activity("Parkdag", (BUSINESS,), of=STREETS), by_department)
    for part in (KITCHEN, STREETS, BUILDING):
        meter = requirement(town, part, 2024)
        assert meter.subject == BUILDING
        assert meter.is_met
    assert not requirement(town, LIBRARY, 2024).is_met
    assert counted_units(town, KITCHEN) == (BUILDING, STREETS, KITCHEN)


def test_a_plan_activity_of_two_units_counts_once_for_their_department() -> None:
    """The same record seen from two units is one activity."""
    shared = plan_activity(unit=KITCHEN, participants=(STREETS,))
    town = plan(shared, setting("requirement_level", "department"))
    assert requirement(town, KITCHEN, 2024).total == 1


def test_a_unit_outside_every_department_answers_for_itself() -> None:
    """There is no department to add up."""
    alone = unit("raddning", "Räddningstjänsten", None)
    town = plan(alone, setting("requirement_level", "department"))
    assert requirement(town, "raddning", 2024).subject == "raddning"


def test_a_department_with_units_has_no_minimum_of_its_own() -> None:
    """Unless the rule bites there; one without units below answers like a unit."""
    assert not requirement(plan(), BUILDING, 2024).applies
    assert requirement(plan(), BUILDING, 2024).gaps == ()
    staff = unit("staben", "Staben", None, OrganisationLevel.DEPARTMENT)
    assert requirement(plan(staff), "staben", 2024).applies


@pytest.mark.parametrize(
    "gone", [{"valid_to": day("2023-12-31")}, {"merged_into": STREETS}], ids=["closed", "merged"]
)
def test_a_unit_that_is_no_more_has_nothing_to_meet(gone: dict[str, Value]) -> None:
    """A closed or merged unit is not warned."""
    assert not requirement(plan(unit(KITCHEN, "Kostenheten", **gone)), KITCHEN, 2024).applies


def test_without_any_goals_there_is_nothing_to_meet() -> None:
    """Before a catalogue is loaded nobody is warned."""
    meter = requirement(Plan(), KITCHEN, 2024)
    assert not meter.applies
    assert meter.is_met
    assert meter.advice == ""


def test_a_goal_that_ended_during_the_year_asks_for_nothing_but_its_work_counts() -> None:
    """Removal of a goal is a date; what was done towards it was done."""
    ended = goal("3.4.6", "Utgånget mål.", valid_to=day("2024-06-30"))
    dropped = goal(
        "4.2", "Utgånget verksamhetsmål.", GoalLevel.EFFICIENCY, valid_to=day("2024-03-01")
    )
    meter = requirement(plan(ended, dropped, activity("Gjort", ("3.4.6",))), KITCHEN, 2024)
    assert [(bucket.number, bucket.count) for bucket in meter.buckets] == [("4.1", 0), ("", 1)]
    assert meter.minimum == 2


def test_the_latest_goals_are_used_where_the_catalogue_lacks_the_year() -> None:
    """In January 2026, before the new catalogue: what is planned for 2026, towards 2024's goals."""
    next_year = [
        activity(f"{title} 2026", (number,), year=2026, goals=(goal_id(number, 2024),))
        for title, number in (("Hälsotema", SICKNESS), ("Dialog", BUSINESS))
    ]
    meter = requirement(plan(*next_year), KITCHEN, 2026)
    assert meter.year == 2024
    assert meter.is_met


def test_last_year_s_activities_do_not_fill_a_new_year() -> None:
    """Also where the goals are last year's: a unit that has planned nothing lacks everything."""
    meter = requirement(plan(HEALTH, DIALOGUE), KITCHEN, 2025)
    assert meter.total == 0
    assert len(meter.gaps) == 2


@pytest.mark.parametrize(
    ("size", "written", "advice"),
    [
        (SizeClass.NORMAL, "2", ""),
        (
            SizeClass.NORMAL,
            "3",
            "En enhet av den här storleken förväntas planera 3 aktiviteter. Nu: 2.",
        ),
        (SizeClass.NORMAL, "", ""),
        (SizeClass.NORMAL, "många", ""),
        (SizeClass.LARGE, "", "Större enheter förväntas planera fler än 2 aktiviteter."),
        (SizeClass.SMALL, "", ""),
    ],
)
def test_more_is_expected_of_larger_units_as_advice(
    size: SizeClass, written: str, advice: str
) -> None:
    """«Större enheter förväntas göra mer» (R3): said, never required."""
    town = plan(
        HEALTH,
        DIALOGUE,
        unit(KITCHEN, "Kostenheten", size=size),
        setting(f"expected_activities_{size.value}", written),
    )
    meter = requirement(town, KITCHEN, 2024)
    assert meter.is_met
    assert meter.advice == advice


def test_advice_waits_until_the_minimum_is_met() -> None:
    """First what must be, then what would be good."""
    town = plan(HEALTH, setting("expected_activities_normal", "5"))
    assert requirement(town, KITCHEN, 2024).advice == ""


@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from([COUNCIL, BUSINESS, YOUTH, SICKNESS]), unique=True),
            st.booleans(),
        ),
        max_size=6,
    )
)
def test_the_meter_says_met_exactly_when_it_names_no_gap(
    drawn: list[tuple[list[str], bool]],
) -> None:
    """Whatever is planned, the mark and the sentences agree, and a mark means the minimum."""
    activities = [
        activity(f"Aktivitet {place}", tuple(towards), cancelled=cancelled)
        for place, (towards, cancelled) in enumerate(drawn)
    ]
    meter = requirement(plan(*activities), KITCHEN, 2024)
    assert meter.is_met == (not meter.gaps)
    living = [set(towards) for towards, cancelled in drawn if not cancelled]
    assert meter.is_met == (
        sum(bool(towards) for towards in living) >= 2
        and any(SICKNESS in towards for towards in living)
        and any({BUSINESS, YOUTH} & towards for towards in living)
    )
