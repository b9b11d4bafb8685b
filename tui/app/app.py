"""The app: one session, the screens over it, and the queue through which edits are written."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Literal, TypeVar

from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.screen import Screen
from textual.worker import Worker

from model.errors import ModelError
from model.home.paths import Home
from model.plan.vocabulary import Role
from model.store.errors import StoreError
from model.swedish.numbers import counted
from model.swedish.visible import visible, visible_lines
from tui.actions import EVERYWHERE
from tui.actions import action as registered
from tui.app.bindings import bindings_for
from tui.app.courier import Courier, by_program
from tui.app.drafts import KeptTexts
from tui.app.exchanges import Exchanges
from tui.app.in_keys import in_keys
from tui.app.key_order import KeysInTurn
from tui.app.messages import PlanChanged, SendingChanged
from tui.app.screens.frame import FrameScreen
from tui.app.session import Session
from tui.app.themes import THEME_WORDS, THEMES
from tui.app.working import begin, latest

T = TypeVar("T")
REFRESH_SECONDS = 5.0
LASTING_GROUPS = frozenset({"writing", "drafts"})
"""Groups of workers that write; the app does not end before they have."""

log = logging.getLogger(__name__)


class TertialApp(KeysInTurn):
    """tertial in the whole terminal."""

    TITLE = "tertial"
    CSS_PATH = ["styles/frame.tcss", "styles/plan.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(EVERYWHERE, priority=True)  # type: ignore[assignment]  # Textual's list is invariant
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]

    def __init__(self, home: Home, today: date, courier: Courier = by_program) -> None:
        """An app over one home; nothing is read before it runs.

        The courier carries out exchanges with the shares.
        """
        super().__init__()
        self.home = home
        self.today = today
        self._session: Session | None = None
        self.writing_turn = asyncio.Lock()
        self.kept = KeptTexts(self)
        self.exchanges = Exchanges(self, courier)
        self.saved_in: Path | None = None
        """The folder of the last file that was saved in this run."""
        self._writes_under_way = 0
        self._failures = 0
        self._is_warned = False
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        if home.is_set_up:
            self.start_session()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, also under a theme that lacks them."""
        return dict(THEMES[0].variables)

    @property
    def session(self) -> Session:
        """The session; there is one as soon as the home is set up."""
        if self._session is None:
            raise LookupError("the home is not set up")
        return self._session

    def start_session(self) -> None:
        """Read what the first screen needs; raises `ConfigError`."""
        self._session = Session(self.home, self.today)
        self._session.waits = self._waits
        self.show_kept_theme()

    def show_kept_theme(self) -> None:
        """Look as the settings say; a theme that this version does not know is the first one."""
        wanted = self.session.config.theme
        self.theme = wanted if wanted in THEME_WORDS else THEMES[0].name

    def get_default_screen(self) -> Screen[Any]:
        """The first screen, so that nothing else is drawn before it."""
        return super().get_default_screen() if self._session is None else self._first_screen()

    def on_mount(self) -> None:
        """Open the database behind the first screen, or ask what a first start asks."""
        if self._session is None:
            from tui.app.screens.first_start import FirstStartScreen

            self.push_screen(FirstStartScreen())
        else:
            self.call_after_refresh(self._open)
        self.set_interval(REFRESH_SECONDS, self.look_for_others)

    def _first_screen(self) -> FrameScreen:
        """A unit's own first screen, or the overview of those who have units below them."""
        if self.session.profile.role is Role.UNIT:
            from tui.app.screens.home import HomeScreen

            return HomeScreen()
        from tui.app.screens.overview import OverviewScreen

        return OverviewScreen()

    def show_home(self) -> None:
        """Show the first screen of a home that has just been set up."""
        self.push_screen(self._first_screen())
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        begin(self, self._opening, "opening")

    async def _opening(self) -> None:
        """Open the database behind the first screen, which then shows everything."""
        try:
            await self.opened()
        except ModelError as error:
            await self.explain(error)
        else:
            self.exchanges.tick()

    async def opened(self) -> None:
        """Wait until the database is open and the drafts are known; raises a `ModelError`."""
        if not self.kept.is_known:
            self.kept.take_in(await self.write(_stored_drafts, reads=True))

    def look_for_others(self) -> None:
        """Take in what other programs have written to the same database, behind the screen."""
        if self._session is not None and not self.writing_turn.locked():
            latest(self, self._look, "looking")
            if self.session.has_failed:
                self.kept.keep_now()
            self.exchanges.tick()

    async def _look(self) -> None:
        try:
            if not self.kept.is_known:
                await self.opened()
            elif await self.write(_refreshed, tell=False, reads=True):
                self.tell()
        except ModelError:
            log.warning("the local database could not be read", exc_info=True)

    async def write(
        self, action: Callable[[Session], T], *, tell: bool = True, reads: bool = False
    ) -> T:
        """Run something that uses the database, in its turn, off the screen's thread.

        Raises the `ModelError` that it raises. The screen on top is told that the plan changed,
        unless `tell` says that it did not. What only `reads` says nothing of what is saved.
        """
        session = self.session
        self._writes_under_way += not reads
        try:
            result = await self._in_turn(action if reads else partial(_counted, action))
        except ModelError as error:
            self._failures += not reads
            if isinstance(error, StoreError):
                session.trouble = in_keys(str(error))
                session.has_failed = session.has_failed or not reads
                self.tell()
            raise
        finally:
            self._writes_under_way -= not reads
        if not reads or not session.has_failed:
            session.trouble, session.has_failed = "", False
        if not reads and session.waiting:
            self.exchanges.edited()
        if tell:
            self.tell()
        else:
            self.tell_saved()
        return result

    def tell_saved(self) -> None:
        """Tell the screen on top if what was shown of what is saved does not hold any more."""
        session = self.session
        if session.saved_shown and session.saved_shown != session.saved:
            # Told once: a screen that shows nothing of it would otherwise be told for ever.
            session.show_saved()
            self.tell_sending()

    def tell_sending(self) -> None:
        """Tell the screen on top that something else holds of what is saved and sent."""
        if self.is_running and self.screen_stack:
            self.screen.post_message(SendingChanged())

    def _waits(self) -> bool:
        """Whether something typed, answered or done is not in the database yet."""
        return bool(self._writes_under_way or self.kept.waiting or self._answers())

    def _answers(self) -> dict[str, str]:
        screens = (screen for screen in self.screen_stack if isinstance(screen, FrameScreen))
        return {key: title for screen in screens for key, title in screen.unsaved.items()}

    async def _in_turn(self, action: Callable[[Session], T]) -> T:
        """One at a time: also when the waiter is cancelled the thread is done before the next."""
        async with self.writing_turn:
            work = asyncio.ensure_future(asyncio.to_thread(action, self.session))
            try:
                return await asyncio.shield(work)
            finally:
                if not work.done():
                    await asyncio.wait([work])

    def tell(self) -> None:
        """Tell the screen on top that the plan changed."""
        if self.is_running and self.screen_stack:
            self.screen.post_message(PlanChanged())

    def in_background(self, work: Coroutine[None, None, None]) -> None:
        """Do something that writes: it outlives the screen that began it, and quitting waits."""
        self.run_worker(work, group="writing")

    async def explain(self, error: Exception) -> None:
        """Show a typed error, which says what is safe and what to do, over everything else."""
        from tui.app.screens.message import MessageScreen

        await self.push_screen(MessageScreen("Det gick inte", in_keys(str(error))))

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: Literal["information", "warning", "error"] = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Tell a result in passing. The text is never markup: somebody's title may be in it."""
        super().notify(
            visible_lines(in_keys(message)),
            title=visible(title),
            severity=severity,
            timeout=timeout,
            markup=False,
        )

    async def on_unmount(self) -> None:
        """Write what is being typed, and give back the database."""
        session = self._session
        if session is None or session.workspace is None:
            return
        await self.exchanges.close()
        try:
            await self.kept.write(self._in_turn)
        except ModelError:
            log.warning("drafts could not be kept", exc_info=True)
        await self._in_turn(Session.close)

    async def on_event(self, event: events.Event) -> None:
        """Only Ctrl+Q twice in a row leaves what cannot be saved."""
        if isinstance(event, events.Key) and event.key not in registered(EVERYWHERE, "quit").keys:
            self._is_warned = False
        await super().on_event(event)

    async def action_quit(self) -> None:
        """Leave when everything is written; else say what is not, and leave the next time."""
        from tui.app.screens.farewell import FarewellScreen

        if isinstance(self.screen, FarewellScreen):
            self._end()
        else:
            latest(self, self._leaving, "leaving")

    async def _leaving(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, FrameScreen):
                screen.keep()
        self.kept.keep_now()
        before = self._failures
        while writing := [worker for worker in self.workers if _is_writing(worker)]:
            await asyncio.gather(*(worker.wait() for worker in writing), return_exceptions=True)
        lost = self._lost()
        if not lost and self._failures == before:
            await self._send_the_last()
            self._end()
        elif self._is_warned:
            self.exit(0, message=Text(lost))
        else:
            self._is_warned = True
            advice = "Ctrl+Q en gång till avslutar ändå, och då är det borta."
            self.notify(f"{lost or _LATEST} {advice}", severity="error", timeout=15)

    async def _send_the_last(self) -> None:
        """Try to send what waits, for a few seconds, while somebody may leave all the same."""
        from tui.app.screens.farewell import FarewellScreen

        if self._session is not None and self.exchanges.are_possible and self.session.waiting:
            self.push_screen(FarewellScreen(_waiting_words(self.session.waiting)))
            await self.exchanges.last()

    def _end(self) -> None:
        """End, and say at the prompt what still waits."""
        waiting = self._session.waiting if self._session is not None else 0
        said = (
            f"{_waiting_words(waiting)} är sparade här och skickas nästa gång." if waiting else ""
        )
        self.exit(0, message=Text(said) if said else None)

    def _lost(self) -> str:
        """What would be gone if the app ended now, in words; nothing if all is saved."""
        answers = self._answers()
        titles = [f"status för ”{visible(title)}”" for title in answers.values()]
        texts = sum(key not in answers for key in self.kept.waiting)
        if texts:
            titles.append("1 påbörjad text" if texts == 1 else f"{texts} påbörjade texter")
        return f"Inte sparat: {', '.join(titles)}." if titles else ""

    def action_copy(self) -> None:
        """Copy the selected text, else what the screen offers."""
        selected = getattr(self.focused, "selected_text", "") or self.screen.get_selected_text()
        offered = getattr(self.screen, "text_to_copy", lambda: "")
        text = selected or offered()
        if text:
            self.copy_to_clipboard(text)
        self.notify("Kopierat." if text else "Det finns inget att kopiera här.")

    def action_help(self) -> None:
        """Explain the focused part of the screen."""
        from tui.app.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.action_close()
        else:
            self.push_screen(HelpScreen.about(self.screen))

    def action_command_palette(self) -> None:
        """Offer everything that can be done here."""
        from tui.app.screens.palette import open_palette

        open_palette(self)


_LATEST = "Det senaste gick inte att spara."


def _waiting_words(count: int) -> str:
    return counted(count, "ändring", "ändringar")


def _stored_drafts(session: Session) -> dict[str, str]:
    drafts = session.open().drafts()
    session.count_waiting()
    return drafts


def _counted(action: Callable[[Session], T], session: Session) -> T:
    """What was written waits from the same moment, so that nobody reads that all is sent."""
    result = action(session)
    session.count_waiting()
    return result


def _refreshed(session: Session) -> bool:
    return session.refresh()


def _is_writing(worker: Worker[object]) -> bool:
    return worker.group in LASTING_GROUPS and not worker.is_finished
