"""When something is in the way: what happened is said, and what was typed is still there."""

from __future__ import annotations

from contextlib import suppress

import pytest
from textual.worker import WorkerFailed

from model.home.paths import Home
from model.plan.vocabulary import StatusValue
from model.store.errors import StoreReadOnly
from tests.tui.app.faults import damage, held_by_another, nothing_can_be_written
from tests.tui.app.person import Person, at_the_screen
from tests.tui.app.programs import in_another_program
from tests.tui.app.stories import report_everything

NEW, OLD = "Skapa rutin för matsvinn", "Dialog med lokala producenter"
FULL = "Disken är full, så det gick inte att spara."


async def answers(person: Person, text: str) -> None:
    """Report what is asked about, with a comment, and go on."""
    await person.does("choose(2)", "comment")
    await person.types(text)
    await person.presses("enter")


async def test_a_full_disk_brings_the_answer_back(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says what is safe; status and text stand there, and Enter saves them later."""
    async with at_the_screen(home) as person:
        await person.does("quick_status")
        with nothing_can_be_written(monkeypatch):
            await answers(person, "Lång text om köket.")
            assert FULL in person.text
            await person.presses("enter")
            assert person.answering == NEW
            assert "▸2 ● Pågående enligt plan" in person.screen
            assert "Lång text om köket." in person.text
        await person.does("next")
        assert person.answering == OLD
    saved = in_another_program(home).status_of(NEW)
    assert saved is not None
    assert saved.comment == "Lång text om köket."


async def test_answers_that_fail_one_after_the_other_are_all_kept(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each comes back, and none is left behind at the end."""
    async with at_the_screen(home) as person:
        await person.does("quick_status")
        with nothing_can_be_written(monkeypatch):
            await person.app.writing_turn.acquire()
            await person.hits_meanwhile("1", "enter", "4", "enter")
            person.app.writing_turn.release()
            await person.waits()
            while person.context != "queue":
                await person.presses("escape")
        for _ in range(4):
            if person.context == "queue":
                await person.does("next")
    found = in_another_program(home)
    values = [
        status.standing.value
        for title in (NEW, OLD)
        if (status := found.status_of(title)) is not None and status.standing is not None
    ]
    assert values == [StatusValue.NOT_STARTED, StatusValue.DELAYED]


async def test_an_answer_that_fails_after_esc_comes_back_too(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has gone back already is asked again, with the same answer; once."""
    async with at_the_screen(home) as person:
        await person.does("status(4)", "comment")
        await person.types("Försenad leverans.")
        with nothing_can_be_written(monkeypatch):
            await person.presses("escape", "escape")
            assert FULL in person.text
            await person.presses("enter")
            assert person.answering == NEW
            assert "▸4 ▼ Försenad" in person.screen
            assert "Försenad leverans." in person.text
            await person.presses("escape")
            assert FULL in person.text
            await person.presses("enter")
            assert person.context == "home"
            assert "▲ inte sparat" in person.lines[0]
        await person.does("comment")
        assert "Försenad leverans." in person.text


async def test_a_database_that_is_held_is_waited_for_and_told_of(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program writes for too long: nothing is lost, and the next try works."""
    with held_by_another(home, monkeypatch):
        async with at_the_screen(home) as person:
            assert "Saknar status för T1 (2)" in person.screen
            await person.goes_to(OLD)
            await person.does("unchanged")
            assert "Ett annat program skriver i samma databas" in person.text
            await person.presses("enter")
            assert "Saknar status för T1 (2)" in person.screen
    async with at_the_screen(home) as person:
        await person.goes_to(OLD)
        await person.does("unchanged")
        assert "Saknar status för T1 (1)" in person.screen


async def test_the_keys_work_while_something_is_being_written(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for the disk: the cursor moves while an edit waits for its turn."""
    async with at_the_screen(home) as person:
        await person.goes_to(OLD)
        await person.app.writing_turn.acquire()
        await person.hits_meanwhile("o", "end")
        assert person.chosen == "Hälsotema på APT"
        assert "5 av 7" in person.lines[1]
        person.app.writing_turn.release()
        await person.waits()
        assert "6 av 7" in person.lines[1]


async def test_a_hand_in_that_fails_is_not_said_to_be_done(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is shown as handed in has been handed in."""
    report_everything(home)
    async with at_the_screen(home) as person:
        await person.does("hand_in")
        with nothing_can_be_written(monkeypatch, StoreReadOnly(home.database)):
            await person.does("go_on")
            assert "går bara att läsa" in person.text
            await person.presses("enter")
            assert "Lämna in T1 2024" in person.text
            assert "inlämnade" not in person.text
        await person.does("go_on")
        assert "✔ 7 aktiviteter inlämnade" in person.text


async def test_a_reason_that_fails_is_there_when_asked_for_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Setting a finding aside on a full disk loses no text."""
    async with at_the_screen(home) as person:
        await person.does("findings", "waive")
        await person.types("Beslut i maj")
        with nothing_can_be_written(monkeypatch):
            await person.presses("enter")
            assert FULL in person.text
            await person.presses("enter")
        await person.does("waive")
        assert "Beslut i maj" in person.text
        await person.presses("enter")
        assert "1 anmärkning" in person.lines[0]


async def test_a_damaged_database_is_told_of_and_left_alone(home: Home) -> None:
    """The message names the file and what to do; the screen says that it cannot be read."""
    damage(home)
    before = home.database.read_bytes()
    async with at_the_screen(home) as person:
        assert "är skadad eller hör inte till tertial" in person.text
        assert "tertial doctor" in person.text
        await person.presses("enter")
        assert "Planen går inte att läsa just nu" in person.text
        await person.presses("ctrl+q")
        assert not person.app.is_running
    assert home.database.read_bytes() == before


async def test_a_text_is_kept_within_a_second_and_survives_a_kill(home: Home) -> None:
    """What was being typed when the program died is offered the next time."""
    async with at_the_screen(home) as person:
        await person.does("comment")
        await person.types("Halvvägs genom en men")
        found = in_another_program(home)
        assert found.comments == ["Halvvägs genom en men"]
        saved = home.database.read_bytes()
    home.database.write_bytes(saved)
    async with at_the_screen(home) as person:
        await person.does("quick_status")
        assert "Texten som du skrev sist är kvar." in person.told
        assert "Halvvägs genom en men" in person.text
        await person.does("choose(2)", "next")
    found = in_another_program(home)
    saved_status = found.status_of(NEW)
    assert saved_status is not None
    assert saved_status.comment == "Halvvägs genom en men"
    assert found.drafts == []


async def test_leaving_in_the_middle_keeps_everything(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+Q at once after the last letter: the status is saved with its comment."""
    monkeypatch.setattr("tui.app.drafts.DELAY_SECONDS", 60)
    async with at_the_screen(home) as person:
        await person.does("quick_status")
        person.hits("3", "k", *"Klart", "ctrl+q")
        await person.waits()
        assert not person.app.is_running
    saved = in_another_program(home).status_of(NEW)
    assert saved is not None
    assert saved.comment == "Klart"


async def test_leaving_while_a_text_has_no_status_keeps_it_as_a_draft(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when the moment after which it is kept has not come."""
    monkeypatch.setattr("tui.app.drafts.DELAY_SECONDS", 60)
    async with at_the_screen(home) as person:
        await person.does("quick_status")
        person.hits("k", *"Nu", "ctrl+q")
        await person.waits()
    assert in_another_program(home).comments == ["Nu"]


async def test_what_cannot_be_written_is_not_left_at_the_first_ctrl_q(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message comes first; who leaves all the same presses once more."""
    async with at_the_screen(home) as person:
        await person.does("quick_status")
        with nothing_can_be_written(monkeypatch):
            person.hits("3", "ctrl+q")
            await person.waits()
            assert person.app.is_running
            assert FULL in person.text
            await person.presses("ctrl+q")
            assert not person.app.is_running


@pytest.mark.parametrize(
    ("fails", "key"),
    [
        ("tui.app.screens.home.home_view", "next_tertial"),
        ("tui.app.screens.home.HomeScreen.action_search", "search"),
        ("tui.app.session.Session.findings", "next_tertial"),
        ("tui.app.session.Session.undo", "undo"),
    ],
)
async def test_what_nobody_foresaw_ends_the_program_without_a_traceback(
    home: Home,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    fails: str,
    key: str,
) -> None:
    """In a screen, in a key's action, beside the screen and in the thread of the database."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("hemligt innehåll")

    unexpected: Exception | None = None
    with suppress(ZeroDivisionError, WorkerFailed):
        async with at_the_screen(home) as person:
            await person.does("comment")
            await person.types("Skrivet före")
            await person.presses("escape", "escape")
            monkeypatch.setattr(fails, fail)
            await person.does(key)
            unexpected = person.app.unexpected
    assert isinstance(unexpected, ZeroDivisionError)
    out, err = capfd.readouterr()
    assert "Traceback" not in out + err
    assert "hemligt" not in out + err
    assert in_another_program(home).comments == ["Skrivet före"]
