"""A real pty with a program in it: its output is recorded with the time, its questions answered."""

import fcntl
import os
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self

from benchmarks.escapes import Answers
from benchmarks.screen import COLUMNS, ROWS, Chunk


class Terminal:
    """Starts a program at once and records it until `close`.

    `started` is taken just before the fork. All times are seconds of the monotonic clock.
    """

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], folder: Path
    ) -> None:
        self._answers = Answers(COLUMNS, ROWS)
        self.chunks: list[Chunk] = []
        self.ended = False
        self._fd, program_side = os.openpty()
        fcntl.ioctl(program_side, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.started = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            _become(command, environment, folder, program_side)
        os.close(program_side)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def last_output(self) -> float:
        """When something was last written; the start if nothing has been."""
        return self.chunks[-1].time if self.chunks else self.started

    def write(self, data: bytes) -> float:
        """Type these bytes; gives the moment just before."""
        moment = time.perf_counter()
        os.write(self._fd, data)
        return moment

    def read_until(self, moment: float) -> None:
        """Record until this moment, or until the program has gone."""
        while not self.ended and (left := moment - time.perf_counter()) > 0:
            ready, _, _ = select.select([self._fd], [], [], left)
            if ready:
                self._read()

    def read_until_quiet(self, quiet: float, limit: float) -> None:
        """Record until nothing has been written for `quiet` seconds, at most `limit` seconds."""
        deadline = time.perf_counter() + limit
        while not self.ended and (now := time.perf_counter()) < deadline:
            if now - self.last_output >= quiet:
                return
            self.read_until(min(self.last_output + quiet, deadline))

    def close(self) -> None:
        """End the program and what it started, and wait for it."""
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            self.ended = True
        os.close(self._fd)
        os.waitpid(self.pid, 0)

    def _read(self) -> None:
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # how Linux says that the other side of a pty is closed
            data = b""
        moment = time.perf_counter()
        if not data:
            self.ended = True
            return
        self.chunks.append(Chunk(moment, data))
        if answer := self._answers.to(data):
            os.write(self._fd, answer)


def _become(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, terminal: int
) -> NoReturn:
    """In the child: take the terminal and become the program."""
    try:
        os.login_tty(terminal)
        os.chdir(folder)
        os.execvpe(command[0], list(command), dict(environment))  # noqa: S606 - what is measured
    finally:
        os._exit(127)
