"""Stored pictures of what is said of sending and receiving."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from model.home.paths import Home
from tests.tui.app.meeting import Meeting
from tests.tui.app.person import NARROW, WIDE, at_the_screen

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion


@pytest.fixture(autouse=True)
def no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every moment is the same."""
    monkeypatch.setattr("tui.app.sending_words._when", lambda _moment, _now: "14:32")
    monkeypatch.setattr("tui.app.screens.sharing_lines._when", lambda _moment: "14:32")
    monkeypatch.setattr("tui.app.screens.sharing_lines._moment", lambda _moment: "2024-04-23 14:32")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x40"])
async def test_a_share_that_does_not_answer(
    home: Home, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """What waits, since when, why, and what to do."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting, size=size) as person:
        await person.goes_to("Dialog med lokala producenter")
        await person.does("unchanged")
        meeting.fails(code=errno.EHOSTDOWN)
        await person.does("sharing", "sync")
        await person.presses("enter")
        person.app.clear_notifications()
        await person.waits()
        assert person.screen == picture


async def test_no_share(home: Home, picture: SnapshotAssertion) -> None:
    """How one is chosen."""
    async with at_the_screen(home, size=NARROW) as person:
        await person.does("sharing")
        assert person.screen == picture


async def test_the_last_moment(home: Home, picture: SnapshotAssertion) -> None:
    """What is being sent, and how one leaves all the same."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting, size=NARROW) as person:
        await person.goes_to("Dialog med lokala producenter")
        await person.does("unchanged")
        person.app.clear_notifications()
        meeting.free.clear()
        await person.hits_meanwhile("ctrl+q")
        seen = person.screen
        await person.presses("escape")
    assert seen == picture
