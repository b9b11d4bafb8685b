"""Planning: what a unit may add, change, cancel and take up again, and what it is told if not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from model.actions.planning import (
    NotYours,
    PlannedActivity,
    add_activity,
    assign,
    cancel_activity,
    change_activity,
    revive_activity,
)
from model.plan.entities import Assignment
from model.plan.rules import MAX_TEXT, MAX_TITLE, FieldRefused, RuleError
from model.plan.vocabulary import Origin
from model.workspace.edit import NotYourUnit, OnlyCentrally
from tests.model.actions.editing import editing, fields_recorded, period, plan_of
from tests.model.building import (
    BUSINESS,
    COUNCIL,
    KITCHEN,
    LIBRARY,
    SICKNESS,
    STREETS,
    YOUTH,
    activity,
    goal,
    goal_id,
    person,
    plan,
    plan_activity,
)

DIALOGUE = activity("Dialog med lokala producenter")
ANNA, BO = person("Anna Ek"), person("Bo Åberg")


def planned(title: str = "Dialog", *towards: str, **more: object) -> PlannedActivity:
    """What is filled in."""
    values: dict[str, object] = {
        "title": title,
        "goals": tuple(goal_id(number) for number in towards or (BUSINESS,)),
        "period": period(),
    }
    return PlannedActivity(**(values | more))  # type: ignore[arg-type] # the tests say what


def test_an_activity_is_planned_for_the_unit() -> None:
    """With the goals in the order given, the first one primary (R1, R13)."""
    edit = editing(plan(ANNA, BO))
    made = add_activity(
        edit,
        KITCHEN,
        planned("Dialog", SICKNESS, BUSINESS, responsible=ANNA.id, deputy=BO.id, description="Två"),
    )
    assert (made.unit, made.scope, made.origin, made.year) == (KITCHEN, KITCHEN, Origin.OWN, 2024)
    assert made.goals == (goal_id(SICKNESS), goal_id(BUSINESS))
    assert (made.responsible, made.deputy) == (ANNA.id, BO.id)
    assert plan_of(edit) == [made]


@pytest.mark.parametrize(
    ("start", "end", "today", "year"),
    [
        ("2024-05-01", "2024-09-30", "2024-04-23", 2024),
        ("2023-05-01", "2026-09-30", "2024-04-23", 2024),
        ("2025-01-01", "2025-09-30", "2024-11-20", 2025),
    ],
)
def test_the_year_is_that_of_the_start_but_never_a_past_one(
    start: str, end: str, today: str, year: int
) -> None:
    """An activity that began last year is planned for this one."""
    edit = editing(today=today)
    assert add_activity(edit, KITCHEN, planned(period=period(start, end))).year == year


def test_the_year_can_be_said() -> None:
    """When next year is planned in the autumn."""
    assert add_activity(editing(), KITCHEN, planned(year=2025)).year == 2025


def test_a_title_is_one_line_without_space_around_it() -> None:
    """It was pasted from a document."""
    made = add_activity(editing(), KITCHEN, planned("  Dialog\nmed \t producenter  "))
    assert made.title == "Dialog med producenter"


def test_free_text_keeps_its_lines() -> None:
    """Only space after the last word goes."""
    made = add_activity(editing(), KITCHEN, planned(description="  Ett\n\nTvå \n"))
    assert made.description == "  Ett\n\nTvå"


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        (planned("   "), "title", "behöver en rubrik"),
        (planned("x" * (MAX_TITLE + 1)), "title", "för lång"),
        (planned(description="x" * (MAX_TEXT + 1)), "description", "för lång"),
        (planned(goals=()), "goals", "minst ett mål"),
        (planned("Dialog", "9.9"), "goals", "finns inte i målkatalogen"),
        (planned("Dialog", COUNCIL), "goals", "3.4 är ett fullmäktigemål"),
        (planned(period=period("2024-05-02", "2024-05-01")), "end_date", "före startdatum"),
        (planned(responsible="ingen"), "responsible", "finns inte i registret"),
        (planned(deputy="ingen"), "deputy", "finns inte i registret"),
    ],
)
def test_what_is_wrong_is_refused_where_it_is(
    wrong: PlannedActivity, field: str, words: str
) -> None:
    """The message says that nothing is changed, and the form jumps to the field."""
    edit = editing()
    with pytest.raises(FieldRefused, match=words) as refused:
        add_activity(edit, KITCHEN, wrong)
    assert refused.value.field == field
    assert str(refused.value).endswith("Inget är ändrat.")
    assert not edit.entries


def test_a_removed_goal_is_no_goal_to_plan_towards() -> None:
    """It was taken out of the catalogue."""
    town = plan(goal("3.9.9", "Borttaget", removed=True))
    with pytest.raises(FieldRefused, match="finns inte i målkatalogen"):
        add_activity(editing(town), KITCHEN, planned("Dialog", "3.9.9"))


def test_one_does_not_plan_for_another_unit() -> None:
    """The device is set up for Kostenheten."""
    with pytest.raises(NotYourUnit, match="annan enhet"):
        add_activity(editing(), LIBRARY, planned())


def test_who_heads_two_units_plans_for_both() -> None:
    """Each has its own plan."""
    edit = editing(units=(KITCHEN, STREETS))
    made = [add_activity(edit, unit, planned()) for unit in (KITCHEN, STREETS)]
    assert [row.scope for row in made] == [KITCHEN, STREETS]


def test_a_change_touches_only_what_differs() -> None:
    """So that others may change the rest at the same time."""
    edit = editing(plan(DIALOGUE))
    changed = change_activity(
        edit,
        DIALOGUE,
        planned("Samråd", description=DIALOGUE.description, period=DIALOGUE.period),
    )
    assert changed.title == "Samråd"
    assert fields_recorded(edit) == [{"title": "Samråd"}]


def test_a_goal_and_a_person_that_are_gone_may_stay() -> None:
    """A spelling is mended in last year's activity; its goal is in the catalogue no more."""
    old = activity("Dialåg", ("1.1",), year=2023, responsible="slutat", deputy="slutat")
    edit = editing(plan(old))
    mended = change_activity(
        edit,
        old,
        PlannedActivity(
            title="Dialog",
            goals=old.goals,
            period=old.period or period(),
            description=old.description,
            responsible="slutat",
            deputy="slutat",
        ),
    )
    assert (mended.title, mended.goals, mended.year) == ("Dialog", old.goals, 2023)
    assert fields_recorded(edit) == [{"title": "Dialog"}]
    with pytest.raises(FieldRefused, match="finns inte i registret"):
        change_activity(edit, mended, planned(responsible="någon annan"))


