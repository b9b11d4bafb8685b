"""The app's exchanges with the shares: when they happen, what is said of them, and at the end.

Each is carried out by a courier on a database handle of its own, so that no edit waits for a
network. Here only what it says is shown, and what it took in is read.
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.worker import Worker

from model.errors import ModelError
from model.swedish.numbers import counted
from tui.actions import action
from tui.app.exchange_times import ExchangeTimes
from tui.exchanging.wire import Answer, Done, Ended, Refused, Request, folders_of
from tui.joining import other_self

if TYPE_CHECKING:
    from tui.app.app import TertialApp
    from tui.app.courier import Courier
    from tui.app.session import Session

GROUP = "exchange"
SWEEP_SECONDS = 3600.0
ASKED_WAIT_SECONDS = 20.0
"""How long another window's exchange is waited for when somebody asked for one."""
AT_THE_END_SECONDS = 6.0
"""How long the app tries to send what waits before it ends."""

log = logging.getLogger(__name__)


class Exchanges:
    """At most one at a time; none where no share is chosen."""

    def __init__(self, app: TertialApp, courier: Courier) -> None:
        """Nothing happens before the first `tick`."""
        self._app = app
        self._courier = courier
        self._times = ExchangeTimes()
        self._worker: Worker[None] | None = None
        self._swept = float("-inf")

    @property
    def are_possible(self) -> bool:
        """Whether there is a share, and a plan that was read."""
        session = self._app.session
        return bool(session.config.shares) and session.workspace is not None

    @property
    def is_running(self) -> bool:
        """Whether one is under way."""
        return self._worker is not None and not self._worker.is_finished

    def tick(self) -> None:
        """Begin one behind the screen if it is time."""
        if self.are_possible and not self.is_running and self._times.is_due(time.monotonic()):
            self._begin()

    def edited(self) -> None:
        """Something was written that waits to be sent."""
        self._times.edited(time.monotonic())

    def soon(self) -> None:
        """Something was written that others wait for: it is sent at once."""
        self._times.soon(time.monotonic())
        self.tick()

    def now(self) -> None:
        """Do one because somebody asks for it, and say what came of it."""
        if not self._app.session.config.shares:
            self.show()
        elif self.is_running:
            self._app.notify(f"Synkar redan: {self._app.session.step}.", timeout=4)
        else:
            self._begin(asked_on=self._app.screen)

    async def fetch(self) -> None:
        """Take in what lies on the shares before something is decided on it; wait for it."""
        if self.are_possible and not self.is_running:
            self._begin(is_awaited=True)
        await self._ended()

    def show(self) -> None:
        """Show how it stands with each share, and how one is chosen."""
        from tui.app.screens.sharing import SharingScreen

        self._app.push_screen(SharingScreen())

    def add(self, address: str, *, creates: bool) -> None:
        """Try a share that is to be used from now on, and remember it if it is one."""
        if self.is_running:
            self._app.notify("Vänta tills synkningen är klar, och försök igen.", timeout=4)
        else:
            self._begin(asked_on=self._app.screen, address=address, creates=creates)

    def give_up(self) -> None:
        """Stop the one under way; what it did is done, and nothing is left half done."""
        if self._worker is not None:
            self._worker.cancel()

    async def close(self) -> None:
        """Stop, and wait until nothing of ours runs any more."""
        self.give_up()
        await self._ended()

    async def last(self) -> None:
        """Send what waits before the app ends, for as long as somebody may wait for it."""
        with suppress(TimeoutError):
            async with asyncio.timeout(AT_THE_END_SECONDS):
                await self._ended()
                if self._app.session.waiting:
                    self._begin()
                    await self._ended()

    async def _ended(self) -> None:
        if self._worker is not None and not self._worker.is_finished:
            await asyncio.wait([asyncio.ensure_future(_quietly(self._worker))])

    def _is_time_to_sweep(self) -> bool:
        """At start and once an hour: in between a share's own hints say where to look."""
        now = time.monotonic()
        if now < self._swept + SWEEP_SECONDS:
            return False
        self._swept = now
        return True

    def _begin(
        self,
        asked_on: Screen[object] | None = None,
        address: str = "",
        *,
        creates: bool = False,
        is_awaited: bool = False,
    ) -> None:
        session = self._app.session
        is_awaited = is_awaited or asked_on is not None
        request = Request(
            folders=folders_of(session.home),
            today=session.today,
            addresses=(address,) if address else session.config.shares,
            creates=creates,
            sweep=is_awaited or self._is_time_to_sweep(),
            wait=ASKED_WAIT_SECONDS if is_awaited else 0.0,
        )
        work = partial(self._exchange, request, asked_on, is_new=bool(address))
        self._worker = self._app.run_worker(work, group=GROUP)

    async def _exchange(
        self, request: Request, asked_on: Screen[object] | None, *, is_new: bool
    ) -> None:
        session = self._app.session
        before, plan = session.conflict_count, session.plan
        self._times.began()
        self._told("Synkar")
        try:
            answer = await self._courier(request, self._told)
        finally:
            self._told("")
        is_well = isinstance(answer, Ended) and not any(each.problems for each in answer.shares)
        self._times.ended(time.monotonic(), is_well=is_well or not _is_fault(answer))
        session.exchange_fault = answer.brief if isinstance(answer, Refused) else ""
        await self._take_in(answer if is_new else None)
        if session.waiting:
            self.edited()
        if session.conflict_count > before:
            self._app.notify(_CONFLICTS, timeout=8)
        if told := other_self(plan, session.plan, session.profile):
            self._app.notify(told, timeout=15)
        renewed = [each.renewed for each in _shares(answer) if each.renewed]
        if renewed:
            self._app.notify(f"{renewed[0][:1].upper()}{renewed[0][1:]}. {_RENEWED}", timeout=12)
        if asked_on is not None:
            await self._say(answer, asked_on)
        elif back := sum(each.put_back for each in _shares(answer)):
            told = f"Delningen saknade {_changes(back)} som finns här. Det är skickat igen."
            self._app.notify(told, timeout=8)

    def _told(self, words: str) -> None:
        self._app.session.step = words
        self._app.tell_sending()

    async def _take_in(self, added: Answer | None) -> None:
        """Read what came, and how it stands now."""
        known = (
            [each.address for each in added.shares if each.is_known]
            if isinstance(added, Ended)
            else []
        )
        try:
            changed = await self._app.write(
                lambda session: _read_in(session, known), tell=False, reads=True
            )
        except ModelError:
            log.warning("what was received could not be read", exc_info=True)
            changed = False
        if changed:
            self._app.tell()
        else:
            self._app.tell_sending()

    async def _say(self, answer: Answer, asked_on: Screen[object]) -> None:
        """A result is told in passing; what needs to be read stands until it has been."""
        if isinstance(answer, Refused):
            problems = [answer.message]
        else:
            problems = [text for each in answer.shares for text in each.problems]
            if not problems:
                self._app.notify(_result(answer), timeout=5)
                return
        if self._app.screen is asked_on:
            await self._app.explain(Exception("\n\n".join(problems)))
        else:
            self._app.notify("Allt gick inte att synka. Raden överst säger varför.", timeout=6)


