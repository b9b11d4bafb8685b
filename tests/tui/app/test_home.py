"""Home: what is missing before close, and which key mends it."""

from __future__ import annotations

from datetime import date

from model.actions.planning import cancel_activity
from model.actions.statuses import set_status
from model.home.paths import Home
from model.plan.calendar import Tertial
from model.plan.entities import Standing
from model.plan.vocabulary import StatusValue
from model.workspace.edit import Edit
from tests.tui.app.person import NARROW, at_the_screen
from tests.tui.app.programs import does_elsewhere, in_another_program, set_up_for
from tests.tui.app.stories import called
from tui.app.screens.home import HomeScreen
from tui.app.widgets.details_pane import DetailsPane

MISSING = ["Skapa rutin för matsvinn", "Dialog med lokala producenter"]


async def test_what_is_missing_stands_first(home: Home) -> None:
    """Whoever opens the program sees at once what lacks a status, and when the tertial closes."""
    async with at_the_screen(home) as person:
        assert "Kostenheten · 2024" in person.lines[0]
        assert "T1 stänger 30 april · 7 dagar kvar" in person.lines[0]
        assert "✔ allt sparat här" in person.lines[0]
        assert "✔ sjukfrånvaro 2 (minst 1)   ✔ kommunstyrelsens mål 5 (minst 1)" in person.lines[1]
        assert "5 av 7 rapporterade   ▲ 2 att åtgärda" in person.lines[1]
        assert "Saknar status för T1 (2)" in person.lines[3]
        assert [MISSING[0] in person.lines[4], MISSING[1] in person.lines[5]] == [True, True]
        assert "Rapporterade (5)" in person.lines[6]
        assert person.chosen == MISSING[0]


async def test_the_details_follow_the_cursor(home: Home) -> None:
    """Beside the list stands the activity under the cursor, with its year as a line."""
    async with at_the_screen(home) as person:
        assert "Köken väger det som blir över" in person.text
        await person.presses("down")
        assert "Köken väger" not in person.text
        assert person.chosen == MISSING[1]
        assert "Från 2024-01-01 till 2024-09-30." in person.text
        assert "Ansvarig" in person.text
        assert "T3 2023 ● Pågående enligt plan" in person.text
        await person.presses("end", "down")
        assert person.chosen == "Hälsotema på APT"
        await person.presses("home", "up")
        assert person.chosen == MISSING[0]


async def test_unchanged_in_one_key_and_on_to_the_next(home: Home) -> None:
    """The key repeats last tertial's status and comment; the counter follows."""
    async with at_the_screen(home) as person:
        await person.goes_to(MISSING[1])
        await person.does("unchanged")
        assert "6 av 7 rapporterade" in person.lines[1]
        assert f"= {MISSING[1]}"[:20] in person.screen
        assert f"Oförändrat: {MISSING[1]}" in person.told
        assert person.chosen == MISSING[0]
    saved = in_another_program(home).status_of(MISSING[1])
    assert saved is not None
    assert saved.standing is not None
    assert str(saved.standing.unchanged_since) == "2023-T3"
    assert saved.comment == "Första mötet hölls i november."


async def test_there_is_nothing_to_repeat_for_what_is_new(home: Home) -> None:
    """The key says so instead of doing nothing."""
    async with at_the_screen(home) as person:
        await person.goes_to(MISSING[0])
        await person.does("unchanged")
        assert "Det finns inget tidigare att upprepa. Välj 1–8." in person.told
        assert "5 av 7" in person.lines[1]


async def test_unchanged_leaves_a_typed_comment_to_the_one_who_reads_it(home: Home) -> None:
    """Bo has reported with words of his own: the key goes to quick status, and his words stay."""

    def bo_reports(edit: Edit) -> None:
        row = called(edit.plan, MISSING[1])
        how = Standing(value=StatusValue.ONGOING_ON_PLAN)
        set_status(edit, row, row.unit or "", Tertial(2024, 1), how, "Bos långa text.")

    does_elsewhere(home, bo_reports)
    async with at_the_screen(home) as person:
        await person.goes_to(MISSING[1])
        await person.does("unchanged")
        assert person.context == "queue"
        assert "Bos långa text." in person.text
    saved = in_another_program(home).status_of(MISSING[1])
    assert saved is not None
    assert (saved.comment, saved.conflicts) == ("Bos långa text.", ())


async def test_undo_and_redo(home: Home) -> None:
    """What was done is taken back with one key, and done again with another."""
    async with at_the_screen(home) as person:
        await person.goes_to(MISSING[1])
        await person.does("unchanged")
        await person.does("undo")
        assert "5 av 7" in person.lines[1]
        assert f"Ångrat: Ny status T1 2024: {MISSING[1]}" in " ".join(person.told.split())
        assert "y gör om" in person.told
        await person.does("redo")
        assert "6 av 7" in person.lines[1]
        assert "Gjort om: " in person.told
        assert "u ångrar" in person.told
        await person.does("redo")
        assert "Det finns inget att göra om." in person.told


async def test_undoing_faster_than_the_screen_takes_one_action_each(home: Home) -> None:
    """Keys that come in a burst are each done, in order."""
    async with at_the_screen(home) as person:
        before = person.lines[1]
        await person.goes_to(MISSING[1])
        person.hits("o", "u", "y", "u")
        await person.waits()
        assert person.lines[1] == before


