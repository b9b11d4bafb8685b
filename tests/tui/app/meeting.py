"""A share in memory that the app meets others on, and that can do what real shares do."""

from __future__ import annotations

import asyncio
import errno
import time
from collections.abc import Callable
from pathlib import Path

from model.home.paths import Home
from sync.folder.marker import MARKER
from sync.folder.share import FolderShare
from sync.syncing import remember
from tests.sync.homes import SHARE, new_share, no_pause
from tests.sync.memory_files import MemoryFiles
from tui.exchanging.wire import Answer, Request
from tui.exchanging.work import carry_out

ADDRESS = "//server/plan"


class Meeting:
    """Carries exchanges out in a thread; may be held, and the share made to fail."""

    def __init__(self, *homes: Home) -> None:
        """A share that these homes use."""
        self.files = MemoryFiles()
        self.files.now = time.time()
        new_share(self.files)
        self.requests: list[Request] = []
        self.free = asyncio.Event()
        self.free.set()
        for home in homes:
            remember(home, ADDRESS)

    def reach(self, address: str, _database: Path) -> FolderShare:
        """The share; there is none at any other address."""
        folder = SHARE if address == ADDRESS else SHARE.with_name(Path(address).name)
        return FolderShare(address, folder, self.files, no_pause)

    async def __call__(self, request: Request, told: Callable[[str], None]) -> Answer:
        """Carry one exchange out, as soon as it is let go."""
        self.requests.append(request)
        told("Hämtar 1 av 3")
        await self.free.wait()
        return await asyncio.to_thread(carry_out, request, lambda _step: None, self.reach)

    @property
    def sent(self) -> int:
        """How many files lie on the share."""
        return sum(path.suffix == ".seg" for path in self.files.content)

    def fails(self, *what: str, code: int) -> None:
        """From now on these calls fail, or all of them."""

        def fault(_number: int, done: str, path: Path) -> None:
            if not what or done in what:
                raise OSError(code, errno.errorcode[code], str(path))

        self.files.before = fault

    def loses_drive(self) -> None:
        """An empty folder lies where the share was."""
        self.files.content.clear()
        self.files.folders = {SHARE.parent, SHARE}

    def loses_marker(self) -> None:
        """Somebody has removed the marker file."""
        del self.files.content[SHARE / MARKER]

    def is_swapped(self) -> None:
        """Another share lies at the address."""
        self.loses_drive()
        new_share(self.files, "0f0f0f0f-0000-4000-8000-000000000002")

    def is_newer(self) -> None:
        """A newer version of the program has made the share."""
        self.files.content[SHARE / MARKER] = b'{"format": 99, "id": "x"}'

    def puts_back(self, content: dict[Path, bytes]) -> None:
        """The share is as it was in an older copy."""
        self.files.content = dict(content)
