"""Units as rows: who has planned, reported and handed in."""

from __future__ import annotations

from datetime import UTC, datetime

from model.plan.calendar import Tertial
from model.plan.identifiers import CENTRAL
from model.plan.vocabulary import OrganisationLevel, StatusValue
from model.views.department import UnitRow, filled_in, overview
from model.views.home import home_view
from model.views.locking import lock_view
from model.views.missing import missing_units
from model.views.naming import WITHOUT_UNIT
from tests.model.building import (
    BUILDING,
    BUSINESS,
    KITCHEN,
    LIBRARY,
    SICKNESS,
    STREETS,
    T1,
    activity,
    day,
    hand_in,
    plan,
    plan_activity,
    setting,
    status,
    unit,
)

HEALTH = activity("Hälsotema på APT", (SICKNESS,))
DIALOGUE = activity("Dialog", (BUSINESS,))
PARK = activity("Parkdag", (BUSINESS,), of=STREETS)
REPORTED = status(DIALOGUE)
TOWN = plan(HEALTH, DIALOGUE, PARK, REPORTED, status(PARK), hand_in(status(PARK), of=STREETS))


def row_of(rows: tuple[UnitRow, ...], unit_id: str, *, is_sum: bool = False) -> UnitRow:
    """The row of one unit."""
    return next(row for row in rows if row.unit == unit_id and row.is_sum is is_sum)


def test_departments_stand_above_their_units_in_swedish_order() -> None:
    """Each department's row is the sum of what is below it."""
    shown = overview(TOWN, T1)
    assert [(row.depth, row.name) for row in shown.rows] == [
        (0, "Samhällsbyggnadsavdelningen"),
        (1, "Gata och park"),
        (1, "Kostenheten"),
        (0, "Utbildningsavdelningen"),
        (1, "Biblioteket"),
    ]
    assert (shown.handed_in, shown.units) == (1, 3)


def test_a_row_says_planned_met_reported_and_handed_in() -> None:
    """A glance per column."""
    rows = overview(TOWN, T1).rows
    kitchen = row_of(rows, KITCHEN)
    assert (kitchen.planned, kitchen.reported, kitchen.total) == (2, 1, 2)
    assert kitchen.requirement.is_met
    assert not kitchen.is_handed_in
    streets = row_of(rows, STREETS)
    assert [bucket.number for bucket in streets.requirement.buckets if not bucket.is_met] == ["4.1"]
    assert streets.is_handed_in
    assert streets.handed_in_on == day("2024-04-22")


def test_a_department_sums_its_units() -> None:
    """41 av 48, and how many of its units have handed in."""
    building = row_of(overview(TOWN, T1).rows, BUILDING, is_sum=True)
    assert (building.planned, building.reported, building.total) == (3, 2, 3)
    assert (building.handed_in, building.units) == (1, 2)
    assert not building.is_handed_in


def test_a_department_head_sees_what_is_below() -> None:
    """And a unit manager could see the own row alone."""
    shown = overview(TOWN, T1, BUILDING)
    assert {row.unit for row in shown.rows} == {BUILDING, STREETS, KITCHEN}
    assert [row.unit for row in overview(TOWN, T1, KITCHEN).rows] == [KITCHEN]
    assert overview(TOWN, T1, "okänd").rows == ()


def test_a_department_s_own_work_is_a_row_below_its_sum() -> None:
    """A plan activity may answer to the department itself."""
    own = plan_activity("Ny detaljplan", unit=BUILDING)
    shown = overview(TOWN.replacing([own]), T1, BUILDING)
    building = row_of(shown.rows, BUILDING)
    assert (building.depth, building.total) == (1, 1)
    assert row_of(shown.rows, BUILDING, is_sum=True).total == 4
    assert shown.units == 3


def test_the_count_is_the_one_that_the_unit_sees_at_home() -> None:
    """Two screens never show two figures for the same thing."""
    done = status(HEALTH, T1, StatusValue.COMPLETED_ON_PLAN)
    town = TOWN.replacing([done, activity("Inställd", cancelled=True)])
    for unit_id in (KITCHEN, STREETS, LIBRARY):
        home = home_view(town, unit_id, day("2024-04-23"))
        row = row_of(overview(town, T1).rows, unit_id)
        assert (row.reported, row.total) == (len(home.reported), home.total)


def test_what_was_cancelled_is_not_planned() -> None:
    """However it was said."""
    dropped = status(DIALOGUE, T1, StatusValue.CANCELLED)
    town = TOWN.replacing([dropped, activity("Inställd", cancelled=True)])
    assert row_of(overview(town, T1).rows, KITCHEN).planned == 1


def test_findings_are_shown_where_they_were_counted() -> None:
    """None means not counted, which is not the same as none found."""
    assert row_of(overview(TOWN, T1).rows, KITCHEN).findings is None
    rows = filled_in(overview(TOWN, T1), {KITCHEN: 2}).rows
    assert row_of(rows, KITCHEN).findings == 2
    assert row_of(rows, STREETS).findings is None
    assert row_of(rows, BUILDING, is_sum=True).findings is None
    counted = filled_in(overview(TOWN, T1), {KITCHEN: 2, STREETS: 0}).rows
    assert row_of(counted, STREETS).findings == 0
    assert row_of(counted, BUILDING, is_sum=True).findings == 2


