"""Planning an activity: what a unit manager writes, sees beside it, and saves."""

from __future__ import annotations

from datetime import date

from model.home.paths import Home
from model.plan.entities import Activity
from tests.tui.app.person import at_the_screen
from tests.tui.app.planning import fills_in, planned


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
        assert "✔ sjukfrånvaro 2 (minst 1)" in before
        assert "✔ sjukfrånvaro 3 (minst 1)" in person.lines[1]


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
