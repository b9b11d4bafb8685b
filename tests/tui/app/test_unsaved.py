"""What is not saved is said not to be, is kept, and is not left without a word."""

from __future__ import annotations

import asyncio

import pytest

from model.actions.planning import cancel_activity
from model.home.paths import Home
from model.plan.vocabulary import StatusValue
from model.workspace.edit import Edit
from tests.tui.app.faults import nothing_can_be_written
from tests.tui.app.person import Person, at_the_screen
from tests.tui.app.planning import fills_in
from tests.tui.app.programs import does_elsewhere, in_another_program
from tests.tui.app.stories import called

NEW, OLD = "Skapa rutin för matsvinn", "Dialog med lokala producenter"


def cancels(edit: Edit) -> None:
    """Another program cancels what is being answered."""
    cancel_activity(edit, called(edit.plan, NEW), "Köket byggs om")


async def leaves(person: Person) -> bool:
    """Press Ctrl+Q; gives whether the program has ended."""
    await person.presses("ctrl+q")
    return not person.app.is_running


async def test_a_text_that_is_neither_saved_nor_kept_is_not_left_at_one_ctrl_q(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk the first Ctrl+Q says what would be gone, also after an earlier failure."""
    async with at_the_screen(home) as person:
        await person.does("comment")
        with nothing_can_be_written(monkeypatch):
            await person.types("Lång text")
            assert not await leaves(person)
            assert "1 påbörjad text" in person.told
            assert "Ctrl+Q en gång till" in person.told
            await person.types("!")
            assert not await leaves(person)
            assert await leaves(person)


async def test_who_stays_has_the_text_kept_when_there_is_room_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then one Ctrl+Q is enough."""
    async with at_the_screen(home) as person:
        await person.does("comment")
        with nothing_can_be_written(monkeypatch):
            await person.types("Lång text")
            await person.presses("ctrl+q")
        assert await leaves(person)
    assert in_another_program(home).comments == ["Lång text"]


async def test_an_answer_that_is_refused_is_not_left_at_one_ctrl_q(home: Home) -> None:
    """The activity was cancelled in another window meanwhile; the answer is still here."""
    async with at_the_screen(home) as person:
        await person.does("status(2)", "comment")
        await person.types("Går bra.")
        does_elsewhere(home, cancels)
        assert not await leaves(person)
        assert f"status för ”{NEW}”" in person.told
        assert await leaves(person)
    assert in_another_program(home).comments == ["Går bra."]


async def test_looking_for_others_does_not_make_it_saved(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a write that works says that all is saved, and not while a text waits."""
    async with at_the_screen(home) as person:
        assert "✔ allt sparat här" in person.lines[0]
        await person.goes_to(OLD)
        with nothing_can_be_written(monkeypatch):
            await person.does("unchanged")
            await person.presses("enter")
            assert "▲ inte sparat" in person.lines[0]
            person.app.look_for_others()
            await person.waits()
            assert "▲ inte sparat" in person.lines[0]
        await person.goes_to(OLD)
        await person.does("unchanged")
        assert "✔ allt sparat här" in person.lines[0]


async def test_what_was_typed_while_the_disk_was_full_is_kept_by_itself_later(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody needs to touch it again, and the first screen says so when it is done."""
    async with at_the_screen(home) as person:
        await person.does("comment")
        with nothing_can_be_written(monkeypatch):
            await person.types("Halv")
            await person.presses("escape", "escape")
            assert "▲ inte sparat" in person.lines[0]
        person.app.look_for_others()
        await person.waits()
        assert "✔ allt sparat här" in person.lines[0]
        assert in_another_program(home).comments == ["Halv"]


async def test_what_is_typed_while_texts_are_being_written_is_written_too(home: Home) -> None:
    """The thread that writes takes its texts along; new ones wait for the next time."""
    async with at_the_screen(home) as person:
        kept = person.app.kept
        await person.app.writing_turn.acquire()
        kept.typed("a", "ett")
        kept.keep_now()
        await asyncio.sleep(0)
        kept.typed("a", "två")
        kept.typed("b", "tre")
        kept.keep_now()
        assert sorted(kept.waiting) == ["a", "b"]
        person.app.writing_turn.release()
        await person.waits()
        assert kept.waiting == []
        assert sorted(in_another_program(home).drafts) == ["tre", "två"]


async def test_a_text_that_failed_does_not_come_back_over_a_newer_one(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is put back is only what nothing has replaced."""
    async with at_the_screen(home) as person:
        kept = person.app.kept
        with nothing_can_be_written(monkeypatch):
            await person.app.writing_turn.acquire()
            kept.typed("a", "ett")
            kept.typed("b", "tre")
            kept.keep_now()
            await asyncio.sleep(0)
            kept.typed("a", "två")
            person.app.writing_turn.release()
            await person.waits()
            assert sorted(kept.waiting) == ["a", "b"]
        kept.keep_now()
        await person.waits()
        assert sorted(in_another_program(home).drafts) == ["tre", "två"]


async def dies(person: Person, home: Home) -> bytes:
    """The database as it is when the program is killed now."""
    await person.waits()
    return home.database.read_bytes()


async def test_a_kill_loses_neither_the_comment_nor_the_chosen_status(home: Home) -> None:
    """Both are there again; what is said of them is true, and does not stay over the next one."""
    async with at_the_screen(home) as person:
        await person.does("status(4)", "comment")
        await person.types("Leveransen dröjer")
        assert in_another_program(home).status_of(NEW) is None
        before = await dies(person, home)
        await person.presses("ctrl+q")
    home.database.write_bytes(before)
    async with at_the_screen(home) as person:
        await person.does("quick_status")
        assert "▸4 ▼ Försenad" in person.screen
        assert "Leveransen dröjer" in person.text
        assert "Texten som du skrev sist är kvar. Den sparas med statusen" in person.told
        await person.does("next")
        assert person.answering == OLD
        assert "kvar" not in person.told
    saved = in_another_program(home).status_of(NEW)
    assert saved is not None
    assert saved.standing is not None
    assert (saved.standing.value, saved.comment) == (StatusValue.DELAYED, "Leveransen dröjer")


async def test_a_comment_without_a_status_is_not_said_to_be_saved_by_enter(home: Home) -> None:
    """The status is still to be chosen."""
    async with at_the_screen(home) as person:
        await person.does("comment")
        await person.types("Halv mening")
        await person.presses("escape", "escape")
        await person.does("comment")
        assert "Texten som du skrev sist är kvar. Välj status också." in person.told


@pytest.mark.parametrize("values", ["32", "323", "232"])
async def test_the_last_one_answered_anew_before_it_is_written_is_no_conflict(
    home: Home, values: str
) -> None:
    """Each answer replaces the one before; the last one holds."""
    async with at_the_screen(home) as person:
        await person.goes_to(OLD)
        await person.does("quick_status")
        await person.app.writing_turn.acquire()
        for value in values:
            await person.hits_meanwhile(value, "enter")
        person.app.writing_turn.release()
        await person.waits()
    saved = in_another_program(home).status_of(OLD)
    assert saved is not None
    assert saved.standing is not None
    assert saved.standing.value is list(StatusValue)[int(values[-1]) - 1]
    assert not saved.conflicts


async def test_what_is_typed_while_the_form_is_being_saved_is_not_lost(home: Home) -> None:
    """The form stays with it, as an edit of what was saved; Ctrl+S saves that too."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.app.writing_turn.acquire()
        await person.hits_meanwhile("ctrl+s", *"Mer")
        person.app.writing_turn.release()
        await person.waits()
        assert person.context == "plan"
        assert "Det finns kvar här." in person.told
        first = in_another_program(home).activity("Provsmakning i matsalen")
        assert first.description == "Elever smakar på nya rätter."
        await person.does("save")
        assert person.context == "home"
    found = in_another_program(home)
    second = found.activity("Provsmakning i matsalen")
    assert second.id == first.id
    assert second.description == "Elever smakar på nya rätter.Mer"
    assert not second.conflicts
    assert found.drafts == []


async def test_what_is_typed_during_a_save_and_left_is_a_draft_of_what_was_saved(
    home: Home,
) -> None:
    """Going back meanwhile makes no second activity of it."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.app.writing_turn.acquire()
        await person.hits_meanwhile("ctrl+s", *"Mer", "escape")
        person.app.writing_turn.release()
        await person.waits()
        assert person.context == "home"
        await person.does("new_activity")
        assert "Elever smakar" not in person.screen
        await person.does("back")
        await person.goes_to("Provsmakning i matsalen")
        await person.does("edit_activity")
        assert "nya rätter.Mer" in person.text


async def test_what_was_typed_after_ctrl_s_is_not_saved_without_being_looked_at(home: Home) -> None:
    """A personal number typed while the save waits for its turn is warned of as always."""
    async with at_the_screen(home) as person:
        await person.does("new_activity")
        await fills_in(person)
        await person.app.writing_turn.acquire()
        await person.hits_meanwhile("ctrl+s", *"19121212-1212")
        person.app.writing_turn.release()
        await person.waits()
        assert (
            "1212" not in in_another_program(home).activity("Provsmakning i matsalen").description
        )
        await person.does("save")
        assert person.context == "plan"