def test_when_a_unit_was_last_heard_of() -> None:
    """For a department the latest of those below."""
    early, late = datetime(2024, 4, 12, tzinfo=UTC), datetime(2024, 4, 20, tzinfo=UTC)
    rows = filled_in(overview(TOWN, T1), heard={KITCHEN: early, STREETS: late}).rows
    assert row_of(rows, KITCHEN).last_heard == early
    assert row_of(rows, BUILDING, is_sum=True).last_heard == late
    assert row_of(rows, LIBRARY).last_heard is None


def test_a_change_after_the_hand_in_shows() -> None:
    """For the unit and in the sum."""
    rows = overview(TOWN.replacing([status(PARK, version="v2")]), T1).rows
    assert row_of(rows, STREETS).changed_since == 1
    assert row_of(rows, BUILDING, is_sum=True).changed_since == 1


def test_units_that_are_no_more_are_left_out() -> None:
    """Merged or closed before the tertial; one closed later still reports."""
    town = TOWN.replacing(
        [
            unit(KITCHEN, "Kostenheten", merged_into=STREETS),
            unit(STREETS, "Gata och park", valid_to=day("2024-06-30")),
            unit(LIBRARY, "Biblioteket", "utbildning", valid_to=day("2023-12-31")),
        ]
    )
    assert {row.unit for row in overview(town, T1).rows} == {BUILDING, STREETS, "utbildning"}


def test_a_unit_whose_department_has_not_arrived_stands_by_itself() -> None:
    """Nobody falls out of the list."""
    town = TOWN.replacing([unit("raddning", "Räddningstjänsten", "okänd")])
    assert row_of(overview(town, T1).rows, "raddning").depth == 0


def test_units_above_one_another_do_not_go_round_for_ever() -> None:
    """A slip in the catalogue must not stop the screen."""
    town = TOWN.replacing([unit("a", "A", "b"), unit("b", "B", "a"), unit("c", "C", "c")])
    assert len(overview(town, T1, "a").rows) < 10


def test_where_the_rule_bites_on_departments_the_sum_shows_the_meter() -> None:
    """Above the level nothing is required."""
    assert not row_of(overview(TOWN, T1).rows, BUILDING, is_sum=True).requirement.applies
    town = TOWN.replacing([setting("requirement_level", "department")])
    building = row_of(overview(town, T1).rows, BUILDING, is_sum=True)
    assert building.level is OrganisationLevel.DEPARTMENT
    assert building.requirement.applies
    assert building.requirement.is_met


def test_planned_and_reported_count_the_same_activities() -> None:
    """What goes on from last year is in both, what is cancelled in neither, in units and sums."""
    from_last_year = activity("Flerårig", (BUSINESS,), year=2023, end="2024-12-31")
    dropped = activity("Struken", (BUSINESS,), cancelled=True)
    rows = overview(plan(DIALOGUE, from_last_year, dropped, REPORTED), T1).rows
    kitchen = row_of(rows, KITCHEN)
    assert (kitchen.planned, kitchen.reported, kitchen.total) == (2, 1, 2)
    assert all(row.planned == row.total for row in rows)


def test_it_says_that_another_year_s_goals_are_used() -> None:
    """Nobody takes the marks for those of the year's own goals."""
    shown = overview(TOWN, Tertial(2025, 1))
    assert shown.goals_notice == "Målkatalogen saknar 2025, målen för 2024 används."
    assert overview(TOWN, T1).goals_notice == ""


FILM = plan_activity("Film", (BUSINESS,))
"""An activity of the operational plan that no unit answers for."""


def test_what_no_unit_answers_for_is_the_centres_own_row() -> None:
    """Last of the whole, outside every department: nobody hands it in and nothing is required."""
    rows = overview(TOWN.replacing([FILM]), T1).rows
    assert rows[:-1] == overview(TOWN, T1).rows
    row = rows[-1]
    assert (row.unit, row.name, row.depth) == (CENTRAL, WITHOUT_UNIT, 0)
    assert (row.planned, row.reported, row.total) == (1, 0, 1)
    assert (row.units, row.handed_in, row.requirement.applies) == (0, 0, False)
    told = status(FILM, by=CENTRAL)
    assert row_of(overview(TOWN.replacing([FILM, told]), T1).rows, CENTRAL).reported == 1
    assert CENTRAL not in {row.unit for row in overview(TOWN.replacing([FILM]), T1, BUILDING).rows}


def test_the_centres_own_row_makes_nobody_wait() -> None:
    """It is in no count of those that have handed in, and on no list of those that have not."""
    town = TOWN.replacing([FILM])
    view, without = overview(town, T1), overview(TOWN, T1)
    assert (view.handed_in, view.units) == (without.handed_in, without.units)
    assert missing_units(town, view) == missing_units(TOWN, without)
    locking = lock_view(town, T1, day("2024-04-23"), {})
    assert CENTRAL not in {unit.unit for unit in locking.units}
