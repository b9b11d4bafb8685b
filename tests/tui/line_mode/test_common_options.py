"""`--home`, `--today` and `--json` stand before or after the command, or within a group."""

from __future__ import annotations

import itertools

import pytest

from model.home.paths import HOME_VARIABLE
from tests.tui.line_mode.prompt import Prompt


@pytest.mark.parametrize("places", list(itertools.product(range(3), repeat=3)))
def test_each_option_may_stand_anywhere(demo: Prompt, places: tuple[int, int, int]) -> None:
    """Before the group, between group and command, or last: the answer is the same."""
    options = (("--home", str(demo.home)), ("--today", "2024-04-23"), ("--json",))
    slots: list[list[str]] = [[], [], []]
    for place, option in zip(places, options, strict=True):
        slots[place] += option
    answer = demo.plainly(*slots[0], "plan", *slots[1], "list", *slots[2])
    assert answer.code == 0, answer.err
    assert len(answer.json) == 7


def test_what_is_given_last_holds(demo: Prompt) -> None:
    """A script may add to an alias."""
    answer = demo("--today", "2023-05-02", "check", "--today", "2023-09-10")
    assert "T2 2023" in answer.out


def test_the_home_may_come_from_the_environment(
    demo: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An option goes before the variable."""
    monkeypatch.setenv(HOME_VARIABLE, str(demo.home))
    assert len(demo.plainly("plan", "list", "--json", "--today", "2024-04-23").json) == 7
    other = str(demo.home.parent / "annat")
    assert demo.plainly("plan", "list", "--home", other).code == 1


@pytest.mark.parametrize("typed", ["2024-04-23", "240423", "23/4 2024", "23 apr 2024"])
def test_the_day_is_typed_as_people_type_it(demo: Prompt, typed: str) -> None:
    """In any of the ways of the program."""
    demo.today = typed
    assert "7 dagar kvar" in demo("status", "list").out


def test_days_count_from_the_day_that_is_given(demo: Prompt) -> None:
    """`+14` is fourteen days from `--today`, wherever that stands."""
    identity = demo.id_of("Dialog med lokala producenter")
    words = ("plan", "edit", identity, "--end", "+14", "--today", "2024-06-01", "--json")
    assert demo(*words).json["end_date"] == "2024-06-15"
