"""How far an exchange has come is told, and it can be given up between two files."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.exchange import Exchange
from sync.steps import GivenUp, Step
from tests.sync.homes import BUILDING, KITCHEN, LIBRARY, HomeOf, new_share
from tests.sync.memory_files import MemoryFiles


def exchanged(home: HomeOf, files: MemoryFiles, stop_at: int = 1_000) -> list[Step]:
    """The steps of one exchange, given up at one of them."""
    steps: list[Step] = []

    def watch(step: Step) -> None:
        steps.append(step)
        if len(steps) == stop_at:
            raise GivenUp

    Exchange(home.workspace, home.share(files), mark=home.mark, now=home.now, watch=watch).run()
    return steps


@pytest.fixture
def anna(tmp_path: Path) -> HomeOf:
    """Somebody with three units and something planned in the first."""
    home = HomeOf(tmp_path / "anna", "Anna", units=(KITCHEN, LIBRARY, BUILDING))
    home.plan("frukost", title="Frukost")
    return home


def test_each_scope_is_told_of_both_ways(anna: HomeOf) -> None:
    """First what is fetched, then what is sent, with how many of how many."""
    files = MemoryFiles()
    new_share(files)
    words = list(dict.fromkeys(map(str, exchanged(anna, files))))
    assert words[:2] == ["Hämtar 1 av 1", "Hämtar 2 av 4"]
    assert words[-3:] == ["Skickar 1 av 3", "Skickar 2 av 3", "Skickar 3 av 3"]


def test_it_can_be_given_up_at_every_step(anna: HomeOf, tmp_path: Path) -> None:
    """Nothing is half done: the next exchange sends and fetches the rest."""
    files = MemoryFiles()
    new_share(files)
    bo = HomeOf(tmp_path / "bo", "Bo", units=(KITCHEN, LIBRARY, BUILDING))
    for number in range(1, 12):
        bo.plan(f"nytt {number}", title=f"Nytt {number}")
        bo.sync(files)
        anna.plan(f"mitt {number}", title=f"Mitt {number}")
        with pytest.raises(GivenUp):
            exchanged(anna, files, stop_at=1 + number % 6)
    exchanged(anna, files)
    bo.sync(files)
    assert bo.tables() == anna.tables()
    assert len(anna.tables()) == 23
