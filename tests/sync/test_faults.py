"""What real shares answer, at every call: the user is told, the app goes on, nothing is lost."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from sync.errors import (
    ShareBusy,
    ShareError,
    ShareFailing,
    ShareFull,
    ShareGone,
    ShareRefused,
    ShareUnmounted,
)
from tests.sync.homes import SHARE
from tests.sync.memory_files import WindowsError5, WindowsError32, WindowsError33
from tests.sync.test_crash_points import Story

FAULTS: dict[str, tuple[Callable[[], OSError], tuple[type[ShareError], ...]]] = {
    "disk full": (lambda: OSError(errno.ENOSPC, "No space left on device"), (ShareFull,)),
    "not allowed": (lambda: PermissionError(errno.EACCES, "Permission denied"), (ShareRefused,)),
    "read-only": (lambda: OSError(errno.EROFS, "Read-only file system"), (ShareRefused,)),
    "device error": (lambda: OSError(errno.EIO, "Input/output error"), (ShareFailing,)),
    "held": (lambda: WindowsError32(errno.EACCES, "used by another process"), (ShareBusy,)),
    "locked": (lambda: WindowsError33(errno.EACCES, "locked a portion"), (ShareBusy,)),
    "being removed": (lambda: WindowsError5(errno.EACCES, "Access is denied"), (ShareRefused,)),
    "server gone": (lambda: OSError(errno.EHOSTDOWN, "Host is down"), (ShareGone,)),
    "path gone": (lambda: FileNotFoundError(errno.ENOENT, "not found"), (ShareGone,)),
}


class Trouble:
    """Lets calls of some kinds fail, from a call on, for a number of times."""

    def __init__(self, story: Story, fault: Callable[[], OSError]) -> None:
        self.story = story
        self.fault = fault
        self.happened = 0

    def at(self, first: int, times: int = 1_000_000, *, late: bool = False) -> None:
        """Fail from a call on; `late` after it has been done, so that it is in doubt."""

        def fail(number: int, _what: str, _path: Path) -> None:
            if number >= self.story.calls_before + first and self.happened < times:
                self.happened += 1
                raise self.fault()

        setattr(self.story.files, "after" if late else "before", fail)

    def of(self, what: str, times: int = 1_000_000) -> None:
        """Fail every call of a kind."""

        def fail(_number: int, done: str, _path: Path) -> None:
            if done == what and self.happened < times:
                self.happened += 1
                raise self.fault()

        self.story.files.before = fail


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("late", [False, True], ids=["refused", "in doubt"])
def test_from_any_call_on(name: str, late: bool) -> None:
    """What could be done is done, the rest is told and waits, and the next exchange does it."""
    fault, _ = FAULTS[name]
    # Every third call for each fault; together the faults meet every call more than once.
    for first in range(1 + list(FAULTS).index(name) % 3, 16, 3):
        story = Story()
        trouble = Trouble(story, fault)
        trouble.at(first, late=late)
        outcome = story.anna.sync(story.files)
        if trouble.happened:
            assert outcome.problems or outcome.unread or outcome.waiting.count == 0
            for problem in outcome.problems:
                assert "sparat på den här datorn" in str(problem)
        assert story.anna.title("frukost") == "Frukost"
        story.files.mend()
        story.meet()


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("what", ["create", "write", "sync", "close", "rename"])
def test_every_step_of_writing_can_fail(name: str, what: str) -> None:
    """Disk full may show only at fsync or close; then nothing counts as sent."""
    fault, kinds = FAULTS[name]
    story = Story()
    Trouble(story, fault).of(what)
    outcome = story.anna.sync(story.files)
    assert isinstance(outcome.problems[0], kinds)
    assert (outcome.sent, outcome.waiting.count) == (0, 2)
    assert outcome.received == 2, "reading goes on"
    files = story.files.content
    assert not any("tmp" in path.suffix for path in files) or name == "path gone" or what == "close"
    story.files.mend()
    story.meet()


@pytest.mark.parametrize("what", ["read", "listing", "create", "rename"])
def test_a_virus_scanner_lets_go_after_a_while(what: str) -> None:
    """A file that another program holds for a moment is tried again, some times."""
    story = Story()
    trouble = Trouble(story, FAULTS["held"][0])
    trouble.of(what, times=4)
    outcome = story.anna.sync(story.files)
    assert trouble.happened == 4
    assert not outcome.problems
    assert outcome.waiting.count == 0
    story.meet()


def test_a_server_that_takes_a_few_bytes_at_a_time() -> None:
    """A short write is gone on with where it ended."""
    story = Story()
    real = story.files.create

    def slow(path: Path) -> object:
        file = real(path)
        file.most = 7
        return file

    story.files.create = slow  # type: ignore[method-assign,assignment]  # a slower file
    assert story.anna.sync(story.files).sent == 2
    assert story.files.done.count("write") > 20
    story.meet()


def test_a_server_that_lies_about_what_it_took() -> None:
    """A file that is shorter than it was written is found out, and its changes are sent anew."""
    story = Story()
    story.anna.sync(story.files)
    mine = [path for path in story.files.content if path.suffix == ".seg"][-1]
    story.files.content[mine] = story.files.content[mine][:-9]
    outcome = story.anna.sync(story.files)
    assert outcome.put_back == 2
    assert not outcome.unread, "what it held is here, so nothing is waited for"
    outcome = story.bo.sync(story.files)
    assert outcome.received == 2
    assert [each.reason for each in outcome.unread] == ["filen är inte färdigkopierad"]
    story.meet()


def test_a_file_that_vanishes_between_listing_and_reading() -> None:
    """Somebody was faster; it is no fault."""
    story = Story()

    def vanish(_number: int, what: str, path: Path) -> None:
        if what == "read" and path.suffix == ".seg":
            story.files.content.pop(path, None)

    story.files.before = vanish
    outcome = story.anna.sync(story.files)
    assert not outcome.problems
    assert not outcome.unread
    story.files.mend()
    story.meet()


def test_a_file_that_arrives_empty_and_is_filled_later() -> None:
    """A sync client copies in its own time: left alone, told of, and read when it is whole."""
    story = Story()
    path = next(path for path in story.files.content if path.suffix == ".seg")
    whole = story.files.content[path]
    story.files.content[path] = b""
    first = story.anna.sync(story.files)
    assert [each.reason for each in first.unread] == ["filen är tom"]
    assert not first.problems
    again = story.anna.sync(story.files)
    assert again.unread == first.unread, "since when is remembered"
    story.files.content[path] = whole
    assert not story.anna.sync(story.files).unread
    story.meet()


def test_a_listing_from_a_cache() -> None:
    """What was just published may not be listed yet: nothing is written over or sent twice."""
    story = Story()
    for folder in story.files.folders:
        story.files.stale[folder] = story.files.listed(folder)
    story.anna.sync(story.files)
    story.anna.sync(story.files)
    assert not story.files.replaced
    story.files.mend()
    story.meet()
    names = [path.name for path in story.files.content if path.suffix == ".seg"]
    assert len(names) == len(set(names)) == 3


def test_a_drive_that_goes_while_we_read() -> None:
    """An empty folder in the share's place is not written into."""
    story = Story()
    taken: dict[Path, bytes] = {}

    def unmount(_number: int, what: str, path: Path) -> None:
        if what == "listing" and not taken:
            taken.update(story.files.content)
            story.files.content.clear()

    story.files.before = unmount
    outcome = story.anna.sync(story.files)
    assert "saknar märkfilen" in str(outcome.problems[0])
    assert outcome.waiting.count == 2
    assert not story.files.content
    story.files.content.update(taken)
    story.files.mend()
    story.meet()


