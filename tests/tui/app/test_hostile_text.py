"""Text that would be markup, a link, a terminal's command or a trick to the eye: it is only text.

Somebody may have pasted it by accident, or sent it on purpose. It is shown, and does nothing.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date

import pytest

from model.actions.people import add_person
from model.actions.planning import PlannedActivity, add_activity
from model.actions.statuses import set_status
from model.home.paths import Home
from model.plan.calendar import Tertial
from model.plan.entities import Goal, Period, Standing
from model.plan.vocabulary import StatusValue
from model.workspace.edit import Edit
from tests.tui.app.insides import links_on
from tests.tui.app.person import NARROW, Person, at_the_screen
from tests.tui.app.programs import does_elsewhere, in_another_program
from tui.app.screens.message import MessageScreen

ODD = {
    "markup": "[bold]x[/] [/] [red] \\[x] $primary",
    "link": "[@click=app.quit]y[/] [link=https://example.org]z[/link]",
    "escape": "\x1b[31mröd\x1b[0m\x1b]0;titel\x07\x1b[2J \x9b31m",
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 ｗｉｄｅ",
    "direction": "\u202eabc\u202c \u200f \u2066x\u2069 \ufeff",
    "swedish": "ÅÄÖ åäö é É @£$€{[]}\\~| ”å” – …",
}
TEXTS = {"odd": " ".join(ODD.values()), "long": "Lång å " * 1430}
TITLE_LIMIT = 240
HIDDEN = frozenset("\u202e\u202c\u200f\u2066\u2069\ufeff\u200d\x1b\x07\x9b")


def shows_only_text(person: Person, place: str) -> None:
    """Everything on the screen can be seen, nothing of it is a link, and the app goes on."""
    for line in person.lines:
        assert line.isprintable(), (place, line)
        assert not HIDDEN & set(line), (place, line)
    assert not links_on(person.app), place
    assert person.app.is_running, place


def everywhere(home: Home, text: str) -> None:
    """Every free text of an activity of the unit is this one."""

    def write(edit: Edit) -> None:
        unit = edit.author.units[0]
        goal = next(each for each in edit.plan.of(Goal) if each.number == "3.4.5")
        person = add_person(edit, text[:100], scope=unit, unit=unit)
        activity = add_activity(
            edit,
            unit,
            PlannedActivity(
                title=text[:TITLE_LIMIT],
                description=text,
                period=Period(date(2023, 9, 1), date(2024, 10, 1)),
                goals=(goal.id,),
                responsible=person.id,
                deputy=person.id,
                year=2024,
            ),
        )
        standing = Standing(value=StatusValue.ON_HOLD, awaited=text[:200])
        set_status(edit, activity, unit, Tertial(2023, 3), standing, text)

    does_elsewhere(home, write)


async def a_walk(person: Person) -> AsyncIterator[str]:
    """Every screen on which the activity is shown, from Start and back."""
    yield "home"
    for way in ("hand_in", "findings", "report", "history"):
        await person.does(way)
        yield way
        await person.presses("escape")
    await person.does("findings", "waive")
    yield "waive"
    await person.presses("escape", "escape")
    await person.does("open_details")
    yield "details"
    await person.presses("escape")
    await person.does("search")
    await person.types("x")
    yield "search"
    await person.presses("escape")
    await person.does("quick_status", "comment")
    yield "quick status"
    await person.presses("escape", "escape")
    await person.does("edit_activity")
    yield "form"
    await person.presses("escape")
    await person.does("unchanged")
    yield "toast"


@pytest.mark.parametrize("name", TEXTS)
async def test_text_of_others_is_shown_as_text_on_every_screen(home: Home, name: str) -> None:
    """In lists, details, questions, toasts and reports, at the narrowest."""
    text = TEXTS[name]
    everywhere(home, text)
    async with at_the_screen(home, size=NARROW) as person:
        await person.goes_to(text[:6])
        async for place in a_walk(person):
            shows_only_text(person, place)
        assert text[:6] in person.screen


async def test_clicking_on_a_link_that_somebody_wrote_does_nothing(home: Home) -> None:
    """It chooses the row, as clicking on any row does."""
    everywhere(home, ODD["link"])
    async with at_the_screen(home) as person:
        await person.clicks("[@click=app.quit]y")
        assert person.app.is_running
        assert "[@click=app.quit]y" in person.chosen
        await person.does("open_details")
        await person.clicks("[@click=app.quit]y")
        assert person.app.is_running


@pytest.mark.parametrize("name", TEXTS)
async def test_what_is_typed_is_shown_as_text_in_every_field(home: Home, name: str) -> None:
    """Comment, facts, date, reason, search, palette and file name."""
    text = TEXTS[name]
    async with at_the_screen(home, size=NARROW) as person:
        await person.does("status(4)", "comment")
        await person.pastes(text)
        shows_only_text(person, "comment")
        await person.presses("escape")
        for way in ("facts", "own_date"):
            await person.does(way)
            await person.pastes(text)
            shows_only_text(person, way)
            await person.presses("enter")
            shows_only_text(person, way)
            await person.presses("escape")
        await person.presses("escape")
        saved = in_another_program(home).status_of("Skapa rutin för matsvinn")
        assert saved is not None
        assert saved.comment == text.rstrip()
        for ways in (("search",), ("command_palette",), ("findings", "waive"), ("report", "save")):
            await person.does(*ways)
            await person.pastes(text)
            shows_only_text(person, ways[-1])
            if ways[-1] != "command_palette":
                await person.presses("enter")
                shows_only_text(person, ways[-1])
            while person.context != "home":
                await person.presses("escape")


@pytest.mark.parametrize("name", TEXTS)
async def test_first_start_takes_any_text_and_does_nothing_with_it(
    new_home: Home, name: str
) -> None:
    """Also as a file name and as an address."""
    async with at_the_screen(new_home, size=NARROW) as person:
        for _ in range(4):
            await person.pastes(TEXTS[name])
            shows_only_text(person, "first start")
            await person.presses("tab")
        await person.does("begin")
        shows_only_text(person, "first start")
        assert person.context == "first_start"
    assert not new_home.config.exists()


@pytest.mark.parametrize("name", TEXTS)
async def test_messages_and_toasts_show_text(home: Home, name: str) -> None:
    """Whatever an error or a result quotes."""
    async with at_the_screen(home, size=NARROW) as person:
        person.app.notify(TEXTS[name], title=TEXTS[name][:50], severity="error")
        await person.waits()
        shows_only_text(person, "toast")
        assert TEXTS[name][:10] in person.screen
        person.app.push_screen(MessageScreen("Det gick inte", TEXTS[name]))
        await person.waits()
        shows_only_text(person, "message")
        assert "Enter eller Esc: tillbaka" in person.screen
        await person.does("copy")
        assert person.app.clipboard == TEXTS[name]
