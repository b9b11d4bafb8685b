"""Planning an activity: what a unit manager writes, sees beside it, and saves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from model.home.paths import Home
from model.plan.entities import Activity
from model.store.errors import DiskFull
from model.workspace.edit import Edit
from model.workspace.opening import open_workspace
from model.workspace.workspace import Workspace
from tests.tui.app.person import NARROW, Person, at_the_screen
from tui.app.screens.plan_form import PlanFormScreen, open_plan_form

if TYPE_CHECKING:
    import pytest

TODAY = date(2024, 4, 23)


async def fills_in(person: Person, title: str = "Provsmakning i matsalen") -> None:
    """Write what an activity needs, from the first field on."""
    await person.types(title)
    await person.presses("enter", "enter")
    await person.types("3.4.5")
    await person.presses("enter")
    await person.types("1 maj")
    await person.presses("enter")
    await person.types("30/9")
    await person.presses("enter")
    await person.types("Elever smakar på nya rätter.")


def planned(home: Home, title: str) -> Activity | None:
    """An activity of the home, as another program finds it."""
    workspace = open_workspace(home, TODAY)
    try:
        found = [each for each in workspace.plan.of(Activity) if each.title == title]
    finally:
        workspace.close()
    return found[0] if found else None


async def test_an_activity_is_planned_from_nothing(home: Home) -> None:
    """From Start and back, with the cursor on what is new."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.does("save")
        assert person.context == "home"
        assert person.chosen == "Provsmakning i matsalen"
        assert "Sparat. u ångrar" in person.text
    saved = planned(home, "Provsmakning i matsalen")
    assert saved is not None
    assert saved.period is not None
    assert (saved.period.start, saved.period.end) == (date(2024, 5, 1), date(2024, 9, 30))
    assert saved.description == "Elever smakar på nya rätter."


async def test_what_was_planned_can_be_undone(home: Home) -> None:
    """As the message says."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.does("save", "undo")
        assert "Provsmakning" not in "\n".join(person.lines[3:20])
    gone = planned(home, "Provsmakning i matsalen")
    assert gone is None


async def test_enter_goes_through_the_form_and_saves_at_its_end(home: Home) -> None:
    """Nobody has to learn a key to plan."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.presses("tab", "enter")
        await person.types("Gun-Britt Häggmo")
        await person.presses("enter", "enter")
        assert person.context == "home"
        assert person.chosen == "Provsmakning i matsalen"


async def test_what_is_missing_is_told_when_saving_is_tried(home: Home) -> None:
    """An empty form does not nag; a save that cannot be says why and goes there."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        assert "behöver" not in person.text
        await person.does("save")
        assert person.context == "plan"
        assert "✕ Aktiviteten behöver en rubrik." in person.text
        assert "✕ Aktiviteten behöver minst ett mål." in person.text
        assert "▸ Rubrik" in person.screen
        await person.types("Provsmakning")
        await person.does("save")
        assert "▸ Mål" in person.screen


async def test_a_date_that_is_none_is_told_under_the_dates(home: Home) -> None:
    """And the form is not saved until it is one."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.presses("shift+tab")
        await person.types("31 feb")
        await person.does("save")
        assert person.context == "plan"
        assert "”31 feb” är inget datum: februari 2024 har 29 dagar." in person.text
        assert "▸ Slut" in person.screen


async def test_an_end_before_the_start_is_told_under_the_dates(home: Home) -> None:
    """Once, not once for every rule that sees it."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.presses("shift+tab")
        await person.types("2024-04-01")
        assert person.text.count("ligger före startdatum") == 1


async def test_the_committee_s_text_is_beside_the_form_while_typing(home: Home) -> None:
    """Goal, title, dates and description, as in the unit's report."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        beside = " ".join(" ".join(line[73:].split()) for line in person.lines)
        assert "Näringslivs sammantagna betyg ska öka." in beside
        assert "2024-05-01 2024-09-30" in beside
        assert "Elever smakar på nya rätter." in beside


async def test_the_requirement_is_told_as_it_would_stand(home: Home) -> None:
    """Before saving, so that one sees what the activity is good for."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        before = person.lines[1]
        await person.does("pick_goals")
        await person.types("4.1")
        await person.presses("enter")
        assert "✔ sjukfrånvaro 2 av 1" in before
        assert "✔ sjukfrånvaro 3 av 1" in person.lines[1]


async def test_a_personal_number_is_warned_of_once_and_may_be_saved(home: Home) -> None:
    """The first save shows the warning at the field, the second saves."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.types(" Ring 19811228-9874.")
        await person.does("save")
        assert person.context == "plan"
        assert "Texten innehåller ett personnummer." in person.text
        assert "Ctrl+S igen sparar ändå." in person.text
        assert "▸ Beskrivning" in person.screen
        await person.does("save")
        assert person.context == "home"


