"""The app: one session, the screens over it, and the queue through which edits are written."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import date
from typing import ClassVar, TypeVar

from textual.app import App
from textual.binding import BindingType

from model.errors import ModelError
from model.home.paths import Home
from model.plan.vocabulary import Role
from tui.actions import EVERYWHERE
from tui.app.bindings import bindings_for
from tui.app.messages import PlanChanged
from tui.app.session import Session
from tui.app.themes import THEMES

T = TypeVar("T")
REFRESH_SECONDS = 5.0

log = logging.getLogger(__name__)


class TertialApp(App[int]):
    """tertial in the whole terminal."""

    TITLE = "tertial"
    CSS_PATH = ["styles/frame.tcss", "styles/plan.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(EVERYWHERE)  # type: ignore[assignment]  # Textual's list is invariant
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]

    def __init__(self, home: Home, today: date) -> None:
        """An app over one home; nothing is read before it runs."""
        super().__init__()
        self.home = home
        self.today = today
        self._session: Session | None = None
        self._writing = asyncio.Lock()
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
        self.theme = self._session.config.theme

    def on_mount(self) -> None:
        """Draw the first screen, then open the database behind it."""
        if self._session is None:
            from tui.app.screens.first_start import FirstStartScreen

            self.push_screen(FirstStartScreen())
        else:
            self.show_home()
        self.set_interval(REFRESH_SECONDS, self._look_for_others)

    def show_home(self) -> None:
        """Show the first screen of a home that is set up."""
        if self.session.profile.role is Role.UNIT:
            from tui.app.screens.home import HomeScreen

            self.push_screen(HomeScreen())
        else:
            from tui.app.screens.overview import OverviewScreen

            self.push_screen(OverviewScreen())
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        self.run_worker(self._take_in(self.session.open), group="opening")

    async def _take_in(self, read: Callable[[], object]) -> None:
        """Read from the database off the screen's thread, then let the screen show it."""
        try:
            async with self._writing:
                await asyncio.to_thread(read)
        except ModelError as error:
            await self.explain(error)
        else:
            self.screen.post_message(PlanChanged())

    async def _look_for_others(self) -> None:
        if self._session is None or self._session.workspace is None or self._writing.locked():
            return
        async with self._writing:
            try:
                changed = await asyncio.to_thread(self._session.refresh)
            except ModelError:
                log.warning("the local database could not be read", exc_info=True)
                return
        if changed:
            self.screen.post_message(PlanChanged())

    async def write(self, action: Callable[[Session], T], *, tell: bool = True) -> T:
        """Run something that uses the database, in its turn, off the screen's thread.

        Raises the `ModelError` that it raises. The screen on top is told that the plan changed,
        unless `tell` says that it did not.
        """
        async with self._writing:
            result = await asyncio.to_thread(action, self.session)
        if tell:
            self.screen.post_message(PlanChanged())
        return result

    async def explain(self, error: Exception) -> None:
        """Show a typed error, which says what is safe and what to do, over everything else."""
        from tui.app.screens.message import MessageScreen

        await self.push_screen(MessageScreen("Det gick inte", str(error)))

    async def on_unmount(self) -> None:
        """Give back the database when the last edit is written."""
        if self._session is not None:
            async with self._writing:
                await asyncio.to_thread(self._session.close)

    def action_copy(self) -> None:
        """Copy the selected text, else what the screen offers."""
        selected = self.screen.get_selected_text()
        offered = getattr(self.screen, "text_to_copy", lambda: "")
        text = selected or offered()
        if text:
            self.copy_to_clipboard(text)
            self.notify("Kopierat.")

    def action_help(self) -> None:
        """Explain the focused part of the screen."""
        from tui.app.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen.about(self.screen))

    def action_command_palette(self) -> None:
        """Offer everything that can be done here."""
        from tui.app.screens.palette import open_palette

        open_palette(self)
