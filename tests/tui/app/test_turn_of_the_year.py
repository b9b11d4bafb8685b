"""January: last year's third tertial is reported while this year is already planned."""

from __future__ import annotations

from datetime import date

from model.actions.planning import PlannedActivity, add_activity
from model.home.paths import Home
from model.plan.entities import Goal, Period
from model.workspace.edit import Edit
from tests.tui.app.person import at_the_screen
from tests.tui.app.programs import does_elsewhere

JANUARY = date(2025, 1, 8)
TITLE = "Ny aktivitet för 2025"


def plan_for_the_new_year(home: Home) -> None:
    """Somebody has planned for 2025."""

    def plan(edit: Edit) -> None:
        goal = next(each for each in edit.plan.of(Goal) if each.number == "3.4.5")
        period = Period(date(2025, 2, 1), date(2025, 11, 30))
        planned = PlannedActivity(title=TITLE, period=period, goals=(goal.id,))
        add_activity(edit, edit.author.units[0], planned)

    does_elsewhere(home, plan)


async def test_the_key_reaches_the_tertial_that_has_begun(home: Home) -> None:
    """First what is reported, then the new year, then the one before, and around."""
    plan_for_the_new_year(home)
    async with at_the_screen(home, today=JANUARY) as person:
        assert "T3" in person.lines[0]
        assert TITLE not in person.screen
        await person.does("next_tertial")
        assert "Kostenheten · 2025" in person.lines[0]
        assert TITLE in person.screen
        await person.does("next_tertial")
        assert "Kostenheten · 2024" in person.lines[0]
        assert "T2" in person.lines[1]
        await person.does("next_tertial")
        assert "T3" in person.lines[1]


async def test_what_was_just_planned_is_shown(home: Home) -> None:
    """The list goes to the tertial in which the new activity shows, with the cursor on it."""
    async with at_the_screen(home, today=JANUARY) as person:
        await person.does("new_activity", "ideas")
        idea = person.chosen
        await person.does("take", "save")
        assert person.context == "home"
        assert "Kostenheten · 2025" in person.lines[0]
        assert person.chosen == idea