_CONFLICTS = "Två har skrivit olika. Båda är kvar, och du väljer vilket som ska gälla: w."


_RENEWED = f"Inget är förlorat. {action('home', 'sharing').shown_key} visar vad det betyder."


def _shares(answer: Answer) -> tuple[Done, ...]:
    return answer.shares if isinstance(answer, Ended) else ()


def _is_fault(answer: Answer) -> bool:
    return isinstance(answer, Ended) or bool(answer.brief)


def _read_in(session: Session, added: list[str]) -> bool:
    from sync.syncing import remember

    for address in added:
        remember(session.home, address)
    return session.refresh()


def _result(answer: Ended) -> str:
    sent = sum(each.sent for each in answer.shares)
    back = sum(each.put_back for each in answer.shares)
    received = sum(each.received for each in answer.shares)
    parts = [
        f"skickade {_changes(sent)}" if sent else "",
        f"hämtade {_changes(received)}" if received else "",
        f"lade tillbaka {_changes(back)} som saknades på delningen" if back else "",
    ]
    said = ", ".join(filter(None, parts))
    return f"Synkat: {said}." if said else "Synkat. Inget nytt att skicka eller hämta."


def _changes(count: int) -> str:
    return counted(count, "ändring", "ändringar")


async def _quietly(worker: Worker[None]) -> None:
    with suppress(Exception):
        await worker.wait()
