"""Synchronising in the app: in the background, at a key, and with words that are true."""

from __future__ import annotations

import errno
from collections.abc import Callable

import pytest

from model.home.config import read_config
from model.home.paths import Home
from tests.tui.app.faults import held_by_another
from tests.tui.app.meeting import ADDRESS, Meeting
from tests.tui.app.person import NARROW, Person, at_the_screen
from tests.tui.app.programs import in_another_program
from tests.tui.app.stories import report_everything

NEW, OLD = "Skapa rutin för matsvinn", "Dialog med lokala producenter"


async def reports(person: Person, title: str = OLD) -> None:
    """Do something that is to be sent."""
    await person.goes_to(title)
    await person.does("unchanged")


async def test_it_happens_by_itself_when_the_app_has_started(home: Home) -> None:
    """The first screen says so, with the time."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        assert "● allt skickat " in person.lines[0]
        assert meeting.sent
        assert len(meeting.requests) == 1


async def test_what_is_written_waits_until_it_is_sent(home: Home) -> None:
    """From the first moment the line says that it waits; after the key that it is sent."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        await reports(person)
        assert "○ 1 väntar sedan " in person.lines[0]
        before = meeting.sent
        await person.does("sync")
        assert "Synkat: skickade 1 ändring." in person.told
        assert "● allt skickat " in person.lines[0]
        assert meeting.sent == before + 1
        await person.does("sync")
        assert "Inget nytt att skicka eller hämta." in person.told


async def test_nobody_waits_while_a_share_is_slow(home: Home) -> None:
    """The line says how far it has come; keys work, and what is written meanwhile waits."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        meeting.free.clear()
        await person.hits_meanwhile("s")
        assert "… hämtar 1 av 3" in person.lines[0]
        await person.hits_meanwhile("s")
        assert "Synkar redan: Hämtar 1 av 3." in person.told
        await person.goes_to_meanwhile(OLD)
        await person.hits_meanwhile("o")
        meeting.free.set()
        await person.waits()
        assert "6 av 7 rapporterade" in person.lines[1]
        await person.does("sync")
        assert "● allt skickat " in person.lines[0]


async def test_at_80_columns_the_words_are_there_too(home: Home) -> None:
    """Not only a mark."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting, size=NARROW) as person:
        assert "● allt skickat" in person.lines[0]
        await reports(person)
        assert "○ 1 väntar" in person.lines[0]