async def test_a_text_that_is_changed_after_the_warning_is_warned_of_again(home: Home) -> None:
    """What was accepted was that text and no other."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.types(" Ring 19811228-9874.")
        await person.does("save")
        await person.types(" Eller 19811228-9874.")
        assert "Ctrl+S igen" not in person.text
        await person.does("save")
        assert person.context == "plan"


async def test_what_the_report_leaves_out_is_hinted_at_and_saved(home: Home) -> None:
    """R8 is a hint, never a block."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person, "Ny rutin för beställning")
        assert "enhetens rapport tar inte upp rutiner." in person.text
        await person.does("save")
        assert person.context == "home"


async def test_an_activity_is_changed(home: Home) -> None:
    """The form opens with what stands in the plan."""
    async with at_the_screen(home) as person:
        await person.goes_to("Hälsotema på APT")
        await person.does("edit_activity")
        assert "Ändra aktivitet · Kostenheten 2024" in person.lines[0]
        assert "Gun-Britt Häggmo" in person.text
        await person.types(" i köken")
        await person.does("save")
        assert person.chosen == "Hälsotema på APT i köken"


async def test_a_save_without_a_change_says_so(home: Home) -> None:
    """And writes nothing that would have to be undone."""
    async with at_the_screen(home) as person:
        await person.does("edit_activity", "save")
        assert "Inget var ändrat." in person.text


async def test_two_who_change_the_same_title_are_both_kept(home: Home) -> None:
    """A form that was open all the while becomes a visible conflict, never a silent overwrite."""
    async with at_the_screen(home) as person:
        await person.goes_to("Hälsotema på APT")
        await person.does("edit_activity")
        elsewhere(home, "Hälsotema på APT", "Hälsa på APT")
        await person.types(" i köken")
        await person.does("save")
        assert "⚡" in person.screen
    saved = planned(home, "Hälsotema på APT i köken")
    assert saved is not None
    assert saved.conflicts == ("title",)


async def test_somebody_else_s_change_is_told_while_the_form_is_open(home: Home) -> None:
    """As soon as it is seen."""
    async with at_the_screen(home) as person:
        await person.goes_to("Hälsotema på APT")
        await person.does("edit_activity")
        elsewhere(home, "Hälsotema på APT", "Hälsa på APT")
        person.app.look_for_others()
        await person.waits()
        assert "▲ Någon annan har också ändrat här." in person.lines[0]
        assert "Hälsotema på APT" in person.screen


def elsewhere(home: Home, title: str, new_title: str) -> None:
    """Another program of the same person gives an activity another title."""
    from msgspec.structs import replace

    workspace = open_workspace(home, TODAY)
    with workspace.edit() as edit:
        seen = next(each for each in edit.plan.of(Activity) if each.title == title)
        edit.save(replace(seen, title=new_title))
    workspace.close()


async def test_an_activity_is_cancelled_with_a_reason_and_taken_up_again(home: Home) -> None:
    """It stays in the plan, with its reason, and counts no more."""
    async with at_the_screen(home) as person:
        await person.goes_to("Hälsotema på APT")
        await person.does("edit_activity", "toggle_cancelled")
        await person.presses("enter")
        assert "Skriv några ord om varför." in person.text
        await person.types("Företagshälsan tar över")
        await person.presses("enter")
        assert "Utgår (1)" in person.screen
        await person.goes_to("Hälsotema på APT")
        await person.does("edit_activity")
        assert "✕ utgår: Företagshälsan tar över" in person.lines[0]
        await person.does("toggle_cancelled")
        assert "Utgår (1)" not in person.screen
        assert "Aktiviteten är upptagen igen." in person.text


async def test_a_personal_number_in_the_reason_is_warned_of(home: Home) -> None:
    """A second Enter saves all the same."""
    async with at_the_screen(home) as person:
        await person.goes_to("Hälsotema på APT")
        await person.does("edit_activity", "toggle_cancelled")
        await person.types("19811228-9874")
        await person.presses("enter")
        assert "Enter igen sparar ändå." in person.text
        await person.presses("enter")
        assert "Aktiviteten utgår." in person.text


