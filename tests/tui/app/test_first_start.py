"""First start: name, unit and goals, in under a minute."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from model.example.catalogue import example_catalogue
from model.home.config import read_config
from model.home.paths import Home, home_at
from model.plan.entities import Goal, Person
from model.plan.plan import Plan
from model.plan.vocabulary import Role
from model.setup.first_start import Wishes, set_up
from model.workspace.opening import open_workspace
from sync.syncing import create_share, sync
from tests.tui.app.person import NARROW, at_the_screen
from tests.tui.app.planning import TODAY
from tests.tui.app.programs import in_another_program
from tui.app.screens import first_start

if TYPE_CHECKING:
    import pytest


async def test_name_and_unit_are_enough(new_home: Home) -> None:
    """Eight keys beside the two names, and the plan is open."""
    async with at_the_screen(new_home, size=NARROW) as person:
        assert "Välkommen. Fyra uppgifter" in person.text
        await person.types("Åsa Öberg")
        await person.presses("enter", "enter", "enter")
        await person.types("kosten")
        assert "Kostenheten" in person.text
        await person.presses("right", "enter")
        assert person.context == "home"
        assert "Kostenheten · 2024" in person.lines[0]
        assert "Inga aktiviteter än för 2024" in person.text
        assert person.keystrokes < 10
    found = in_another_program(new_home)
    config = read_config(new_home)
    person_entity = found.plan.find(Person, config.profile.person)
    assert person_entity is not None
    assert person_entity.name == "Åsa Öberg"


async def test_an_unknown_unit_is_refused_with_the_nearest_names(new_home: Home) -> None:
    """Nothing is written before every answer is good."""
    async with at_the_screen(new_home) as person:
        await person.types("Åsa")
        await person.presses("enter", "enter", "enter")
        await person.types("Kostnadsenheten")
        await person.does("begin")
        assert "Enheten ”Kostnadsenheten” finns inte." in person.text
        assert "Menade du ”Kostenheten”" in person.text
        assert person.context == "first_start"
        assert not new_home.config.exists()
        await person.empties_field()
        await person.types("Kostenheten, Lokalvården")
        await person.does("begin")
        assert person.context == "home"
    assert len(read_config(new_home).profile.units) == 2


async def test_what_is_missing_is_asked_for(new_home: Home) -> None:
    """The cursor goes to the field."""
    async with at_the_screen(new_home) as person:
        await person.does("begin")
        assert "Skriv ditt namn." in person.text
        await person.types("Åsa")
        await person.does("begin")
        assert "Skriv din enhets namn." in person.text
        await person.types("Kostenheten")
        await person.does("begin")
        assert person.context == "home"


async def test_a_wrong_goal_file_says_line_and_key(new_home: Home, tmp_path: Path) -> None:
    """And the nearest that would be right; the home is as it was."""
    wrong = example_catalogue().decode("utf-8").replace("policy_area =", "policyarea =", 1)
    path = tmp_path / "mål å.toml"
    path.write_text(wrong, encoding="utf-8")
    number = next(n for n, line in enumerate(wrong.splitlines(), 1) if "policyarea =" in line)
    async with at_the_screen(new_home) as person:
        await person.types("Åsa")
        await person.presses("enter")
        await person.types(str(path))
        await person.presses("enter", "enter")
        assert f"{number}" in person.text
        assert "”policyarea”" in person.text
        assert "policy_area" in person.text
        await person.types("Kostenheten")
        await person.does("begin")
        assert person.context == "first_start"
        path.write_bytes(example_catalogue())
        await person.does("begin")
        assert person.context == "home"
    assert in_another_program(new_home).plan.of(Goal)


async def test_a_goal_file_that_is_not_there_is_told_of(new_home: Home, tmp_path: Path) -> None:
    """In Swedish, with the name that was typed."""
    async with at_the_screen(new_home) as person:
        for name in (str(tmp_path / "saknas.toml"), "~ingen-som-finns/x.toml", str(tmp_path)):
            await person.presses("tab") if person.app.focused is None else None
            person.app.screen.set_focus(person.app.screen.query_one("#goals"))
            await person.waits()
            await person.empties_field()
            await person.types(name)
            await person.presses("enter")
            assert "Det går inte att läsa filen" in person.text, name


async def test_two_quick_starts_are_one(new_home: Home) -> None:
    """A key that is held down begins once."""
    async with at_the_screen(new_home) as person:
        await person.types("Åsa")
        await person.presses("enter", "enter", "enter")
        await person.types("Kostenheten")
        person.hits("ctrl+s", "ctrl+s", "ctrl+s")
        await person.waits()
        assert person.context == "home"
        assert len(person.app.screen_stack) == 2


async def test_goals_and_units_come_from_the_share(new_home: Home, tmp_path: Path) -> None:
    """With an address, pasted with its marks, and no file; what is new is sent at once."""
    folder = tmp_path / "delning å"
    folder.mkdir()
    centre = home_at(tmp_path / "stab")
    wishes = Wishes(
        name="Karin", units=("Staben",), role=Role.CENTRAL, catalogue=example_catalogue()
    )
    set_up(centre, wishes, TODAY)
    workspace = open_workspace(centre, TODAY)
    create_share(workspace.database, str(folder))
    sync(workspace, [str(folder)])
    async with at_the_screen(new_home) as person:
        await person.types("Åsa Öberg")
        await person.presses("enter", "enter")
        await person.types(f'"{folder}"')
        await person.presses("enter")
        await person.types("Kostenheten")
        await person.does("begin")
        assert person.context == "home"
    assert read_config(new_home).shares == (str(folder),)
    assert sync(workspace, [str(folder)])[0].received == 1
    workspace.close()


async def test_a_share_that_is_not_there_is_told_of(new_home: Home, tmp_path: Path) -> None:
    """Nothing is set up, and the message says what to do."""
    async with at_the_screen(new_home) as person:
        await person.types("Åsa")
        await person.presses("enter", "enter")
        await person.types(str(tmp_path / "borta"))
        await person.presses("enter")
        assert "Delningen" in person.text
        await person.types("Kostenheten")
        await person.does("begin")
        assert person.context == "first_start"
        assert not new_home.config.exists()
        assert "Inget är inställt än." in person.text
        assert "det som väntar" not in person.text
        focused = person.app.focused
        assert focused is not None
        assert focused.id == "share", "the field that is wrong is the one to write in"


async def test_the_centre_begins_in_the_app_as_well(new_home: Home) -> None:
    """Who works centrally says so below the unit, and stands in the overview."""
    async with at_the_screen(new_home, size=NARROW) as person:
        await person.types("Karin Ek")
        await person.presses("enter", "enter", "enter")
        await person.types("Staben")
        await person.presses("tab")
        await person.types("chef")
        await person.presses("enter")
        assert "”chef” är ingen roll här." in person.text
        assert not new_home.config.exists()
        await person.empties_field()
        await person.types("central")
        await person.presses("enter")
        assert person.context == "overview"
    assert read_config(new_home).profile.role is Role.CENTRAL


async def test_what_takes_its_time_is_said(
    new_home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reaching a share over a slow network leaves nobody to wonder whether Enter was heard."""
    is_reached = threading.Event()
    read = first_start._read  # noqa: SLF001  # the reading is what is slow

    def slow(home: Home, today: date, named: str, share: str) -> tuple[bytes | None, Plan]:
        if share:
            assert is_reached.wait(10)
        return read(home, today, named, "")

    monkeypatch.setattr(first_start, "_read", slow)
    async with at_the_screen(new_home) as person:
        await person.types("Åsa")
        await person.presses("enter", "enter")
        await person.types(str(tmp_path / "delad"))
        await person.hits_meanwhile("enter")
        assert "Hämtar mål och enheter från delningen …" in person.text
        is_reached.set()
        await person.waits()
        assert "Hämtar" not in person.text
        assert "Bobergsgymnasiet" in person.text
