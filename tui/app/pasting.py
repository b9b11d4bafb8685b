"""Pasted text is text, whatever stands in it.

Textual looks for escape sequences inside a bracketed paste too: it hands the letters of one that
it does not know on as keys, which then run as commands. So the escape characters are taken out
of what is pasted before it is parsed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.events import Paste
from textual.message import Message

ESCAPE = "\x1b"


class PastedText:
    """Takes the escape characters out of pasted text, wherever the terminal cuts what it sends."""

    def __init__(self) -> None:
        """Nothing has been read."""
        self._is_pasting = False
        self._seen = ""
        """The end of what was passed on, in case it begins a marker."""
        self._held = ""
        """The end of what was pasted, in case it begins the marker of the end."""

    def cleaned(self, data: str) -> str:
        """What is to be parsed of what was read; the rest of it comes with the next."""
        parts: list[str] = []
        while data:
            if self._is_pasting:
                part, data = self._pasted(data)
            else:
                part, data = self._typed(data)
            parts.append(part)
        return "".join(parts)

    def _typed(self, data: str) -> tuple[str, str]:
        both = self._seen + data
        place = both.find(BRACKETED_PASTE_START)
        if place < 0:
            self._seen = both[-(len(BRACKETED_PASTE_START) - 1) :]
            return data, ""
        self._is_pasting = True
        rest = both[place + len(BRACKETED_PASTE_START) :]
        self._seen = ""
        return data[: len(data) - len(rest)], rest

    def _pasted(self, data: str) -> tuple[str, str]:
        both, self._held = self._held + data, ""
        place = both.find(BRACKETED_PASTE_END)
        if place >= 0:
            self._is_pasting = False
            rest = both[place + len(BRACKETED_PASTE_END) :]
            return both[:place].replace(ESCAPE, "") + BRACKETED_PASTE_END, rest
        for length in range(len(BRACKETED_PASTE_END) - 1, 0, -1):
            if both.endswith(BRACKETED_PASTE_END[:length]):
                self._held = both[-length:]
                both = both[:-length]
                break
        return both.replace(ESCAPE, ""), ""


class TextPasteParser(XTermParser):
    """Textual's parser, given pasted text without escape characters."""

    def __init__(self, debug: bool = False) -> None:
        """A parser of what a terminal sends."""
        self._pasted_text = PastedText()
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """Parse what was read; nothing read is the end. A paste of nothing is none."""
        cleaned = self._pasted_text.cleaned(data)
        told = super().feed(cleaned) if cleaned or not data else ()
        return (message for message in told if not isinstance(message, Paste) or message.text)


def use_in_drivers() -> None:
    """Let the terminal's driver parse so: it makes its parser itself, from its module's name."""
    if sys.platform == "win32":
        from textual.drivers import win32 as driver
    else:
        from textual.drivers import linux_driver as driver
    setattr(driver, "XTermParser", TextPasteParser)  # noqa: B010  a driver has no other way to be given a parser