def unmount_at(story: Story, call: str) -> dict[Path, bytes]:
    """Let the drive go at the next call of a kind; gives what lay there, once it has gone."""
    taken: dict[Path, bytes] = {}

    def unmount(_number: int, what: str, _path: Path) -> None:
        if what == call and not taken:
            taken.update(story.files.content)
            story.files.content.clear()
            story.files.folders -= {path.parent for path in taken if path.parent != SHARE}

    story.files.before = unmount
    return taken


def mount(story: Story, taken: dict[Path, bytes]) -> None:
    """The drive is there again, with what lay there."""
    story.files.content.update(taken)
    story.files.folders.update(path.parent for path in taken)
    story.files.mend()


def test_a_drive_that_goes_while_we_write() -> None:
    """No folder is made in the share's place, and nothing counts as sent that went nowhere."""
    story = Story()
    taken = unmount_at(story, "create")
    outcome = story.anna.sync(story.files)
    assert isinstance(outcome.problems[0], ShareUnmounted)
    assert (outcome.sent, outcome.waiting.count) == (0, 2)
    assert not story.files.content
    mount(story, taken)
    story.meet()


def test_a_drive_that_goes_is_not_a_share_that_lost_everything() -> None:
    """What was sent stays sent: only where the share is there, something can be missing on it."""
    story = Story()
    for home in (story.anna, story.bo):
        home.sync(story.files)
    taken = unmount_at(story, "listing")
    outcome = story.anna.sync(story.files)
    assert isinstance(outcome.problems[0], ShareUnmounted)
    assert outcome.waiting.count == 0
    mount(story, taken)
    reads = story.files.done.count("read")
    assert story.anna.sync(story.files).put_back == 0
    assert story.files.done.count("read") - reads <= 2, "nothing is read anew"
    story.meet()
