"""What is not quite as it should be on a share or with this computer, told under Delning."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from model.home.paths import Home
from model.journal.change import Change, record
from model.plan.entities import Person
from sync.segment import START, SegmentName, cut, encode
from tests.sync.test_hostile import header
from tests.tui.app.meeting import Meeting
from tests.tui.app.person import Person as User
from tests.tui.app.person import at_the_screen
from tests.tui.app.test_sharing import reports
from tui.app.screens.sharing import SharingScreen

SOMEBODY = "5e" * 10
MANY_DAYS = 90 * 86_400


def of_the_unit(meeting: Meeting) -> Path:
    """The unit's folder on the share."""
    segments = (path for path in meeting.files.content if path.suffix == ".seg")
    return next(path.parent for path in segments if path.parent.name != "central")


def lays(meeting: Meeting, content: bytes) -> None:
    """Somebody's file comes, whatever is in it."""
    name = SegmentName(SOMEBODY, 1, 1, "cd" * 20)
    meeting.files.content[of_the_unit(meeting) / name.file] = content


def half_copied(meeting: Meeting) -> None:
    """A sync client has not copied a file to its end."""
    lays(meeting, encode(next(iter(cut("x", SOMEBODY, 0, START, [b"{}"]))))[:-9])


def from_a_newer_version(meeting: Meeting) -> None:
    """Somebody has upgraded."""
    lays(meeting, header(format=99, new="things"))


def not_understood(meeting: Meeting) -> None:
    """A whole file with a line that says nothing to this version."""
    folder = of_the_unit(meeting)
    (segment,) = cut(folder.name, SOMEBODY, 0, START, [b'{"new": "things"}'])
    meeting.files.content[folder / segment.name.file] = encode(segment)


def with_another_clock(meeting: Meeting) -> None:
    """The server's clock is three months behind."""
    meeting.files.now -= MANY_DAYS


REMARKS: dict[str, tuple[Callable[[Meeting], None], str, tuple[str, ...]]] = {
    "half-copied": (
        half_copied,
        "filen är inte färdigkopierad",
        ("Det andra är hämtat", "läses igen vid varje synkning", "visa det här för den som sköter"),
    ),
    "newer": (
        from_a_newer_version,
        "skriven av en nyare version av tertial",
        ("Filen är hel och lämnas orörd", "när programmet har uppdaterats på den här datorn"),
    ),
    "not understood": (
        not_understood,
        "raden går inte att läsa i den här versionen",
        ("sparade här och skickas vidare som de är", "säg till den som sköter delningen"),
    ),
    "clocks": (
        with_another_clock,
        "En klocka går fel",
        ("Den här datorns klocka går 90 dygn före delningens", "Inget är fel med planen"),
    ),
}


@pytest.mark.parametrize("name", REMARKS)
async def test_it_is_told_and_stops_nothing(home: Home, name: str) -> None:
    """A row for it; beside it what it means, what is safe and what to do; all else is sent."""
    happens, row, words = REMARKS[name]
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        happens(meeting)
        await reports(person)
        await person.does("sync")
        assert "● allt skickat" in person.lines[0]
        await person.does("sharing")
        await person.goes_to(row)
        for each in words:
            assert each in beside(person)


def beside(person: User) -> str:
    """What stands beside the list, as it is copied for whoever helps."""
    screen = person.app.screen
    assert isinstance(screen, SharingScreen)
    return screen.text_to_copy()


async def looks_at_the_computer(person: User) -> None:
    """Read under Delning what is said of the own database."""
    await person.does("sharing")
    await person.goes_to("Databasen är")


async def test_a_database_that_was_moved_or_copied(home: Home) -> None:
    """It is noticed the next time that something is sent: told in passing, and kept to be read."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        await reports(person)
        await person.does("sync")
    copy = home.database.with_name("kopia")
    shutil.copyfile(home.database, copy)
    copy.replace(home.database)
    async with at_the_screen(home, courier=meeting) as person:
        await reports(person, "Skapa rutin för matsvinn")
        await person.does("sync")
        assert "Databasen är flyttad eller kopierad. Inget är förlorat. d visar" in person.told
        await looks_at_the_computer(person)
        assert "Har du flyttat den behöver du inte göra något." in beside(person)
        assert "flytta undan databasen på den ena" in beside(person)


async def test_a_database_that_was_set_back(home: Home) -> None:
    """The share knows more of this computer than it does itself: it goes on, and says so."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        await reports(person)
        await person.does("sync")
    before = home.database.read_bytes()
    async with at_the_screen(home, courier=meeting) as person:
        await person.goes_to("Skapa rutin för matsvinn")
        await person.presses("2", "escape")
        await person.does("sync")
    home.database.write_bytes(before)
    async with at_the_screen(home, courier=meeting) as person:
        await looks_at_the_computer(person)
        assert "återställd från en säkerhetskopia" in beside(person)
        assert "Är den återställd behöver du inte göra något." in beside(person)


async def test_somebody_of_ones_own_name_may_be_oneself(home: Home) -> None:
    """On another computer that was set up apart: told when it is heard of, with what to do."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        unit = of_the_unit(meeting).name
        name = person.app.session.plan.find(Person, person.app.session.profile.person)
        assert name is not None
        change = Change(
            scope=unit,
            author="annan",
            time="2024-04-22T08:00:00.000Z-0000",
            action="a",
            entity="person",
            id="annan",
            fields={"name": name.name, "unit": unit},
        )
        (segment,) = cut(unit, SOMEBODY, 0, START, [record(change).line])
        meeting.files.content[of_the_unit(meeting) / segment.name.file] = encode(segment)
        await person.does("sync")
        assert f"En till som heter {name.name} finns i enheten." in person.told
        assert "så räknas ni som en" in person.told
