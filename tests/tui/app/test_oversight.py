"""The oversight plan in the app: planned, decided with one key, read by the unit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from model.actions.overseeing import decide, plan_report
from model.home.paths import Home
from model.plan.entities import OrganisationUnit
from model.plan.oversight import OversightItem
from model.plan.vocabulary import Role, Ruling
from model.workspace.edit import Author, Edit
from tests.model.building import day
from tests.tui.app.person import NARROW, WIDE, at_the_screen
from tests.tui.app.programs import another_program, does_elsewhere

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

SCHOOLS = "Utbildningsutskottet"
BUILDING = "Samhällsutskottet"


def called(edit: Edit, name: str) -> OrganisationUnit:
    """A unit by its name."""
    return next(unit for unit in edit.plan.of(OrganisationUnit) if unit.name == name)


def referred_back(edit: Edit) -> None:
    """Kostenheten's report was referred back a week ago."""
    item = plan_report(edit, called(edit, "Kostenheten"), SCHOOLS, day("2024-04-16"))
    decide(edit, item, Ruling.REFERRED_BACK, reasons="Effekten av matsvinnet saknas.")


def planned(when: str) -> Callable[[Edit], None]:
    """Kostenheten is to report on a day."""

    def does(edit: Edit) -> None:
        plan_report(edit, called(edit, "Kostenheten"), SCHOOLS, day(when))

    return does


async def test_a_report_is_planned_and_decided(central_home: Home) -> None:
    """Unit, committee and day in three answers; a decision in two; undo takes it back."""
    async with at_the_screen(central_home) as person:
        await person.does("oversight")
        assert "Inga redovisningar är inskrivna" in person.screen
        await person.does("new")
        await person.types("kostenh")
        await person.presses("enter")
        await person.types(SCHOOLS)
        await person.presses("enter")
        await person.types("16 apr 2024")
        await person.presses("enter")
        assert "2024-04-16 Kostenheten" in person.text
        assert "1 öppet ärende" in person.lines[0]
        await person.does("choose(2)")
        await person.types("Effekten saknas.")
        await person.presses("enter")
        await person.types("47")
        await person.presses("enter")
        assert "2024-04-16" in person.text, "the day of the presentation, to take or to change"
        await person.empties_field()
        await person.types("18 apr")
        await person.presses("enter")
        assert "↩ återremitterad" in person.screen
        assert "§ 47" in person.screen
        assert "Beslutat 2024-04-18" in person.screen
        await person.does("again")
        await person.types("14 maj")
        await person.presses("enter")
        assert "2024-05-14" in person.screen
        await person.does("undo", "undo")
        assert "… väntar på beslut" in person.screen


async def test_a_decision_may_have_no_paragraph_and_is_not_entered_ahead(
    central_home: Home,
) -> None:
    """An empty answer leaves no lone §; of a meeting to come nothing is asked in vain."""
    for when in ("2024-04-16", "2024-05-14"):
        does_elsewhere(central_home, planned(when))
    async with at_the_screen(central_home) as person:
        await person.does("oversight", "choose(1)")
        await person.presses("enter", "enter")
        assert "Beslutat 2024-04-16" in person.text
        assert "§" not in person.text
        await person.goes_to("2024-05-14")
        await person.does("choose(2)")
        assert person.context == "oversight"
        assert "Mötet är först 2024-05-14." in person.told


async def test_what_is_decided_is_not_moved(central_home: Home) -> None:
    """The reason is told; what is ahead is not decided."""
    does_elsewhere(central_home, referred_back)
    async with at_the_screen(central_home) as person:
        await person.does("oversight", "remove")
        assert "redan beslutat" in person.text


async def test_a_department_head_reads_the_plan(department_home: Home) -> None:
    """And does not keep it."""
    async with at_the_screen(department_home) as person:
        await person.does("oversight", "new")
        assert person.context == "oversight"
        assert "sköts centralt" in person.told


async def test_the_unit_reads_the_next_step_on_its_first_screen(home: Home) -> None:
    """Also when it was decided while the unit was away."""
    with another_program(home) as workspace:
        edit = workspace.begin(Author("staben", Role.CENTRAL, ()))
        referred_back(edit)
        workspace.commit(edit)
    async with at_the_screen(home) as person:
        assert "Utbildningsutskottet 16 apr: återremitterad" in person.screen
        assert "Komplettera redovisningen efter skälen" in person.screen


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["120x40", "80x24"])
async def test_picture(
    central_home: Home, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """One that was referred back, and one ahead."""

    def plan_two(edit: Edit) -> None:
        referred_back(edit)
        plan_report(edit, called(edit, "HR-enheten"), "Personalutskottet", day("2024-05-14"))

    does_elsewhere(central_home, plan_two)
    async with at_the_screen(central_home, size=size) as person:
        await person.does("oversight")
        assert person.screen == picture


async def test_another_committee_is_typed_over_the_one_that_is_offered(central_home: Home) -> None:
    """The latest committee is offered: Enter takes it, and what is typed stands in its place."""
    async with at_the_screen(central_home) as person:
        await person.does("oversight")
        for unit, committee in (("kosten", SCHOOLS), ("lokalv", BUILDING), ("hr-en", "")):
            await person.does("new")
            await person.types(unit)
            await person.presses("enter")
            await person.types(committee)
            await person.presses("enter")
            await person.types("14 maj")
            await person.presses("enter")
        items = person.app.session.plan.of(OversightItem)
        assert len(items) == 3
        assert {item.committee for item in items} == {BUILDING, SCHOOLS}
