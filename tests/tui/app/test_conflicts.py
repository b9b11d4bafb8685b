"""Two have written different things: the values side by side, and a key that takes one."""

from __future__ import annotations

from datetime import date

import msgspec

from model.actions.locking import lock
from model.actions.statuses import set_status
from model.home.paths import Home
from model.plan.entities import Goal, Period, Standing
from model.plan.vocabulary import StatusValue
from model.workspace.edit import Edit
from tests.tui.app.person import NARROW, Person, at_the_screen
from tests.tui.app.programs import T1, another_program, does_elsewhere, in_another_program
from tests.tui.app.stories import called

TITLE = "Skapa rutin för matsvinn"


def report_twice(home: Home) -> None:
    """Two who had not seen each other's status write one each."""

    def report(value: StatusValue, comment: str) -> None:
        def action(edit: Edit) -> None:
            activity = called(edit.plan, TITLE)
            unit = edit.author.units[0]
            set_status(edit, activity, unit, T1, Standing(value=value), comment, seen=None)

        does_elsewhere(home, action)

    report(StatusValue.ONGOING_ON_PLAN, "Min text")
    report(StatusValue.DELAYED, "Den andras text")


async def goes_to_the_choice(person: Person) -> None:
    """Go to the activity and on to what is to be chosen."""
    await person.goes_to(TITLE)
    await person.does("settle")


async def test_both_stand_beside_each_other_and_one_is_taken(home: Home) -> None:
    """The details name the key; one key takes a value; undo shows what stood before."""
    report_twice(home)
    async with at_the_screen(home) as person:
        await person.goes_to(TITLE)
        assert "w välj värde" in person.text
        await person.does("settle")
        assert person.context == "conflicts"
        assert "1 av 2" in person.lines[0]
        assert "Min text" in person.text
        assert "Den andras text" in person.text
        assert "Vilket ska gälla?" in person.text
        await person.presses("2")
        assert "Valt: Min text" in person.told
        assert "u ångrar" in person.told
        assert "1 av 1" in person.lines[0]
        await person.does("undo")
        assert "Ångrat: Ändrad status T1 2024" in person.told
        assert "står kvar att välja på." in person.told
        assert "1 av 2" in person.lines[0]
        assert "Min text" in person.text
        assert "Den andras text" in person.text
        await person.presses("1")
        await person.does("mark(1)", "take")
        assert "Det finns inget att välja" in person.text
        await person.does("back")
        assert "⚡" not in person.screen
    saved = in_another_program(home).status_of(TITLE)
    assert saved is not None
    assert saved.comment == "Den andras text"
    assert saved.standing is not None
    assert saved.standing.value is StatusValue.ONGOING_ON_PLAN
    assert not saved.conflicts


async def test_also_to_take_what_is_shown_can_be_undone(home: Home) -> None:
    """It is a choice as any other: then both are to be chosen from again."""
    report_twice(home)
    async with at_the_screen(home) as person:
        await person.goes_to(TITLE)
        await person.does("settle")
        await person.presses("1")
        assert "Valt: Den andras text" in person.told
        assert "u ångrar" in person.told
        await person.does("undo")
        assert "1 av 2" in person.lines[0]
        assert "Min text" in person.text


async def test_a_finding_about_it_leads_there(home: Home) -> None:
    """Enter on the error opens the choice, not a field in which the other is overwritten."""
    report_twice(home)
    async with at_the_screen(home) as person:
        await person.does("findings")
        await person.goes_to(TITLE)
        assert "F07" in person.text
        await person.does("open")
        assert person.context == "conflicts"


async def test_without_any_it_says_so(home: Home) -> None:
    """The key leads nowhere dead."""
    async with at_the_screen(home) as person:
        await goes_to_the_choice(person)
        assert "Ingen har skrivit olika" in person.text
        await person.does("take")
        assert "Det finns inget att välja." in person.told


def describe(home: Home, *texts: str) -> None:
    """Several who had not seen each other's describe the activity, each in other words."""
    with another_program(home) as workspace:
        seen = called(workspace.plan, TITLE)
        for text in texts:
            with workspace.edit() as edit:
                edit.save(msgspec.structs.replace(seen, description=text), seen=seen)


async def test_the_first_screen_says_on_how_many_places_somebody_has_to_choose(home: Home) -> None:
    """Also where no activity in the list is marked."""
    report_twice(home)
    async with at_the_screen(home) as person:
        assert "⚡ På 2 ställen har två skrivit olika. w väljer." in person.text
        await person.does("settle")
        await person.presses("1", "1")
        await person.does("back")
        assert "har två skrivit olika" not in person.text


async def test_more_values_than_there_is_room_for(home: Home) -> None:
    """In a narrow window two stand beside each other; the arrows lead to all, none is lost."""
    describe(home, *(f"Beskrivning {number}." for number in range(1, 7)))
    async with at_the_screen(home, size=NARROW) as person:
        await goes_to_the_choice(person)
        assert "1 av 6 · visas nu" in person.screen
        assert "Beskrivning 6." in person.text
        assert "Beskrivning 1." not in person.text
        await person.does("mark(-1)")
        assert "6 av 6" in person.screen
        assert "Beskrivning 1." in person.text
        await person.does("take")
        assert "Valt: Beskrivning 1." in person.told
    assert in_another_program(home).activity(TITLE).description == "Beskrivning 1."