FAULTS: dict[str, tuple[Callable[[Meeting], None], str, str]] = {
    "gone": (
        lambda meeting: meeting.fails(code=errno.EHOSTDOWN),
        "delningen svarar inte",
        "går inte att nå",
    ),
    "read-only": (
        lambda meeting: meeting.fails("create", code=errno.EROFS),
        "delningen tillåter inte allt",
        "tillåter inte den här användaren att läsa eller skriva där",
    ),
    "full": (
        lambda meeting: meeting.fails("sync", code=errno.ENOSPC),
        "delningen är full",
        "är full, så allt kunde inte skickas",
    ),
    "busy": (
        lambda meeting: meeting.fails("create", code=errno.EBUSY),
        "delningen är upptagen",
        "ett annat program håller en fil öppen",
    ),
    "unmounted": (Meeting.loses_drive, "delningen är en tom mapp", "är en tom mapp"),
    "unmarked": (Meeting.loses_marker, "delningen saknar märkfil", "saknar märkfilen"),
    "swapped": (Meeting.is_swapped, "en annan delning på adressen", "är en annan än förut"),
    "newer": (Meeting.is_newer, "delningen kräver nyare version", "nyare version av tertial"),
    "device": (
        lambda meeting: meeting.fails("listing", code=errno.EIO),
        "delningen svarar med fel",
        "svarade med ett fel",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
async def test_every_fault_is_told_and_nothing_is_lost(home: Home, name: str) -> None:
    """In a few words above, in full when asked for; the app goes on, and later it is sent."""
    happens, brief, message = FAULTS[name]
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        kept = dict(meeting.files.content)
        folders = set(meeting.files.folders)
        await reports(person)
        happens(meeting)
        await person.does("sync")
        assert message in person.text
        assert "sparat på den här datorn" in person.text
        await person.presses("enter")
        assert f"▲ {brief} · 1 väntar" in person.lines[0]
        await person.does("sharing")
        assert f"▲ {brief}" in person.text
        assert message in person.text
        assert "Väntar 1 ändring, sedan 20" in person.text
        await person.does("back")
        await reports(person, NEW)
        meeting.files.mend()
        meeting.puts_back(kept)
        meeting.files.folders = folders
        await person.does("sync")
        assert "● allt skickat " in person.lines[0]


async def test_a_share_from_last_week_is_filled_up_again(home: Home) -> None:
    """What this home has and the share has lost is put back, and told."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        kept = dict(meeting.files.content)
        await reports(person)
        await person.does("sync")
        meeting.puts_back(kept)
        await person.does("sync")
        assert "lade tillbaka 1 ändring som saknades på delningen" in person.told
    meeting.puts_back(kept)
    async with at_the_screen(home, courier=meeting) as person:
        assert "Delningen saknade 1 ändring som finns här. Det är skickat igen." in person.told


async def test_a_fault_in_the_background_does_not_interrupt(home: Home) -> None:
    """Nothing comes up over what somebody does; the line says it."""
    meeting = Meeting(home)
    meeting.fails(code=errno.EHOSTDOWN)
    async with at_the_screen(home, courier=meeting) as person:
        assert person.context == "home"
        assert "▲ delningen svarar inte" in person.lines[0]
        assert not person.told


async def test_whoever_has_gone_on_is_not_interrupted_either(home: Home) -> None:
    """A message that comes late must not take the keys of another screen."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        meeting.free.clear()
        await person.hits_meanwhile("s", "v")
        meeting.fails(code=errno.EHOSTDOWN)
        meeting.free.set()
        await person.waits()
        assert person.context == "findings"
        assert "Allt gick inte att synka." in person.told


async def test_the_own_database_may_be_busy(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it is that, and not the share, that is told of."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        with held_by_another(home, monkeypatch):
            await person.does("sync")
            assert "Ett annat program skriver i samma databas" in person.text
            await person.presses("enter")
            assert "▲ synkningen gick inte" in person.lines[0]
        await person.does("sync")
        assert "● allt skickat " in person.lines[0]


async def test_without_a_share_the_key_shows_how_one_is_chosen(home: Home) -> None:
    """And nothing pretends that anything is sent."""
    async with at_the_screen(home) as person:
        assert "✔ allt sparat här" in person.lines[0]
        await person.does("sync")
        assert person.context == "sharing"
        assert "Ingen delning är vald" in person.text
        await person.does("sync")
        assert "Ingen delning är vald än." in person.told


async def test_a_share_is_added_and_forgotten(home: Home) -> None:
    """It is remembered only when it is one; forgetting removes nothing."""
    meeting = Meeting()
    async with at_the_screen(home, courier=meeting) as person:
        await person.does("sharing", "add")
        await person.types("/borta/fel")
        await person.presses("enter")
        assert "går inte att nå" in person.text
        await person.presses("enter")
        assert not read_config(home).shares
        await person.does("add")
        await person.types(ADDRESS)
        await person.presses("enter")
        assert read_config(home).shares == (ADDRESS,)
        assert "● allt skickat" in person.lines[0]
        assert meeting.sent
        await person.does("forget")
        assert "används inte längre. Inget är borttaget." in person.told
        assert "Ingen delning är vald" in person.text
        assert "✔ allt sparat här" in person.lines[0]
    assert not read_config(home).shares


async def test_an_address_may_stand_in_quotation_marks(home: Home) -> None:
    """Windows copies a path with them; another question takes them too."""
    async with at_the_screen(home, courier=Meeting()) as person:
        await person.does("sharing", "add")
        await person.types(f'"{ADDRESS}"')
        await person.presses("enter")
        assert read_config(home).shares == (ADDRESS,)


async def test_an_address_that_is_none_is_refused(home: Home) -> None:
    """At once, with what an address looks like."""
    async with at_the_screen(home, courier=Meeting()) as person:
        await person.does("sharing", "add")
        await person.types("ftp://server/plan")
        await person.presses("enter")
        assert "går inte att använda" in person.text


async def test_a_share_is_made_and_made_again_when_it_was_emptied(home: Home) -> None:
    """With the address that it had, so that everybody fills it."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        before = meeting.sent
        meeting.loses_drive()
        await person.does("sharing", "sync")
        assert "är en tom mapp" in person.text
        await person.presses("enter")
        await person.does("create")
        await person.presses("enter")
        assert "lade tillbaka" in person.told
        assert meeting.sent == before


async def test_it_can_be_stopped(home: Home) -> None:
    """What is done is done, and the next one does the rest."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        await reports(person)
        await person.does("sharing")
        meeting.free.clear()
        await person.hits_meanwhile("s")
        assert "… hämtar 1 av 3" in person.lines[0]
        await person.does("stop")
        assert "○ 1 väntar" in person.lines[0]
        meeting.free.set()
        await person.does("sync")
        assert "● allt skickat" in person.lines[0]
        await person.does("stop")
        assert "Ingen synkning pågår." in person.told


async def test_the_last_is_sent_before_the_app_ends(home: Home) -> None:
    """One Ctrl+Q is enough, and what waited is on the share."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        await reports(person)
        before = meeting.sent
        await person.presses("ctrl+q")
        assert not person.app.is_running
        assert meeting.sent == before + 1


@pytest.mark.parametrize("key", ["ctrl+q", "escape"])
async def test_nobody_has_to_wait_at_the_end(home: Home, key: str) -> None:
    """A second key leaves at once; what waits is saved here and sent the next time."""
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        await reports(person)
        meeting.free.clear()
        await person.hits_meanwhile("ctrl+q")
        assert "1 ändring skickas till delningen" in person.text
        assert "redan sparat på den här datorn" in person.text
        await person.presses(key)
        assert not person.app.is_running
    saved = in_another_program(home).status_of(OLD)
    assert saved is not None
    meeting.free.set()
    async with at_the_screen(home, courier=meeting) as person:
        assert "● allt skickat" in person.lines[0]


async def test_a_hand_in_is_sent_at_once_and_the_receipt_says_so(home: Home) -> None:
    """It is not called sent before it is, and no command has to be run."""
    report_everything(home)
    meeting = Meeting(home)
    async with at_the_screen(home, courier=meeting) as person:
        meeting.fails(code=errno.EHOSTDOWN)
        await person.does("hand_in", "go_on")
        assert "Sparad här, inte skickad än." in person.text
        assert "▲ delningen svarar inte" in person.text
        assert "tertial sync" not in person.text
        meeting.files.mend()
        await person.does("sync")
        assert "Skickad 20" in person.text
        assert "inte skickad" not in person.text
