"""Locking in the app: who is not ready, the lock, what comes late, and what a unit sees."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from model.actions.locking import decline
from model.home.paths import Home
from model.plan.vocabulary import Role
from model.workspace.edit import Author
from tests.tui.app.late_edits import lock_elsewhere, status_that_arrives_after
from tests.tui.app.meeting import Meeting
from tests.tui.app.person import NARROW, WIDE, Person, at_the_screen
from tests.tui.app.programs import T1, another_program, in_another_program
from tests.tui.app.stories import called

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

TITLE = "Dialog med lokala producenter"


async def looks_for_others(person: Person) -> None:
    """Take in what another program wrote."""
    person.app.look_for_others()
    await person.waits()


async def test_the_centre_locks_and_decides_on_what_comes_late(central_home: Home) -> None:
    """One key each: lock, let in, decline with a reason; each can be taken back."""
    with status_that_arrives_after(central_home, TITLE, "Leverantören sa upp avtalet."):
        async with at_the_screen(central_home) as person:
            await person.does("lock")
            assert person.context == "lock"
            assert "T1 2024 är öppet" in person.text
            assert "Tertialet slutar först 30 april." in person.text
            assert "Inte klara (16)" in person.text
            await person.does("lock")
            assert person.context == "question"
            assert "3 av 19 enheter har lämnat in." in person.text
            await person.does("cancel")
            assert in_another_program(central_home).plan.locked == frozenset()
            await person.does("lock", "yes")
            assert "T1 2024 är låst" in person.told
            assert "Inget har kommit in efter låsningen." in person.text
            await person.does("back")
            assert "låst 23 apr av" in person.lines[0]
    async with at_the_screen(central_home) as person:
        await person.does("lock")
        assert "Kom efter låsningen (1)" in person.text
        assert TITLE in person.chosen
        assert "Leverantören sa upp avtalet." in person.text
        await person.does("accept")
        assert f"Insläppt: {TITLE}" in person.told
        assert "Kom efter låsningen" not in person.screen
        await person.does("undo")
        assert "Kom efter låsningen (1)" in person.text
        await person.goes_to(TITLE)
        await person.does("decline")
        await person.types("Rapporten är beslutad.")
        await person.presses("enter")
        assert "Avslagna (1)" in person.text
        assert "Avslagen: Rapporten är beslutad." in person.text
        await person.does("unlock")
        assert "T1 2024 är öppet" in person.text


async def test_only_the_centre_locks(department_home: Home) -> None:
    """A department head sees how it stands, and who locks."""
    async with at_the_screen(department_home) as person:
        await person.does("lock")
        assert "T1 2024 är öppet" in person.text
        assert "Kostenheten" in person.text
        assert "HR-enheten" not in person.text
        for each in ("lock", "unlock"):
            await person.does(each)
            assert "Bara stab eller controller" in person.told
            assert person.context == "lock"


async def test_a_unit_sees_the_lock_and_why_something_is_not_in_it(home: Home) -> None:
    """By whom and when; the keys of reporting say what to do; what came late says why not."""
    with status_that_arrives_after(home, TITLE, "Skrivet utan nät."):
        lock_elsewhere(home)
    with another_program(home) as workspace:
        status = workspace.plan.status_of(
            called(workspace.plan, TITLE).id, workspace.profile.units[0], T1
        )
        assert status is not None
        names = [name for heads in status.heads.values() for name in heads]
        edit = workspace.begin(Author(workspace.profile.person, Role.CENTRAL, ()))
        decline(edit, T1, status.id, names, "Rapporten är beslutad.")
        workspace.commit(edit)
    async with at_the_screen(home) as person:
        if "T1" not in person.lines[0]:
            await person.does("next_tertial")
        assert "T1 är låst 23 apr av" in person.lines[0]
        await person.waits()
        assert "Status och inlämning går inte att ändra." in person.text
        assert "Utan status när T1 låstes (2)" in person.text
        assert "Saknar status" not in person.text
        assert "att åtgärda" not in person.lines[1], "nothing can be mended any more"
        assert "1–8 status" not in person.screen
        assert f"{TITLE}: Försenad" in person.text
        assert "Inte med, 2024-04-23: Rapporten är beslutad." in person.text
        await person.does("hand_in")
        assert "T1 2024 är låst 23 apr av" in person.text
        assert "Det var inte inlämnat när det låstes." in person.text
        assert "Det går inte att lämna in eller ta tillbaka." in person.text
        await person.presses("enter")
        assert person.context == "home"
        for each in ("status(2)", "unchanged", "comment"):
            await person.does(each)
            assert person.context == "home"
            assert "T1 2024 låstes 23 april 2024" in person.told


async def test_a_lock_that_comes_while_one_reports_refuses_and_keeps_the_text(home: Home) -> None:
    """The answer stays on the screen with who locked and what to do."""
    async with at_the_screen(home) as person:
        await person.goes_to(TITLE)
        await person.does("status(4)")
        lock_elsewhere(home)
        await looks_for_others(person)
        assert "låst 23 apr" in person.lines[0]
        await person.does("next")
        assert "låsa upp" in person.text


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_lock_screen(
    central_home: Home, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """With a late change beside what was locked."""
    with status_that_arrives_after(central_home, TITLE, "Leverantören sa upp avtalet."):
        lock_elsewhere(central_home)
    async with at_the_screen(central_home, size=size) as person:
        if "T1" not in person.lines[0]:
            await person.does("next_tertial")
        await person.does("lock")
        assert person.screen == picture


async def test_what_lies_on_the_share_is_fetched_before_the_question(central_home: Home) -> None:
    """The question says so; the lock is sent at once."""
    meeting = Meeting(central_home)
    async with at_the_screen(central_home, courier=meeting) as person:
        await person.does("lock")
        before = len(meeting.requests)
        await person.does("lock")
        assert person.context == "question"
        assert "Det som låg på delningen är hämtat nu." in person.text
        assert len(meeting.requests) == before + 1
        assert meeting.requests[-1].sweep
        sent = meeting.sent
        await person.does("yes")
        assert "T1 2024 är låst" in person.told
        assert meeting.sent == sent + 1


async def test_a_lock_on_what_is_old_says_how_old_it_is(central_home: Home) -> None:
    """The share is gone: one may wait, or lock now and again later."""
    meeting = Meeting(central_home)
    async with at_the_screen(central_home, courier=meeting) as person:
        await person.does("lock")
        meeting.fails(code=errno.EHOSTDOWN)
        await person.does("lock")
        assert person.context == "question"
        assert "Delningen svarar inte: senast hämtades allt i dag" in person.text
        assert "lås nu och lås igen då" in person.text
        await person.does("yes")
        assert "T1 2024 är låst" in person.told


async def test_nobody_has_to_wait_for_a_slow_share_to_lock(central_home: Home) -> None:
    """The key once more asks at once, and the question says that it is not all there."""
    meeting = Meeting(central_home)
    async with at_the_screen(central_home, courier=meeting) as person:
        await person.does("lock")
        meeting.free.clear()
        await person.hits_meanwhile("l")
        assert "l igen frågar genast" in person.told
        await person.hits_meanwhile("l")
        assert "Hämtningen är inte klar: senast hämtades allt i dag" in person.text
        meeting.free.set()
        await person.waits()
        assert person.context == "question"
