"""Quick status: one activity at a time, the whole flow under the fingers."""

from __future__ import annotations

from datetime import date

import pytest

from model.actions.planning import PlannedActivity, add_activity
from model.home.paths import Home
from model.plan.calendar import Tertial
from model.plan.entities import Goal, Period
from model.plan.vocabulary import Cause, StatusValue
from model.workspace.edit import Edit
from tests.tui.app.person import NARROW, Person, at_the_screen
from tests.tui.app.programs import does_elsewhere, in_another_program

NEW, OLD = "Skapa rutin för matsvinn", "Dialog med lokala producenter"


async def chooses(person: Person, value: StatusValue) -> None:
    """Choose a status with its digit."""
    await person.does(f"choose({list(StatusValue).index(value) + 1})")


async def test_ten_activities_take_fewer_than_sixty_keys(home: Home) -> None:
    """From Start to the receipt, the text of the comments not counted."""

    def more(edit: Edit) -> None:
        goal = next(each for each in edit.plan.of(Goal) if each.number == "3.4.5")
        for number in range(8):
            planned = PlannedActivity(
                title=f"Aktivitet {number}",
                period=Period(date(2024, 2, 1), date(2024, 11, 30)),
                goals=(goal.id,),
            )
            add_activity(edit, edit.author.units[0], planned)

    does_elsewhere(home, more)
    async with at_the_screen(home) as person:
        assert "Saknar status för T1 (10)" in person.screen
        await person.does("quick_status")
        for _ in range(10):
            await chooses(person, StatusValue.ONGOING_ON_PLAN)
            await person.does("comment")
            await person.types("Går som det ska.")
            await person.presses("enter")
        assert person.context == "hand_in"
        await person.does("go_on")
        assert "Sparad här." in person.text
        assert person.keystrokes < 60, person.keystrokes
    found = in_another_program(home)
    saved = [found.status_of(f"Aktivitet {number}") for number in range(8)]
    assert [each.comment for each in saved if each] == ["Går som det ska."] * 8


async def test_a_digit_at_home_opens_with_that_status_chosen(home: Home) -> None:
    """The same keys mean the same thing everywhere."""
    async with at_the_screen(home) as person:
        await person.does("status(4)")
        assert person.answering == NEW
        assert "▸4 ▼ Försenad" in person.screen
        assert "▲ Orsak och uppföljning saknas: f" in person.text


async def test_last_time_is_shown_and_its_comment_is_there_to_change(home: Home) -> None:
    """Nobody writes the same thing twice."""
    async with at_the_screen(home) as person:
        await person.goes_to(OLD)
        await person.does("quick_status")
        assert "Förra gången (T3 2023): ● Pågående enligt plan" in person.text
        await chooses(person, StatusValue.ONGOING_ON_PLAN)
        await person.does("comment")
        await person.types(" Det andra i april.")
        await person.presses("enter")
    saved = in_another_program(home).status_of(OLD)
    assert saved is not None
    assert saved.comment == "Första mötet hölls i november. Det andra i april."


async def test_esc_keeps_what_was_chosen_and_written(home: Home) -> None:
    """Going back saves; nothing is lost on the way out."""
    async with at_the_screen(home) as person:
        await person.does("status(3)")
        await person.does("comment")
        await person.types("Två kök väger. Å, ä och ö.")
        await person.presses("escape", "escape")
        assert person.context == "home"
        assert person.chosen == NEW
    saved = in_another_program(home).status_of(NEW)
    assert saved is not None
    assert saved.standing is not None
    assert saved.standing.value is StatusValue.ONGOING_DEVIATING
    assert saved.comment == "Två kök väger. Å, ä och ö."


async def test_a_comment_without_a_status_is_kept_as_a_draft(home: Home) -> None:
    """It cannot be saved alone, so it waits where it was written."""
    async with at_the_screen(home) as person:
        await person.does("comment")
        await person.types("Halv mening")
        await person.presses("escape", "escape")
        assert "Kommentaren är kvar som utkast" in person.told
        await person.does("comment")
        assert "Halv mening" in person.text
        assert "Texten som du skrev sist är kvar." in person.told


