"""The plan form in windows of all sizes, and how one comes to its fields."""

from __future__ import annotations

from model.home.paths import Home
from tests.tui.app.person import NARROW, at_the_screen
from tests.tui.app.planning import fills_in
from tui.app.screens.plan_form import PlanFormScreen, open_plan_form


async def test_a_form_can_be_opened_at_a_field(home: Home) -> None:
    """Where a finding points, by the finding's own name of the field."""
    async with at_the_screen(home) as person:
        [unit] = person.app.session.units
        for field, mark in (
            ("end_date", "▸ Slut"),
            ("description", "▸ Beskrivning"),
            ("deputy", "▸ Ersättare"),
            ("goals", "▸ Mål"),
            ("cancel_reason", "▸ Rubrik"),
        ):
            activity = person.app.session.plan.activities_of(unit)[0]
            await open_plan_form(person.app, unit, activity.id, focus_field=field)
            await person.waits()
            assert mark in person.screen
            await person.does("back")


async def test_one_form_may_lie_over_another(home: Home) -> None:
    """The screen that is used again is not taken from below."""
    async with at_the_screen(home) as person:
        [unit] = person.app.session.units
        await person.does("new_activity")
        await person.types("Underst")
        await open_plan_form(person.app, unit, goal=None)
        await person.waits()
        assert isinstance(person.app.screen, PlanFormScreen)
        await person.does("back")
        assert "Underst" in person.screen


async def test_the_report_s_text_is_a_key_away_in_a_narrow_window(home: Home) -> None:
    """The form has the whole width until then."""
    async with at_the_screen(home, size=NARROW) as person:
        await person.does("edit_activity")
        assert "Verksamhetens" not in person.text
        await person.does("toggle_preview")
        assert "Verksamhetens" in person.text
        await person.does("back")
        assert "▸ Rubrik" in person.screen


async def test_the_form_follows_the_window(home: Home) -> None:
    """Nothing that was typed is lost when the window changes."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        for size in ((80, 24), (100, 30), (160, 45)):
            await person.resizes(*size)
            assert "Provsmakning i matsalen" in person.text
            assert "Elever smakar på nya rätter." in person.text


async def test_every_field_can_be_reached_in_a_narrow_window(home: Home) -> None:
    """Also when much is said under each of them."""
    async with at_the_screen(home, size=NARROW) as person:
        await person.does("new_activity")
        await fills_in(person, "Rutin för matsvinn, försenad")
        await person.types(" Ring 19811228-9874.")
        await person.presses("shift+tab")
        await person.types("31 feb")
        await person.does("save")
        for label in ("Slut", "Beskrivning", "Ansvarig", "Ersättare", "Spara", "Rubrik", "Mål"):
            assert f"▸ {label}" in person.screen
            await person.presses("tab")


async def test_keys_of_the_list_of_goals_say_what_to_do_where_there_is_none(home: Home) -> None:
    """From the palette as from the list."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await person.app.screen.run_action("primary_goal")
        await person.waits()
        assert "Inget mål är valt än. F4 väljer." in person.text