@pytest.mark.parametrize("central", [False, True])
def test_what_is_decided_in_the_plan_is_not_the_units_to_change(central: bool) -> None:
    """A unit reports a new date in its status instead."""
    decided = plan_activity(unit=KITCHEN, scope="central" if central else KITCHEN)
    edit = editing(plan(decided))
    changes: tuple[Callable[[], object], ...] = (
        lambda: change_activity(edit, decided, planned()),
        lambda: cancel_activity(edit, decided, "Nej"),
        lambda: revive_activity(edit, decided),
    )
    for change in changes:
        with pytest.raises(NotYours, match="nytt slutdatum eller en kommentar i statusen"):
            change()
    assert not edit.entries


def test_a_cancelled_activity_stays_with_its_reason() -> None:
    """It is in the plan, but counts no more (A10); and it can be taken up again."""
    edit = editing(plan(DIALOGUE))
    cancelled = cancel_activity(edit, DIALOGUE, "Ingen budget. ")
    assert (cancelled.cancelled, cancelled.cancel_reason) == (True, "Ingen budget.")
    assert not cancelled.removed
    revived = revive_activity(edit, cancelled)
    assert (revived.cancelled, revived.cancel_reason) == (False, "")


def test_one_does_not_cancel_for_another_unit() -> None:
    """It is theirs to decide."""
    theirs = activity("Läsning", of=LIBRARY)
    with pytest.raises(NotYourUnit):
        cancel_activity(editing(plan(theirs)), theirs, "Nej")


def test_a_unit_says_who_answers_for_a_plan_activity_that_names_it() -> None:
    """It is kept by the unit: the activity itself is the centre's."""
    decided = plan_activity(unit=LIBRARY, participants=(KITCHEN,))
    edit = editing(plan(decided, ANNA, BO))
    made = assign(edit, decided, KITCHEN, responsible=ANNA.id, deputy=BO.id)
    assert made.scope == KITCHEN
    assert edit.plan.people_for(decided, KITCHEN) == (ANNA, BO)
    assert edit.plan.people_for(decided, LIBRARY) == (None, None)
    assign(edit, decided, KITCHEN, responsible=BO.id, deputy=None)
    assert edit.plan.people_for(decided, KITCHEN) == (BO, None)
    assert len(edit.plan.of(Assignment)) == 1


def test_who_answers_is_said_only_where_the_plan_names_the_unit() -> None:
    """And for an own activity in the activity itself."""
    for row, words in (
        (plan_activity(unit=LIBRARY), "anger inte att enheten deltar"),
        (DIALOGUE, "enhetens egen"),
    ):
        edit = editing(plan(row, ANNA))
        with pytest.raises(RuleError, match=words):
            assign(edit, row, KITCHEN, responsible=ANNA.id, deputy=None)
    decided = plan_activity(unit=KITCHEN)
    with pytest.raises(FieldRefused, match="finns inte i registret"):
        assign(editing(plan(decided)), decided, KITCHEN, responsible="ingen", deputy=None)


def test_who_somebody_else_put_down_meanwhile_is_not_replaced_in_silence() -> None:
    """An older form saves beside it, as a conflict; people that stood there may stay."""
    decided = plan_activity(unit=KITCHEN)
    edit = editing(plan(decided, ANNA, BO))
    assign(edit, decided, KITCHEN, responsible=BO.id, deputy=None)
    made = assign(edit, decided, KITCHEN, responsible=ANNA.id, deputy=None, seen=None)
    assert made.conflicts == ("responsible",)
    gone = replace(made, responsible="borta", conflicts=())
    edit = editing(plan(decided, ANNA, gone))
    kept = assign(edit, decided, KITCHEN, responsible="borta", deputy=ANNA.id, seen=gone)
    assert (kept.responsible, kept.deputy) == ("borta", ANNA.id)


def test_a_goal_of_the_centre_is_not_the_units_to_save() -> None:
    """Whatever calls it."""
    edit = editing()
    wanted = edit.plan.goals(2024)[1]
    assert wanted.number in (YOUTH, BUSINESS, COUNCIL)
    with pytest.raises(OnlyCentrally):
        edit.save(replace(wanted, text="Eget"))
