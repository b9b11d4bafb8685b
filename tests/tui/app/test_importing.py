"""Bringing a spreadsheet in, in the app."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from model.home.paths import Home
from tests.tui.app.person import NARROW, WIDE, Person, at_the_screen

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

ROWS = """Mål;Aktivitet;Startdatum;Slutdatum
3.4.5;Frukostar för företag;2024-02-01;30/9
9.9;Mässa;2024-02-01;30/9
"""


async def opens(person: Person, path: Path) -> None:
    """Ask for a spreadsheet of this name."""
    await person.does("import_sheet")
    await person.empties_field()
    await person.types(str(path))
    await person.presses("enter")


async def test_a_spreadsheet_is_seen_before_it_is_taken_in(home: Home, tmp_path: Path) -> None:
    """What is new and what is refused; then Enter, and u takes it back."""
    file = tmp_path / "plan.csv"
    file.write_text(ROWS, encoding="utf-8")
    async with at_the_screen(home) as person:
        await opens(person, file)
        assert "1 ny och 1 avvisad rad" in person.lines[0]
        assert "rad 2: ny, Frukostar för företag" in person.screen
        assert "Målet ”9.9” finns inte" in person.screen
        await person.does("take_in")
        assert "Frukostar för företag" in person.screen
        await person.does("undo")
        assert "Frukostar för företag" not in person.lines[3:]


async def test_the_rows_are_of_the_tertial_on_the_screen(
    central_home: Home, tmp_path: Path
) -> None:
    """An earlier year is chosen with t, and the question says which it is."""
    file = tmp_path / "mål.csv"
    file.write_text("Nummer;Mål\n2.1;Höja kvaliteten.\n", encoding="utf-8")
    async with at_the_screen(central_home) as person:
        await person.does("next_tertial", "import_sheet")
        assert "Läs in ett kalkylblad för T3 2023" in person.text
        await person.presses("escape")
        await opens(person, file)
        await person.does("take_in")
        assert [goal.number for goal in person.app.session.plan.goals(2023)] == ["2.1"]


async def test_the_centre_takes_back_what_it_took_in(central_home: Home, tmp_path: Path) -> None:
    """With the key that the receipt names, on the screen where it is read."""
    file = tmp_path / "mål.csv"
    file.write_text("Nummer;Mål\n3.4.8;Handläggningstiden ska minska.\n", encoding="utf-8")
    async with at_the_screen(central_home) as person:
        await opens(person, file)
        await person.does("take_in")
        assert "Ångra med u." in person.told
        assert "3.4.8" in [goal.number for goal in person.app.session.plan.goals(2024)]
        await person.does("undo")
        assert person.context == "overview"
        assert "3.4.8" not in [goal.number for goal in person.app.session.plan.goals(2024)]


async def test_a_file_that_cannot_be_read_is_asked_for_again(home: Home, tmp_path: Path) -> None:
    """With what is wrong beside its name; Esc leaves everything as it is."""
    async with at_the_screen(home) as person:
        await opens(person, tmp_path / "saknas.xlsx")
        assert "finns inte. Inget är ändrat" in person.text
        await person.presses("escape")
        assert "Kostenheten" in person.text


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["120x40", "80x24"])
async def test_the_preview_as_it_looks(
    home: Home, tmp_path: Path, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """Row by row, with reasons and the two keys."""
    file = tmp_path / "plan.csv"
    file.write_text(ROWS, encoding="utf-8")
    async with at_the_screen(home, size=size) as person:
        await opens(person, file)
        assert person.screen == picture


@pytest.mark.parametrize("form", ['"{}"', "'{}'", "{}"])
async def test_a_path_that_was_copied_is_pasted_behind_the_folder(
    home: Home, tmp_path: Path, form: str
) -> None:
    """Windows copies it within quotation marks; nobody has to empty the field first."""
    file = tmp_path / "plan för året.csv"
    file.write_text(ROWS, encoding="utf-8")
    async with at_the_screen(home) as person:
        await person.does("import_sheet")
        await person.pastes(form.format(file))
        await person.presses("enter")
        assert "Läs in plan för året.csv" in person.lines[0]
        assert "1 ny och 1 avvisad rad" in person.lines[0]
