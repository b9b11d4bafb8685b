"""Assessing goals in the app: one key per level, a motivation where it differs, texts in place."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.actions.assessing import assess
from model.home.paths import Home
from model.plan.assessment import Verdict
from model.plan.entities import Goal
from model.plan.vocabulary import AssessmentLevel
from model.workspace.edit import Edit
from tests.tui.app.person import NARROW, Person, at_the_screen
from tests.tui.app.programs import T1, does_elsewhere, in_another_program, with_a_command

HEALTH = "hälsofrämjande arbetsplatser"
REASON = "Nöjdheten har ökat mer än målvärdet."


def assessed(home: Home, number: str = "3.1.1") -> object:
    """What is decided of a goal in the home's database."""
    plan = in_another_program(home).plan
    goal = next(goal for goal in plan.of(Goal) if goal.number == number)
    found = plan.assessment_of(goal.id, T1)
    return found.decided.level if found is not None and found.decided is not None else None


async def read(person: Person) -> str:
    """What is copied of what the cursor stands on, on one line: everything that is told of it."""
    await person.does("copy")
    return " ".join(person.app.clipboard.split())


async def begins(person: Person) -> None:
    """Go to the goal about health from the overview."""
    await person.does("assess")
    assert person.context == "assess"
    await person.goes_to(HEALTH)


async def test_one_key_decides_what_the_rule_suggests(central_home: Home) -> None:
    """The count at the top and the row follow at once; undo takes it back."""
    async with at_the_screen(central_home) as person:
        await begins(person)
        assert "0 av 19 bedömda" in person.lines[0]
        reason = "Av 6 aktiviteter är 1 avslutad, 4 enligt plan och 1 utan status."
        assert reason in await read(person)
        await person.does("choose(2)")
        assert person.context == "assess"
        assert "1 av 19 bedömda" in person.lines[0]
        assert "3.1.1: ◧ Delvis uppfyllt" in person.told
        await person.does("undo")
        assert "0 av 19 bedömda" in person.lines[0]
    assert assessed(central_home) is None


async def test_another_level_asks_why_first(central_home: Home) -> None:
    """Without an answer nothing is decided; with one it is, and the reason stands there."""
    async with at_the_screen(central_home) as person:
        await begins(person)
        await person.does("choose(1)")
        assert "Varför ”Uppfyllt”?" in person.screen
        await person.presses("enter")
        assert "Skriv en motivering: bedömningen är ”Uppfyllt”" in person.text
        await person.types(REASON)
        await person.presses("enter")
        assert "1 av 19 bedömda" in person.lines[0]
        assert REASON in await read(person)
    assert assessed(central_home) is AssessmentLevel.MET


async def test_what_was_begun_is_there_the_next_time(central_home: Home) -> None:
    """Esc leaves the text as a draft, also when the app is started anew."""
    async with at_the_screen(central_home) as person:
        await begins(person)
        await person.does("choose(1)")
        await person.types("Nöjdheten har")
        await person.presses("escape")
        assert "Texten är kvar som utkast." in person.told
        assert person.context == "assess"
    async with at_the_screen(central_home) as person:
        await begins(person)
        await person.does("motivation")
        assert "Nöjdheten har" in person.screen
        assert "Utkast som inte är sparat." in person.screen


async def test_summary_comment_and_analysis_are_written_in_place(central_home: Home) -> None:
    """Each is a text of its own; a personal number is warned of once."""
    async with at_the_screen(central_home) as person:
        await begins(person)
        await person.does("summary")
        await person.types("Enligt 19640823-3234 går det bra.")
        await person.presses("enter")
        assert "Enter igen sparar ändå." in person.text
        await person.empties_field()
        await person.types("Arbetet går bra.")
        await person.presses("enter")
        await person.does("comment")
        await person.types("Två av tre steg är tagna.")
        await person.presses("enter")
        for words in ("Sammanfattning Arbetet går bra.", "Kommentar Två av tre steg är tagna."):
            assert words in await read(person)
        await person.does("analysis")
        assert "Analys av 2024" in person.screen
        await person.types("Ett år av förändring.")
        await person.presses("enter")
        assert "Analysen är sparad." in person.told
    analysis = in_another_program(central_home).plan.analysis_of(2024)
    assert analysis is not None
    assert analysis.text == "Ett år av förändring."


async def test_enter_goes_to_the_next_that_is_not_assessed(central_home: Home) -> None:
    """Round from the last to the first."""
    async with at_the_screen(central_home) as person:
        await begins(person)
        await person.does("choose(2)", "next")
        assert person.chosen.startswith("3.1.2")
        await person.presses("end")
        await person.does("next")
        assert person.chosen.startswith("3.1.2")


async def test_what_somebody_else_decided_meanwhile_is_not_overwritten(
    central_home: Home,
) -> None:
    """Both are kept, and marked for a person to settle."""

    def decide(edit: Edit) -> None:
        goal = next(goal for goal in edit.plan.of(Goal) if goal.number == "3.1.1")
        level = AssessmentLevel.NOT_MET
        assess(edit, goal, T1, level=level, motivation="För tidigt att säga.")

    async with at_the_screen(central_home) as person:
        await begins(person)
        await person.does("choose(1)")
        does_elsewhere(central_home, decide)
        await person.types(REASON)
        await person.presses("enter")
        assert "⚡ Två har skrivit olika. Båda är kvar." in await read(person)
        await person.does("settle")
        assert person.context == "conflicts"
        assert "För tidigt att säga." in await read(person)


@pytest.mark.parametrize("size", [NARROW])
async def test_in_a_narrow_window_the_text_takes_the_place_of_the_details(
    central_home: Home, size: tuple[int, int]
) -> None:
    """At 80×24."""
    async with at_the_screen(central_home, size=size) as person:
        await begins(person)
        assert "Förslag" in person.screen
        await person.does("summary")
        assert "3.1.1 Sammanfattning i tertialrapporten" in person.screen
        await person.presses("escape")
        assert "Sammanfattning i tertialrapporten" not in person.screen


async def test_a_department_head_does_not_assess(department_home: Home) -> None:
    """And is told who does."""
    async with at_the_screen(department_home) as person:
        await person.does("assess")
        assert person.context == "overview"
        assert "Målen bedöms centralt" in person.told


async def test_the_question_of_a_level_that_does_not_fit_leads_to_the_goal(
    central_home: Home,
) -> None:
    """F08 among the centre's own findings: an imported level without a motivation."""

    def decide(edit: Edit) -> None:
        goal = next(goal for goal in edit.plan.of(Goal) if goal.number == "3.1.2")
        row = assess(edit, goal, T1, level=AssessmentLevel.PARTLY_MET)
        edit.save(replace(row, decided=Verdict(AssessmentLevel.MET)), row)

    does_elsewhere(central_home, decide)
    async with at_the_screen(central_home) as person:
        await person.goes_to("Staben")
        await person.does("open", "findings")
        await person.goes_to("F08")
        await person.does("open")
        assert person.context == "assess"
        assert person.chosen.startswith("3.1.2")


async def test_what_is_locked_is_read_and_not_assessed(central_home: Home) -> None:
    """The first key says why, before anything is typed."""
    with_a_command(central_home, "lock", "2024-T1", "--yes")
    async with at_the_screen(central_home) as person:
        await begins(person)
        assert "låst" in person.lines[0]
        for each in ("choose(1)", "choose(2)", "motivation", "summary", "comment"):
            await person.does(each)
            assert "Lås upp tertialet" in person.told, each
        assert "Varför" not in person.screen
        assert "0 av 19 bedömda" in person.lines[0]