async def test_three_long_texts_in_a_narrow_window(home: Home) -> None:
    """How many there are, and who wrote each and when, is seen without scrolling."""
    describe(home, *(f"Text {number}. " + "Det här är en lång text. " * 40 for number in range(3)))
    async with at_the_screen(home, size=NARROW) as person:
        await goes_to_the_choice(person)
        assert "3 olika värden" in person.lines[0]
        assert person.screen.count("Åsa Östlund, i dag ") == 2
        await person.does("mark(-1)")
        assert "3 av 3" in person.screen
        await person.presses("4")
        assert "Det finns bara 3 värden." in person.told


async def test_dates_stand_with_what_they_are(home: Home) -> None:
    """A period is one value: start and end are taken together."""
    with another_program(home) as workspace:
        seen = called(workspace.plan, TITLE)
        for end in (date(2024, 9, 30), date(2024, 12, 31)):
            period = Period(date(2024, 2, 1), end)
            with workspace.edit() as edit:
                edit.save(msgspec.structs.replace(seen, period=period), seen=seen)
    async with at_the_screen(home, size=NARROW) as person:
        await goes_to_the_choice(person)
        assert "start: 2024-02-01, slut: 2024-12-31" in person.screen
        assert "start: 2024-02-01, slut: 2024-09-30" in person.screen
        await person.presses("2")
    assert in_another_program(home).activity(TITLE).period == Period(
        date(2024, 2, 1), date(2024, 9, 30)
    )


async def test_a_long_value_is_scrolled(home: Home) -> None:
    """What does not fit is not cut off."""
    long = " ".join(f"Mening nummer {number}." for number in range(1, 120))
    describe(home, "Kort.", long)
    async with at_the_screen(home, size=NARROW) as person:
        await goes_to_the_choice(person)
        assert "nummer 1." in person.text
        assert "nummer 119." not in person.text
        for _ in range(20):
            await person.does("scroll(1)")
        assert "nummer 119." in person.text


async def test_a_third_value_is_written(home: Home) -> None:
    """From the marked one; it holds in place of both, and undo brings back what stood before."""
    describe(home, "Den ena.", "Den andra.")
    async with at_the_screen(home, size=NARROW) as person:
        await goes_to_the_choice(person)
        await person.does("write")
        await person.types(" Och mer.")
        assert "Den andra. Och mer." in person.text
        await person.presses("enter")
        assert "Ditt eget värde gäller." in person.told
        assert "Ingen har skrivit olika" in person.text
        assert "Enter ta" in person.lines[-1]
        written = in_another_program(home).activity(TITLE)
        assert (written.description, written.conflicts) == ("Den andra. Och mer.", ())
        await person.does("undo")
    assert in_another_program(home).activity(TITLE).description == "Den andra."


async def test_what_is_no_text_is_only_chosen(home: Home) -> None:
    """A status is changed where it is reported, with all that belongs to it."""
    report_twice(home)
    async with at_the_screen(home) as person:
        await goes_to_the_choice(person)
        await person.does("go(1)", "write")
        assert "Här går det bara att välja." in person.told


async def test_two_in_the_centre_who_locked_at_once(central_home: Home) -> None:
    """Both locks stand beside each other, with who and when; from the overview one key leads."""
    for writer in ("a" * 20, "b" * 20):
        with another_program(central_home) as workspace, workspace.edit() as edit:
            lock(edit, T1, {"central": (f"{writer}-1-9",)}, seen=None)
    async with at_the_screen(central_home, size=NARROW) as person:
        assert "⚡ På 1 ställe har två skrivit olika" in person.text
        await person.does("settle")
        assert "T1 2024" in person.text
        assert "låst 2024-04-23 av" in person.text
        assert "2 av 2" in person.screen
        await person.does("write")
        assert "Här går det bara att välja." in person.told
        await person.presses("2")
        assert "Ingen har skrivit olika" in person.text
        await person.does("back")
        assert "har två skrivit olika" not in person.text


async def test_two_titles_of_a_goal(central_home: Home) -> None:
    """What is central is settled by the centre, also a goal's long text."""
    with another_program(central_home) as workspace:
        goal = next(each for each in workspace.plan.of(Goal) if each.number == "3.4.5")
        for text in ("Ett mål.", "Ett annat mål."):
            with workspace.edit() as edit:
                edit.save(msgspec.structs.replace(goal, text=text), seen=goal)
    async with at_the_screen(central_home) as person:
        await person.does("settle")
        assert "Ett annat mål." in person.text
        await person.does("write")
        await person.types(" Och ett tredje.")
        await person.presses("enter")
        assert "Ingen har skrivit olika" in person.text
    plan = in_another_program(central_home).plan
    assert any(each.text == "Ett annat mål. Och ett tredje." for each in plan.of(Goal))
