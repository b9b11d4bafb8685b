"""Findings: each a key press from the field that mends it, or set aside with a reason."""

from __future__ import annotations

from model.home.paths import Home
from model.plan.entities import Waiver
from tests.tui.app.person import at_the_screen
from tests.tui.app.programs import in_another_program, set_up_for
from tui.app.screens.quick_status import QuickStatusScreen
from tui.app.widgets.comment_field import CommentField

NEW = "Skapa rutin för matsvinn"


async def test_each_says_what_is_wrong_and_what_to_do(home: Home) -> None:
    """Beside the list stands the finding under the cursor in full."""
    async with at_the_screen(home) as person:
        await person.does("findings")
        assert "2 anmärkningar" in person.lines[0]
        assert "▲ varning" in person.screen
        assert "Status saknas för T1 2024." in person.text
        assert "Ange status, eller välj oförändrat om inget har hänt." in person.text


async def test_enter_goes_to_what_mends_it(home: Home) -> None:
    """A status that is missing is set in quick status; then one is back, with one finding less."""
    async with at_the_screen(home) as person:
        await person.does("findings")
        await person.goes_to(NEW)
        await person.does("open")
        assert person.answering == NEW
        await person.does("choose(1)", "comment")
        await person.types("Börjar i maj.")
        await person.presses("enter")
        assert person.context == "findings"
        assert "1 anmärkning" in person.lines[0]


async def test_a_comment_that_is_missing_is_written_at_once(home: Home) -> None:
    """The cursor stands in the comment."""
    async with at_the_screen(home) as person:
        await person.does("status(2)")
        await person.does("back")
        await person.does("findings")
        await person.goes_to(NEW)
        assert "Kommentar saknas" in person.text
        await person.does("open")
        assert isinstance(person.app.screen, QuickStatusScreen)
        assert isinstance(person.app.focused, CommentField)


async def test_a_goal_that_lacks_an_activity_opens_a_form_towards_it(new_home: Home) -> None:
    """What no activity causes is mended by a new one."""
    set_up_for(new_home, "Kostenheten")
    async with at_the_screen(new_home) as person:
        await person.does("findings")
        await person.goes_to("4.1")
        await person.does("open")
        assert person.context == "plan"
        assert "4.1" in person.screen


async def test_it_is_set_aside_with_a_reason_and_taken_up_again(home: Home) -> None:
    """The reason is kept and shown; without one nothing is set aside."""
    async with at_the_screen(home) as person:
        await person.does("findings")
        await person.goes_to(NEW)
        await person.does("waive")
        await person.presses("enter")
        assert "Skriv några ord om varför" in person.text
        await person.types("Beslut väntas i maj, å ä ö.")
        await person.presses("enter")
        assert "1 anmärkning" in person.lines[0]
        assert "Åsidosatta (1)" in person.screen
        await person.goes_to(NEW)
        assert "Åsidosatt: Beslut väntas i maj, å ä ö." in person.text
        await person.does("waive")
        assert "2 anmärkningar" in person.lines[0]
    waivers = in_another_program(home).plan.of(Waiver)
    assert [waiver.reason for waiver in waivers if not waiver.removed] == []


async def test_a_reason_is_there_again_after_esc(home: Home) -> None:
    """Esc in the question loses nothing."""
    async with at_the_screen(home) as person:
        await person.does("findings")
        await person.does("waive")
        await person.types("Halv motivering")
        await person.presses("escape")
        await person.does("waive")
        assert "Halv motivering" in person.text


async def test_nothing_found_says_what_comes_next(home: Home) -> None:
    """An empty list leads on to handing in."""
    async with at_the_screen(home) as person:
        await person.does("next_tertial", "findings")
        while person.chosen:
            await person.does("waive")
            await person.types("Gammalt år")
            await person.presses("enter")
            await person.presses("home")
            if "Inga anmärkningar" in person.text:
                break
        assert "✔ Inga anmärkningar. Tryck Esc och sedan l: lämna in." in person.text