async def test_a_new_date_is_asked_for_only_when_the_old_one_has_passed(home: Home) -> None:
    """One key takes a month more, another the end of the next tertial, a third any date."""
    async with at_the_screen(home, today=date(2024, 8, 31)) as person:
        await person.does("quick_status")
        assert person.answering == NEW
        await chooses(person, StatusValue.ONGOING_ON_PLAN)
        assert "▲ Slutdatum har passerat. Nytt slutdatum: m +1 månad (30 sep)" in person.text
        await person.does("next")
        assert person.answering == NEW
        assert "Enter utan nytt datum" in person.text
        await person.does("month")
        assert person.answering != NEW
        assert "Slutdatum har passerat" not in person.text
    saved = in_another_program(home).status_of(NEW, Tertial(2024, 2))
    assert saved is not None
    assert saved.standing is not None
    assert saved.standing.revised_end == date(2024, 9, 30)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["tertial_end"], date(2024, 12, 31)),
        (["own_date", "15 nov"], date(2024, 11, 15)),
        (["next"], None),
    ],
)
async def test_the_new_date_may_be_any(home: Home, keys: list[str], expected: date | None) -> None:
    """The end of the next tertial, an own date, or none at all."""
    async with at_the_screen(home, today=date(2024, 8, 31)) as person:
        await person.does("quick_status")
        await chooses(person, StatusValue.DELAYED)
        await person.does("next", keys[0])
        for text in keys[1:]:
            await person.types("inget datum")
            assert "→" not in person.screen.split("Nytt slutdatum")[-1].split("╰")[0]
            await person.empties_field()
            await person.types(text)
            assert "→ 2024-11-15" in person.text
            await person.presses("enter")
        assert person.answering != NEW
    saved = in_another_program(home).status_of(NEW, Tertial(2024, 2))
    assert saved is not None
    assert saved.standing is not None
    assert saved.standing.revised_end == expected


async def test_a_date_is_refused_where_nothing_goes_on(home: Home) -> None:
    """What is completed has no new end; the key says so."""
    async with at_the_screen(home) as person:
        await person.does("status(6)")
        await person.does("month")
        assert "Nytt slutdatum anges bara för en status som pågår." in person.told


async def test_cause_and_date_to_follow_up_explain_a_delay(home: Home) -> None:
    """The cause is a digit or a word, the date any way that people write dates."""
    async with at_the_screen(home) as person:
        await person.does("status(5)")
        await person.does("facts")
        await person.types("1")
        await person.presses("enter")
        await person.types("besked från Länsstyrelsen")
        await person.presses("enter")
        await person.types("30 febr")
        await person.presses("enter")
        assert "30 febr" in person.text
        await person.empties_field()
        await person.types("15 maj")
        await person.presses("enter")
        assert "orsak finansieringsbeslut" in person.text.lower()
        await person.does("comment")
        await person.types("Väntar.")
        await person.presses("enter")
    saved = in_another_program(home).status_of(NEW)
    assert saved is not None
    standing = saved.standing
    assert standing is not None
    assert (standing.cause, standing.awaited) == (
        Cause.FUNDING_DECISION,
        "besked från Länsstyrelsen",
    )
    assert standing.review_date == date(2024, 5, 15)


async def test_facts_that_were_typed_are_there_after_esc(home: Home) -> None:
    """Esc in the box of facts loses nothing, and no odd digit stops it."""
    async with at_the_screen(home) as person:
        await person.does("status(5)")
        await person.does("facts")
        await person.types("²")
        await person.presses("enter")
        await person.types("svar från säljaren")
        await person.presses("escape")
        await person.does("facts")
        assert "svar från säljaren" in person.text
        await person.presses("ctrl+s")
        assert "Skriv orsakens siffra eller ord." in person.text


async def test_facts_stay_while_one_status_after_the_other_is_tried(home: Home) -> None:
    """A wrong digit costs nothing, and what a status cannot have is not saved with it."""
    async with at_the_screen(home) as person:
        await person.does("status(5)")
        await person.does("facts")
        await person.types("bemanning")
        await person.presses("enter", "enter")
        await person.types("15 maj")
        await person.presses("enter")
        await chooses(person, StatusValue.CANCELLED)
        assert "Följs upp" not in person.text
        await chooses(person, StatusValue.ON_HOLD)
        assert "följs upp 15 maj" in person.text.lower()
        await chooses(person, StatusValue.CANCELLED)
        await person.does("next")
        assert person.answering == OLD
    saved = in_another_program(home).status_of(NEW)
    assert saved is not None
    assert saved.standing is not None
    assert saved.standing.review_date is None


async def test_a_personal_number_is_warned_of_before_it_is_saved(home: Home) -> None:
    """Every way out warns once; the second time saves all the same."""
    async with at_the_screen(home) as person:
        await person.does("status(2)")
        await person.does("comment")
        await person.types("Samtal med 19121212-1212 om köket.")
        await person.presses("enter")
        assert "innehåller ett personnummer" in person.told
        assert person.answering == NEW
        assert in_another_program(home).status_of(NEW) is None
        await person.presses("escape")
        assert person.context == "home"
    assert in_another_program(home).status_of(NEW) is not None


