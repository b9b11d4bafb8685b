"""The plan as everyone reads it: the same on every device, whatever came first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.plan.entities import Activity, Entity, Goal, Municipality, OrganisationUnit, Person
from model.plan.identifiers import natural_id
from model.plan.plan import Plan
from tests.model.building import (
    BUILDING,
    BUSINESS,
    KITCHEN,
    LIBRARY,
    STREETS,
    T1,
    T2,
    T3,
    T3_2023,
    activity,
    goal_id,
    hand_in,
    locked,
    person,
    plan,
    plan_activity,
    setting,
    status,
    tertial_dates,
    unit,
    waiver,
)

DIALOGUE = activity("Dialog", responsible="Anna Ek")
WASTE = activity("Matsvinn")
EVERYTHING: list[Entity] = [
    *plan(DIALOGUE, WASTE).everything(),
    person("Anna Ek"),
    status(DIALOGUE),
    status(DIALOGUE, T3_2023),
    activity("Forts.", carried_over_from=DIALOGUE.id),
    activity("Även forts.", carried_over_from=DIALOGUE.id),
    waiver("F03", "x", "Skäl"),
    setting("requirement_level", "unit"),
]


LATER: list[Entity] = [
    replace(DIALOGUE, title="Samtal", goals=()),
    replace(WASTE, removed=True),
    status(WASTE, T2),
    unit("parken", "Parken"),
    waiver("F05", "y", "Skäl"),
    hand_in(),
]


@given(st.lists(st.sampled_from(LATER), unique_by=id))
def test_what_an_edit_keeps_of_the_plan_before_it_is_what_would_be_found_anew(
    edited: list[Entity],
) -> None:
    before = Plan(EVERYTHING)
    found_in(before)
    after = before.replacing(edited)
    assert found_in(after) == found_in(Plan(after.everything()))


def found_in(plan: Plan) -> list[object]:
    """What the look-ups say."""
    return [
        plan.activities_of(KITCHEN),
        [plan.successor_of(each.id) for each in (DIALOGUE, WASTE)],
        [dict(plan.statuses_of(each.id, KITCHEN)) for each in (DIALOGUE, WASTE)],
        plan.people_for(DIALOGUE, KITCHEN),
        plan.hand_in_of(KITCHEN, T1),
        [plan.waiver_of("F03", "x", KITCHEN), plan.waiver_of("F05", "y", KITCHEN)],
        plan.below(BUILDING),
        dict(plan.unit_names),
        plan.goals(2024),
    ]


@given(st.permutations(EVERYTHING))
def test_the_order_in_which_things_came_does_not_show(rows: list[Entity]) -> None:
    """Two devices that hold the same list the same, and find the same."""
    one, other = Plan(EVERYTHING), Plan(rows)
    for kind in (Activity, OrganisationUnit, Goal, Person):
        assert one.of(kind) == other.of(kind)
    assert one.activities_of(KITCHEN) == other.activities_of(KITCHEN)
    assert one.below(BUILDING) == other.below(BUILDING)
    assert one.successor_of(DIALOGUE.id) == other.successor_of(DIALOGUE.id)
    assert list(one.statuses_of(DIALOGUE.id, KITCHEN)) == [T3_2023, T1]
    assert one.goals(2024) == other.goals(2024)


@given(st.lists(st.sampled_from(EVERYTHING)), st.lists(st.sampled_from(EVERYTHING)))
def test_a_plan_in_which_rows_were_replaced_is_like_a_new_one(
    first: list[Entity], then: list[Entity]
) -> None:
    """What was looked up before is not remembered wrongly, and the old plan stays as it was."""
    before = Plan(first)
    listed = before.of(Activity)
    after = before.replacing(then)
    assert before.of(Activity) == listed
    wanted = Plan([*first, *then])
    assert after.of(Activity) == wanted.of(Activity)
    assert after.of(Goal) == wanted.of(Goal)
    assert {row.id for row in after.everything()} == {row.id for row in wanted.everything()}


def test_what_is_removed_is_not_listed_but_its_name_can_be_found() -> None:
    """Where something still refers to it."""
    town = plan(activity("Borta", removed=True), DIALOGUE)
    assert [row.title for row in town.of(Activity)] == ["Dialog"]
    assert town.find(Activity, "Borta") is not None
    assert town.any_of("Borta") is not None
    assert town.find(Activity, None) is None
    assert town.any_of("ingen") is None


def test_a_list_that_was_given_out_is_the_readers_own() -> None:
    """Sorting it does not disturb the plan."""
    town = plan(DIALOGUE, WASTE)
    town.of(Activity).clear()
    town.activities_of(KITCHEN).clear()
    assert len(town.of(Activity)) == len(town.activities_of(KITCHEN)) == 2


def test_ids_that_two_devices_must_agree_on_follow_from_the_municipality() -> None:
    """And from nothing else."""
    assert plan().id_of(Activity, "x", "y") == natural_id("lillstad", "activity", "x", "y")
    assert Plan().municipality == Municipality(id="")


def test_where_goals_of_a_year_are_missing_the_latest_are_used() -> None:
    """And a plan without goals makes no fuss."""
    assert plan().goal_year(2024) == 2024
    assert plan().goal_year(2031) == 2024
    assert Plan().goal_year(2031) == 2031
    assert plan().goals(2031) == []


def test_below_a_department_are_its_units_and_theirs() -> None:
    """Nearest first; a circle that two moves have made does not go round for ever."""
    circle = [unit("a", "A", "c"), unit("b", "B", "a"), unit("c", "C", "b")]
    assert [row.id for row in plan(*circle).below("a")] == ["b", "c"]
    assert [row.id for row in plan().below(BUILDING)] == [STREETS, KITCHEN]
    assert plan().below(LIBRARY) == []


def test_a_plan_activity_is_a_units_only_where_the_plan_says_so() -> None:
    """As the responsible one, or as a participant; once, even if named twice."""
    ours = plan_activity("Ett", unit=KITCHEN, participants=(KITCHEN, STREETS))
    nobodys = plan_activity("Två")
    town = plan(ours, nobodys)
    assert town.activities_of(KITCHEN) == town.activities_of(STREETS) == [ours]
    assert town.activities_of(LIBRARY) == []


def test_what_refers_to_something_can_be_found() -> None:
    """Before it is taken away: by any field, in any kind, unless it is itself removed."""
    town = plan(
        DIALOGUE,
        WASTE,
        person("Anna Ek"),
        said := status(DIALOGUE),
        status(DIALOGUE, T2, by=STREETS),
        later := activity("Forts.", carried_over_from=DIALOGUE.id),
        activity("Borta", carried_over_from=DIALOGUE.id, removed=True),
        hand_in(said),
    )
    found = {(row.kind, row.id) for row in town.referring_to(DIALOGUE.id)}
    assert ("activity", later.id) in found
    assert ("status", said.id) in found
    assert len(found) == 3
    assert town.referring_to("Anna Ek") == [DIALOGUE]
    assert {row.id for row in town.referring_to(goal_id(BUSINESS))} == {
        DIALOGUE.id,
        WASTE.id,
        later.id,
    }
    assert town.referring_to(WASTE.id) == []


def test_a_unit_says_itself_who_answers_for_a_common_activity() -> None:
    """Its own word before the plan's."""
    town = plan(DIALOGUE, person("Anna Ek"))
    assert town.people_for(DIALOGUE, KITCHEN) == (person("Anna Ek"), None)


def test_locked_tertials_are_known() -> None:
    """Those that the centre has locked and not opened again."""
    opened = replace(locked(T2), lock=None)
    assert plan(locked(T1), opened, tertial_dates(T3)).locked == {T1}