async def test_an_activity_of_the_plan_gets_its_people_and_nothing_else(
    department_home: Home,
) -> None:
    """What is decided centrally is shown with the reason why it cannot be changed."""
    async with at_the_screen(department_home) as person:
        [unit] = person.app.session.units
        found = next(
            each for each in person.app.session.plan.activities_of(unit) if each.origin == "plan"
        )
        await open_plan_form(person.app, unit, found.id)
        await person.waits()
        assert "Beslutad i verksamhetsplanen" in person.text
        assert "▸ Ansvarig" in person.screen
        await person.does("pick_goals")
        assert person.context == "plan"
        await person.types("Ny Person")
        await person.does("save")
        responsible, _ = person.app.session.plan.people_for(found, unit)
        assert responsible is not None
        assert responsible.name == "Ny Person"
        assert person.app.session.plan.find(Activity, found.id) == found


async def test_what_cannot_be_written_stays_on_the_screen(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is told of, and the text is saved when there is room again."""
    commit = Workspace.commit

    def full(workspace: Workspace, edit: Edit, *, stand_in: bool = False) -> None:
        raise DiskFull

    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        monkeypatch.setattr(Workspace, "commit", full)
        await person.does("save")
        assert "Disken är full" in person.text
        monkeypatch.setattr(Workspace, "commit", commit)
        await person.presses("enter")
        assert "Provsmakning i matsalen" in person.screen
        await person.does("save")
        assert person.chosen == "Provsmakning i matsalen"


async def test_two_hasty_saves_are_one(home: Home) -> None:
    """Nobody gets two activities for pressing twice."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        person.hits("ctrl+s", "ctrl+s")
        await person.waits()
        titles = [each.title for each in person.app.session.plan.of(Activity)]
        assert titles.count("Provsmakning i matsalen") == 1


HOSTILE = "[bold]x[/] [@click=app.quit]y[/] \x1b[31mröd\x1b]0;t\x07 \u202eråå 👩‍🍳 ÅÄÖ"


async def test_text_in_a_field_is_shown_as_text_and_does_nothing(home: Home) -> None:
    """Markup, escape sequences, emoji and marks of direction."""
    async with at_the_screen(home, size=(160, 45)) as person:
        await person.does("new_activity")
        await person.pastes(HOSTILE)
        await person.presses("enter", "enter")
        await person.types("3.4.5")
        await person.presses("enter", "tab", "tab")
        await person.pastes(f"{HOSTILE}\nandra raden")
        assert person.screen.count("[bold]x[/] [@click=app.quit]y[/]") >= 4
        assert "\x1b" not in person.screen
        assert "\u202e" not in person.screen
        await person.does("save")
        assert "\x1b" not in person.screen
        assert "\u202e" not in person.screen
        assert any("[bold]x[/]" in line for line in person.lines)


async def test_swedish_letters_stand_in_every_field(home: Home) -> None:
    """Å, ä and ö, typed and not pasted."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person, "Åtta rätter på önskelistan")
        await person.types(" Även à la carte för Åsa.")
        await person.presses("tab", "tab")
        await person.types("Örjan Ågren-Ärlig")
        assert "Örjan Ågren-Ärlig är ny här och läggs till." in person.text
        await person.does("save")
        assert person.chosen == "Åtta rätter på önskelistan"
        saved = next(
            each for each in person.app.session.plan.of(Activity) if each.title == person.chosen
        )
        _, deputy = person.app.session.plan.people_for(saved, saved.unit or "")
        assert deputy is not None
        assert deputy.name == "Örjan Ågren-Ärlig"
        assert deputy.unit == saved.unit


async def test_ten_thousand_characters_are_taken_and_told_of(home: Home) -> None:
    """Too long a title is refused with its length; a long description is saved."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.pastes("Lång text. " * 1_000)
        await person.does("save")
        assert person.context == "home"
        await person.does("new_activity")
        await person.pastes("å" * 10_000)
        assert "Rubriken är för lång (10000 tecken, högst 500)." in person.text


async def test_pasted_lines_stay_in_the_title_and_send_nothing(home: Home) -> None:
    """Some terminals paste a line break at the end."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await person.pastes("Provsmakning\r\ni matsalen\r\n")
        assert person.context == "plan"
        assert "Provsmakning i matsalen" in person.screen


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