async def test_the_year_before_is_one_key_away(home: Home) -> None:
    """The tertial before shows what was handed in; the same key comes back."""
    async with at_the_screen(home) as person:
        await person.does("next_tertial")
        assert "Kostenheten · 2023" in person.lines[0]
        assert "✔ T3 inlämnat 11 december" in person.lines[0]
        assert "3 av 3 rapporterade" in person.lines[1]
        await person.does("next_tertial")
        assert "5 av 7 rapporterade" in person.lines[1]


async def test_a_head_of_two_units_changes_between_them(new_home: Home) -> None:
    """Each unit has its own list and its own requirement."""
    set_up_for(new_home, "Kostenheten", "Lokalvården")
    async with at_the_screen(new_home) as person:
        assert "Kostenheten" in person.lines[0]
        await person.does("next_unit")
        assert "Lokalvården" in person.lines[0]
        await person.does("next_unit")
        assert "Kostenheten" in person.lines[0]


async def test_with_one_unit_there_is_none_to_change_to(home: Home) -> None:
    """The key says so."""
    async with at_the_screen(home) as person:
        await person.does("next_unit")
        assert "Här finns bara en enhet." in person.told


async def test_a_new_unit_is_shown_what_is_required_and_how_to_begin(new_home: Home) -> None:
    """The empty list says what the steering model asks for and which keys lead there."""
    set_up_for(new_home, "Kostenheten")
    async with at_the_screen(new_home, size=NARROW) as person:
        assert "Inga aktiviteter än för 2024" in person.text
        assert "▲ minst 1 mot 4.1 Sjukfrånvaron ska minska" in person.text
        assert "▲ minst 1 mot kommunstyrelsens mål" in person.text
        assert "▲ minst 2 olika aktiviteter tillsammans" in person.text
        assert "n planera den första aktiviteten" in person.text
        assert "F2 i formuläret: färdiga idéer mot sjukfrånvaro" in person.text
        await person.presses("enter")
        assert "Planera först en aktivitet" in person.told
        await person.does("new_activity")
        assert person.context == "plan"


async def test_in_a_narrow_window_list_and_details_take_turns(home: Home) -> None:
    """At 80 columns one key shows the details, arrows go on there, Esc comes back."""
    async with at_the_screen(home, size=NARROW) as person:
        assert "Köken väger" not in person.text
        await person.does("toggle_pane")
        assert "Köken väger" in person.text
        assert "Saknar status" not in person.text
        await person.presses("down")
        assert "Från 2024-01-01 till 2024-09-30." in person.text
        await person.does("leave")
        assert "Saknar status" in person.text
        await person.presses("up")
        assert person.chosen == MISSING[0]


async def test_in_a_wide_window_both_are_there_already(home: Home) -> None:
    """The key says why nothing changes."""
    async with at_the_screen(home) as person:
        await person.does("toggle_pane")
        assert "får plats tillsammans" in person.told
        assert "Saknar status" in person.text


async def test_esc_at_home_says_how_to_leave(home: Home) -> None:
    """A key that leads nowhere gives a reason."""
    async with at_the_screen(home) as person:
        await person.does("leave")
        assert "Ctrl+Q avslutar" in person.told


async def test_details_that_are_cut_say_so(home: Home) -> None:
    """Where there is no room for everything the pane says which key shows it."""
    async with at_the_screen(home, size=(120, 14)) as person:
        pane = person.app.screen.query_one(DetailsPane)
        await person.goes_to(MISSING[1])
        assert "Enter visar allt" in person.screen
        await person.resizes(120, 40)
        assert pane.border_subtitle == ""


async def test_the_first_screen_is_drawn_before_the_database_is_open(home: Home) -> None:
    """It comes from a small page, so that nobody waits for the database to be loaded."""
    async with at_the_screen(home, is_settled=False) as person:
        assert person.app.session.workspace is None
        assert isinstance(person.app.screen, HomeScreen)
        assert "Saknar status för T1 (2)" in person.screen
        await person.waits()
        assert person.app.session.workspace is not None


async def test_after_the_deadline_it_says_how_late(home: Home) -> None:
    """Nobody has to count days."""
    async with at_the_screen(home, today=date(2024, 5, 6)) as person:
        assert "▲ T1 stängde 30 april · 6 dagar sen" in person.lines[0]
    async with at_the_screen(home, today=date(2024, 4, 30)) as person:
        assert "▲ T1 stänger i dag" in person.lines[0]


async def test_what_is_cancelled_says_so_and_why(home: Home) -> None:
    """The details name the reason, beside the list and in full."""

    def cancel(edit: Edit) -> None:
        cancel_activity(edit, called(edit.plan, MISSING[0]), "Ersätts av kommunens gemensamma.")

    does_elsewhere(home, cancel)
    async with at_the_screen(home) as person:
        await person.goes_to(MISSING[0])
        assert "✕ Utgår: Ersätts av kommunens gemensamma." in person.text
        await person.does("open_details")
        assert "✕ Utgår: Ersätts av kommunens gemensamma." in person.text


async def test_the_keys_that_matter_most_fit_a_narrow_window(home: Home) -> None:
    """Reporting, planning, handing in and checking are named also at 80 columns."""
    async with at_the_screen(home, size=NARROW) as person:
        for words in ("Mellanslag snabbstatus", "n ny", "l lämna in", "v granska", "F1 hjälp"):
            assert words in person.lines[-1]


async def test_an_empty_plan_offers_no_keys_that_need_an_activity(new_home: Home) -> None:
    """There is nothing to report yet."""
    set_up_for(new_home, "Kostenheten")
    async with at_the_screen(new_home) as person:
        assert "n ny" in person.lines[-1]
        assert "1–8 status" not in person.lines[-1]
        assert "snabbstatus" not in person.lines[-1]
