"""Finding the way: search, the palette of everything, F1 where one stands, and copying."""

from __future__ import annotations

import pytest

from model.home.paths import Home
from model.plan.vocabulary import StatusValue
from tests.tui.app.person import NARROW, at_the_screen
from tui.actions import CONTEXTS, EVERYWHERE, actions_in
from tui.app.screens.help import help_text


async def test_search_finds_by_any_word_and_opens_it(home: Home) -> None:
    """The cursor at home stands on what was opened when one is back."""
    async with at_the_screen(home) as person:
        await person.does("search")
        await person.types("VÄRMEVAGN")
        await person.presses("enter")
        assert person.context == "details"
        assert "Värmevagnar som är lätta att köra" in person.text
        await person.does("back")
        assert person.chosen == "Värmevagnar som är lätta att köra"


async def test_search_goes_by_number_and_says_when_nothing_fits(home: Home) -> None:
    """A goal is shown with what it belongs to."""
    async with at_the_screen(home) as person:
        await person.does("search")
        await person.types("3.4.5 näringslivsklimatet")
        assert "3.4.5 Förbättra näringslivsklim" in person.text
        await person.empties_field()
        await person.types("qqqq")
        assert "Alla ord måste finnas med." in person.text
        await person.presses("enter")
        assert person.context == "search"
        await person.presses("escape")
        assert person.context == "home"


async def test_arrows_after_typing_choose_among_what_fits(home: Home) -> None:
    """Also when they come faster than the list."""
    async with at_the_screen(home) as person:
        await person.does("search")
        person.hits(*"matsvinn", "up", "enter")
        await person.waits()
        assert person.context == "details"
        assert "Skapa rutin för matsvinn" in person.text


async def test_the_palette_does_what_is_picked(home: Home) -> None:
    """Everything that can be done is found by a word, statuses by their names."""
    async with at_the_screen(home) as person:
        await person.does("command_palette")
        await person.types("försenad")
        await person.presses("enter")
        assert person.context == "queue"
        assert "▸4 ▼ Försenad" in person.screen
        await person.does("back")
        await person.does("command_palette")
        await person.types("inställ")
        await person.presses("enter")
        assert person.context == "settings"


async def test_the_palette_lists_what_can_be_done_here(home: Home) -> None:
    """Each action of the place and of everywhere, once."""
    async with at_the_screen(home, size=(120, 60)) as person:
        await person.does("command_palette")
        for each in (*actions_in("home"), *actions_in(EVERYWHERE)):
            if each.name != "command_palette" and not each.name.startswith("status"):
                assert each.label.capitalize() in person.screen, each
        assert all(value.swedish in person.screen for value in StatusValue)


async def test_help_explains_the_part_that_has_the_keys(home: Home) -> None:
    """In the comment it says how to write a comment, and which keys work there."""
    async with at_the_screen(home) as person:
        await person.does("comment")
        await person.does("help")
        assert "Skriv vad som är gjort och vad som återstår, inte vem." in person.text
        assert "Ctrl+N" in person.screen
        await person.presses("f1")
        assert person.context == "queue"
        await person.presses("escape")
        await person.does("help")
        assert "inte vem" not in person.text
        assert "En siffra väljer status" in person.text


@pytest.mark.parametrize("context", [each for each in CONTEXTS if each != EVERYWHERE])
def test_help_names_every_key_of_a_place(context: str) -> None:
    """Each key with what it does, the digits of statuses as one."""
    text = help_text(context, "").plain
    for each in actions_in(context):
        assert each.is_repeated or each.help in text, each
        assert each.is_repeated or each.bar_key in text, each


async def test_help_can_be_read_to_its_end_at_80_columns(home: Home) -> None:
    """It is scrolled, and the way out stays in sight."""
    async with at_the_screen(home, size=NARROW) as person:
        await person.does("help")
        assert "Esc tillbaka" in person.screen
        assert "Kopierar det som är markerat" not in person.text
        await person.presses("end")
        assert "Kopierar det som är markerat" in person.text


async def test_copying_takes_the_chosen_row(home: Home) -> None:
    """Ctrl+C copies and never ends the program."""
    async with at_the_screen(home) as person:
        await person.does("copy")
        assert "Kopierat." in person.told
        assert person.app.clipboard == "Skapa rutin för matsvinn"
        await person.does("report", "copy")
        assert person.app.clipboard.startswith("Kostenheten: arbete för de politiska målen")


@pytest.mark.parametrize("way", ["hand_in", "help", "search", "command_palette", "quick_status"])
async def test_the_program_can_be_left_from_anywhere(home: Home, way: str) -> None:
    """Also when a box stands over the screen."""
    async with at_the_screen(home) as person:
        await person.does(way)
        await person.presses("ctrl+q")
        assert not person.app.is_running
        assert person.app.return_code == 0


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("status(5)", "facts"), "Orsaken gör att det går att räkna samman"),
        (("command_palette",), "Skriv vad du vill göra, med egna ord."),
        (("search",), "Alla ord måste finnas med."),
        (("findings", "waive"), "Det du har skrivit ändrar inget förrän du tar det."),
        (("status(4)", "own_date"), "Det du har skrivit ändrar inget förrän du tar det."),
        (("hand_in",), "Inlämningen talar om"),
    ],
)
async def test_every_box_explains_itself(home: Home, keys: tuple[str, ...], said: str) -> None:
    """F1 works where a question is asked, and closing it leads back to the question."""
    async with at_the_screen(home) as person:
        await person.does(*keys)
        asked = person.context
        await person.presses("f1")
        assert said in person.text
        await person.presses("f1")
        assert person.context == asked


async def test_a_goal_that_was_found_begins_a_new_activity_towards_it(home: Home) -> None:
    """From a goal: search for it, Enter, and the form has it."""
    async with at_the_screen(home) as person:
        await person.does("search")
        await person.types("3.2.1")
        await person.presses("enter")
        assert person.context == "plan"
        assert "Ny aktivitet" in person.text
        assert "3.2.1 Skapa ett ökat utbud" in person.text
