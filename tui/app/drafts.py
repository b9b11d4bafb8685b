"""What is being typed, kept within a second, so that no crash and no Esc loses it.

All drafts are in memory as soon as the database is open, so a screen that comes up knows at once
whether something was typed there and never saved; they are written behind the screens.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from model.errors import ModelError
from tui.app.working import begin

if TYPE_CHECKING:
    from tui.app.app import TertialApp
    from tui.app.screens.frame import FrameScreen
    from tui.app.session import Session

DELAY_SECONDS = 0.4
SOON = "soon"
"""The group of the worker that lets that time pass; nobody needs to wait for it."""

log = logging.getLogger(__name__)


class KeptTexts:
    """The newest text of each key, written a moment after the last key press."""

    def __init__(self, app: TertialApp) -> None:
        """Drafts of one run of the app."""
        self._app = app
        self._texts: dict[str, str] = {}
        self._waiting: dict[str, str] = {}
        self._under_way: list[dict[str, str]] = []
        self._stored: set[str] = set()
        self._is_soon = False
        self._told = ""
        self.is_known = False
        """Whether it is known what earlier runs have kept."""

    def take_in(self, stored: Mapping[str, str]) -> None:
        """Learn what earlier runs have kept; what was typed meanwhile is newer."""
        self._texts = dict(stored) | self._texts
        self._stored.update(stored)
        self.is_known = True

    @property
    def waiting(self) -> list[str]:
        """The keys of all texts that are not in the database yet; forgotten ones do not count."""
        batches = (*self._under_way, self._waiting)
        newest = {key: text for batch in batches for key, text in batch.items()}
        return [key for key, text in newest.items() if text]

    def text(self, key: str) -> str:
        """What was typed under a key and never saved; empty for nothing."""
        return self._texts.get(key, "")

    def typed(self, key: str, text: str) -> None:
        """Keep a text soon; an empty one is forgotten."""
        self._texts[key] = self._waiting[key] = text
        is_written = key in self._stored or any(key in batch for batch in self._under_way)
        if not text and self.is_known and not is_written:
            del self._waiting[key]
        elif not self._is_soon:
            self._is_soon = True
            begin(self._app, self._keep_soon, SOON)

    def keep_now(self) -> None:
        """Keep everything that waits, behind the screen."""
        if self._waiting:
            begin(self._app, self._keep, "drafts")

    async def write(self, run: Callable[[Callable[[Session], None]], Awaitable[None]]) -> None:
        """Write what waits, by way of `run`; raises what it raises, and then it waits on.

        What is written is taken out first: the thread that writes shares nothing with the keys.
        """
        batch, self._waiting = self._waiting, {}
        self._under_way.append(batch)
        is_written = False
        try:
            await run(partial(_keep_all, batch))
            is_written = True
        finally:
            self._under_way.remove(batch)
            for key, text in batch.items():
                if not is_written and self._texts[key] == text:
                    self._waiting.setdefault(key, text)
                if text or not is_written:
                    self._stored.add(key)
                else:
                    self._stored.discard(key)

    async def _keep_soon(self) -> None:
        try:
            await asyncio.sleep(DELAY_SECONDS)
        finally:
            self._is_soon = False
        self.keep_now()

    async def _keep(self) -> None:
        try:
            await self.write(lambda keep: self._app.write(keep, tell=False))
        except ModelError as error:
            log.warning("a draft could not be kept: %s", type(error).__name__)
            if str(error) != self._told:
                self._app.notify(str(error), severity="error", timeout=10)
            self._told = str(error)
        else:
            self._told = ""
        self._app.tell_saved()


def _keep_all(batch: Mapping[str, str], session: Session) -> None:
    for key, text in batch.items():
        session.open().keep_draft(key, text)


class Drafts:
    """The drafts as one screen uses them."""

    def __init__(self, screen: FrameScreen) -> None:
        """Drafts of what is typed on a screen."""
        self._screen = screen

    def typed(self, key: str, text: str) -> None:
        """Keep a text soon."""
        self._screen.tertial.kept.typed(key, text)

    def forget(self, key: str) -> None:
        """Do not keep what was typed under a key: it is saved, or thrown away."""
        self._screen.tertial.kept.typed(key, "")

    def forget_saved(self, key: str, text: str) -> None:
        """Forget what was kept when it was saved, unless it has been typed on meanwhile."""
        if self.text(key) == text:
            self.forget(key)

    def keep_now(self) -> None:
        """Keep everything that waits, behind the screen."""
        self._screen.tertial.kept.keep_now()

    def text(self, key: str) -> str:
        """What is known at once of a text that was kept; empty for nothing."""
        return self._screen.tertial.kept.text(key)

    async def kept(self, key: str) -> str | None:
        """The text that was kept under a key and never saved, read where it is not known yet."""
        try:
            await self._screen.tertial.opened()
        except ModelError:
            log.warning("a draft could not be read", exc_info=True)
        return self.text(key) or None
