"""Power may go at any moment of an exchange, before or after each thing that is done to a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.plan.vocabulary import Role
from tests.sync.checking import check_home
from tests.sync.homes import KITCHEN, LIBRARY, Clock, HomeOf, fresh_folder, new_share
from tests.sync.memory_files import Crash, MemoryFiles

MOMENTS = ("before", "after")


class Story:
    """Anna and Bo of the kitchen; both have written, and Bo's work is on the share."""

    def __init__(self) -> None:
        folder = fresh_folder()
        clock = Clock()
        self.files = MemoryFiles()
        new_share(self.files)
        self.anna = HomeOf(folder / "anna", "anna", clock=clock, units=(KITCHEN, LIBRARY))
        self.bo = HomeOf(
            folder / "bo", "bo", clock=clock, role=Role.CENTRAL, units=(KITCHEN, LIBRARY)
        )
        self.bo.set_goal("mål", text="Fler ska trivas")
        self.bo.plan("möten", title="Bos möten")
        assert not self.bo.sync(self.files).problems
        self.anna.plan("möten", title="Annas möten")
        self.anna.plan("frukost", title="Frukost")
        self.calls_before = self.files.calls

    def cut_power(self, at: int, moment: str) -> bool:
        """Anna syncs and her machine dies at a call; False when she needs no so many."""

        def power_cut(number: int, _what: str, _path: Path) -> None:
            if number == self.calls_before + at:
                raise Crash

        setattr(self.files, moment, power_cut)
        try:
            self.anna.sync(self.files)
        except Crash:
            self.files.lose_power()
        finally:
            self.files.mend()
            self.anna.restart()
        return self.files.calls >= self.calls_before + at

    def meet(self) -> None:
        """Everybody syncs again, and all is as if nothing had happened."""
        for home in (self.anna, self.bo, self.anna):
            outcome = home.sync(self.files)
            assert not outcome.problems
            assert outcome.waiting.count == 0
        for home in (self.anna, self.bo):
            check_home(home)
        assert self.anna.tables() == self.bo.tables()
        assert self.anna.tables()["activity", "möten"].conflicts == ("title",)
        assert self.anna.title("frukost") == self.bo.title("frukost") == "Frukost"
        self.anna.close()
        self.bo.close()


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_cut_at_any_call_costs_nothing(moment: str) -> None:
    """The next exchange does the rest, and nothing is there twice or missing."""
    at = 1
    while True:
        story = Story()
        got_there = story.cut_power(at, moment)
        story.meet()
        if not got_there:
            break
        at += 1
    assert at > 12, "there are at least so many places"


def test_a_cut_while_what_was_lost_is_put_back() -> None:
    """Also filling an emptied share can be broken off anywhere."""
    for at in range(1, 100):
        story = Story()
        story.anna.sync(story.files)
        for path in [path for path in story.files.content if path.suffix == ".seg"]:
            del story.files.content[path]
        story.calls_before = story.files.calls
        got_there = story.cut_power(at, "after")
        story.bo.sync(story.files)
        story.meet()
        if not got_there:
            assert at > 12
            return
    pytest.fail("utbytet blev aldrig klart")