async def test_esc_warns_of_a_personal_number_too(home: Home) -> None:
    """Going back is also saving."""
    async with at_the_screen(home) as person:
        await person.does("status(2)")
        await person.does("comment")
        await person.types("Samtal med 19121212-1212 om köket.")
        await person.presses("escape", "escape")
        assert "innehåller ett personnummer" in person.told
        assert person.context == "queue"


async def test_unchanged_with_a_new_comment_keeps_the_comment(home: Home) -> None:
    """What was written now is not replaced by what was written then."""
    async with at_the_screen(home) as person:
        await person.goes_to(OLD)
        await person.does("comment")
        await person.types(" Nytt möte i maj.")
        await person.presses("escape")
        await person.does("unchanged")
    saved = in_another_program(home).status_of(OLD)
    assert saved is not None
    assert saved.comment == "Första mötet hölls i november. Nytt möte i maj."
    assert saved.standing is not None
    assert saved.standing.unchanged_since is None


async def test_walking_through_what_is_reported_changes_nothing(home: Home) -> None:
    """Looking is not reporting: no status is written anew, and "oförändrat" stays."""
    async with at_the_screen(home) as person:
        await person.goes_to(OLD)
        await person.does("unchanged")
        before = in_another_program(home).plan
        await person.presses("end")
        await person.does("quick_status")
        for _ in range(6):
            await person.does("previous")
        assert "Det här är den första." in person.told
        for _ in range(5):
            await person.does("skip")
        await person.does("back")
    after = in_another_program(home)
    assert [after.plan.find(type(each), each.id) for each in before.everything()] == [
        *before.everything()
    ]


async def test_without_a_status_enter_says_what_is_missing(home: Home) -> None:
    """And arrow down goes on without an answer."""
    async with at_the_screen(home) as person:
        await person.does("quick_status")
        await person.does("next")
        assert "Välj en status med 1–8, eller hoppa med pil ned." in person.told
        await person.does("skip")
        assert person.answering == OLD
        await person.does("skip")
        assert person.context == "home"


async def test_keys_in_a_burst_answer_in_order(home: Home) -> None:
    """Who knows the keys is faster than the screen: letters after the key go into the comment."""
    async with at_the_screen(home) as person:
        await person.does("quick_status")
        person.hits("2", "k", *"Tre3", "enter", "4", "k", *"av", "enter")
        await person.waits()
        assert person.context == "hand_in"
    found = in_another_program(home)
    first, second = found.status_of(NEW), found.status_of(OLD)
    assert first is not None
    assert second is not None
    assert (first.comment, second.comment) == ("Tre3", "Första mötet hölls i november.av")
    assert second.standing is not None
    assert second.standing.value is StatusValue.DELAYED


async def test_back_at_once_and_changed_is_one_value_and_no_conflict(home: Home) -> None:
    """An answer that is changed while it is being saved replaces itself."""
    async with at_the_screen(home) as person:
        await person.does("quick_status")
        person.hits("2", "enter", "backspace", "3", "enter")
        await person.waits()
    saved = in_another_program(home).status_of(NEW)
    assert saved is not None
    assert saved.standing is not None
    assert saved.standing.value is StatusValue.ONGOING_DEVIATING
    assert not saved.conflicts


async def test_long_texts_leave_the_statuses_in_sight(home: Home) -> None:
    """A long comment of last time is cut with a mark, at 80 columns too."""

    def write(edit: Edit) -> None:
        from model.actions.statuses import set_status
        from model.plan.entities import Activity, Standing

        activity = next(each for each in edit.plan.of(Activity) if each.title == OLD)
        standing = Standing(value=StatusValue.ONGOING_ON_PLAN)
        set_status(edit, activity, edit.author.units[0], Tertial(2023, 3), standing, "ord " * 500)

    does_elsewhere(home, write)
    async with at_the_screen(home, size=NARROW) as person:
        await person.goes_to(OLD)
        await person.does("quick_status")
        assert "8 ✕ Utgår" in person.screen
        assert "o oförändrat sedan sist" in person.screen
        assert "…" in person.screen


async def test_what_is_cancelled_is_not_reported(home: Home) -> None:
    """A cancelled activity gives the reason instead of a question."""

    def cancel(edit: Edit) -> None:
        from model.actions.planning import cancel_activity
        from model.plan.entities import Activity

        activity = next(each for each in edit.plan.of(Activity) if each.title == NEW)
        cancel_activity(edit, activity, "Köket byggs om")

    does_elsewhere(home, cancel)
    async with at_the_screen(home) as person:
        assert "Utgår (1)" in person.screen
        await person.goes_to(NEW)
        await person.does("quick_status")
        assert "Aktiviteten utgår och rapporteras inte." in person.told
