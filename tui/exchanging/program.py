"""The program that exchanges beside the app: `python -m tui.exchanging.program`.

It reads one request, tells its steps, answers, and ends. It gives up between two files when the
app closes the line or is no longer there.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from contextlib import suppress

import msgspec

from sync.steps import GivenUp, Step
from tui.exchanging.wire import Refused, Request, Told, line_of, told
from tui.exchanging.work import OWN_FAULT, carry_out
from tui.log import kept_in_log

TELL_SECONDS = 0.1
"""How often a step is told at most."""
NICENESS = 5

_INPUT, _OUTPUT = 0, 1


class Line:
    """The line to the app."""

    def __init__(self) -> None:
        self._is_closed = threading.Event()
        self._told = ""
        self._told_at = 0.0

    def request(self) -> Request:
        """What is asked for."""
        words = b""
        while not words.endswith(b"\n"):
            part = os.read(_INPUT, 65_536)
            if not part:
                raise EOFError
            words += part
        threading.Thread(target=self._wait_for_end, daemon=True).start()
        return msgspec.json.decode(words, type=Request)

    def _wait_for_end(self) -> None:
        with suppress(OSError):
            while os.read(_INPUT, 4096):
                pass
        self._is_closed.set()

    def watch(self, step: Step) -> None:
        """Tell a step, now and then; gives up when nobody listens."""
        if self._is_closed.is_set():
            raise GivenUp
        message = told(step)
        now = time.monotonic()
        if message.text != self._told and now - self._told_at >= TELL_SECONDS:
            self._told, self._told_at = message.text, now
            self.say(message)

    def say(self, message: Told | msgspec.Struct) -> None:
        """Send a message."""
        try:
            os.write(_OUTPUT, line_of(message))
        except OSError as error:
            raise GivenUp from error


def main() -> int:
    """Do what is asked for once."""
    _step_aside()
    line = Line()
    request = line.request()
    try:
        answer: msgspec.Struct = carry_out(request, line.watch)
    except Exception as error:  # noqa: BLE001  whatever it is, the app goes on and says so
        answer = Refused(message=kept_in_log(request.home, error), brief=OWN_FAULT)
    line.say(answer)
    return 0


def _step_aside() -> None:
    """Whoever is at the keyboard comes first; on Windows the app has seen to it."""
    if sys.platform != "win32":
        os.nice(NICENESS)


if __name__ == "__main__":
    sys.exit(main())
