"""Whoever carries an exchange out for the app: a program of its own, started for each one."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import msgspec

import tui
from tui.exchanging.wire import LINE, Answer, Refused, Request, Told, line_of

LONGEST_LINE = 1 << 20
GIVE_UP_SECONDS = 1.0
"""How long the program has for coming to the end of a file before it is ended."""

_FAILED = Refused(
    message=(
        "Synkningen avbröts oväntat. Allt som är skrivet här är sparat på den här datorn, och det "
        "som hann skickas eller hämtas är klart. Den görs om av sig själv."
    ),
    brief="synkningen avbröts",
)


class Courier(Protocol):
    """Carries out one exchange. When it is cancelled, it leaves nothing half done."""

    async def __call__(self, request: Request, told: Callable[[str], None]) -> Answer:
        """Do what is asked; `told` is called with each step in words."""


async def by_program(request: Request, told: Callable[[str], None]) -> Answer:
    """Have it carried out by a program beside the app, which can be ended at any time."""
    try:
        program = await _started()
    except OSError:
        return _FAILED
    try:
        return await _answer(program, request, told)
    finally:
        await _end(program)


async def _started() -> asyncio.subprocess.Process:
    packages = str(Path(tui.__file__).parents[1])
    paths = [packages, *filter(None, [os.environ.get("PYTHONPATH")])]
    # -P: a folder called sync where the user happens to stand is none of ours.
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", "tui.exchanging.program"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        limit=LONGEST_LINE,
        creationflags=_flags(),
    )


if sys.platform == "win32":

    def _flags() -> int:
        return subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS

else:

    def _flags() -> int:
        return 0


def _line_to(
    program: asyncio.subprocess.Process,
) -> tuple[asyncio.StreamWriter, asyncio.StreamReader]:
    if program.stdin is None or program.stdout is None:
        raise LookupError("the program was started without a line")
    return program.stdin, program.stdout


async def _answer(
    program: asyncio.subprocess.Process, request: Request, told: Callable[[str], None]
) -> Answer:
    to_program, from_program = _line_to(program)
    with suppress(OSError):
        to_program.write(line_of(request))
        await to_program.drain()
    try:
        async for line in from_program:
            message: Told | Answer = LINE.decode(line)
            if not isinstance(message, Told):
                return message
            told(message.text)
    except (ValueError, msgspec.MsgspecError):
        return _FAILED
    return _FAILED


async def _end(program: asyncio.subprocess.Process) -> None:
    """Let it come to the end of a file; a share that does not answer is not waited for."""
    to_program, from_program = _line_to(program)
    to_program.close()
    ended = asyncio.ensure_future(
        asyncio.wait(
            [
                asyncio.ensure_future(program.wait()),
                asyncio.ensure_future(from_program.read()),
            ]
        )
    )
    try:
        await asyncio.wait([ended], timeout=GIVE_UP_SECONDS)
    finally:
        if not ended.done():
            with suppress(ProcessLookupError):
                program.kill()
            await asyncio.wait([ended], timeout=GIVE_UP_SECONDS)
