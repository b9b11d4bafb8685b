"""What is being typed, kept within a second, so that no crash and no Esc loses it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from textual.timer import Timer

from model.errors import ModelError

if TYPE_CHECKING:
    from tui.app.screens.frame import FrameScreen

DELAY_SECONDS = 0.4

log = logging.getLogger(__name__)


class Drafts:
    """Keeps the newest text of each key a moment after the last key press."""

    def __init__(self, screen: FrameScreen) -> None:
        """Drafts of what is typed on a screen."""
        self._screen = screen
        self._waiting: dict[str, str] = {}
        self._timer: Timer | None = None

    def typed(self, key: str, text: str) -> None:
        """Keep a text soon."""
        self._waiting[key] = text
        if self._timer is None:
            self._timer = self._screen.set_timer(DELAY_SECONDS, self.keep_now)

    def forget(self, key: str) -> None:
        """Do not keep what was typed under a key: it is saved, or thrown away."""
        self._waiting[key] = ""
        self.keep_now()

    def keep_now(self) -> None:
        """Keep everything that waits, behind the screen."""
        self._timer = None
        waiting, self._waiting = self._waiting, {}
        if waiting:
            self._screen.app.run_worker(self._keep(waiting), group="drafts")

    async def _keep(self, texts: dict[str, str]) -> None:
        try:
            for key, text in texts.items():
                await self._screen.tertial.write(
                    lambda session, key=key, text=text: session.open().keep_draft(key, text),  # type: ignore[misc]  # the defaults bind the loop's values
                    tell=False,
                )
        except ModelError as error:
            log.warning("a draft could not be kept: %s", type(error).__name__)
            self._screen.notify(str(error), severity="error", timeout=10)

    async def kept(self, key: str) -> str | None:
        """The text that was kept under a key and never saved."""
        try:
            return await self._screen.tertial.write(
                lambda session: session.open().draft(key), tell=False
            )
        except ModelError:
            log.warning("a draft could not be read", exc_info=True)
            return None
