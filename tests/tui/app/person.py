"""Somebody at the keyboard: presses keys, types, clicks, and reads what the screen says.

Keys come from the registry of actions, so a story says what is done and not with which key.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from datetime import date
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Offset

from model.example.demo import DEMO_DAY
from model.home.paths import Home
from tests.tui.app.insides import key_of, lines_on, toasts_on
from tui.actions import EVERYWHERE, actions_in
from tui.app.app import TertialApp
from tui.app.courier import Courier, by_program
from tui.app.drafts import SOON
from tui.app.screens.quick_status import QuickStatusScreen
from tui.app.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.pilot import Pilot

WIDE = (120, 40)
NARROW = (80, 24)
_CHARACTERS = {"space": " ", "slash": "/", "plus": "+", "minus": "-", "enter": "\r", "tab": "\t"}
_QUIET_ROUNDS = 3


class Person:
    """Uses one running app."""

    def __init__(self, app: TertialApp, pilot: Pilot[int]) -> None:
        """Somebody at a screen that is up."""
        self.app = app
        self.pilot = pilot
        self.keystrokes = 0
        """How many keys were pressed, typed text not counted."""

    @property
    def lines(self) -> list[str]:
        """What the screen shows, line by line."""
        return lines_on(self.app)

    @property
    def screen(self) -> str:
        """What the screen shows."""
        return "\n".join(self.lines)

    @property
    def text(self) -> str:
        """What the screen says, whatever frames stand around it and wherever lines break."""
        return " ".join(self.screen.translate({ord(sign): " " for sign in "│╭╮╰╯─┃▌▐"}).split())

    @property
    def context(self) -> str:
        """The context of the screen on top."""
        return str(getattr(self.app.screen, "context", EVERYWHERE))

    @property
    def chosen(self) -> str:
        """The row under the cursor as one line."""
        row = self.rows.current
        if row is None:
            return ""
        return row.plain or "  ".join(cell.text for cell in row.cells)

    @property
    def rows(self) -> RowList:
        """The list that has the cursor."""
        focused = self.app.focused
        lists = self.app.screen.query(RowList)
        return focused if isinstance(focused, RowList) else lists.last()

    @property
    def told(self) -> str:
        """What was told in passing and still stands on the screen."""
        return " ".join(toasts_on(self.app))

    async def does(self, *names: str) -> None:
        """Do what the registry names so, with its key; here or everywhere."""
        for name in names:
            known = (*actions_in(self.context), *actions_in(EVERYWHERE))
            await self.presses(next(action.keys[0] for action in known if action.name == name))

    async def presses(self, *keys: str) -> None:
        """Press keys, each when the one before has had its effect."""
        for key in keys:
            self.hits(key)
            await self.waits()

    def hits(self, *keys: str) -> None:
        """Press keys faster than the screen follows."""
        for key in keys:
            self.keystrokes += 1
            character = _CHARACTERS.get(key, key if len(key) == 1 else None)
            self.app.post_message(events.Key(key, character))

    async def hits_meanwhile(self, *keys: str) -> None:
        """Press keys while something takes its time, and wait only until they have arrived."""
        self.hits(*keys)
        await settled(self.pilot, is_work_done=False)

    async def types(self, text: str) -> None:
        """Type a text where the cursor is."""
        for character in text:
            self.app.post_message(events.Key(key_of(character), character))
        await self.waits()

    async def pastes(self, text: str) -> None:
        """Paste a text where the cursor is."""
        self.app.post_message(events.Paste(text))
        await self.waits()

    async def empties_field(self) -> None:
        """Remove everything that stands in the field."""
        await self.presses("end", "ctrl+u")

    async def clicks(self, text: str) -> None:
        """Click on the first place on the screen that says this."""
        for y, line in enumerate(self.lines):
            if text in line:
                await self.pilot.click(offset=Offset(line.index(text), y))
                await self.waits()
                return
        raise AssertionError(f"{text!r} is not on the screen:\n{self.screen}")

    async def goes_to(self, title: str) -> None:
        """Move the cursor of the list to the row that says this."""
        await self.presses("home")
        for _ in self.rows.rows:
            if title in self.chosen:
                return
            await self.presses("down")
        raise AssertionError(f"no row says {title!r}:\n{self.screen}")

    async def goes_to_meanwhile(self, title: str) -> None:
        """The same while something takes its time."""
        await self.hits_meanwhile("home")
        for _ in self.rows.rows:
            if title in self.chosen:
                return
            await self.hits_meanwhile("down")
        raise AssertionError(f"no row says {title!r}:\n{self.screen}")

    async def resizes(self, width: int, height: int) -> None:
        """Make the window another size."""
        await self.pilot.resize_terminal(width, height)
        await self.waits()

    async def waits(self) -> None:
        """Wait until everything that was begun is done and shown."""
        await settled(self.pilot)

    @property
    def answering(self) -> str:
        """The title of the activity that quick status asks about."""
        screen = self.app.screen
        assert isinstance(screen, QuickStatusScreen), screen
        return screen.item.activity.title if screen.item else ""


async def settled(pilot: Pilot[int], *, is_work_done: bool = True) -> None:
    """Wait until no worker runs, no message waits and the screen is drawn; sleeps never."""
    app = pilot.app
    assert isinstance(app, TertialApp)
    quiet = 0
    while quiet < _QUIET_ROUNDS and app.is_running:
        before = app.screen
        await pilot.pause(0)
        working: list[Awaitable[object]] = [
            worker.wait()
            for worker in app.workers
            if is_work_done and not worker.is_finished and worker.group != SOON
        ]
        await asyncio.gather(*working, return_exceptions=True)
        await app.animator.wait_for_idle()
        await app.keys_in()
        waiting = sum(node.message_queue_size for node in (app, *app.screen.walk_children()))
        is_quiet = not working and not waiting and app.screen is before
        quiet = quiet + 1 if is_quiet else 0


@asynccontextmanager
async def at_the_screen(
    home: Home,
    *,
    today: date = DEMO_DAY,
    size: tuple[int, int] = WIDE,
    is_settled: bool = True,
    courier: Courier = by_program,
) -> AsyncIterator[Person]:
    """Somebody before the app over a home, with the first screen up and the plan read."""
    app = TertialApp(home, today, courier)
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        person = Person(app, pilot)
        if is_settled:
            await person.waits()
        yield person
