"""Findings: each a key press from the field that mends it, or set aside with a reason."""

from __future__ import annotations

from datetime import date

from model.actions.statuses import set_status
from model.home.paths import Home
from model.plan.entities import Standing, Waiver
from model.plan.vocabulary import StatusValue
from model.workspace.edit import Edit
from tests.tui.app.person import Person, at_the_screen
from tests.tui.app.programs import T1, does_elsewhere, in_another_program, set_up_for
from tests.tui.app.stories import called
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


def report(home: Home, value: StatusValue, comment: str, title: str = NEW) -> None:
    """An activity has a status for the first tertial."""

    def action(edit: Edit) -> None:
        unit = edit.author.units[0]
        set_status(edit, called(edit.plan, title), unit, T1, Standing(value=value), comment)

    does_elsewhere(home, action)


async def goes_to_rule(person: Person, rule: str) -> None:
    """Move to the first finding of a rule and go where it leads."""
    await person.presses("home")
    for _ in person.rows.rows:
        if person.chosen.startswith(rule):
            await person.does("open")
            return
        await person.presses("down")
    raise AssertionError(person.screen)


async def test_a_cause_that_is_missing_is_asked_for_at_once(home: Home) -> None:
    """F06 leads to the field for the cause, not to the whole status."""
    report(home, StatusValue.ON_HOLD, "Väntar.")
    async with at_the_screen(home) as person:
        await person.does("findings")
        await goes_to_rule(person, "F06")
        assert person.context == "facts"
        assert person.app.focused is not None
        assert person.app.focused.id == "cause"


async def test_an_end_that_is_missing_is_asked_for_in_the_tertial_of_the_status(home: Home) -> None:
    """F03 leads to "Faktiskt slutdatum", also when it was completed a tertial ago."""
    report(home, StatusValue.COMPLETED_ON_PLAN, "Klart.", "Dialog med lokala producenter")
    async with at_the_screen(home, today=date(2024, 6, 10)) as person:
        await person.does("findings")
        await goes_to_rule(person, "F03")
        assert person.context == "facts"
        assert "Faktiskt slutdatum" in person.text
        assert person.app.focused is not None
        assert person.app.focused.id == "end"
        await person.presses("escape")
        assert "Snabbstatus T1 2024" in person.lines[0]


async def test_a_reason_that_gives_somebody_away_is_warned_of_and_can_be_mended(home: Home) -> None:
    """A second Enter saves all the same; the finding about it asks for another reason."""
    async with at_the_screen(home) as person:
        await person.does("findings")
        await person.goes_to(NEW)
        await person.does("waive")
        await person.types("Väntar på 19121212-1212")
        await person.presses("enter")
        assert "personnummer" in person.text
        assert "Enter igen sparar ändå." in person.text
        await person.presses("enter")
        assert "Åsidosatta (1)" in person.screen
        await goes_to_rule(person, "F17")
        assert person.context == "ask"
        await person.empties_field()
        await person.types("Beslut väntas.")
        await person.presses("enter")
        assert "Åsidosatta (1)" in person.screen
        assert "F17" not in person.screen
        await person.does("undo")
        assert "F17" in person.screen


async def test_what_is_awaited_is_warned_of_too(home: Home) -> None:
    """A personal number among the facts is asked about once."""
    report(home, StatusValue.ON_HOLD, "Väntar.")
    async with at_the_screen(home) as person:
        await person.does("findings")
        await goes_to_rule(person, "F06")
        await person.presses("down")
        await person.types("19121212-1212")
        await person.presses("ctrl+s")
        assert "Enter igen sparar ändå." in person.text
        assert person.context == "facts"
        await person.presses("ctrl+s")
        assert person.context == "queue"
