"""Keys in the order in which they were pressed, also for those who are faster than the screen.

Textual hands a key to whatever has the focus when the key arrives, while the key before it may
still be on its way to an action that moves the focus or opens a screen. Then letters meant for a
comment would be taken for commands. So a key waits until what came before it is done; letters
typed into the same field need not, since they stay in order by themselves.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress

from textual import events
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.widget import Widget

from tui.app.crash import EndsQuietly

LONGEST_WAIT_SECONDS = 0.5
"""What has closed answers no more; then the next key goes on all the same."""

Pressed = events.Key | events.Paste


class KeysInTurn(EndsQuietly):
    """An app that passes on one key after the other."""

    def __init__(self) -> None:
        """Nothing is on its way yet."""
        super().__init__()
        self._held: deque[Pressed] = deque()
        self._last: events.Event | None = None
        self._on_its_way: DOMNode | None = None
        self._screen_before: DOMNode | None = None
        self._is_typed = False
        self._waiting: asyncio.Task[None] | None = None

    async def keys_in(self) -> None:
        """Wait until no key waits for what came before it."""
        while self._waiting is not None:
            await asyncio.wait([self._waiting])

    async def on_event(self, event: events.Event) -> None:
        """Pass a key on when it is its turn; everything else as it comes."""
        if not isinstance(event, Pressed) or event.is_forwarded:
            await super().on_event(event)
            if event is self._last:
                self._has_come_back()
        elif self._held or self._must_wait(event):
            self._held.append(event)
            if self._waiting is None:
                self._waiting = asyncio.create_task(self._wait())
        else:
            await self._pass_on(event)

    def _has_come_back(self) -> None:
        """A key that comes back to the app has been an action, and is done unless in a field.

        Where it has opened a screen, that is what is to be ready; the one below is left alone,
        since Textual draws everything anew when a screen behind another one stirs.
        """
        if self._screen_before is not self.screen:
            self._on_its_way = self.focused or self.screen
        elif not _takes_text(self._on_its_way):
            self._on_its_way = None

    def _must_wait(self, event: Pressed) -> bool:
        if self._on_its_way is None:
            return False
        is_same_field = self._is_typed and self._on_its_way is self.focused
        return not (is_same_field and _is_text(event))

    async def _pass_on(self, event: Pressed) -> None:
        target = self.focused or self.screen
        self._last, self._on_its_way, self._screen_before = event, target, self.screen
        self._is_typed = _takes_text(target) and _is_text(event)
        await super().on_event(event)

    async def _wait(self) -> None:
        """Wait for what is on its way, then let the next key go, and so on."""
        while self._held:
            # Twice: what the key made a field say comes after the key itself.
            for _ in range(2):
                for start in (self._on_its_way, self.focused or self.screen):
                    await self._until_handled(start)
            self._on_its_way = None
            passed = asyncio.Event()
            self.call_later(self._pass_on_next, passed)
            await passed.wait()
        self._waiting = None

    async def _pass_on_next(self, passed: asyncio.Event) -> None:
        try:
            while self._held and not self._must_wait(self._held[0]):
                await self._pass_on(self._held.popleft())
        finally:
            passed.set()

    async def _until_handled(self, start: DOMNode | None) -> None:
        """Wait until a part of the screen, and then each that it is in, has done what waits."""
        for pump in start.ancestors_with_self if start is not None else ():
            await _caught_up(pump)


async def _caught_up(pump: MessagePump) -> None:
    done = asyncio.Event()
    if pump.is_running and pump.call_later(done.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), LONGEST_WAIT_SECONDS)


def _takes_text(node: DOMNode | None) -> bool:
    return isinstance(node, Widget) and node.check_consume_key("a", "a")


def _is_text(event: Pressed) -> bool:
    return isinstance(event, events.Paste) or event.is_printable
